"""Messages that wait for the desk: read, decided on with one tap, and put back where needed."""

from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.contrib import admin, messages
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import formats, timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from config.languages import LANGUAGES
from spaces.admin.shared import files
from spaces.admin.shared.base import DeskAdmin, M
from spaces.models import Message
from spaces.models.message import MessageStatus
from spaces.staff.addresses import of_list

SHOWN_IN_LIST = 80  # characters
STATUS_CHANGED = [{"changed": {"fields": ["Status"]}}]  # as Django's own log has it


class Button(NamedTuple):
    """A decision: the name under which it is sent, and its words."""

    name: str
    words: str


@admin.action(
    description=gettext_lazy("Mark the selected messages as done"), permissions=["change"]
)
def mark_as_done(desk: Any, request: HttpRequest, chosen: QuerySet[Any]) -> None:
    """Close messages that somebody has acted upon."""
    desk.say_done(request, desk.decide(request, chosen, Message.Status.DONE))


@admin.action(description=gettext_lazy("Refuse the selected messages"), permissions=["change"])
def refuse(desk: Any, request: HttpRequest, chosen: QuerySet[Any]) -> None:
    """Close messages that nobody will act upon."""
    desk.say_refused(request, desk.decide(request, chosen, Message.Status.REFUSED))


@admin.action(
    description=gettext_lazy("Let the selected messages wait again"), permissions=["change"]
)
def reopen(desk: Any, request: HttpRequest, chosen: QuerySet[Any]) -> None:
    """Take decisions back."""
    now = timezone.now()
    desk.say_reopened(request, desk.log_each(request, [m for m in chosen if m.reopen(now)]))


class MessageAdmin(DeskAdmin[M]):
    """A kind of message, what waits first: read and decided on; never written here."""

    files: tuple[forms.Media, ...] = (files.MESSAGES,)
    actions = (mark_as_done, refuse, reopen)
    change_form_template = "admin/spaces/message.html"
    ordering = (F("decided_at").desc(nulls_first=True), "-created_at", "-id")
    list_select_related: ClassVar[Any] = ("decided_by",)
    sent: tuple[str, ...] = ()  # what the visitor sent: to read, not to change
    received: ClassVar[tuple[str, ...]] = ("page_language", "created_at", "status", "decided")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return what was sent, what was decided, then what the desk writes."""
        return (*self.sent, *self.received, "note")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return all but what the desk writes."""
        return (*self.sent, *self.received)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: the public writes them."""
        return False

    def buttons(self, request: HttpRequest, message: Any) -> list[Button]:
        """Return what can be decided about a message, the likeliest first."""
        if message.status == Message.Status.NEW:
            return [Button("_done", _("Mark as done")), Button("_refuse", _("Refuse"))]
        return (
            [Button("_reopen", _("Let it wait again"))]
            if message.may_reopen(timezone.now())
            else []
        )

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the message, with its buttons."""
        message = kwargs.get("obj")
        if message and self.has_change_permission(request, message):
            context["buttons"] = self.buttons(request, message)
        context["show_save_and_continue"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save what was written, and leave alone what somebody else may have decided meanwhile."""
        if form.changed_data:
            obj.save(update_fields=form.changed_data)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Do what the button says that was tapped; the note is saved by now."""
        if "_reopen" in request.POST:
            self.say_reopened(request, self.log_each(request, [obj] * obj.reopen(timezone.now())))
            return HttpResponseRedirect(request.path)
        if "_done" in request.POST:
            self.say_done(request, self.decide(request, [obj], Message.Status.DONE))
            return self.to_what_waits()
        if "_refuse" in request.POST:
            self.say_refused(request, self.decide(request, [obj], Message.Status.REFUSED))
            return self.to_what_waits()
        return super().response_change(request, obj)

    def decide(self, request: HttpRequest, chosen: Any, status: MessageStatus) -> int:
        """Give each message that waits the status; return how many did wait."""
        now = timezone.now()
        return self.log_each(request, [m for m in chosen if m.decide(status, request.user, now)])

    def log_each(self, request: HttpRequest, changed: list[Any]) -> int:
        """Log that the status of these messages changed; return how many there are."""
        for message in changed:
            self.log_change(request, message, STATUS_CHANGED)
        return len(changed)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Log what changed; of a form that was sent untouched there is nothing to log."""
        return super().log_change(request, obj, message) if message else None

    def to_what_waits(self) -> HttpResponse:
        """Lead to the list of what still waits."""
        model = f"{self.opts.app_label}_{self.opts.model_name}"
        return HttpResponseRedirect(of_list(model, ("status__exact", Message.Status.NEW)))

    def say_done(self, request: HttpRequest, count: int) -> None:
        """Say how many messages are done."""
        words = ngettext("%(count)d message is done.", "%(count)d messages are done.", count)
        self._say(request, words, count)

    def say_refused(self, request: HttpRequest, count: int) -> None:
        """Say how many messages are refused."""
        words = ngettext("%(count)d message is refused.", "%(count)d messages are refused.", count)
        self._say(request, words, count)

    def say_reopened(self, request: HttpRequest, count: int) -> None:
        """Say how many messages wait again."""
        words = ngettext("%(count)d message waits again.", "%(count)d messages wait again.", count)
        self._say(request, words, count)

    def _say(self, request: HttpRequest, words: str, count: int) -> None:
        if count:
            self.message_user(request, words % {"count": count}, messages.SUCCESS)
        else:
            self.message_user(request, _("Somebody has decided on this already."), messages.WARNING)

    @admin.display(description=gettext_lazy("decided"), ordering="decided_at")
    def decided(self, obj: Any) -> str:
        """Return who decided, and when."""
        return ", ".join(_decision(obj)) or "–"

    @admin.display(description=gettext_lazy("in their words"))
    def beginning(self, obj: Any) -> str:
        """Return how the text begins."""
        return Truncator(obj.text).chars(SHOWN_IN_LIST) or "–"

    @admin.display(description=gettext_lazy("language of the page"))
    def page_language(self, obj: Any) -> str:
        """Return the language in which the visitor read the page."""
        known = LANGUAGES.get(obj.language)
        return known.name if known else obj.language


def _decision(message: Any) -> Iterator[str]:
    if message.decided_by:
        yield str(message.decided_by)
    if message.decided_at:
        yield formats.date_format(timezone.localtime(message.decided_at), "SHORT_DATETIME_FORMAT")
