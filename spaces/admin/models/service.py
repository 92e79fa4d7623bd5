"""Services."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from modeltranslation.admin import TranslationAdmin

from spaces.admin.shared.history import HistoryAdmin
from spaces.models import Service
from spaces.models.worded import WORDS


@admin.register(Service)
class ServiceAdmin(HistoryAdmin[Service], TranslationAdmin[Service]):
    """What spaces offer."""

    list_display = ("name", "code", "pictogram", "order")
    fields = ("code", "name", "description", "pictogram", "order", *WORDS)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep the code of a stored service: addresses go by it."""
        return ("code",) if obj else ()
