"""What the commands that send mails have in common: one that fails stops no other."""

from collections.abc import Callable

from django.core.management import BaseCommand, CommandError


class MailingCommand(BaseCommand):
    """A run that sends mails: it counts them, and ends with an error where some were refused."""

    sent = failed = 0

    def deliver(
        self, who: str, remark: str, send: Callable[[], None], take_back: Callable[[], None]
    ) -> None:
        """Send a mail that was claimed, and say so; take the claim back where that fails."""
        try:
            send()
        except OSError as error:  # every trouble with a mail server is one
            take_back()
            self.failed += 1
            self.stderr.write(f"{who}: not sent ({type(error).__name__}).")
        else:
            self.sent += 1
            self.stdout.write(f"{who}: sent ({remark}).")

    def finish(self) -> None:
        """Say how many were sent; raise CommandError where some were not."""
        self.stdout.write(f"Sent {self.sent}, failed {self.failed}.")
        if self.failed:
            raise CommandError("Some mails could not be sent; the next run tries them again.")
