"""Municipalities."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest
from modeltranslation.admin import TranslationAdmin

from spaces.admin.shared import files, point
from spaces.admin.shared.history import HistoryAdmin
from spaces.models import Municipality


@admin.register(Municipality)
class MunicipalityAdmin(HistoryAdmin[Municipality], TranslationAdmin[Municipality]):
    """The Region's municipalities."""

    list_display = ("name", "nis")
    folded_fields = ("name_fr", "name_nl", "name_en", "nis")
    fields: ClassVar[Any] = ("nis", "name", ("latitude", "longitude"), point.point_map)
    readonly_fields: ClassVar[Any] = (point.point_map,)
    inputs = point.INPUTS
    files = (files.POINT,)

    def get_readonly_fields(
        self, request: HttpRequest, obj: Municipality | None = None
    ) -> tuple[Any, ...]:
        """Keep the code of a stored municipality: addresses and the outlines go by it."""
        return (*super().get_readonly_fields(request, obj), *(("nis",) if obj else ()))
