"""Names and signs: placed once for a zoom over the whole Region, so that they stand alike on every
picture of it, and none meets another. Pure.
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from math import dist, hypot
from typing import NamedTuple

from spaces.cartography.features import FOLDER
from spaces.cartography.frame import Box, Frame, place
from spaces.cartography.standing import (
    FR,
    NL,
    REPEATED,
    Label,
    Name,
    along,
    beside,
    middle,
    near,
    sign_at,
    standing,
)
from spaces.cartography.style import LETTERS, SIGNS
from spaces.geo.points import Point
from spaces.language.folding import fold

CELL, AREA = 64, 512  # pixels, the sides of cells: in which room is looked for, and names
ALIKE = 150  # pixels around a name in which the same one does not come again
BESIDE = 20  # pixels from a stop to the sign that is already its own
ASIDE = (0, 8, -8, 16, -16, 24, -24)  # pixels that a sign steps aside for the pin at the door
BEYOND = (0, 15, 40)  # pixels by which the name of a door's street may be longer than the street

# In this order room is given: what, and of which kind.
ORDER = (
    ("sign", "metro"),
    ("sign", "premetro"),
    ("sign", "train"),
    ("name", "town"),
    ("name", "metro"),
    ("name", "premetro"),
    ("name", "village"),
    ("name", "park"),
    ("name", "train"),
    ("name", "square"),
    ("name", "quarter"),
    ("sign", "tram"),
    ("sign", "bus"),
    ("name", "street"),
    ("name", "tram"),
    ("name", "water"),
    ("name", "bus"),
)


class Stop(NamedTuple):
    """A stop to be named before all else: where it is, its sign, its name and what calls there.

    Where there is no room for both, its name stands alone.
    """

    point: Point
    sign: str  # metro, premetro, train, tram or bus
    names: tuple[str, ...]
    lines: str


class Door(NamedTuple):
    """A door, whose own street is named where that can be: where it is, and the street."""

    point: Point
    street: str


class Board:
    """What is taken on a map."""

    def __init__(self, boxes: Iterable[Box] = ()) -> None:
        self._cells: dict[tuple[int, int], array[float]] = defaultdict(lambda: array("f"))
        self.take(boxes)

    def is_free(self, boxes: Iterable[Box]) -> bool:
        """Tell whether nothing lies there."""
        return not any(
            box.meets(Box(*taken[at : at + 4]))
            for box in boxes
            for cell in _cells(box)
            if (taken := self._cells.get(cell))
            for at in range(0, len(taken), 4)
        )

    def take(self, boxes: Iterable[Box]) -> None:
        """Let nothing else lie there."""
        for box in boxes:
            for cell in _cells(box):
                self._cells[cell].extend(box)


class Plan:
    """All labels of a zoom in a language, each where it has its place."""

    def __init__(self, zoom: int, language: str) -> None:
        self.zoom, self.language = zoom, language
        # In each cell of the map three numbers a label: of what, of which, and at which place.
        self._cells: dict[tuple[int, int], array[int]] = defaultdict(lambda: array("i"))
        board, alike = Board(), _Alike()
        for of, (what, kind) in enumerate(ORDER):
            for number, name in enumerate(_shown(what, kind, zoom)):
                for choice, label in enumerate(standing(what, kind, name, zoom, language)):
                    if not alike.is_near(label) and board.is_free(label.boxes):
                        board.take(label.boxes)
                        alike.add(label)
                        for cell in _cells(label.box, AREA):
                            self._cells[cell].extend((of, number, choice))
                        if kind != "street":
                            break

    def near(self, box: Box) -> Iterator[tuple[Label, Name]]:
        """Yield the labels that reach into a box, each with what it names."""
        keys: set[tuple[int, ...]] = set()
        for cell in _cells(box, AREA):
            found = self._cells.get(cell, ())
            keys.update(zip(found[::3], found[1::3], found[2::3], strict=True))
        for of, number, choice in sorted(keys):
            what, kind = ORDER[of]
            name = _shown(what, kind, self.zoom)[number]
            label = next(islice(standing(what, kind, name, self.zoom, self.language), choice, None))
            if label.box.meets(box):
                yield label, name


@cache
def plan(zoom: int, language: str) -> Plan:
    """Return the labels of a zoom in `fr`, `nl` or `fr-nl`."""
    return Plan(zoom, language)


def on_tile(frame: Frame, language: str) -> list[Label]:
    """Return the labels that reach into a tile: its neighbours draw what is beyond."""
    return [label for label, _name in plan(frame.zoom, language).near(frame.box)]


def on_frame(
    frame: Frame,
    language: str,
    obstacles: Sequence[Box] = (),
    stops: Sequence[Stop] = (),
    door: Door | None = None,
) -> list[Label]:
    """Return the labels of a picture that stands alone: none is cut, none lies on an obstacle.

    The boxes of what is in the way are in pixels, as the frame's own are. These stops are named
    first, then the street of the door, near to it.
    """
    sheet = _Sheet(frame, obstacles)
    planned = list(plan(frame.zoom, language).near(frame.box))
    signed = [(label, name) for label, name in planned if not label.lines and sheet.place([label])]
    found = [label for label, _name in signed]
    for stop in stops:
        found += _stop(stop, sheet, found, frame.zoom)
    if door and door.street:
        found += sheet.place(_street(door, frame, language))
    moved = []
    signs = {id(name) for _label, name in signed}
    for label, name in _without(stops, planned, frame.zoom):
        if label.kind in SIGNS and id(name) not in signs:
            continue  # a name whose stop is not on the picture
        placed = sheet.place([label])
        found += placed
        if not placed and label.kind != "street":
            moved.append((label, name))
    for label, name in moved:
        found += sheet.place(_elsewhere(label, name, frame, language))
    return found + _more_streets(sheet, frame, language, found)


class _Sheet:
    """A picture that stands alone, and what is taken on it."""

    def __init__(self, frame: Frame, obstacles: Iterable[Box]) -> None:
        self.box, self.board = frame.box, Board(obstacles)

    def place(self, labels: Iterable[Label]) -> list[Label]:
        """Take the first of these places that is whole and free; return it in a list, or none."""
        for label in labels:
            if self.box.holds(label.box) and self.board.is_free(label.boxes):
                self.board.take(label.boxes)
                return [label]
        return []


def _stop(stop: Stop, sheet: _Sheet, found: Sequence[Label], zoom: int) -> list[Label]:
    """Return a stop's name, with its sign where that does not stand there yet."""
    x, y = place(stop.point, zoom)
    signs = (label for label in found if not label.lines)
    own = next((sign for sign in signs if dist((sign.x, sign.y), (x, y)) < BESIDE), None)
    new = [] if own else sheet.place(sign_at(stop.sign, zoom, x + by, y) for by in ASIDE)
    if own is None and not new:
        return []
    sign = own or new[0]
    ways = [(*stop.names, stop.lines), stop.names] if stop.lines else [stop.names]
    written = (beside(sign.kind, lines, zoom, sign.x, sign.y) for lines in ways)
    return new + sheet.place(chain.from_iterable(written))


