"""Of the ways to reach people: the mail server, and the help line."""

from collections.abc import Iterator
from email.utils import parseaddr

from django.conf import settings
from django.core import mail
from django.utils.translation import gettext as _

from spaces.curation.going_live.core import Item, State, judged
from spaces.curation.going_live.values import is_public
from spaces.language import phones


def items(*, connect: bool) -> Iterator[Item]:
    """Yield what mails and the help line need; `connect` tries the mail server."""
    sends = settings.EMAIL_BACKEND.endswith("smtp.EmailBackend")
    yield judged(
        "EMAIL_URL",
        _("Set EMAIL_URL to the mail server: no mail leaves this site."),
        good=sends,
    )
    sender = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    yield judged(
        "DEFAULT_FROM_EMAIL",
        _("Set DEFAULT_FROM_EMAIL to an address that somebody reads."),
        good=is_public(sender.rpartition("@")[2]),
        found=settings.DEFAULT_FROM_EMAIL,
    )
    if sends:
        yield _server(connect=connect)
    yield judged(
        "HELP_LINE",
        _("Set HELP_LINE to a number that people who are stuck may call."),
        good=phones.read(settings.HELP_LINE) is not None,
        found=settings.HELP_LINE,
    )


def _server(*, connect: bool) -> Item:
    title = _("The mail server answers")
    if not connect:
        return Item(title, State.UNKNOWN, "", _("“manage.py golive” tries it."))
    try:
        with mail.get_connection():
            return Item(title, State.OK)
    except OSError as error:  # what smtplib raises too
        mend = _("Look at EMAIL_URL: the server refused us, or could not be reached.")
        return Item(title, State.TODO, str(error), mend)
