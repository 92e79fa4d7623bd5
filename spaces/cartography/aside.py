"""Where pins stand so that none lies on another: aside, as little as it takes. Pure.

A pin keeps its size while the picture under it is drawn larger or smaller, so it has to stand clear
of the others at every width at which a page shows the picture.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import copysign, cos, sin, sqrt

from spaces.cartography.frame import Box, Frame
from spaces.cartography.pins import FEW, HERE, Spot

SIDE = 44  # pixels, of what a finger has to hit
EDGE = 4  # pixels, of what is drawn around a pin
STEP = 8  # pixels, the finest by which a pin looks for room
MOST = 400  # spots that are tried: as far as 160 pixels
ROUNDS = 40  # in which pins push each other
# How wide a page may show a picture, in pixels: with all the pins, and with the few of a small one.
WIDTHS = (555, 640, 768, 920)
WIDTHS_OF_FEW = (284, 420)

Taken = tuple[Spot, Box]  # a spot, and around it, in pixels, where no pin may have its tip


@lru_cache(maxsize=500)  # the same search is asked for again and again
def aside(
    spots: tuple[Spot, ...],
    frame: Frame,
    *,
    side: int = SIDE,
    widths: tuple[int, ...] = WIDTHS,
    of_few: tuple[int, ...] = (),
    taken: tuple[Taken, ...] = (),
) -> tuple[Spot, ...]:
    """Return by how much each pin stands aside.

    Pins are `side` pixels wide at all these widths of the picture, a few of them at those `of_few`
    as well. They leave what is `taken`, and push each other; one that has no room yet looks for it
    around, and where there is none it stays on its place.
    """
    rooms = {width: _Room(width / frame.width, frame, side, taken) for width in (*of_few, *widths)}
    scales = (min(some) / frame.width for some in (of_few or widths, widths))
    pushed = _Crowd(spots, taken, frame, side + 1).push(
        *scales
    )  # a pixel more, for what is rounded
    shifts = []
    for nth, (spot, first) in enumerate(zip(spots, pushed, strict=True)):
        asked = [rooms[width] for width in ((*of_few, *widths) if nth < FEW else widths)]
        around = (Spot(first.x + x, first.y + y) for x, y in _SPIRAL)
        shift = next((each for each in around if all(room.has(spot, each) for room in asked)), HERE)
        for room in rooms.values():
            room.take(spot, shift)
        shifts.append(shift)
    return tuple(shifts)


class _Crowd:
    """Pins that push each other aside, on the smallest picture that shows them.

    Each goes to its own side of the other: two that are apart there are so on larger ones too.
    """

    def __init__(
        self, spots: Sequence[Spot], taken: Sequence[Taken], frame: Frame, side: int
    ) -> None:
        self.spots, self.taken, self.frame, self.side = spots, taken, frame, side
        # Those of one house know no side: they set out to all sides.
        earlier = [spots[:nth].count(spot) for nth, spot in enumerate(spots)]
        self.xs, self.ys = ([float(_spiral(nth)[axis]) for nth in earlier] for axis in (0, 1))

    def push(self, of_few: float, scale: float) -> list[Spot]:
        """Return how the pins stand aside in the end: nearly as little as it takes."""
        scales = [of_few if nth < FEW else scale for nth in range(len(self.spots))]
        for _round in range(ROUNDS):
            met = 0
            for one, at in enumerate(scales):
                met += sum(self._leave(one, spot, box, at) for spot, box in self.taken)
                met += sum(self._part(one, other, at) for other in range(one))
            for one, at in enumerate(scales):
                self._stay_inside(one, at)
            if not met:
                break
        return [Spot(round(x), round(y)) for x, y in zip(self.xs, self.ys, strict=True)]

    def _leave(self, one: int, spot: Spot, box: Box, scale: float) -> bool:
        """Move a pin out of what is taken, the short way; tell whether it stood there."""
        x = (self.spots[one].x - spot.x) * scale + self.xs[one]
        y = (self.spots[one].y - spot.y) * scale + self.ys[one]
        if not (box.left < x < box.right and box.top < y < box.bottom):
            return False
        sideways, up_or_down = _nearer(x, box.left, box.right), _nearer(y, box.top, box.bottom)
        if abs(sideways) < abs(up_or_down):
            self.xs[one] += sideways
        else:
            self.ys[one] += up_or_down
        return True

    def _part(self, one: int, other: int, scale: float) -> bool:
        """Move two pins apart, sideways or up and down, which is shorter; tell whether they met."""
        right = (self.spots[one].x - self.spots[other].x) * scale
        wide = right + self.xs[one] - self.xs[other]
        if abs(wide) >= self.side:
            return False
        down = (self.spots[one].y - self.spots[other].y) * scale
        high = down + self.ys[one] - self.ys[other]
        if abs(high) >= self.side:
            return False
        wide = copysign(self.side, right or wide) - wide
        high = copysign(self.side, down or high) - high
        moved, by = (self.xs, wide) if abs(wide) <= abs(high) else (self.ys, high)
        moved[one] += by / 2
        moved[other] -= by / 2
        return True

    def _stay_inside(self, one: int, scale: float) -> None:
        if round(self.xs[one]) or round(self.ys[one]):
            x, y = self.spots[one].x * scale, self.spots[one].y * scale
            right, bottom = self.frame.width * scale, self.frame.height * scale
            self.xs[one] = min(max(x + self.xs[one], self.side / 2), right - self.side / 2) - x
            self.ys[one] = min(max(y + self.ys[one], self.side), bottom - EDGE - 1) - y


def _nearer(at: float, one: float, other: float) -> float:
    """Return how far it is to the nearer of two edges."""
    return min(one - at, other - at, key=abs)


class _Room:
    """A picture at one of its sizes, and the pins on it."""

    def __init__(self, scale: float, frame: Frame, side: int, taken: Sequence[Taken]) -> None:
        self.scale, self.side = scale, side
        self.wide, self.high = frame.width * scale, frame.height * scale
        self.taken = [box.moved(spot.x * scale, spot.y * scale) for spot, box in taken]

    def has(self, spot: Spot, shift: Spot) -> bool:
        """Tell whether a pin would stand on nothing else and, where it stands aside, inside."""
        side = self.side
        x, y = spot[0] * self.scale + shift[0], spot[1] * self.scale + shift[1]
        is_inside = side / 2 <= x <= self.wide - side / 2 and side <= y <= self.high - EDGE
        if shift != (0, 0) and not is_inside:
            return False
        for left, top, right, bottom in self.taken:
            if left < x < right and top < y < bottom:
                return False
        return True

    def take(self, spot: Spot, shift: Spot) -> None:
        """Put a pin there."""
        x, y = spot.x * self.scale + shift.x, spot.y * self.scale + shift.y
        self.taken.append(Box(x, y, x, y).grown(self.side))


def _spiral(nth: int) -> Spot:
    """Return the nth of the spots around a point, from the middle outwards."""
    angle = nth * 2.4  # radians: the golden angle
    far = STEP * sqrt(nth)
    return Spot(round(far * cos(angle)), round(far * sin(angle)))


_SPIRAL = tuple(_spiral(nth) for nth in range(MOST))
