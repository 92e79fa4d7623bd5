"""Needs."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from modeltranslation.admin import TranslationAdmin

from spaces.admin.shared.history import HistoryAdmin
from spaces.models import Need
from spaces.models.worded import WORDS


@admin.register(Need)
class NeedAdmin(HistoryAdmin[Need], TranslationAdmin[Need]):
    """What people want to do."""

    list_display = ("phrase", "code", "pictogram", "order")
    fields = ("code", "phrase", "services", "pictogram", "order", *WORDS)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep the code of a stored need: addresses go by it."""
        return ("code",) if obj else ()
