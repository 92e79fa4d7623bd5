"""Topics."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from modeltranslation.admin import TranslationAdmin

from spaces.admin.shared.history import HistoryAdmin
from spaces.models import Topic
from spaces.models.worded import WORDS


@admin.register(Topic)
class TopicAdmin(HistoryAdmin[Topic], TranslationAdmin[Topic]):
    """What people want help with by its name."""

    list_display = ("name", "code", "need", "order")
    list_select_related = ("need",)
    fields = ("code", "name", "request", "need", "order", *WORDS)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep the code of a stored topic: addresses go by it."""
        return ("code",) if obj else ()
