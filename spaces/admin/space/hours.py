"""Opening hours at the desk: a grid to fill in, and how a visitor will read it, while one types."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Field
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.hours.field import HoursField, HoursWidget
from spaces.hours.opening import TIMEZONE, HoursError, parse
from spaces.hours.usual import lasting
from spaces.models import Space

FIELD = "opening_hours"


def hours_input(db_field: "Field[Any, Any]") -> HoursField:
    """Return the grid of the hours."""
    return HoursField(label=capfirst(db_field.verbose_name), required=False)


@admin.display(description=gettext_lazy("how it reads"))
def hours_preview(obj: Space) -> str:
    """Return the hours in words as they are saved; a script keeps up with what is typed."""
    address = reverse("admin:spaces_space_hours_preview")
    context = _preview(obj.opening_hours) | {"address": address}
    return render_to_string("admin/spaces/_hours_preview.html", context)


def preview_typed(request: HttpRequest, *, desk: Any) -> HttpResponse:
    """Say in words, as JSON, the hours that stand in the grid, or why they cannot be."""
    typed = HoursWidget().value_from_datadict(request.GET, request.FILES, FIELD)
    try:
        return JsonResponse(_preview(HoursField().clean(typed)))
    except ValidationError as error:
        return JsonResponse({"problems": error.messages})


def _preview(text: str | None) -> dict[str, Any]:
    """Return the sentence of this moment, the week in words, and what holidays change soon."""
    if not text:
        return {"sentence": _("We do not know the hours. Ask before you come.")}
    try:
        hours = parse(text)
    except HoursError as error:
        return {"problems": [str(error)]}
    now = timezone.now().astimezone(TIMEZONE)
    lines = [line.words for line in lasting(hours, now.date())]
    return {"sentence": hours.sentence(now), "lines": lines}
