"""The queue of what the public tells us: reports of errors, and places that are missing."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from config.languages import LANGUAGES
from spaces.admin.base import DeskAdmin, M
from spaces.admin.own import OwnSpacesAdmin
from spaces.models import Message, MissingSpace, Report

SHOWN_IN_LIST = 80  # characters


@admin.action(
    description=gettext_lazy("Mark the selected messages as done"), permissions=["change"]
)
def mark_as_done(desk: Any, request: HttpRequest, chosen: QuerySet[Any]) -> None:
    """Close messages that somebody has acted upon."""
    count = _set_status(desk, request, chosen, Message.Status.DONE)
    words = ngettext("%(count)d message is done.", "%(count)d messages are done.", count)
    desk.message_user(request, words % {"count": count})


@admin.action(description=gettext_lazy("Refuse the selected messages"), permissions=["change"])
def refuse(desk: Any, request: HttpRequest, chosen: QuerySet[Any]) -> None:
    """Close messages that nobody will act upon."""
    count = _set_status(desk, request, chosen, Message.Status.REFUSED)
    words = ngettext("%(count)d message is refused.", "%(count)d messages are refused.", count)
    desk.message_user(request, words % {"count": count})


class MessageAdmin(DeskAdmin[M]):
    """A kind of message, the latest first: read, acted upon, closed; never written here."""

    actions = (mark_as_done, refuse)
    ordering = ("-created_at", "-id")
    sent: tuple[str, ...] = ()  # what the visitor sent: to read, not to change

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return what was sent, then what the desk writes."""
        return (*self.sent, "page_language", "created_at", "status", "note")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return all but what the desk writes."""
        return (*self.sent, "page_language", "created_at")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: the public writes them."""
        return False

    @admin.display(description=gettext_lazy("in their words"))
    def beginning(self, obj: Any) -> str:
        """Return how the text begins."""
        return Truncator(obj.text).chars(SHOWN_IN_LIST) or "–"

    @admin.display(description=gettext_lazy("language of the page"))
    def page_language(self, obj: Any) -> str:
        """Return the language in which the visitor read the page."""
        known = LANGUAGES.get(obj.language)
        return known.name if known else obj.language


@admin.register(Report)
class ReportAdmin(OwnSpacesAdmin[Report], MessageAdmin[Report]):
    """What is wrong on spaces' pages."""

    list_display = ("created_at", "space", "kind", "beginning", "status", "space_form")
    list_filter = ("status", "kind", "language", "space__municipality")
    list_select_related = ("space",)
    search_fields = ("space__search_key__contains",)
    sent = ("space_form", "kind", "text")

    @admin.display(description=gettext_lazy("correct it"))
    def space_form(self, obj: Report) -> str:
        """Return a link to the form of the space."""
        address = reverse("admin:spaces_space_change", args=[obj.space_id])
        words = _("Correct %(name)s") % {"name": obj.space}
        return format_html('<a href="{}">{}</a>', address, words)


@admin.register(MissingSpace)
class MissingSpaceAdmin(MessageAdmin[MissingSpace]):
    """Places that the directory does not have."""

    list_display = ("created_at", "name", "where", "beginning", "status")
    list_filter = ("status", "language")
    folded_fields = ("name", "where", "text")
    sent = ("name", "where", "text", "new_space")

    @admin.display(description=gettext_lazy("add it"))
    def new_space(self, obj: MissingSpace) -> str:
        """Return a link to the form for a new space."""
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:spaces_space_add"), _("Add a space")
        )


def _set_status(desk: Any, request: HttpRequest, chosen: QuerySet[Any], status: str) -> int:
    """Give each message the status; return how many did not have it."""
    changed = list(chosen.exclude(status=status))
    chosen.model.objects.filter(pk__in=[message.pk for message in changed]).update(status=status)
    for message in changed:
        desk.log_change(request, message, [{"changed": {"fields": ["Status"]}}])
    return len(changed)
