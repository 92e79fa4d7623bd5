"""Pins above a picture: where each stands aside so that none lies on another. Pure.

A pin's tip is where its place is. It keeps its size while the picture under it is drawn larger or
smaller, so it has to stand clear of the others at every width at which a page shows the picture.
"""

import re
from collections.abc import Sequence
from math import cos, sin, sqrt
from typing import NamedTuple

from spaces.cartography.frame import Box, Frame

SIDE = 44  # pixels, of what a finger has to hit
FACE = Box(-20, -42, 20, 4)  # what a pin hides, around its tip
STEP = 8  # pixels, the finest by which a pin stands aside
MOST = 900  # spots that are tried: as far as 240 pixels
SCALES = (0.45, 0.6, 0.8, 1, 1.2)  # at which a page may show a picture
LONGEST = 60  # pins that a picture heeds

_WRITTEN = re.compile(rf"\d{{1,4}}\.\d{{1,4}}(_\d{{1,4}}\.\d{{1,4}}){{0,{LONGEST - 1}}}", re.ASCII)


class Spot(NamedTuple):
    """Where something is, in pixels from the corner of a frame; or by how much it stands aside."""

    x: int
    y: int


def aside(
    spots: Sequence[Spot], frame: Frame, *, side: int = SIDE, scales: Sequence[float] = SCALES
) -> list[Spot]:
    """Return by how much each pin stands aside; the first keep their places.

    Pins are `side` pixels wide at all these scales of the picture. Where there is no room left, a
    pin stays where it is.
    """
    taken: list[tuple[Spot, Spot]] = []
    for spot in spots:
        tried = (_spiral(nth) for nth in range(MOST))
        free = (each for each in tried if _is_free(spot, each, taken, frame, side, scales))
        shift = next(free, Spot(0, 0))
        taken.append((spot, shift))
    return [shift for _spot, shift in taken]


def _is_free(
    spot: Spot,
    shift: Spot,
    taken: list[tuple[Spot, Spot]],
    frame: Frame,
    side: int,
    scales: Sequence[float],
) -> bool:
    """Tell whether a pin would stand inside the picture and on no other, however large it is."""
    for scale in scales:
        x, y = spot.x * scale + shift.x, spot.y * scale + shift.y
        half = side / 2
        if shift != (0, 0) and not (
            half <= x <= frame.width * scale - half and side <= y <= frame.height * scale
        ):
            return False
        for other, away in taken:
            if (
                abs(other.x * scale + away.x - x) < side
                and abs(other.y * scale + away.y - y) < side
            ):
                return False
    return True


def _spiral(nth: int) -> Spot:
    """Return the nth of the spots around a point, from the middle outwards."""
    angle = nth * 2.4  # radians: the golden angle
    far = STEP * sqrt(nth)
    return Spot(round(far * cos(angle)), round(far * sin(angle)))


def hidden(frame: Frame, spots: Sequence[Spot]) -> list[Box]:
    """Return what pins with their tips there hide of a map, in pixels from `ORIGIN`'s corner."""
    return [FACE.moved(frame.left + spot.x, frame.top + spot.y) for spot in spots]


def written(spots: Sequence[Spot]) -> str:
    """Return spots as an address holds them: `120.88_300.41`, each once, in order."""
    return "_".join(f"{x}.{y}" for x, y in sorted(set(spots))[:LONGEST] if x >= 0 <= y)


def read(text: str) -> list[Spot]:
    """Return the spots that `written` wrote; none where it did not."""
    if not _WRITTEN.fullmatch(text):
        return []
    return [Spot(*map(int, each.split("."))) for each in text.split("_")]