def _street(door: Door, frame: Frame, language: str) -> Iterator[Label]:
    """Yield the places for the name of a door's street.

    The name stands along its street, as near as it can, else level beside the door.
    """
    known = _streets().get(fold(door.street), []) if _shown("name", "street", frame.zoom) else []
    there = place(door.point, frame.zoom)
    for beyond in BEYOND:
        places = (label for name in known for label in along(name, frame, language, beyond))
        yield from sorted(places, key=lambda label: dist((label.x, label.y), there))
    for name in known[:1]:
        yield from near(name, language, *there)


def _without(
    stops: Sequence[Stop], found: Iterable[tuple[Label, Name]], zoom: int
) -> Iterator[tuple[Label, Name]]:
    """Yield the names in what is found, but for those of these stops."""
    places = [place(stop.point, zoom) for stop in stops]
    for label, name in found:
        is_near = (dist(middle(name, zoom), there) < ALIKE / 2 for there in places)
        if label.lines and not (label.kind in SIGNS and any(is_near)):
            yield label, name


def _elsewhere(label: Label, name: Name, frame: Frame, language: str) -> Iterator[Label]:
    """Yield the other places of a name whose point is on the picture."""
    if frame.box.has(*middle(name, frame.zoom)):
        yield from standing("name", label.kind, name, frame.zoom, language)
        if label.kind not in SIGNS:
            yield label.inside(frame.box)


def _more_streets(
    sheet: _Sheet, frame: Frame, language: str, found: Sequence[Label]
) -> list[Label]:
    """Return the streets that have room on this picture alone."""
    shown = {label.lines for label in found}
    more = []
    for name in _shown("name", "street", frame.zoom):
        places = along(name, frame, language)
        more += sheet.place(label for label in places if label.lines not in shown)
    return more


class _Alike:
    """Where the same name already stands: a stop is named once, a street now and then."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], list[tuple[float, float]]] = defaultdict(list)

    def is_near(self, label: Label) -> bool:
        """Tell whether the same name stands near."""
        near = REPEATED * 0.6 if label.kind == "street" else ALIKE
        return bool(label.lines) and any(
            hypot(label.x - x, label.y - y) < near for x, y in self._places[label.lines]
        )

    def add(self, label: Label) -> None:
        """Remember where a label stands."""
        if label.lines:
            self._places[label.lines].append((label.x, label.y))


@cache
def names() -> dict[str, list[Name]]:
    """Return what is named, by kind, the most important first."""
    found: dict[str, list[Name]] = json.loads((FOLDER / "names.json").read_text(encoding="utf-8"))
    return found


@cache
def _streets() -> dict[str, list[Name]]:
    """Return the streets by their folded names, French and Dutch."""
    found: dict[str, list[Name]] = defaultdict(list)
    for street in names()["street"]:
        for name in {fold(street[FR]), fold(street[NL])}:
            found[name].append(street)
    return dict(found)


def _shown(what: str, kind: str, zoom: int) -> list[Name]:
    """Return the names of a kind, where they, or their signs, are shown at a zoom."""
    if what == "sign":
        return names()[kind] if zoom >= SIGNS[kind].first else []
    letters = LETTERS[kind]
    return names()[kind] if letters.first <= zoom <= letters.last else []


def _cells(box: Box, side: int = CELL) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // side), int(box.right // side) + 1):
        for row in range(int(box.top // side), int(box.bottom // side) + 1):
            yield column, row
