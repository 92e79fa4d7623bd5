"""Messages about a space that wait: above its form, done when that is saved."""

from typing import Any, NamedTuple

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from spaces.models import Message, MissingSpace, Report, Space

NAME = "told"  # in an address, the message that a form is about; in the form, those that it closes
_LONGEST_NUMBER = 19  # digits; a database refuses more


class PendingMessage(NamedTuple):
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


def form_address(space: Space, message: Message) -> str:
    """Return the address of the space's form, where the message will be done when it is saved."""
    return reverse("admin:spaces_space_change", args=[space.pk], query={NAME: key(message)})


def about(request: HttpRequest, space: Space | None) -> list[PendingMessage]:
    """Return what waits about a space; about a new one, the message that it is made of."""
    found = []
    asked = request.GET.get(NAME, "")
    ticked = request.POST.getlist(NAME) if request.method == "POST" else [asked]
    for model, which in _where(space, asked):
        desk = _desk(model)
        if desk.has_view_permission(request):
            for message in desk.get_queryset(request).waiting().filter(which):
                may_decide = desk.has_change_permission(request, message)
                name = key(message)
                is_ticked = may_decide and name in ticked
                found.append(PendingMessage(message, name, may_decide, is_ticked))
    return sorted(found, key=lambda pending: not pending.is_ticked)


def close_ticked(request: HttpRequest, space: Space) -> HttpResponse | None:
    """Mark as done what was ticked; return the way back for who came from a message."""
    return _close(request, about(request, space))


def close_of_new(request: HttpRequest, space: Space) -> HttpResponse | None:
    """Tie a new space to the message that it was made of, then do as above."""
    pending = about(request, None)
    keys = [one.message.pk for one in pending if one.may_decide]
    MissingSpace.objects.filter(pk__in=keys, draft=None).update(draft=space)
    return _close(request, pending)


def _close(request: HttpRequest, pending: list[PendingMessage]) -> HttpResponse | None:
    back = None
    for one in pending:
        if one.is_ticked:
            desk = _desk(type(one.message))
            desk.say_done(request, desk.decide(request, [one.message], Message.Status.DONE))
            if one.key == request.GET.get(NAME) and "_save" in request.POST:
                back = desk.to_what_waits()
    return back


def _where(space: Space | None, asked: str) -> list[tuple[type[Message], Q]]:
    """Return where to look for messages about a space, and which."""
    if space:
        return [(Report, Q(space=space)), (MissingSpace, Q(draft=space))]
    model, _dash, number = asked.partition("-")
    is_one = model == "missingspace" and number.isdecimal() and len(number) < _LONGEST_NUMBER
    return [(MissingSpace, Q(pk=number, draft=None))] if is_one else []


def _desk(model: type[Message]) -> Any:
    return admin.site.get_model_admin(model)
