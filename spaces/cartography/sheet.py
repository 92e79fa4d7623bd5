"""The small map of a sheet: the municipalities' outlines and numbered points. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, radians
from typing import NamedTuple

from spaces.geo.outlines import Ring, rings
from spaces.geo.points import EARTH_RADIUS, Point

SIDE = 1000  # of the square that is drawn, in its own units
LEAST = 4_000  # metres that the square shows at least
MARGIN = 1.5  # times the extent of the points
APART = 130  # units between two numbers, so that each can be read
ROUNDS = 30
PIN = 64  # half the side of a number
LETTER, LINE = 33, 60  # of a name: about how wide and how high
EDGE = 15
MOVES = (0, 80, -80, 120, -120, 180, -180, 240, -240)  # up and down, to where there is room

Box = tuple[float, float, float, float]


class Town(NamedTuple):
    """A municipality: its name as it is drawn, and its middle."""

    name: str
    point: Point


class Spot(NamedTuple):
    """What is to be shown: its number, where it is, whether that is invented, and its town."""

    number: int
    point: Point
    is_example: bool
    town: Town


class Pin(NamedTuple):
    """A number on the map."""

    number: int
    x: int
    y: int
    is_example: bool


class Name(NamedTuple):
    """A municipality's name on the map, by its middle."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Drawing:
    """What the picture is made of: paths in SVG's words, names, numbers."""

    outlines: list[str]
    names: list[Name]
    pins: list[Pin]


class _Frame(NamedTuple):
    """The square of the earth that is drawn: its middle, and its side in metres."""

    middle: Point
    metres: float

    def place(self, point: Point) -> tuple[float, float]:
        """Return where a point is drawn (equirectangular: good enough over a few kilometres)."""
        scale = radians(1) * EARTH_RADIUS * SIDE / self.metres
        east = (point.longitude - self.middle.longitude) * cos(radians(self.middle.latitude))
        north = point.latitude - self.middle.latitude
        return SIDE / 2 + east * scale, SIDE / 2 - north * scale


def draw(spots: Sequence[Spot]) -> Drawing:
    """Return the drawing of at least one spot, with the names of the towns that they are in."""
    frame = _frame([spot.point for spot in spots])
    places = _apart([frame.place(spot.point) for spot in spots])
    towns = dict.fromkeys(spot.town for spot in spots)
    return Drawing(
        outlines=[path for each in rings().values() for path in _paths(each, frame)],
        names=_names(towns, places, frame),
        pins=[
            Pin(spot.number, round(x), round(y), spot.is_example)
            for spot, (x, y) in zip(spots, places, strict=True)
        ],
    )


def _names(towns: Iterable[Town], pins: list[tuple[float, float]], frame: _Frame) -> list[Name]:
    """Return the names in sight, each where it hides no number and no other name, if it can."""
    boxes: list[Box] = [(x, y, PIN, PIN) for x, y in pins]
    names = []
    for town in towns:
        half = len(town.name) * LETTER / 2
        x, y = frame.place(town.point)
        if not (0 <= x <= SIDE and 0 <= y <= SIDE):
            continue
        x = min(max(x, half + EDGE), SIDE - half - EDGE)
        tried = [(x, min(max(y + move, LINE), SIDE - LINE), half, LINE / 2) for move in MOVES]
        best = next((box for box in tried if not any(_meet(box, b) for b in boxes)), tried[0])
        boxes.append(best)
        names.append(Name(town.name, round(best[0]), round(best[1] + LINE / 3)))
    return names


def _meet(one: Box, other: Box) -> bool:
    """Tell whether two boxes, each by its middle and its half sides, overlap."""
    return abs(one[0] - other[0]) < one[2] + other[2] and abs(one[1] - other[1]) < one[3] + other[3]


def _frame(points: list[Point]) -> _Frame:
    south, north = min(p.latitude for p in points), max(p.latitude for p in points)
    west, east = min(p.longitude for p in points), max(p.longitude for p in points)
    middle = Point((south + north) / 2, (west + east) / 2)
    degree = radians(1) * EARTH_RADIUS
    width = (east - west) * degree * cos(radians(middle.latitude))
    return _Frame(middle, max(LEAST, MARGIN * max(width, (north - south) * degree)))


def _paths(each: list[Ring], frame: _Frame) -> Iterator[str]:
    """Return the rings that are at least partly inside the square."""
    for ring in each:
        corners = [frame.place(Point(latitude, longitude)) for longitude, latitude in ring]
        xs, ys = [x for x, _y in corners], [y for _x, y in corners]
        if max(xs) > 0 and min(xs) < SIDE and max(ys) > 0 and min(ys) < SIDE:
            yield f"M{' '.join(f'{x:.0f},{y:.0f}' for x, y in corners)}z"


def _apart(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the places, those that would hide each other pushed apart a little at a time."""
    moved = list(places)
    for _round in range(ROUNDS):
        for one, other in combinations(range(len(moved)), 2):
            (x1, y1), (x2, y2) = moved[one], moved[other]
            gap = hypot(x2 - x1, y2 - y1)
            if gap < APART:
                push = (APART - gap) / 2
                # Where two are at one point, the second goes to the right of the first.
                dx, dy = ((x2 - x1) / gap, (y2 - y1) / gap) if gap else (1.0, 0.0)
                moved[one] = (x1 - dx * push, y1 - dy * push)
                moved[other] = (x2 + dx * push, y2 + dy * push)
    return [(min(SIDE - PIN, max(PIN, x)), min(SIDE - PIN, max(PIN, y))) for x, y in moved]
