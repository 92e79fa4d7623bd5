"""A line of a table that a spreadsheet in Belgium opens. Pure."""

import csv
import io
from collections.abc import Iterable

from spaces.exchange.cells import neutral


def write_row(cells: Iterable[object]) -> str:
    """Return the line, with semicolons; no cell of it is a formula."""
    line = io.StringIO(newline="")
    csv.writer(line, delimiter=";").writerow([neutral(str(cell)) for cell in cells])
    return line.getvalue()
