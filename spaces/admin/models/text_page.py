"""Pages of text."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy, override

from config.languages import LANGUAGES
from spaces.admin.shared.translated import TranslatedAdmin, fieldsets
from spaces.models import TextPage


@admin.register(TextPage)
class TextPageAdmin(TranslatedAdmin[TextPage]):
    """What the site says about itself: each kind of page once, and never taken away."""

    translated_field = "body"
    formfield_overrides = TranslatedAdmin.formfield_overrides | {
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 20})},
    }
    list_display = ("kind", "title", "written_in", "checked_on", "updated_at", "pages")
    readonly_fields = ("updated_at", "pages")
    save_on_top = True
    fieldsets: ClassVar[Any] = (
        (None, {"fields": ("kind", "checked_on", "updated_at", "pages")}),
        *fieldsets(TextPage, "title", "body"),
    )

    @admin.display(description=gettext_lazy("see on the site"))
    def pages(self, obj: TextPage) -> str:
        """Return a link to the page in each language."""
        if obj._state.adding:  # noqa: SLF001  Django's own word for it
            return "–"
        links = []
        for language in LANGUAGES.values():
            with override(language.code):
                links.append((obj.get_absolute_url(), language.code, language.name))
        return format_html_join(" · ", '<a href="{0}" hreflang="{1}" lang="{1}">{2}</a>', links)

    def get_readonly_fields(
        self, request: HttpRequest, obj: TextPage | None = None
    ) -> tuple[str, ...]:
        """Keep the kind of a stored page: its address goes by it."""
        return (*self.readonly_fields, *(("kind",) if obj else ()))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Allow it while a page is wanting."""
        wanting = len(TextPage.Kind) > TextPage.objects.count()
        return wanting and super().has_add_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: every page of the site links to these."""
        return False
