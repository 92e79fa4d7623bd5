"""Opening hours at the desk: a grid to fill in, and how a visitor will read it, while one types."""

from typing import Any, ClassVar, TypeVar

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Field, Model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.shared.base import DeskAdmin
from spaces.hours.field import HoursField, HoursWidget
from spaces.hours.opening import TIMEZONE, HoursError, parse
from spaces.hours.usual import changes, usual_hours

M = TypeVar("M", bound=Model)

FIELD = "opening_hours"
_SCRIPT: Any = forms.Script("js/hours-editor.js", type="module")
EDITOR = forms.Media(css={"all": ["css/hours-editor.css"]}, js=[_SCRIPT])


class HoursAdmin(DeskAdmin[M]):
    """Pages of a model with `opening_hours`; `hours_preview` says how they read."""

    readonly_fields: ClassVar[tuple[str, ...]] = ("hours_preview",)

    @property
    def media(self) -> forms.Media:
        """Return the desk's files, and the grid's own."""
        return super().media + EDITOR

    def get_urls(self) -> list[Any]:
        """Add the address that the grid's script asks."""
        view = self.admin_site.admin_view(self.hours_preview_view)
        return [path("hours-preview/", view, name=self._name), *super().get_urls()]

    @property
    def _name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_hours_preview"

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return the grid."""
        if db_field.name != FIELD:
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        return HoursField(label=capfirst(db_field.verbose_name), required=False)

    @admin.display(description=gettext_lazy("how it reads"))
    def hours_preview(self, obj: Any = None) -> str:
        """Return the hours in words as they are saved; a script keeps up with what is typed."""
        context = _preview(getattr(obj, FIELD, None)) | {"address": reverse(f"admin:{self._name}")}
        return render_to_string("admin/spaces/_hours_preview.html", context)

    def hours_preview_view(self, request: HttpRequest) -> HttpResponse:
        """Say in words, as JSON, the hours that stand in the grid, or why they cannot be."""
        if not self.has_view_permission(request):
            raise PermissionDenied
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
    lines = [*usual_hours(hours, now.date()), *changes(hours, now.date())]
    return {"sentence": hours.sentence(now), "lines": lines}
