"""How the map looks: what is drawn from which zoom on, how wide and how large. Pure."""

from typing import NamedTuple

from spaces.cartography.frame import CLOSEST, FINEST

LINE = 1.12  # from one line of a label to the next, in its size

RAILS: dict[str, dict[int, float]] = {
    "metro": {10: 1.5, 11: 2, 12: 2.5, 13: 3, 14: 3.5, 15: 4, 16: 5},
    "tram": {13: 1, 14: 1.25, 15: 2, 16: 2.5},
}

# Pixels, by zoom; a zoom that is not named has the width of the one before.
ROADS: dict[str, dict[int, float]] = {
    "stream": {11: 1.5, 12: 2.2, 13: 3, 14: 4, 15: 7, 16: 13, 17: 26, 18: 52},
    "tunnel": {14: 2, 15: 3, 16: 5, 17: 8, 18: 12},
    "minor": {14: 1.3, 15: 3, 16: 6, 17: 10, 18: 15},
    "tertiary": {12: 1.1, 13: 1.8, 14: 2.8, 15: 5, 16: 8.5, 17: 13, 18: 19},
    "main": {11: 1, 12: 1.5, 13: 2.4, 14: 3.6, 15: 6, 16: 10, 17: 15, 18: 22},
    "motorway": {10: 1.2, 11: 1.5, 12: 2.2, 13: 3, 14: 4.2, 15: 6.5, 16: 11, 17: 16, 18: 24},
    "border": {10: 1, 13: 1.2},
}


class Sign(NamedTuple):
    """The sign of a stop: from which zoom on it stands, and on which it is no more than a dot."""

    first: int
    dots_until: int
    dot: float  # pixels, half its width
    whole: float

    def half(self, zoom: int) -> float:
        """Return half the sign's width at a zoom, in pixels."""
        return self.dot if zoom <= self.dots_until else self.whole


SIGNS = {
    "metro": Sign(12, 12, 2, 6.5),
    "premetro": Sign(13, 12, 2, 6.5),
    "train": Sign(13, 12, 2, 6.5),
    "tram": Sign(15, 15, 2.5, 5),
    "bus": Sign(16, 16, 2, 3),
}


class Letters(NamedTuple):
    """The letters of a kind of name: the zooms at which it is written, and their size in pixels."""

    first: int
    last: int
    size: float


TOWN_LETTERS = {10: 10, 11: 11, 12: 13, 13: 15, 14: 16}
LETTERS = {
    "town": Letters(11, 14, 0),
    "village": Letters(12, 16, 12),
    "quarter": Letters(14, 16, 12),
    "square": Letters(15, CLOSEST, 11),
    "park": Letters(12, CLOSEST, 11),
    "water": Letters(15, CLOSEST, 10.5),
    "metro": Letters(13, CLOSEST, 11.5),
    "premetro": Letters(13, CLOSEST, 11.5),
    "train": Letters(13, CLOSEST, 11.5),
    "tram": Letters(16, CLOSEST, 10.5),
    "bus": Letters(17, CLOSEST, 10.5),
    "street": Letters(15, CLOSEST, 11),
}


def rail_width(mode: str, zoom: int, beside: int) -> float:
    """Return the width in pixels of a line of metro or tram, of those side by side in a street."""
    alone = RAILS[mode][min(zoom, FINEST)]
    return round(alone * (0.4 + 0.6 * beside) / beside, 2)


def road_width(name: str, zoom: int) -> float:
    """Return the width in pixels of the lines of a layer."""
    widths = ROADS[name]
    return widths[max(z for z in widths if z <= zoom)]
