"""Closures: on a space's page, and in a list of their own."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationTabularInline

from spaces.admin.base import in_its_language
from spaces.admin.exchange import ExchangeAdmin
from spaces.admin.filters import KnownFilter
from spaces.admin.own import OwnSpacesAdmin
from spaces.admin.several import SeveralClosuresAdmin
from spaces.exchange.closures import ClosureResource
from spaces.models import Closure, Space


class ClosureInline(TranslationTabularInline[Closure, Space]):
    """A space's closures, below its opening hours."""

    model = Closure
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


class OverFilter(KnownFilter):
    """Closures that lie behind us."""

    title = _("over")
    parameter_name = "over"

    @property
    def known(self) -> Q:  # type: ignore[override]  # today is not known before the request
        """Return the condition of having ended."""
        return Q(last_day__lt=timezone.localdate())


@admin.register(Closure)
class ClosureAdmin(
    SeveralClosuresAdmin,
    OwnSpacesAdmin[Closure],
    ExchangeAdmin[Closure],
    TranslationAdmin[Closure],
):
    """All closures, the latest first."""

    resource_classes = [ClosureResource]
    list_display = ("space", "first_day", "last_day", "reason")
    list_display_links = ("space", "first_day")
    list_filter = (OverFilter, "space__municipality")
    list_select_related = ("space",)
    search_fields = ("space__search_key__contains",)
    ordering = ("-first_day", "space__search_key", "id")
    fields = ("space", "first_day", "last_day", "reason")
