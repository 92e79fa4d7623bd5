"""What is named on the map, most important first: where it is, and how much room its name has."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from math import atan2, degrees, dist, remainder
from typing import Any

from shapely import LineString, MultiLineString, Point, STRtree
from shapely.ops import polylabel, substring

from scripts.ground.layers import CLASSES, region, road
from scripts.ground.sources import (
    FIXTURES,
    METRE,
    Row,
    area,
    fields,
    lines,
    polygons,
    rows,
)
from scripts.ground.strokes import Corner, strokes
from spaces.cartography.frame import CLOSEST, FINEST, place
from spaces.geo import points

SCALE = 2 ** (CLOSEST - FINEST)
STRAIGHT = 6 * METRE  # that a name may stand beside its street
SHORTEST = 45 * METRE  # of a stretch that can hold a name
BESIDE = 30 * METRE  # from a street's point to its line
USUAL = 200  # metres, of a street whose length is not known
KINDS = {
    "metro_station": "metro",
    "premetro": "premetro",
    "train_station": "train",
    "tram_stop": "stop",
    "stop": "stop",
    "square": "square",
}
QUARTERS = {"village": "village", "suburb": "village"}  # any other is a quarter

# Kind, names in French and Dutch, x and y in pixels of `CLOSEST`, room in the same; of a street the
# class of its road instead, and for each stretch x, y, degrees and length.
Name = list[Any]
Key = tuple[str, str]  # the names in French and Dutch


def names() -> dict[str, list[Name]]:
    """Return all names by kind."""
    found: dict[str, list[Name]] = defaultdict(list)
    for kind, name in chain(_towns(), _quarters(), _greens(), _waters(), _stops()):
        found[kind].append(name)
    found["street"] = _streets()
    return dict(found)


def _towns() -> Iterator[tuple[str, Name]]:
    capital_first = sorted(fields("municipalities"), key=lambda town: town["nis"] != "21004")
    for town in capital_first:
        point = points.Point(town["latitude"], town["longitude"])
        yield "town", _at(town["name_fr"], town["name_nl"], point)


def _quarters() -> Iterator[tuple[str, Name]]:
    for row in rows("quarters"):
        point = points.Point(float(row["latitude"]), float(row["longitude"]))
        yield QUARTERS.get(row["kind"], "quarter"), _at(row["name_fr"], row["name_nl"], point)


def _greens() -> Iterator[tuple[str, Name]]:
    for row in rows("green"):
        inside = polygons(area(row["rings"]).intersection(region()))
        if row["name_fr"] and not inside.is_empty:
            yield "park", _in_area(row["name_fr"], row["name_nl"], inside)


def _waters() -> Iterator[tuple[str, Name]]:
    for row in rows("water"):
        if row["name_fr"] and row["kind"] == "area":
            yield "water", _in_area(row["name_fr"], row["name_nl"], area(row["lines"]))


def _stops() -> Iterator[tuple[str, Name]]:
    trams = {row["line"] for row in rows("rails") if row["mode"] == "tram"}
    for each in fields("places"):
        kind = KINDS.get(each["kind"])
        if kind is None:
            continue
        if kind == "stop":
            kind = "tram" if trams & set(each["lines"]) or each["kind"] == "tram_stop" else "bus"
        point = points.Point(each["latitude"], each["longitude"])
        yield kind, [*_at(each["name_fr"], each["name_nl"], point), " ".join(each["lines"])]


def _at(name_fr: str, name_nl: str, point: points.Point) -> Name:
    x, y = place(point, CLOSEST)
    return [name_fr, name_nl, round(x), round(y)]


def _in_area(name_fr: str, name_nl: str, shape: Any) -> Name:
    """Return a name at the middle of the widest part of an area, and how wide that is."""
    largest = max(polygons(shape).geoms, key=lambda each: each.area)
    middle = polylabel(largest, 5 * METRE)
    room = 2 * middle.distance(largest.exterior)
    return [name_fr, name_nl, *(round(value * SCALE) for value in (middle.x, middle.y, room))]


# --- streets ------------------------------------------------------------------------------------


def _streets() -> list[Name]:
    """Return the streets, the main roads first, then the longest."""
    main = {key: (name, MultiLineString(courses)) for key, name, courses in _main_roads()}
    found = [[*key, name, *_stretches(courses)] for key, (name, courses) in main.items()]
    found += _other_streets({key[0]: courses for key, (_name, courses) in main.items()})
    rank = [*CLASSES, "minor"].index
    named = [name for name in found if len(name) > len(("fr", "nl", "class"))]
    return sorted(named, key=lambda name: (rank(name[2]), -sum(name[6::4]), name[0]))


def _main_roads() -> Iterator[tuple[Key, str, list[LineString]]]:
    """Yield the names of main roads, the highest class that bears them, and their courses."""
    by_name: dict[Key, list[Row]] = defaultdict(list)
    for row in rows("roads"):
        if row["name_fr"] and not row["tunnel"]:
            by_name[row["name_fr"], row["name_nl"]].append(row)
    for key, each in by_name.items():
        classes = {row["class"] for row in each}
        name = next(name for name, members in CLASSES.items() if classes & set(members))
        yield key, name, strokes(line for row in each for line in lines(row["lines"]).geoms)


def _other_streets(main: dict[str, MultiLineString]) -> list[Name]:
    """Return the streets that are no main roads: each from its point along the line beneath."""
    courses = [course for name in (*CLASSES, "minor") for course in road(name)]
    tree = STRtree(courses)
    found: dict[Key, Name] = {}
    for row in _listed_streets():
        key = row["name_fr"], row["name_nl"]
        at = points.Point(float(row["latitude"]), float(row["longitude"]))
        point = Point(place(at, FINEST))
        course = courses[tree.nearest(point)]
        is_main = key[0] in main and main[key[0]].distance(point) <= 2 * BESIDE
        if not is_main and course.distance(point) <= BESIDE:
            half = float(row["length"] or USUAL) * METRE / 2
            along = course.project(point)
            part = substring(course, max(0, along - half), min(course.length, along + half))
            found.setdefault(key, [*key, "minor"]).extend(_stretches(MultiLineString([part])))
    return list(found.values())


def _listed_streets() -> list[Row]:
    with (FIXTURES / "places_osm.csv").open(encoding="utf-8", newline="") as file:
        listed = [row for row in csv.DictReader(file) if row["kind"] == "street"]
    return [row for row in listed if row["latitude"]]


def _stretches(courses: MultiLineString) -> list[int]:
    """Return the pieces of courses that are straight enough to write along, the longest first."""
    found = [piece for course in courses.geoms for piece in _straight(course)]
    flat = []
    for (x1, y1), (x2, y2) in sorted(found, key=lambda piece: -dist(*piece)):
        angle = remainder(degrees(atan2(y2 - y1, x2 - x1)), 180)  # never upside down
        middle = (x1 + x2) / 2 * SCALE, (y1 + y2) / 2 * SCALE
        flat += [round(value) for value in (*middle, angle, dist((x1, y1), (x2, y2)) * SCALE)]
    return flat


def _straight(course: LineString) -> Iterator[tuple[Corner, Corner]]:
    corners = list(course.simplify(METRE).coords)
    start = 0
    while start < len(corners) - 1:
        end = start + 1
        while end + 1 < len(corners) and _is_straight(corners[start : end + 2]):
            end += 1
        if dist(corners[start], corners[end]) >= SHORTEST:
            yield corners[start], corners[end]
        start = end


def _is_straight(corners: list[Corner]) -> bool:
    chord = LineString([corners[0], corners[-1]])
    return all(chord.distance(Point(corner)) <= STRAIGHT for corner in corners[1:-1])
