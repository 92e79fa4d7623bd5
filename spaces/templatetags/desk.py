"""What the desk's own templates need."""

from typing import Any

from django import template
from django.utils import timezone

from spaces import numbers
from spaces.admin import going_live, queue
from spaces.models import Municipality, Space

register = template.Library()


@register.inclusion_tag("admin/_queue.html", takes_context=True)
def queue_of_work(context: dict[str, Any]) -> dict[str, Any]:
    """Show what waits for this person, and the directory in numbers."""
    request, today = context["request"], timezone.localdate()
    shown: dict[str, Any] = {"sections": queue.sections(request, today)}
    shown["prepares_opening"] = going_live.is_for(request)
    if queue.sees_numbers(request):
        published = Space.objects.filter(status=Space.Status.PUBLISHED)
        rows, total = numbers.by_municipality(published, Municipality.objects.all(), today)
        shown |= {"rows": rows.items(), "total": total}
    return shown
