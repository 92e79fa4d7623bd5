"""`manage.py make_posters`: a ZIP of posters as PDF files, as the desk sends it."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from campaign.models import Poster
from campaign.print.kit import note_printed, zipped
from campaign.print.poster import PaperFormat


class Command(BaseCommand):
    """Set posters on paper."""

    help = "Write a ZIP of posters (PDF) and the table that says which is which."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where to write, and which posters on what paper."""
        parser.add_argument("zip", type=Path, help="The file to write.")
        parser.add_argument("codes", nargs="*", help="Codes of posters; none: all of them.")
        parser.add_argument("--format", choices=PaperFormat.values, default=PaperFormat.A3)
        parser.add_argument("--bleed", action="store_true", help="3 mm more, and crop marks.")

    def handle(self, **options: Any) -> None:
        """Write the file piece by piece."""
        codes = [code.upper() for code in options["codes"]]
        posters = Poster.objects.for_print().order_by("code")
        chosen = list(posters.filter(code__in=codes) if codes else posters)
        if missing := set(codes) - {poster.code for poster in chosen}:
            raise CommandError(f"No poster has this code: {', '.join(sorted(missing))}")
        form = PaperFormat(options["format"])
        try:
            with options["zip"].open("wb") as file:
                for piece in zipped(chosen, form, timezone.now(), bleed=options["bleed"]):
                    file.write(piece)
        except OSError as error:
            raise CommandError(f"The file could not be written: {error}") from error
        note_printed(chosen)
        self.stdout.write(f"Wrote {len(chosen)} posters to {options['zip']}.")
