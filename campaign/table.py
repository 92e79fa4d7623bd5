"""A table as spreadsheets have it: CSV read as it comes, and written to be opened. Pure.

Sources: RFC 4180; OWASP on formulas in CSV files.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from spaces.text import fold

MOST_LINES = 2000
MOST_BYTES = 1024 * 1024
SEPARATORS = (";", ",", "\t")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class TableError(Exception):
    """The text is no table that we can read; the message says why."""


class Line(NamedTuple):
    """A line with something in it: its number as a spreadsheet shows it, its cells by column."""

    number: int
    cells: dict[str, str]


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, or what Windows calls ANSI; raise TableError."""
    if len(data) > MOST_BYTES:
        raise TableError(_("This file is too heavy: 1 MB at most."))
    if b"\x00" in data:
        raise TableError(_("This is no CSV file. In your spreadsheet, save it as “CSV UTF-8”."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read(text: str, columns: Mapping[str, Iterable[str]], needed: Iterable[str]) -> list[Line]:
    """Return the lines of a table whose first one names the columns; empty lines are left out.

    `columns` has the names that each column may have, in any language and case. Raise TableError
    where one that is needed is missing, or a line cannot be told from the others.
    """
    text = text.removeprefix("\ufeff").replace("\x00", "")
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise TableError(_("A line cannot be read: look for a quotation mark.")) from error
    numbered = [(n, row) for n, row in enumerate(rows, start=1) if any(map(str.strip, row))]
    if not numbered:
        raise TableError(_("There is nothing in this table."))
    names = _columns(numbered[0][1], columns)
    if missing := [column for column in needed if column not in names]:
        words = {"columns": ", ".join(missing), "found": ", ".join(filter(None, numbered[0][1]))}
        raise TableError(
            _("The first line must name the columns. Missing: %(columns)s. Found: %(found)s.")
            % words
        )
    if len(numbered) - 1 > MOST_LINES:
        raise TableError(_("There are more than 2,000 lines. Make several files of it."))
    return [Line(number, _cells(names, row)) for number, row in numbered[1:]]


def write_row(cells: Iterable[object]) -> str:
    """Return a line of a table that a spreadsheet in Belgium opens; no cell is a formula."""
    line = io.StringIO(newline="")
    csv.writer(line, delimiter=";").writerow([_harmless(str(cell)) for cell in cells])
    return line.getvalue()


def _columns(header: list[str], columns: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the column of each cell of the first line, '' for what we do not know."""
    known = {fold(name): column for column, names in columns.items() for name in (column, *names)}
    found = [known.get(fold(cell), "") for cell in header]
    if twice := {name for name in found if name and found.count(name) > 1}:
        words = {"columns": ", ".join(sorted(twice))}
        raise TableError(_("A column is there twice: %(columns)s.") % words)
    return found


def _cells(names: list[str], row: list[str]) -> dict[str, str]:
    return {name: cell.strip() for name, cell in zip(names, row, strict=False) if name}


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
