"""Tables from spreadsheets: read whatever the office sends, refused in words, written harmless."""

import csv
import io

import pytest

from campaign import table
from campaign.table import Line, TableError

COLUMNS = {"name": ("nom", "naam"), "stop": ("arrêt",), "character": ()}


def read(text: str) -> list[Line]:
    return table.read(text, COLUMNS, needed=("name", "character"))


def refusal(text: str) -> str:
    with pytest.raises(TableError) as error:
        read(text)
    return str(error.value)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_table_is_read_whatever_separates_it(separator: str, end: str) -> None:
    rows = (("Name", "Character"), (" Here ", "Salima"), ("There", "Manu"))

    lines = read(end.join(separator.join(row) for row in rows))

    assert lines == [
        Line(2, {"name": "Here", "character": "Salima"}),
        Line(3, {"name": "There", "character": "Manu"}),
    ]


def test_columns_may_be_named_in_any_language_order_and_case() -> None:
    (line,) = read("ARRET;Remarque;character;Nom\nBourse;oui;manu;Gare\n")

    assert line.cells == {"stop": "Bourse", "character": "manu", "name": "Gare"}


def test_empty_lines_are_left_out_and_numbers_stay_those_of_the_spreadsheet() -> None:
    lines = read("name;character\n;\n\nHere;Salima\n")

    assert [line.number for line in lines] == [4]


def test_line_that_is_too_short_or_too_long_is_read_as_far_as_it_goes() -> None:
    short, long = read("name;character\nHere\nThere;Manu;x;y\n")

    assert short.cells == {"name": "Here"}
    assert long.cells == {"name": "There", "character": "Manu"}


def test_quoted_cell_holds_separators_and_quotes() -> None:
    (line,) = read('name;character\n"Here; the ""door""";Salima\n')

    assert line.cells["name"] == 'Here; the "door"'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is nothing in this table."),
        (" \n;\n", "There is nothing in this table."),
        (
            "where;character\nHere;Salima",
            "The first line must name the columns. Missing: name. Found: where, character.",
        ),
        (
            "name|character\nHere|Salima",
            (
                "The first line must name the columns. Missing: name, character. "
                "Found: name|character."
            ),
        ),
        ("name;nom;character\na;b;c", "A column is there twice: name."),
        ('name;character\n"Here;Salima', "A line cannot be read: look for a quotation mark."),
        (
            "name;character\n" + "Here;Salima\n" * 2001,
            "There are more than 2,000 lines. Make several files of it.",
        ),
    ],
)
def test_text_that_is_no_table_is_refused_in_words(text: str, sentence: str) -> None:
    assert refusal(text) == sentence


def test_two_thousand_lines_are_read() -> None:
    assert len(read("name;character\n" + "Here;Salima\n" * 2000)) == 2000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_file_of_any_office_is_decoded(encoding: str) -> None:
    assert table.decode("Arrêt « Étangs noirs » €".encode(encoding)) == "Arrêt « Étangs noirs » €"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("name".encode("utf-16"), "This is no CSV file."),
        (b"PK\x03\x04\x00\x00", "This is no CSV file."),
        (b"x" * (1024 * 1024 + 1), "This file is too heavy: 1 MB at most."),
    ],
)
def test_file_that_is_no_table_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(TableError, match=sentence):
        table.decode(data)


@pytest.mark.parametrize("cell", ["=1+1", "+32", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_that_is_written_is_a_formula(cell: str) -> None:
    (row,) = csv.reader(io.StringIO(table.write_row([cell, "a=b"]), newline=""), delimiter=";")

    assert row == [f"'{cell}", "a=b"]
