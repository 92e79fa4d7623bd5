"""BeST, the file of the Region's address register: a CSV in a ZIP, a row for each box.

Its columns are those that opendata.bosa.be publishes. Rows are read one after the other, as there
are some 850,000.
"""

import csv
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from spaces.geo.boxes import REGION
from spaces.geo.points import Point

COLUMNS = (
    *("EPSG:4326_lat", "EPSG:4326_lon", "house_number", "municipality_id", "postcode"),
    *("street_id", "streetname_fr", "streetname_nl", "region_code", "status"),
)
BRUSSELS = "BE-BRU"
LONGEST = {"streetname_fr": 150, "streetname_nl": 150, "house_number": 20}  # characters
LARGEST = 2_000_000_000  # bytes of the CSV; the Region's has a tenth


class RegisterError(Exception):
    """A file that is not the register; its text says why, and in which line."""


class Address(NamedTuple):
    """A house or a box of it."""

    street_id: str
    name_fr: str
    name_nl: str
    nis: str
    postal_code: str
    number: int
    house_number: str
    point: Point


def addresses(path: Path) -> Iterator[Address | None]:
    """Yield the addresses of the file, None for each row that is none that people could be at.

    That is one of another Region, one no longer or not yet in use, without a point or a number.
    """
    with _table(path) as lines:
        reader = csv.DictReader(lines)
        try:
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise RegisterError(f"The CSV file has no column “{missing[0]}”.")
            for row in reader:
                yield _address(row, reader.line_num)
        except (csv.Error, UnicodeDecodeError) as error:
            raise RegisterError(
                f"After line {reader.line_num}: this is no CSV in UTF-8."
            ) from error


@contextmanager
def _table(path: Path) -> Iterator[io.TextIOWrapper]:
    """Open the CSV in the archive."""
    try:
        with ZipFile(path) as archive:
            names = [info for info in archive.infolist() if info.filename.lower().endswith(".csv")]
            if len(names) != 1:
                what = "no CSV file" if not names else "more than one CSV file"
                raise RegisterError(f"There is {what} in the archive.")
            if names[0].file_size > LARGEST:
                raise RegisterError("The CSV file is too large to be the register.")
            with archive.open(names[0]) as file:
                yield io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    except (BadZipFile, zlib.error, EOFError) as error:
        raise RegisterError("This file is no whole ZIP archive.") from error
    except (RuntimeError, NotImplementedError) as error:  # a password, a strange compression
        raise RegisterError(f"The archive cannot be opened: {error}.") from error
    except OSError as error:
        raise RegisterError(f"The file could not be read: {error}.") from error


def _address(row: dict[str, str], line: int) -> Address | None:
    if None in row or None in row.values():
        raise RegisterError(f"Line {line} has not as many cells as there are columns.")
    if row["region_code"] != BRUSSELS or row["status"] not in {"current", ""}:
        return None
    if too_long := next((name for name, most in LONGEST.items() if len(row[name]) > most), None):
        raise RegisterError(f"Line {line}: {too_long} is too long.")
    french, dutch = row["streetname_fr"].strip(), row["streetname_nl"].strip()
    if not (french or dutch):
        raise RegisterError(f"Line {line}: the street has no name.")
    if not re.fullmatch(r"21\d{3}", row["municipality_id"]):
        raise RegisterError(f"Line {line}: “{row['municipality_id']}” is no NIS code of Brussels.")
    if not re.fullmatch(r"1\d{3}", row["postcode"]):
        raise RegisterError(f"Line {line}: “{row['postcode']}” is no postal code of Brussels.")
    number = re.match(r"\d{1,5}", row["house_number"])
    point = _point(row, line)
    if number is None or point is None:
        return None
    return Address(
        street_id=row["street_id"],
        name_fr=french or dutch,
        name_nl=dutch or french,
        nis=row["municipality_id"],
        postal_code=row["postcode"],
        number=int(number[0]),
        house_number=row["house_number"],
        point=point,
    )


def _point(row: dict[str, str], line: int) -> Point | None:
    latitude, longitude = row["EPSG:4326_lat"], row["EPSG:4326_lon"]
    if not (latitude and longitude):
        return None
    try:
        point = Point(float(latitude), float(longitude))
    except ValueError as error:
        raise RegisterError(f"Line {line}: {latitude}, {longitude} is no point.") from error
    if point == (0, 0):
        return None
    if not REGION.holds(point):
        raise RegisterError(f"Line {line}: {latitude}, {longitude} is not in the Brussels Region.")
    return point
