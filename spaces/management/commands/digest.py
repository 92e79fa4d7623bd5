"""`manage.py digest`: mail to editors what waits at the desk."""

from functools import partial
from typing import Any

from django.utils import timezone

from spaces.admin.inbox import digest
from spaces.hours.opening import TIMEZONE
from spaces.management.mailing import MailingCommand
from spaces.models import LastDigest


class Command(MailingCommand):
    """Send each editor one mail a day at most, however often the command runs."""

    help = "Mail to editors what waits at the desk: one mail a day at most, none if nothing waits."

    def handle(self, **_options: Any) -> None:
        """Write to those for whom something waits, and say so."""
        today = timezone.now().astimezone(TIMEZONE).date()
        for editor in digest.editors():
            mail = digest.compose(editor, today)
            if mail and LastDigest.stamp(editor, today):
                take_back = partial(LastDigest.take_back, editor, today)
                self.deliver(str(editor), f"{mail.waiting} waiting", mail.send, take_back)
        self.finish()
