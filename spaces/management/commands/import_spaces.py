"""`manage.py import_spaces`: a file of spaces, all of it or nothing, as the desk imports it."""

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from spaces.exchange import files
from spaces.exchange.resource import Outcome
from spaces.exchange.spaces import SpaceResource


class Command(BaseCommand):
    """Add and change spaces by a file; none is ever deleted, but samples if that is asked for."""

    help = "Import spaces from a CSV, XLSX or JSON file: all of it, or nothing if a cell is wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and what to do with it."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would change; change nothing."
        )
        parser.add_argument(
            "--replace-samples",
            action="store_true",
            help="Close the sample spaces that the file does not name, delete those never public "
            "and every sample course.",
        )

    def handle(self, *, file: Path, dry_run: bool, replace_samples: bool, **_options: Any) -> None:
        """Import the file, and tell what changed."""
        resource = SpaceResource()
        try:
            table = files.read(file.read_bytes())
            resource.check(table)
        except OSError as error:
            raise CommandError(f"The file could not be read: {error}") from error
        except files.FileError as error:
            raise CommandError(str(error)) from error
        outcome = resource.import_data(
            table,
            dry_run=dry_run,
            rollback_on_validation_errors=True,
            file_name=file.name,
            replace_samples=replace_samples,
        )
        if not outcome.is_good:
            raise CommandError("\n".join(["Nothing was imported.", *_wrong(outcome)]))
        for line in _changes(outcome):
            self.stdout.write(line)
        new, changed, same = (outcome.totals[kind] for kind in ("new", "update", "skip"))
        done = "Nothing was changed; the import would give" if dry_run else "Imported"
        self.stdout.write(f"{done}: {new} new, {changed} changed, {same} the same.")


def _wrong(outcome: Outcome) -> list[str]:
    return [
        f"line {problem.line}, {problem.column or 'whole line'}: {problem.sentence}"
        for problem in outcome.problems
    ]


def _changes(outcome: Outcome) -> list[str]:
    lines = []
    for row in outcome.rows:
        lines.append(f"{'new' if row.import_type == 'new' else 'changed'}: {row.object_repr}")
        lines += [f"    {cell.column}: {cell.before!r} -> {cell.after!r}" for cell in row.diff]
    lines += [f"sample closed: {name}" for name in outcome.closed]
    return [*lines, *(f"sample deleted: {name}" for name in outcome.removed)]
