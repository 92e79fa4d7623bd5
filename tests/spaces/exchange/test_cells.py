"""Tables for spreadsheets: written harmless."""

import csv
import io

import pytest

from spaces.exchange.cells import csv_row


@pytest.mark.parametrize("cell", ["=1+1", "+32", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_that_is_written_is_a_formula(cell: str) -> None:
    (row,) = csv.reader(io.StringIO(csv_row([cell, "a=b"]), newline=""), delimiter=";")

    assert row == [f"'{cell}", "a=b"]
