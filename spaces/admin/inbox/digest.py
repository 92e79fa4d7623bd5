"""The queue of work by mail: what waits for an editor, with links to the lists that hold it.

An account has no language: the mail is in French, and in Dutch below it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from spaces.admin.pages import queue
from spaces.inbox import mails
from spaces.language.dates import day_in_words

_LANGUAGES = ("fr", "nl")
_RIGHTS = ("spaces.view_every_space", "spaces.change_space")


class Digest(NamedTuple):
    """A mail about to be sent, and how much waits."""

    to: str
    subject: str
    parts: list[mails.Part]
    waiting: int

    def send(self) -> None:
        """Send it; raise OSError where the server does not take it."""
        mails.send(self.to, self.subject, self.parts)


def editors() -> Iterator[Any]:
    """Yield who has an address and may change every listing."""
    staff = get_user_model().objects.filter(is_active=True, is_staff=True).exclude(email="")
    yield from (user for user in staff.order_by("pk") if user.has_perms(_RIGHTS))


def compose(editor: Any, today: date) -> Digest | None:
    """Return the mail for an editor, None where nothing waits for them."""
    request = HttpRequest()
    request.user = editor
    subjects, parts, waiting = [], [], 0
    for language in _LANGUAGES:
        with override(language):
            sections = list(_waiting(request, today))
            waiting = sum(item.waiting for section in sections for item in section.items)
            subjects.append(_("To do on %(day)s") % {"day": day_in_words(today, "j F")})
            parts.append(_part(language, sections))
    return Digest(editor.email, " / ".join(subjects), parts, waiting) if waiting else None


def _waiting(request: HttpRequest, today: date) -> Iterator[queue.Section]:
    """Yield the sections of the queue, of each only what waits, with whole addresses."""
    for section in queue.sections(request, today):
        items = [
            item._replace(address=settings.SITE_URL + item.address)
            for item in section.items
            if item.waiting
        ]
        if items:
            yield section._replace(items=items)


def _part(language: str, sections: list[queue.Section]) -> mails.Part:
    """Return the mail in the active language."""
    desk = settings.SITE_URL + reverse("admin:index")
    hello = _("This waits for you at the desk:")
    why = _(
        "You get this mail because you may change every listing. "
        "An administrator can take your address out."
    )
    lines = [hello]
    for section in sections:
        items = [f"{item.waiting} · {item.words}\n{item.address}" for item in section.items]
        lines.append("\n".join([section.title.upper(), *items]))
    text = "\n\n".join([*lines, desk, why])
    context = {"hello": hello, "sections": sections, "desk": desk, "why": why}
    return mails.Part(language, text, render_to_string("admin/_digest.html", context))
