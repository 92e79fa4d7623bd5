"""What there is to draw: lines and areas of each zoom, written by `make ground`, found by a grid.

A file of `ground/` holds the layers of a zoom in drawing order, each a list of features: x and y of
the first corner, then the way from each corner to the next, in units from the corner of `ORIGIN`.
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from spaces.cartography.frame import FINEST, Box

FOLDER = Path(__file__).parent / "ground"
CELL = 512  # units, the side of a cell of the grid

Corner = tuple[int, int]


class Feature(NamedTuple):
    """A line, or a ring of an area: its corners in units, and whether it lies wholly in a box."""

    corners: list[Corner]
    is_whole: bool


class Layer:
    """Features drawn alike, packed."""

    def __init__(self, name: str, flats: list[list[int]]) -> None:
        self.name = name
        self._xs, self._ys = array("i"), array("i")
        self._starts = array("i", [0])
        self._boxes = array("i")
        self._cells: dict[tuple[int, int], array[int]] = defaultdict(lambda: array("i"))
        for number, flat in enumerate(flats):
            xs, ys = list(accumulate(flat[::2])), list(accumulate(flat[1::2]))
            box = min(xs), min(ys), max(xs), max(ys)
            self._xs.extend(xs)
            self._ys.extend(ys)
            self._starts.append(len(self._xs))
            self._boxes.extend(box)
            for cell in _cells(Box(*box)):
                self._cells[cell].append(number)

    def near(self, box: Box) -> Iterator[Feature]:
        """Yield the features whose own boxes meet this one, in their order."""
        for number in sorted({n for cell in _cells(box) for n in self._cells.get(cell, ())}):
            around = Box(*self._boxes[4 * number : 4 * number + 4])
            if around.meets(box):
                part = slice(self._starts[number], self._starts[number + 1])
                corners = list(zip(self._xs[part], self._ys[part], strict=True))
                yield Feature(corners, box.holds(around))


def layers(zoom: int) -> list[Layer]:
    """Return the layers of a zoom, from the ground up; closer zooms have those of `FINEST`."""
    return _read(min(zoom, FINEST))


@cache
def _read(zoom: int) -> list[Layer]:
    text = (FOLDER / f"{zoom}.json").read_text(encoding="utf-8")
    return [Layer(name, flats) for name, flats in json.loads(text).items()]


def forget() -> None:
    """Let go of what was read."""
    _read.cache_clear()


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left) // CELL, int(box.right) // CELL + 1):
        for row in range(int(box.top) // CELL, int(box.bottom) // CELL + 1):
            yield column, row
