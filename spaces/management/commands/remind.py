"""`manage.py remind`: ask managers by e-mail whether their listing is still right."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.core.management import CommandParser
from django.utils import timezone

from spaces.hours.opening import TIMEZONE
from spaces.inbox import reminders
from spaces.management.mailing import MailingCommand
from spaces.models import SpaceContact

DAYS_IN_MONTH = 30.44


class Command(MailingCommand):
    """Send each mail once, however often the command runs; one that fails stops no other."""

    help = "Ask managers by e-mail whether their listing is still right."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take after how many months a listing is asked about."""
        parser.add_argument("--months", type=int, default=6, help="since the last check (6)")

    def handle(self, *, months: int, **_options: Any) -> None:
        """Write to whom it is due, and say so."""
        now = timezone.now()
        before = now.astimezone(TIMEZONE).date() - timedelta(days=round(months * DAYS_IN_MONTH))
        for contact in SpaceContact.objects.due(before, now).select_related("space"):
            mail = reminders.claim(contact, now)
            if mail:
                send = partial(reminders.send, contact)
                take_back = partial(reminders.take_back, mail)
                self.deliver(str(contact.space), contact.language, send, take_back)
        self.finish()
