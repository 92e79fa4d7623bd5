"""Pins above a picture: where each stands aside so that none lies on another. Pure.

A pin's tip is where its place is. It keeps its size while the picture under it is drawn larger or
smaller, so it has to stand clear of the others at every width at which a page shows the picture.
"""

import re
from functools import lru_cache
from math import cos, sin, sqrt
from typing import NamedTuple

from spaces.cartography.frame import Box, Frame

SIDE = 44  # pixels, of what a finger has to hit
FACE = Box(-20, -42, 20, 4)  # what a pin hides, around its tip
EDGE = 4  # pixels, of what is drawn around it
STEP = 8  # pixels, the finest by which a pin stands aside
MOST = 400  # spots that are tried: as far as 160 pixels
FEW = 10  # pins that stand on a phone as well
# How large a page may show a picture: with all the pins, and with those few.
SCALES = (0.55, 0.7, 0.85, 1, 1.2)
SCALES_OF_FEW = (0.45,)
DOT = Box(-7, -7, 7, 7)  # what a dot hides, around its middle
LONGEST = 60  # pins that a picture heeds, and dots

_SPOTS = rf"\d{{1,4}}\.\d{{1,4}}(?:_\d{{1,4}}\.\d{{1,4}}){{0,{LONGEST - 1}}}"
_WRITTEN = re.compile(f"({_SPOTS})?(?:~({_SPOTS}))?", re.ASCII)


class Spot(NamedTuple):
    """Where something is, in pixels from the corner of a frame; or by how much it stands aside."""

    x: int
    y: int


class Marks(NamedTuple):
    """What will stand above a picture: where the tips of pins are, and small dots."""

    pins: tuple[Spot, ...] = ()
    dots: tuple[Spot, ...] = ()


NO_MARKS = Marks()


@lru_cache(maxsize=500)  # the same search is asked for again and again
def aside(
    spots: tuple[Spot, ...],
    frame: Frame,
    *,
    side: int = SIDE,
    scales: tuple[float, ...] = SCALES,
    of_few: tuple[float, ...] = (),
    taken: tuple[tuple[Spot, Spot], ...] = (),
) -> tuple[Spot, ...]:
    """Return by how much each pin stands aside; the first keep their places.

    Pins are `side` pixels wide at all these scales of the picture, a few of them at those `of_few`
    as well. What is `taken` already is said by a spot and how it stands aside, each as large as a
    pin. Where there is no room left, a pin stays where it is.
    """
    rooms = {scale: _Room(scale, frame, side) for scale in (*of_few, *scales)}
    for spot, shift in taken:
        for room in rooms.values():
            room.take(spot, shift)
    shifts = []
    for nth, spot in enumerate(spots):
        asked = [rooms[scale] for scale in ((*of_few, *scales) if nth < FEW else scales)]
        fits = (each for each in _SPIRAL if all(room.has(spot, each) for room in asked))
        shift = next(fits, _SPIRAL[0])
        for room in rooms.values():
            room.take(spot, shift)
        shifts.append(shift)
    return tuple(shifts)


class _Room:
    """A picture at one of its sizes, and the pins on it."""

    def __init__(self, scale: float, frame: Frame, side: int) -> None:
        self.scale, self.side = scale, side
        self.wide, self.high = frame.width * scale, frame.height * scale
        self.taken: list[tuple[float, float]] = []

    def has(self, spot: Spot, shift: Spot) -> bool:
        """Tell whether a pin would stand on no other and, where it stands aside, inside."""
        side = self.side
        x, y = spot[0] * self.scale + shift[0], spot[1] * self.scale + shift[1]
        is_inside = side / 2 <= x <= self.wide - side / 2 and side <= y <= self.high - EDGE
        if shift != (0, 0) and not is_inside:
            return False
        for other_x, other_y in self.taken:
            if -side < other_x - x < side and -side < other_y - y < side:
                return False
        return True

    def take(self, spot: Spot, shift: Spot) -> None:
        """Put a pin there."""
        self.taken.append((spot.x * self.scale + shift.x, spot.y * self.scale + shift.y))


def _spiral(nth: int) -> Spot:
    """Return the nth of the spots around a point, from the middle outwards."""
    angle = nth * 2.4  # radians: the golden angle
    far = STEP * sqrt(nth)
    return Spot(round(far * cos(angle)), round(far * sin(angle)))


_SPIRAL = tuple(_spiral(nth) for nth in range(MOST))


def hidden(frame: Frame, marks: Marks) -> list[Box]:
    """Return what pins and dots hide of a map, in pixels from `ORIGIN`'s corner."""
    return [
        form.moved(frame.left + x, frame.top + y)
        for form, spots in ((FACE, marks.pins), (DOT, marks.dots))
        for x, y in spots
    ]


def written(marks: Marks) -> str:
    """Return marks as an address holds them: `120.88_300.41~7.9`, dots last, in order."""
    pins, dots = (
        "_".join(f"{x}.{y}" for x, y in sorted(set(spots))[:LONGEST] if x >= 0 <= y)
        for spots in marks
    )
    return f"{pins}~{dots}" if dots else pins


def read(text: str) -> Marks:
    """Return the marks that `written` wrote; none where it did not."""
    match = _WRITTEN.fullmatch(text)
    return Marks(*map(_spots, match.groups(""))) if match else Marks()


def _spots(text: str) -> tuple[Spot, ...]:
    return tuple(Spot(*map(int, each.split("."))) for each in text.split("_") if each)
