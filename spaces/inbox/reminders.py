"""The mail that asks a space's manager whether its listing is still right, and its signed link."""

import secrets
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from spaces.inbox import mails
from spaces.models import DataVersion, Proposal, Space, SpaceContact

VALID = timedelta(days=30)
_signer = signing.TimestampSigner(salt="spaces.reminders")


class LinkError(Exception):
    """Why a link leads nowhere: a sentence for whoever tapped it."""


_OLD = _("This link is too old: it works for 30 days. We will send you a new one.")
_BROKEN = _("We cannot read this link. Open it again from the e-mail, as a whole.")
_USED = _("This link was used already, or a newer e-mail replaced it. You need not do anything.")
_HIDDEN = _("This place has no public page now. You need not do anything.")


class Mail(NamedTuple):
    """An e-mail about to be sent: its contact, and how that was before."""

    contact: SpaceContact
    reminded_at: datetime | None
    nonce: str


def token(contact: SpaceContact) -> str:
    """Return the signed text that a link carries: whose it is, and which mail it came in."""
    return _signer.sign(f"{contact.pk}:{contact.nonce}")


def contact_of(text: str) -> SpaceContact:
    """Return whose link this is; raise LinkError where it is good for nothing."""
    try:
        key, _colon, nonce = _signer.unsign(text, max_age=VALID).partition(":")
    except signing.SignatureExpired as error:
        raise LinkError(_OLD) from error
    except signing.BadSignature as error:
        raise LinkError(_BROKEN) from error
    found = SpaceContact.objects.select_related("space").filter(pk=key).first()
    if found is None or not nonce or found.nonce != nonce:
        raise LinkError(_USED)
    if found.space.status != Space.Status.PUBLISHED:
        raise LinkError(_HIDDEN)
    return found


@DataVersion.held()
def confirm(contact: SpaceContact, today: date) -> None:
    """Note that the manager finds everything right; the link is used up."""
    _use(contact)
    space = Space.objects.select_for_update().get(pk=contact.space_id)
    space.checked_on, space.checked_by = today, Space.Checker.SPACE
    space._change_reason = gettext("The manager says: all still right")  # type: ignore[attr-defined]  # noqa: SLF001
    space.save()


@transaction.atomic
def propose(contact: SpaceContact, proposal: Proposal) -> None:
    """Keep what the manager proposes; the link is used up."""
    _use(contact)
    proposal.save()


def claim(contact: SpaceContact, at: datetime) -> Mail | None:
    """Stamp a contact before its mail is sent; None where another run has done so."""
    mail = Mail(contact, contact.reminded_at, contact.nonce)
    nonce = secrets.token_hex(16)
    same = SpaceContact.objects.filter(pk=contact.pk, reminded_at=contact.reminded_at)
    if not same.update(reminded_at=at, nonce=nonce):
        return None
    contact.reminded_at, contact.nonce = at, nonce
    return mail


def take_back(mail: Mail) -> None:
    """Undo the stamp of a mail that could not be sent: the next run tries again."""
    mine = SpaceContact.objects.filter(pk=mail.contact.pk, nonce=mail.contact.nonce)
    mine.update(reminded_at=mail.reminded_at, nonce=mail.nonce)


def send(contact: SpaceContact) -> None:
    """Send the mail, in text and HTML, in the manager's language."""
    with override(contact.language):
        name = " ".join(contact.space.name.split())
        address = f"{settings.SITE_URL}{reverse('still_right')}?t={token(contact)}"
        before = [
            gettext("Hello,"),
            gettext("People find “%(name)s” on our site. Is what it says still right?")
            % {"name": name},
        ]
        ask = gettext("Look and answer: it takes one minute.")
        after = [
            gettext("You need no password. The link works for 30 days."),
            gettext("Thank you! Digital Public Spaces in Brussels"),
        ]
        text = "\n\n".join([*before, f"{ask}\n{address}", *after])
        link = format_html('<p><a href="{}">{}</a></p>', address, ask)
        html = mails.paragraphs(*before) + link + mails.paragraphs(*after)
        subject = gettext("%(name)s: is everything still right?") % {"name": name}
        mails.send(contact.email, subject, [mails.Part(contact.language, text, html)])


def _use(contact: SpaceContact) -> None:
    """Use a link up; of two taps at once, one is refused."""
    mine = SpaceContact.objects.filter(pk=contact.pk, nonce=contact.nonce)
    if not contact.nonce or not mine.update(nonce=""):
        raise LinkError(_USED)
