"""`manage.py remind`: ask managers by e-mail whether their listing is still right."""

from datetime import timedelta
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from spaces import reminders
from spaces.hours import TIMEZONE
from spaces.models import SpaceContact

DAYS_IN_MONTH = 30.44


class Command(BaseCommand):
    """Send each mail once, however often the command runs; one that fails stops no other."""

    help = "Ask managers by e-mail whether their listing is still right."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take after how many months a listing is asked about."""
        parser.add_argument("--months", type=int, default=6, help="since the last check (6)")

    def handle(self, *, months: int, **_options: Any) -> None:
        """Write to whom it is due, and say so."""
        now = timezone.now()
        before = now.astimezone(TIMEZONE).date() - timedelta(days=round(months * DAYS_IN_MONTH))
        sent = failed = 0
        for contact in SpaceContact.objects.due(before, now).select_related("space"):
            mail = reminders.claim(contact, now)
            if mail is None:
                continue
            try:
                reminders.send(contact)
            except OSError as error:  # every trouble with a mail server is one
                reminders.take_back(mail)
                failed += 1
                self.stderr.write(f"{contact.space}: not sent ({type(error).__name__}).")
            else:
                sent += 1
                self.stdout.write(f"{contact.space}: sent ({contact.language}).")
        self.stdout.write(f"Sent {sent}, failed {failed}.")
        if failed:
            raise CommandError("Some mails could not be sent; the next run tries them again.")
