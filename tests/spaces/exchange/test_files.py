"""Files of tables: told apart by what they hold, refused in words, and harmless to spreadsheets."""

import csv
import io
import json
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from spaces.exchange import cells, files
from spaces.exchange.columns import Day, Degrees, Hour, Several, Whole, YesNo

HEAD = ["code", "name_fr"]
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"


def workbook(*rows: list[Any]) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def content(table: files.Table) -> list[list[Any]]:
    return [table.headers, *map(list, table)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_encoding_and_separator_are_found_out(encoding: str, separator: str) -> None:
    text = separator.join(HEAD) + "\r\n" + separator.join(["A", "Été, œuvre; fin"])
    if separator != "\t":
        text = text.replace("Été, œuvre; fin", '"Été, œuvre; fin"')

    table = files.read(text.encode(encoding))

    assert content(table) == [HEAD, ["A", "Été, œuvre; fin"]]


def test_xlsx_is_known_by_what_it_holds_and_keeps_its_types() -> None:
    data = workbook(["code", "day", "number"], ["A", date(2026, 12, 24), 7], [None, None, None])

    table = files.read(data)

    assert len(table) == 1
    assert Day().clean(table[0][1]) == date(2026, 12, 24)
    assert Whole().clean(table[0][2]) == 7


def test_json_is_a_list_of_objects() -> None:
    table = files.read(json.dumps([{"code": "A", "name_fr": "Été"}]).encode())

    assert content(table) == [HEAD, ["A", "Été"]]


def test_lines_are_those_of_the_file() -> None:
    table = files.read(b"code,name_fr\n\nA,a\n,\nB,b\n")

    assert table.lines == [3, 5]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no line"),
        (b"   \n\n", "no line"),
        (b"code,name_fr\n", "no line"),
        (PDF, "not a table"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a table"),
        (b"\xff\xfe\x00", "not a table"),
        (b"PK\x03\x04 and no spreadsheet", "not a spreadsheet"),
        (b"[1, 2]", "list of objects"),
        (b'{"code": "A"}', "list of objects"),
        (b"[{", "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
        (b'[{"code": 1}, {"kode": 2}]', "Object 2"),
        (b"code,,name_fr\nA,b,c\n", "Column 2 has no name"),
        (b"code,code\nA,B\n", "Two columns"),
        (b"code,name_fr\nA,b,c\n", "Line 2"),
        (b'code,name_fr\nA,"' + b"x" * 200_000, "cannot be read"),
        (b"code\n" + b"A\n" * 5_001, "5000 lines"),
        (b"x" * 5_000_001, "5 MB"),
    ],
)
def test_bad_file_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(files.FileError, match=words):
        files.read(data)


def test_xlsx_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_UNPACKED", 1_000)

    with pytest.raises(files.FileError, match="unpacked"):
        files.read(workbook(HEAD, ["A", "b"]))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_cell_is_a_formula_to_a_spreadsheet(start: str, kind: str) -> None:
    table = files.Table(headers=["code", "name_fr"])
    table.append(["A", f"{start}HYPERLINK(1)"])

    data = files.write(table, kind)

    if kind == "xlsx":
        cell = load_workbook(io.BytesIO(data)).worksheets[0]["B2"]
        assert cell.data_type == "s"
        written = cell.value
    else:
        written = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), "")))[1][1]
    assert str(written).startswith("'")


@given(st.text() | st.from_regex(r"'*[=+\-@\t\r].*"))
def test_neutral_cell_comes_back_as_it_was(text: str) -> None:
    assert cells.plain(cells.neutral(text)) == text
    assert not str(cells.neutral(text)).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        (Day(), "31/12/2026", date(2026, 12, 31)),
        (Day(), "2026-12-31", date(2026, 12, 31)),
        (Hour(), "9:30", time(9, 30)),
        (Hour(), "9h30", time(9, 30)),
        (Hour(), time(9, 30), time(9, 30)),
        (Degrees(), "50,84655", 50.84655),
        (Degrees(), 50.0, 50.0),
        (Whole(), 12.0, 12),
        (YesNo(), "Oui", True),
        (YesNo(), False, False),
        (Several(lambda: ["fr", "nl"]), "NL ; fr", ["fr", "nl"]),
        (Day(), "", None),
    ],
)
def test_cell_is_read(cell: Any, value: Any, expected: object) -> None:
    assert cell.clean(value) == expected


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (Day(), "31/02/2026"),
        (Day(), "tomorrow"),
        (Hour(), "25:00"),
        (Hour(), "noon"),
        (Degrees(), "north"),
        (Degrees(), "nan"),
        (Whole(), "-1"),
        (Whole(), "1.5"),
        (Whole(), "9" * 30),
        (YesNo(), "maybe"),
        (Several(lambda: ["fr"]), "fr, xx"),
    ],
)
def test_cell_is_refused_in_a_sentence(cell: Any, value: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        cell.clean(value)
