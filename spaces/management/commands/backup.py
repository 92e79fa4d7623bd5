"""`manage.py backup`: the whole site in one file."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from spaces.exchange import backup
from spaces.hours.opening import TIMEZONE


class Command(BaseCommand):
    """Write every table and every uploaded file into one archive."""

    help = "Write the whole site, uploaded files included, into one file (or into a folder)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where the backup goes."""
        parser.add_argument("target", type=Path, metavar="FILE_OR_FOLDER")

    def handle(self, *, target: Path, **_options: Any) -> None:
        """Write the backup, and say where it is and what it holds."""
        try:
            path, counts = backup.write(target, timezone.now().astimezone(TIMEZONE))
        except OSError as error:
            raise CommandError(f"The backup was not written: {error}") from error
        size = path.stat().st_size / 1e6
        self.stdout.write(f"Wrote {path}: {sum(counts.values())} rows, {size:.1f} MB.")
