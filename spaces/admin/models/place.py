"""The gazetteer's places."""

from typing import Any, ClassVar

from django.contrib import admin

from spaces.admin.shared import files, point
from spaces.admin.shared.fields import lines
from spaces.admin.shared.history import HistoryAdmin
from spaces.models import Place


@admin.register(Place)
class PlaceAdmin(HistoryAdmin[Place]):
    """Where people say they are."""

    list_display = ("__str__", "kind", "municipality", "postal_code", "house_number")
    list_filter = ("kind", "municipality")
    list_select_related = ("municipality",)
    folded_fields = ("name_fr", "name_nl", "aliases")
    search_fields = folded_fields  # for Django's own check: other forms look places up here
    fields: ClassVar[Any] = (
        "kind",
        ("name_fr", "name_nl"),
        "aliases",
        "municipality",
        ("postal_code", "house_number"),
        ("latitude", "longitude"),
        point.point_map,
        "lines",
        "source",
    )
    readonly_fields: ClassVar[Any] = (point.point_map,)
    inputs = point.INPUTS | {"aliases": lines, "lines": lines}
    files = (files.POINT,)
