"""`manage.py restore`: a backup into an empty site."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from spaces.exchange import backup


class Command(BaseCommand):
    """Put a backup into an empty site, all of it or nothing."""

    help = "Put a backup into an empty site (after migrate, before seed): all of it or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the backup."""
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **_options: Any) -> None:
        """Restore the backup, and say what came back."""
        try:
            counts = backup.restore(file)
        except (backup.BackupError, OSError) as error:
            raise CommandError(f"Nothing was restored. {error}") from error
        spaces, rows = counts["spaces.Space"], sum(counts.values())
        self.stdout.write(f"Restored {spaces} spaces, {rows} rows in all.")
