"""`manage.py import_addresses`: the Region's register of addresses, all of it or nothing."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from spaces.gazetteer import best, register


class Command(BaseCommand):
    """Read BeST, the Region's address register, in the place of the one before."""

    help = "Import the addresses of the Brussels Region from the ZIP that BeST publishes."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help="openaddress-bebru.zip, as it was downloaded")

    def handle(self, *, file: Path, **_options: Any) -> None:
        """Import the file, telling how far it is, then what it held."""
        try:
            counts = register.replace(best.addresses(file), self._tell)
        except best.RegisterError as error:
            raise CommandError(f"Nothing was imported. {error}") from error
        self.stdout.write(
            f"Imported {counts.houses:,} houses in {counts.streets:,} streets, of {counts.rows:,} "
            f"rows; {counts.passed_over:,} were passed over (not in use, not in the Region, or "
            "without a number or a point)."
        )

    def _tell(self, rows: int) -> None:
        self.stdout.write(f"{rows:,} rows read")
        self.stdout.flush()
