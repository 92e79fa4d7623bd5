"""`manage.py export_spaces`: every space as a table, as the desk exports it."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from spaces.exchange import files
from spaces.exchange.spaces import SpaceResource


class Command(BaseCommand):
    """Write the listings to a file."""

    help = "Write every space to a file (CSV, XLSX or JSON) that import_spaces reads again."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the kind, and the file: the console where none is named."""
        parser.add_argument("--format", choices=list(files.KINDS), default="csv", dest="kind")
        parser.add_argument("--output", type=Path, metavar="FILE")

    def handle(self, *, kind: str, output: Path | None, **_options: Any) -> None:
        """Write the file, drafts and samples included."""
        table = SpaceResource().export()
        data = files.write(table, kind)
        if output is None:
            if kind == "xlsx":
                raise CommandError("An XLSX file is not for the console: name one with --output.")
            self.stdout.write(data.decode("utf-8-sig"), ending="")
            return
        try:
            output.write_bytes(data)
        except OSError as error:
            raise CommandError(f"The file could not be written: {error}") from error
        self.stdout.write(f"Wrote {len(table)} spaces to {output}.")
