"""Announcements."""

from typing import Any, ClassVar

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from config.languages import LANGUAGES
from spaces.admin.shared.translated import TranslatedAdmin, fieldsets
from spaces.models import Announcement


@admin.register(Announcement)
class AnnouncementAdmin(TranslatedAdmin[Announcement]):
    """What every page says at its top, from one moment to another."""

    translated_field = "text"
    list_display = ("text", "kind", "starts_at", "ends_at", "is_on", "written_in")
    list_filter = ("kind",)
    readonly_fields = ("preview",)
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("kind", ("starts_at", "ends_at"), "preview")}),
        *fieldsets(Announcement, "text"),
    )

    @admin.display(description=gettext_lazy("on the site now"), boolean=True)
    def is_on(self, obj: Announcement) -> bool:
        """Tell whether visitors see it at this moment."""
        return obj.is_shown(timezone.now())

    @admin.display(description=gettext_lazy("how it looks"))
    def preview(self, obj: Announcement) -> str:
        """Return the announcement as each language's pages have it."""
        if obj._state.adding:  # noqa: SLF001  Django's own word for it
            return _("Save it to see it here, also before it begins.")
        shown = []
        for language in LANGUAGES.values():
            with override(language.code):
                text = render_to_string("spaces/_announcements.html", {"announcements": [obj]})
            shown.append((language.code, language.direction, language.name, text))
        element = '<div lang="{}" dir="{}"><small>{}</small>{}</div>'
        return format_html_join("", element, shown)
