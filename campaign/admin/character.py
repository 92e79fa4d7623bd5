"""Characters."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from campaign.models import Character
from spaces.admin.shared.translated import TranslatedAdmin, fieldsets


@admin.register(Character)
class CharacterAdmin(TranslatedAdmin[Character]):
    """A character: who it is, the colour, the story."""

    translated_field = "situation"
    list_display = ("name", "campaign", "palette", "origin", "order", "written_in")
    list_filter = ("campaign",)
    list_select_related = ("campaign",)
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("campaign", "name", "slug", "origin", "order")}),
        (None, {"fields": (("portrait", "palette"), "needs")}),
        *fieldsets(Character, "situation", "before", "that_day", "now", "learned"),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Keep the address of a stored character: printed links hold it."""
        return ("slug",) if obj else ()
