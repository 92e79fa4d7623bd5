"""What people told us about a space: above its form while it waits, done when that is saved."""

from typing import Any, NamedTuple

from django import forms
from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from spaces.admin.inbox.message import STYLE
from spaces.models import Message, MissingSpace, Report, Space
from spaces.search.links import query

NAME = "told"  # the message that a form is about; in the form, those that it closes
_LONGEST_NUMBER = 19  # digits; a database refuses more


class Told(NamedTuple):
    """A message above the form: its key, whether its box is there, and ticked."""

    message: Any
    key: str
    may_decide: bool
    is_ticked: bool

    @property
    def address(self) -> str:
        """Return the message's own page."""
        name = self.message._meta.model_name  # noqa: SLF001
        return reverse(f"admin:spaces_{name}_change", args=[self.message.pk])


def key(message: Message) -> str:
    """Return what names a message in an address."""
    return f"{message._meta.model_name}-{message.pk}"  # noqa: SLF001


def form(space: Space, message: Message) -> str:
    """Return the address of the space's form, where the message will be done when it is saved."""
    address = reverse("admin:spaces_space_change", args=[space.pk])
    return address + query([(NAME, key(message))])


class ToldAdmin(admin.ModelAdmin[Space]):
    """Spaces' pages, with what waits about each."""

    @property
    def media(self) -> forms.Media:
        """Return the desk's files, and the style of messages."""
        return super().media + STYLE

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the form, below the messages."""
        context["told"] = self._told(request, kwargs.get("obj"))
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Space, *args: Any) -> HttpResponse:
        """Tie a new space to the message that it was made of."""
        about = self._told(request, None)
        keys = [told.message.pk for told in about if told.may_decide]
        MissingSpace.objects.filter(pk__in=keys, draft=None).update(draft=obj)
        return self._close(request, about) or super().response_add(request, obj, *args)

    def response_change(self, request: HttpRequest, obj: Space) -> HttpResponse:
        """Close the messages that were ticked."""
        about = self._told(request, obj)
        return self._close(request, about) or super().response_change(request, obj)

    def _told(self, request: HttpRequest, space: Space | None) -> list[Told]:
        """Return what waits about a space; about a new one, the message that it is made of."""
        found = []
        asked = request.GET.get(NAME, "")
        ticked = request.POST.getlist(NAME) if request.method == "POST" else [asked]
        for model, which in _about(space, asked):
            desk = _desk(model)
            if desk.has_view_permission(request):
                for message in desk.get_queryset(request).waiting().filter(which):
                    may_decide = desk.has_change_permission(request, message)
                    name = key(message)
                    found.append(Told(message, name, may_decide, may_decide and name in ticked))
        return sorted(found, key=lambda told: not told.is_ticked)

    def _close(self, request: HttpRequest, about: list[Told]) -> HttpResponse | None:
        """Mark as done what was ticked; return the way back for who came from a message."""
        back = None
        for told in about:
            if told.is_ticked:
                desk = _desk(type(told.message))
                desk.say_done(request, desk.decide(request, [told.message], Message.Status.DONE))
                if told.key == request.GET.get(NAME) and "_save" in request.POST:
                    back = desk.to_what_waits()
        return back


def _about(space: Space | None, asked: str) -> list[tuple[type[Message], Q]]:
    """Return where to look for messages about a space, and which."""
    if space:
        return [(Report, Q(space=space)), (MissingSpace, Q(draft=space))]
    model, _dash, number = asked.partition("-")
    is_one = model == "missingspace" and number.isdecimal() and len(number) < _LONGEST_NUMBER
    return [(MissingSpace, Q(pk=number, draft=None))] if is_one else []


def _desk(model: type[Message]) -> Any:
    return admin.site.get_model_admin(model)
