"""Make fixtures/places_osm.csv: the streets, quarters and landmarks that OpenStreetMap knows.

    .venv/bin/python -m scripts.places FOLDER

FOLDER holds extracts of OpenStreetMap as tables: `streets.csv` (a row for each municipality that
a street lies in), `streets-no-point.csv` (names alone), `landmarks.csv`, `neighbourhoods.csv`.
What comes out is a table of our own, which `manage.py seed` loads. It stays a file apart, as its
licence (ODbL) asks that what is made of it be offered under the same.
"""

import csv
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.venv import ROOT
from spaces.geo import outlines
from spaces.geo.points import Point

TARGET = ROOT / "fixtures" / "places_osm.csv"

# The kinds of landmarks, in OpenStreetMap's words and in ours.
LANDMARKS = {
    "townhall": "town_hall",
    "hospital": "hospital",
    "university": "university",
    "library": "library",
    "community_centre": "community_centre",
    "museum": "museum",
    "theatre": "theatre",
    "cinema": "cinema",
    "post_office": "post_office",
    "courthouse": "court",
}

# Names that say what a landmark is, not which: nobody finds it by them.
NAMELESS = {
    *("amphitheatre", "biblio", "bibliotheek", "bibliotheque", "bpost", "foyer", "justicedepaix"),
    *("kiosque", "library"),
}


class Row(NamedTuple):
    """A place as the table holds it; what is not known is empty."""

    kind: str
    name_fr: str
    name_nl: str  # empty where it is the French one
    nis: str
    latitude: str
    longitude: str
    length: str  # metres, of a street's part in this municipality


def main(folder: Path) -> None:
    """Write the table anew; say how many rows it has. What lies outside the Region is left out."""
    every = {*_streets(folder), *_quarters(folder), *_landmarks(folder)}
    found = sorted(filter(_is_inside, every), key=_order)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Row._fields)
        writer.writerows(found)
    print(f"{len(found)} places in {TARGET}")


def _streets(folder: Path) -> Iterator[Row]:
    for row in _read(folder / "streets.csv"):
        point = (row["latitude"], row["longitude"])
        yield _row(
            "street", row["street_fr"], row["street_nl"], row["nis"], *point, row["length_m"]
        )
    for row in _read(folder / "streets-no-point.csv"):
        yield _row("street", row["street_fr"], row["street_nl"])


def _quarters(folder: Path) -> Iterator[Row]:
    """Yield the quarters that `fixtures/places.json` does not know by one of their names."""
    known = {_folded(name) for name in _names_of_places()}
    for row in _read(folder / "neighbourhoods.csv"):
        names = (row["name_fr"], row["name_nl"])
        if row["in_places_csv"] != "yes" and known.isdisjoint(map(_folded, names)):
            point = (row["latitude"], row["longitude"])
            yield _row("neighbourhood", *names, row["nis"], *point)


def _landmarks(folder: Path) -> Iterator[Row]:
    for row in _read(folder / "landmarks.csv"):
        names = (row["name_fr"], row["name_nl"])
        if _folded(row["name_fr"]) not in NAMELESS:
            point = (row["latitude"], row["longitude"])
            yield _row(LANDMARKS[row["kind"]], *names, row["nis"], *point)


def _is_inside(row: Row) -> bool:
    """Tell whether the place lies where it says, as far as a point is known."""
    point = Point(float(row.latitude or 0), float(row.longitude or 0))
    return not row.latitude or outlines.near(row.nis, point)


def _read(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _row(kind: str, french: str, dutch: str, *rest: str) -> Row:
    french, dutch = (unicodedata.normalize("NFC", " ".join(n.split())) for n in (french, dutch))
    return Row(kind, french, "" if dutch == french else dutch, *rest, *[""] * (4 - len(rest)))


def _names_of_places() -> Iterator[str]:
    """Yield the names of municipalities, postal codes, squares and quarters."""
    for name in ("municipalities", "places"):
        text = (ROOT / "fixtures" / f"{name}.json").read_text(encoding="utf-8")
        for row in json.loads(text):
            fields = row["fields"]
            if fields.get("kind", "postal_code") in {"postal_code", "neighbourhood", "square"}:
                yield from (fields["name_fr"], fields["name_nl"])


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFD", name).casefold()
    return "".join(character for character in plain if character.isalnum())


def _order(row: Row) -> tuple[object, ...]:
    kinds = ["street", "neighbourhood", *LANDMARKS.values()]
    return (kinds.index(row.kind), _folded(row.name_fr), row)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
