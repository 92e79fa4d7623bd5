"""Needs, and the services that meet each of them."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest
from django.utils.text import capfirst
from modeltranslation.admin import TranslationAdmin

from spaces.admin.shared.base import only_choose
from spaces.admin.shared.history import HistoryAdmin
from spaces.admin.shared.meanwhile import MeanwhileForm
from spaces.admin.shared.meanwhile_parts import MeanwhileFormSet
from spaces.models import Need, NeedService
from spaces.models.worded import WORDS


class NeedServiceInline(admin.TabularInline[NeedService, Need]):
    """The services that meet a need, each with how well."""

    model = NeedService
    formset = MeanwhileFormSet
    fields = ("service", "strength")
    extra = 1

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return the input, named for those who don't see the table's head."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field:
            field.widget.attrs["aria-label"] = capfirst(db_field.verbose_name)
        if field and db_field.name == "service":
            only_choose(field)
        return field


class NeedForm(MeanwhileForm):
    """A need's form."""

    parts = (NeedService,)


@admin.register(Need)
class NeedAdmin(HistoryAdmin[Need], TranslationAdmin[Need]):
    """What people want to do."""

    form = NeedForm
    list_display = ("phrase", "code", "pictogram", "order")
    fields = ("code", "phrase", "request", "pictogram", "order", *WORDS)
    inlines = (NeedServiceInline,)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep the code of a stored need: addresses go by it."""
        return ("code",) if obj else ()
