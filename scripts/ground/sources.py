"""The facts that the map is drawn from: fixtures/ground/ and our own outlines and places.

Lines in the CSV files are encoded polylines, five decimals of a degree
(https://developers.google.com/maps/documentation/utilities/polylinealgorithm); where a cell holds
several, a space parts them, and the rings of an area are told apart by the even-odd rule.
"""

import csv
import json
from collections.abc import Iterator
from functools import reduce
from typing import Any

from shapely import LineString, MultiLineString, MultiPolygon, Polygon, make_valid, unary_union

from scripts.venv import ROOT
from spaces.cartography.frame import FINEST, place
from spaces.geo.outlines import rings
from spaces.geo.points import Point

FIXTURES = ROOT / "fixtures"
METRE = 0.6632  # pixels of `FINEST`, at the Region's latitude

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """Return the rows of a file of fixtures/ground/, by its columns."""
    with (FIXTURES / "ground" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fields(name: str) -> list[dict[str, Any]]:
    """Return the fields of each row of a file of fixtures/ that Django loads."""
    loaded = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    return [each["fields"] for each in loaded]


def lines(cell: str) -> MultiLineString:
    """Return the lines of a cell, in pixels."""
    drawn = ([place(point, FINEST) for point in _decoded(text)] for text in cell.split())
    return MultiLineString([line for line in drawn if len(line) > 1])


def area(cell: str) -> MultiPolygon:
    """Return the area whose rings are in a cell, in pixels."""
    found = [Polygon(line.coords) for line in lines(cell).geoms if len(line.coords) > 3]
    return polygons(reduce(lambda one, other: one.symmetric_difference(other), map(_whole, found)))


def municipalities() -> dict[str, MultiPolygon]:
    """Return the municipalities' areas by NIS code, in pixels."""
    return {
        nis: polygons(
            unary_union(
                [
                    _whole(Polygon([place(Point(lat, lng), FINEST) for lng, lat in ring]))
                    for ring in each
                ]
            )
        )
        for nis, each in rings().items()
    }


def polygons(shape: Any) -> MultiPolygon:
    """Return what has an area in a shape."""
    if isinstance(shape, Polygon):
        return MultiPolygon([shape])
    return MultiPolygon([each for each in _parts(shape) if isinstance(each, Polygon)])


def strings(shape: Any) -> list[LineString]:
    """Return the lines in a shape."""
    return [each for each in _parts(shape) if isinstance(each, LineString) and not each.is_empty]


def _parts(shape: Any) -> Iterator[Any]:
    if hasattr(shape, "geoms"):
        for each in shape.geoms:
            yield from _parts(each)
    else:
        yield shape


def _whole(shape: Polygon) -> Any:
    return shape if shape.is_valid else make_valid(shape)


def _decoded(text: str) -> Iterator[Point]:
    values = _values(text)
    latitude = longitude = 0
    for d_latitude in values:
        latitude, longitude = latitude + d_latitude, longitude + next(values)
        yield Point(latitude / 1e5, longitude / 1e5)


def _values(text: str) -> Iterator[int]:
    value = shift = 0
    for character in text:
        chunk = ord(character) - 63
        value |= (chunk & 31) << shift
        shift += 5
        if chunk < 32:
            yield ~(value >> 1) if value & 1 else value >> 1
            value = shift = 0
