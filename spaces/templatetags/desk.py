"""What the desk's own templates need."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext

from spaces.admin.pages import going_live, queue
from spaces.curation import numbers
from spaces.models import Municipality, Space

register = template.Library()


@register.inclusion_tag("admin/_queue.html", takes_context=True)
def queue_of_work(context: dict[str, Any]) -> dict[str, Any]:
    """Show what waits for this person, and the directory in numbers."""
    request, today = context["request"], timezone.localdate()
    shown: dict[str, Any] = {"sections": queue.sections(request, today)}
    shown["prepares_opening"] = going_live.is_for(request)
    if queue.sees_numbers(request):
        published = Space.objects.filter(status=Space.Status.PUBLISHED).only(*numbers.READ)
        rows, total = numbers.by_municipality(published, Municipality.objects.all(), today)
        shown |= {"rows": rows.items(), "total": total}
    return shown


@register.simple_tag
def named(text: str, route: str = "") -> str:
    """Return how the desk names a button, a link or a field; as a link to a page where it is one.

    `text` is the English that stands in that page's own code, so that the name is the same there.
    """
    name = capfirst(gettext(text))
    if route:
        return format_html('<a class="named" href="{}">{}</a>', reverse(route), name)
    return format_html('<b class="named">{}</b>', name)
