"""`manage.py second_factor NAME`: somebody's second factor, made or removed on the console."""

from typing import Any

from django.contrib.auth.models import User
from django.core.management import BaseCommand, CommandError, CommandParser
from django_otp.plugins.otp_totp.models import TOTPDevice

from spaces.paper import qr
from spaces.staff import second_factor


class Command(BaseCommand):
    """For the first administrator, and for who lost their phone."""

    help = "Make somebody's second factor and show its key and recovery codes; --reset removes it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name with which the person signs in."""
        parser.add_argument("name")
        parser.add_argument(
            "--reset", action="store_true", help="remove it: the next sign-in sets up another"
        )

    def handle(self, *, name: str, reset: bool, **_options: Any) -> None:
        """Do it, and say what was done."""
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"Nobody signs in as “{name}”.")
        if reset:
            self._reset(user)
        else:
            self._make(user)

    def _reset(self, user: User) -> None:
        done = second_factor.remove(user)
        self.stdout.write(
            f"The second factor of {user.username} is removed; they are signed out everywhere."
            if done
            else f"{user.username} had no second factor."
        )

    def _make(self, user: User) -> None:
        device = TOTPDevice(user=user, key=second_factor.new_key())
        codes = second_factor.enrol(device, None)
        if not codes:
            raise CommandError(f"{user.username} has one already: remove it first, with --reset.")
        self.stdout.write("Scan this with an app for codes, or type the key into it:\n\n")
        self.stdout.write(qr.on_console(device.config_url))
        self.stdout.write(f"Key: {second_factor.spelled(device.key)}\n{device.config_url}\n\n")
        self.stdout.write("Recovery codes, each good for once. They are shown only now:\n")
        self.stdout.write("".join(f"  {code}\n" for code in codes))
