"""`manage.py make_booklet`: every published space on paper, in each language of the site."""

from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from config.languages import LANGUAGES
from spaces.directory import booklets as booklet_files
from spaces.directory import published
from spaces.hours.opening import TIMEZONE
from spaces.models import DataVersion
from spaces.paper import booklet
from spaces.paper.typesetting import TypesettingError


class Command(BaseCommand):
    """Make the booklets anew, all of them or none."""

    help = "Make the booklets (PDF) that the site offers, in the place of those before."

    def handle(self, **_options: Any) -> None:
        """Set each booklet, keep them, and let the pages tell their new date."""
        now, directory = timezone.now(), published.current()
        made = {}
        for code in LANGUAGES:
            with override(code):
                try:
                    made[code] = booklet.make(directory, now)
                except TypesettingError as error:
                    what = f"The booklet ({code}) was not made; those before stay as they are."
                    raise CommandError(f"{what}\n{error}") from error
        try:
            booklet_files.store(made, now.astimezone(TIMEZONE).date())
        except OSError as error:
            raise CommandError(f"The booklets could not be stored: {error}") from error
        DataVersion.bump()
        sizes = ", ".join(f"{code} {len(pdf) / 1e6:.1f} MB" for code, pdf in made.items())
        self.stdout.write(f"Made the booklets of {len(directory.spaces)} spaces: {sizes}.")
