"""Delete what may not be kept: old failed tries to sign in, and what visitors wrote long ago."""

from datetime import timedelta
from typing import Any

from axes.models import AccessAttempt
from django.core.management.base import BaseCommand
from django.utils import timezone

from spaces.models import MissingSpace, Proposal, Report

RETENTION = timedelta(days=30)


class Command(BaseCommand):
    """Run it every night."""

    help = (
        "Delete failed tries to sign in that are older than 30 days, and what people wrote in "
        "messages that were decided on more than 30 days ago."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Delete both, and say how many."""
        now = timezone.now()
        old = AccessAttempt.objects.filter(attempt_time__lt=now - RETENTION)
        count, _each = old.delete()
        words = sum(model.objects.forget_words(now) for model in (Report, MissingSpace, Proposal))
        self.stdout.write(f"{count} failed tries deleted, the words of {words} messages too.")
