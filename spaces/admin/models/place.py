"""The gazetteer's places."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest

from spaces.admin.shared.fields import lines
from spaces.admin.shared.history import HistoryAdmin
from spaces.admin.shared.point import PointAdmin
from spaces.models import Place


@admin.register(Place)
class PlaceAdmin(HistoryAdmin[Place], PointAdmin[Place]):
    """Where people say they are."""

    list_display = ("__str__", "kind", "municipality", "postal_code", "house_number")
    list_filter = ("kind", "municipality")
    list_select_related = ("municipality",)
    folded_fields = ("name_fr", "name_nl", "aliases")
    search_fields = folded_fields  # for Django's own check: other forms look places up here
    fields = (
        "kind",
        ("name_fr", "name_nl"),
        "aliases",
        "municipality",
        ("postal_code", "house_number"),
        ("latitude", "longitude"),
        "point_map",
        "lines",
        "source",
    )

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        """Return a text area for each list, Django's input for the rest."""
        if db_field.name in ("aliases", "lines"):
            return lines(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
