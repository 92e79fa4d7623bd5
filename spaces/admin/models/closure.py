"""Closures: on a space's page, and in a list of their own."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationTabularInline

from spaces.admin.shared.base import in_its_language
from spaces.admin.shared.filters import KnownFilter
from spaces.admin.shared.history import HistoryAdmin
from spaces.admin.shared.meanwhile_parts import MeanwhileFormSet
from spaces.models import Closure, Space

SOON = timedelta(days=14)


class ClosureInline(TranslationTabularInline[Closure, Space]):
    """A space's closures, below its opening hours."""

    model = Closure
    formset = MeanwhileFormSet
    below = _("Opening hours")
    fields = ("first_day", "last_day", "reason")
    extra = 1

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return the input, named for those who don't see the table's head."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs["aria-label"] = capfirst(db_field.verbose_name)
        return in_its_language(db_field, field)


class EndsFilter(admin.SimpleListFilter):
    """Closures that are about to end: is the space really opening again?"""

    title = _("ends")
    parameter_name = "ends"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """Return the one answer."""
        return [("soon", _("Within 14 days"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        """Return the rows of the chosen answer."""
        return queryset.filter(ends_soon(timezone.localdate())) if self.value() else queryset


def ends_soon(at: date) -> Q:
    """Return the condition of a last day within 14 days, that day included."""
    return Q(last_day__range=(at, at + SOON))


class OverFilter(KnownFilter):
    """Closures that lie behind us."""

    title = _("over")
    parameter_name = "over"

    def known(self, today: date) -> Q:
        """Return the condition of having ended."""
        return Q(last_day__lt=today)


@admin.register(Closure)
class ClosureAdmin(HistoryAdmin[Closure], TranslationAdmin[Closure]):
    """All closures, the latest first."""

    managers = "space__managers"
    list_display = ("space", "first_day", "last_day", "reason")
    list_display_links = ("space", "first_day")
    list_filter = (OverFilter, EndsFilter, "space__provenance", "space__municipality")
    list_select_related = ("space",)
    search_fields = ("space__search_key__contains",)
    ordering = ("-first_day", "space__search_key", "id")
    fields = ("space", "first_day", "last_day", "reason")
