"""A space in a short message, and the links that hand it on. Nothing is sent.

Sources: RFC 5724 (sms), RFC 6068 (mailto), WhatsApp's click to chat.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _

from spaces.language import phones
from spaces.models import Space
from spaces.wording import address
from spaces.wording.hours import LastingHours
from spaces.wording.sentences import full_name, tagged


class Message(NamedTuple):
    """What is sent: a subject, and a text of a few lines that ends with the short link."""

    subject: str
    text: str

    @property
    def sms(self) -> str:
        """Return a link to a new text message; `?&` is what both iOS and Android read."""
        return f"sms:?&body={quote(self.text, safe='')}"

    @property
    def whatsapp(self) -> str:
        """Return a link to a new WhatsApp message."""
        return f"https://wa.me/?text={quote(self.text, safe='')}"

    @property
    def email(self) -> str:
        """Return a link to a new e-mail; its lines end as RFC 6068 wants."""
        body = quote(self.text.replace("\n", "\r\n"), safe="")
        return f"mailto:?subject={quote(self.subject, safe='')}&body={body}"


def short_link(space: Space) -> str:
    """Return the address by which a space's code leads to its page; it is read in any case."""
    return f"{settings.SITE_URL}/S/{space.code}"


def as_typed(link: str) -> str:
    """Return a link as one reads it on paper and types it: upper case, without its scheme."""
    return link.partition("://")[2].upper()


def message(space: Space, link: str, today: date) -> Message:
    """Return the message about a space in the active language; it is read later than today."""
    lines = [
        full_name(space),
        address.one_line(space),
        tagged(space, "\n".join(LastingHours(space, today).words)),
        phone_line(space),
        link,
    ]
    return Message(subject=lines[0], text="\n".join(filter(None, lines)))


def list_message(spaces: Iterable[Space], today: date) -> Message:
    """Return the message about several spaces, one below the other."""
    texts = (message(space, short_link(space), today).text for space in spaces)
    return Message(subject=_("Places with computers"), text="\n\n".join(texts))


def phone_line(space: Space) -> str:
    """Return the line with the space's number, '' where none is known."""
    return _("Phone: %(number)s") % {"number": phones.display(space.phone)} if space.phone else ""
