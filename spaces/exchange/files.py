"""Files of tables: told apart by what they hold, read whole or refused in a sentence."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import tablib
from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from spaces.exchange.cells import neutral, plain

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
LARGEST = 5_000_000  # bytes
LARGEST_UNPACKED = 100_000_000  # bytes: an XLSX is a ZIP
MOST_ROWS = 5_000
MOST_COLUMNS = 200
SEPARATORS = ",;\t"


class FileError(ValueError):
    """A file that cannot be read, or whose columns are not ours: a sentence for who sent it."""


class Table(tablib.Dataset):  # type: ignore[misc]  # the library has no types
    """Rows below a head; `lines` says where each stands in the file."""

    lines: list[int]


def read(data: bytes) -> Table:
    """Return the table in a file: its kind, encoding and separator are found out.

    Raise FileError with a sentence where there is none.
    """
    if len(data) > LARGEST:
        raise FileError(_("This file is larger than 5 MB. Divide it, and import the parts."))
    if data.startswith(b"PK\x03\x04"):
        return _table(_plain(_xlsx(data)))
    text = _text(data)
    if text.lstrip()[:1] in ("[", "{"):
        return _table(_json(text))
    return _table(_plain(_csv(text)))


def write(table: tablib.Dataset, kind: str) -> bytes:
    """Return a table as a file of a kind; no cell of it is a formula to a spreadsheet."""
    if kind == "json":
        entries = [dict(zip(table.headers, row, strict=True)) for row in table]
        return json.dumps(entries, ensure_ascii=False, indent=1).encode() + b"\n"
    rows: list[Sequence[Any]] = [table.headers]
    rows += [[neutral(cell) for cell in row] for row in table]
    if kind == "csv":
        out = io.StringIO(newline="")
        csv.writer(out).writerows(rows)
        return out.getvalue().encode("utf-8-sig")  # by its mark Excel knows UTF-8
    return _workbook(rows)


def _workbook(rows: Iterable[Sequence[Any]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append(
            [ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell for cell in row]
        )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _table(rows: Iterable[tuple[int, Sequence[Any]]]) -> Table:
    """Return the rows as a table, without its empty ones."""
    filled = ((line, _trimmed(cells)) for line, cells in rows)
    content = ((line, cells) for line, cells in filled if cells)
    _line, head = next(content, (0, []))
    names = ["_".join(str(cell or "").lower().split()) for cell in head]
    if "" in names:
        raise FileError(_("Column %(number)s has no name.") % {"number": names.index("") + 1})
    for name in names:
        if names.count(name) > 1:
            raise FileError(_("Two columns have the name “%(name)s”.") % {"name": name})
    table = Table(headers=names)
    table.lines = []
    for line, cells in content:
        if len(cells) > len(names):
            raise FileError(
                _("Line %(line)s has more cells than the first line has names.") % {"line": line}
            )
        if len(table.lines) == MOST_ROWS:
            raise FileError(_("This file has more than 5000 lines. Divide it."))
        table.append([*cells, *[""] * (len(names) - len(cells))])
        table.lines.append(line)
    if not table.lines:
        raise FileError(_("This file has no line to import."))
    return table


def _plain(rows: Iterable[tuple[int, Sequence[Any]]]) -> Iterator[tuple[int, list[Any]]]:
    for line, cells in rows:
        yield line, [plain(cell) for cell in cells]


def _trimmed(cells: Sequence[Any]) -> list[Any]:
    trimmed = list(cells)
    while trimmed and (trimmed[-1] is None or not str(trimmed[-1]).strip()):
        trimmed.pop()
    return trimmed


def _text(data: bytes) -> str:
    encodings = ["utf-8-sig", "cp1252"]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # Excel's “Unicode text”
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and not text.startswith("%PDF"):
            return text
    raise FileError(_("This file is not a table. Choose a CSV, XLSX or JSON file."))


def _csv(text: str) -> Iterator[tuple[int, list[str]]]:
    head = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=lambda sign: len(next(csv.reader([head], delimiter=sign), [])))
    try:
        yield from enumerate(csv.reader(io.StringIO(text, ""), delimiter=separator), 1)
    except csv.Error as error:
        raise FileError(_("This CSV file cannot be read: %(error)s.") % {"error": error}) from error


def _json(text: str) -> Iterator[tuple[int, list[Any]]]:
    try:
        entries = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileError(
            _("This JSON file cannot be read: %(error)s.") % {"error": error}
        ) from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise FileError(_("A JSON file must hold a list of objects."))
    names = list(entries[0]) if entries else []
    yield 0, names
    for number, entry in enumerate(entries, 1):
        if set(entry) != set(names):
            raise FileError(
                _("Object %(number)s has other names than the first one.") % {"number": number}
            )
        yield number, [entry[name] for name in names]


def _xlsx(data: bytes) -> Iterator[tuple[int, tuple[Any, ...]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
                raise FileError(_("This file is too large once it is unpacked."))
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet: Any = book.worksheets[0]
        rows = list(sheet.iter_rows(max_row=10 * MOST_ROWS, max_col=MOST_COLUMNS, values_only=True))
    except FileError:
        raise
    except Exception as error:  # a broken file breaks openpyxl in many ways
        raise FileError(_("This file is not a spreadsheet that can be read.")) from error
    yield from enumerate(rows, 1)
