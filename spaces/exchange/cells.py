"""Cells that a spreadsheet must not take for formulas, and rows of them. Pure."""

import csv
import io
import re
from collections.abc import Iterable
from typing import Any

# An apostrophe in front makes text of it; text that has one already gets another.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NEUTRAL = re.compile(r"'+[=+\-@\t\r]")


def neutral(cell: Any) -> Any:
    """Return a cell that no spreadsheet computes: "=1+1" becomes "'=1+1"."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def plain(cell: Any) -> Any:
    """Return a cell as it was before `neutral`: "'+32 2 …" becomes "+32 2 …"."""
    return cell[1:] if isinstance(cell, str) and _NEUTRAL.match(cell) else cell


def csv_row(cells: Iterable[object]) -> str:
    """Return a row as a spreadsheet in Belgium opens it: with semicolons, no cell a formula."""
    line = io.StringIO(newline="")
    csv.writer(line, delimiter=";").writerow([neutral(str(cell)) for cell in cells])
    return line.getvalue()
