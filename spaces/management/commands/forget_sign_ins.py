"""Delete old failed tries to sign in, which name people and their addresses."""

from datetime import timedelta
from typing import Any

from axes.models import AccessAttempt
from django.core.management.base import BaseCommand
from django.utils import timezone

KEPT = timedelta(days=30)


class Command(BaseCommand):
    """Run it every night."""

    help = "Delete failed tries to sign in that are older than 30 days."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Delete them, and say how many."""
        old = AccessAttempt.objects.filter(attempt_time__lt=timezone.now() - KEPT)
        count, _each = old.delete()
        self.stdout.write(f"{count} failed tries deleted.")
