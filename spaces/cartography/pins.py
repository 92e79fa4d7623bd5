"""Pins above a picture: what they hide of it, and how an address holds them. Pure."""

import re
from math import hypot
from typing import NamedTuple

from spaces.cartography.frame import Box, Frame

FACE = Box(-20, -42, 20, 4)  # what a pin hides, around its tip
FEW = 10  # pins that stand on a phone as well
MIDDLE = 22  # pixels from a pin's tip up to its middle
TAIL = 7  # pixels, half as wide as a tail begins
DOT = Box(-7, -7, 7, 7)  # what a dot hides, around its middle
LONGEST = 60  # pins that a picture heeds, and dots

_SPOTS = rf"\d{{1,4}}\.\d{{1,4}}(?:_\d{{1,4}}\.\d{{1,4}}){{0,{LONGEST - 1}}}"
_WRITTEN = re.compile(f"({_SPOTS})?(?:~({_SPOTS}))?", re.ASCII)


class Spot(NamedTuple):
    """Where something is, in pixels from the corner of a frame; or by how much it stands aside."""

    x: int
    y: int


HERE = Spot(0, 0)


class Marks(NamedTuple):
    """What will stand above a picture: where the tips of pins are, and small dots."""

    pins: tuple[Spot, ...] = ()
    dots: tuple[Spot, ...] = ()


NO_MARKS = Marks()


def tail(shift: Spot) -> str:
    """Return the path of the tail of a pin that stands aside: from its place to its middle."""
    x, y = shift.x, shift.y - MIDDLE
    long = hypot(x, y) or 1
    right, down = -y / long * TAIL, x / long * TAIL
    return f"M0 0L{x + right:.1f} {y + down:.1f} {x - right:.1f} {y - down:.1f}z"


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
