"""Where a name or a sign might stand: each of its places, the best first. Pure."""

from collections.abc import Iterator, Sequence
from math import copysign, cos, radians, sin
from typing import Any, NamedTuple

from spaces.cartography.frame import CLOSEST, Box, Frame
from spaces.cartography.lettering import broken, width
from spaces.cartography.style import LETTERS, LINE, SIGNS, TOWN_LETTERS

# What `make ground` says of a name; what follows depends on its kind: of an area how wide it is, of
# a stop its lines, of a street the class of its road and its straight stretches.
FR, NL, X, Y, ROOM = range(5)
LANGUAGES = {"fr": (FR,), "nl": (NL,), "fr-nl": (FR, NL)}
ROAD, STRETCHES = 2, 3

GAP = 2  # pixels around a name that stay free
REPEATED = 420  # pixels of a street after which its name comes again
SLIDES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)  # shares of a street's stretch
LONGEST = 8.5  # times its size that a line is long before it is broken

# How a name may stand aside, in its own widths and heights.
MOVES = ((0, 0), (0, 0.5), (0, -0.5), (0.4, 0), (-0.4, 0), (0, 1), (0, -1), (0.5, 0.7), (-0.5, 0.7))

Name = list[Any]


class Label(NamedTuple):
    """A name in its lines, or a sign without any: its middle in pixels, and the boxes it fills."""

    kind: str
    lines: tuple[str, ...]
    size: float
    x: float
    y: float
    angle: int
    boxes: tuple[Box, ...]

    @property
    def box(self) -> Box:
        """Return the box around it."""
        lefts, tops, rights, bottoms = zip(*self.boxes, strict=True)
        return Box(min(lefts), min(tops), max(rights), max(bottoms))

    def moved(self, x: float, y: float) -> "Label":
        """Return the label elsewhere."""
        boxes = tuple(box.moved(x, y) for box in self.boxes)
        return self._replace(x=self.x + x, y=self.y + y, boxes=boxes)

    def inside(self, frame: Box) -> "Label":
        """Return the label moved as little as it takes to lie in a box."""
        x = max(frame.left - self.box.left, 0) + min(frame.right - self.box.right, 0)
        y = max(frame.top - self.box.top, 0) + min(frame.bottom - self.box.bottom, 0)
        return self.moved(x, y)


def standing(what: str, kind: str, name: Name, zoom: int, language: str) -> Iterator[Label]:
    """Yield the ways to draw a sign, or to write a name; of a street all its places."""
    if what == "sign":
        return _signs(kind, name, zoom)
    write = {"street": _along_street, "park": _in_area, "water": _in_area}.get(kind, _at_point)
    return write(kind, name, zoom, language)


def middle(name: Name, zoom: int) -> tuple[float, float]:
    """Return where a name's point lies at a zoom, in pixels."""
    return name[X] * _scale(zoom), name[Y] * _scale(zoom)


def beside(kind: str, lines: tuple[str, ...], zoom: int, x: float, y: float) -> Iterator[Label]:
    """Yield the ways to write a stop's name beside the sign that stands at a point."""
    size = LETTERS[kind].size
    wide, high = _measures(lines, size)
    aside = SIGNS[kind].half(zoom) + 3
    for right, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        at = x + right * (aside + wide / 2), y + down * (aside + high / 2)
        yield _level(kind, lines, size, *at)


def sign_at(kind: str, zoom: int, x: float, y: float) -> Label:
    """Return the sign of a stop at a point."""
    half = SIGNS[kind].half(zoom)
    return Label(kind, (), half, x, y, 0, (Box(x - half, y - half, x + half, y + half),))


def near(name: Name, language: str, x: float, y: float) -> Iterator[Label]:
    """Yield the ways to write a street's name level, below what has its tip at a point or above."""
    size = LETTERS["street"].size
    lines = _written(name, language, LONGEST * size, size)
    wide, high = _measures(lines, size)
    for right, down in ((0, 10), (0, -42), (0.5, 10), (-0.5, 10), (0.5, -42), (-0.5, -42)):
        yield _level("street", lines, size, x + right * wide, y + down + copysign(high / 2, down))


def along(name: Name, frame: Frame, language: str, beyond: int = 0) -> Iterator[Label]:
    """Yield places all along a street for its name, where the street comes into a frame.

    The name may be longer by so many pixels than the stretch on which it stands.
    """
    box = Box(*(edge / _scale(frame.zoom) for edge in frame.box))
    for at in range(STRETCHES, len(name), 4):
        x, y, _angle, length = name[at : at + 4]
        if box.grown(length / 2).has(x, y):
            yield from _on_stretch(name, frame.zoom, language, at, SLIDES, beyond)


def _signs(kind: str, name: Name, zoom: int) -> Iterator[Label]:
    x, y = middle(name, zoom)
    half = SIGNS[kind].half(zoom)
    for aside in (0, 2 * half + GAP, -2 * half - GAP):
        yield sign_at(kind, zoom, x + aside, y)


def _at_point(kind: str, name: Name, zoom: int, language: str) -> Iterator[Label]:
    """Yield the ways to write a name at its point, or beside the sign that stands there."""
    x, y = middle(name, zoom)
    size = TOWN_LETTERS[zoom] if kind == "town" else LETTERS[kind].size
    lines = _written(name, language, LONGEST * size, size)
    if kind in SIGNS:
        yield from beside(kind, lines, zoom, x, y)
    else:
        wide, high = _measures(lines, size)
        for right, down in MOVES:
            yield _level(kind, lines, size, x + right * wide, y + down * (high + GAP))


def _in_area(kind: str, name: Name, zoom: int, language: str) -> Iterator[Label]:
    """Yield the way to write a name inside its area, where that is wide enough."""
    size = LETTERS[kind].size
    room = name[ROOM] * _scale(zoom)
    lines = _written(name, language, max(6 * size, room), size)
    wide, high = _measures(lines, size)
    if wide <= 1.5 * room and high <= 1.1 * room:
        yield _level(kind, lines, size, *middle(name, zoom))


def _along_street(_kind: str, name: Name, zoom: int, language: str) -> Iterator[Label]:
    """Yield the places where a street is straight for as long as its name."""
    for at in range(STRETCHES, len(name), 4):
        times = max(1, int(name[at + 3] * _scale(zoom) / REPEATED))
        shares = [(nth + 0.5) / times for nth in range(times)]
        labels = list(_on_stretch(name, zoom, language, at, shares))
        if not labels:
            break  # the longest stretches come first
        yield from labels


def _on_stretch(
    name: Name, zoom: int, language: str, at: int, shares: Sequence[float], beyond: int = 0
) -> Iterator[Label]:
    """Yield a street's name at these shares of a stretch, where that is as long as the name."""
    size = LETTERS["street"].size
    lines = _written(name, language, 1000, size)
    long, high = _measures(lines, size)
    x, y, angle, length = name[at], name[at + 1], name[at + 2], name[at + 3] * _scale(zoom)
    rightward, downward = cos(radians(angle)), sin(radians(angle))
    for share in shares:
        far = (share - 0.5) * length
        if abs(far) + long / 2 <= length / 2 + 1 + beyond:
            there = x * _scale(zoom) + far * rightward, y * _scale(zoom) + far * downward
            yield Label("street", lines, size, *there, angle, _chain(*there, angle, long, high))


def _level(kind: str, lines: tuple[str, ...], size: float, x: float, y: float) -> Label:
    boxes = []
    for nth, line in enumerate(lines):
        half = width(line, size) / 2
        at = y + (nth - (len(lines) - 1) / 2) * size * LINE
        boxes.append(Box(x - half, at - size / 2, x + half, at + size / 2).grown(GAP))
    return Label(kind, lines, size, x, y, 0, tuple(boxes))


def _chain(x: float, y: float, angle: int, long: float, high: float) -> tuple[Box, ...]:
    """Return small boxes along a name at an angle, which say where it lies."""
    half = high / 2 + GAP / 2
    along, down = cos(radians(angle)), sin(radians(angle))
    steps = max(1, round(long / high))
    boxes = []
    for step in range(steps + 1):
        far = (step / steps - 0.5) * (long - high)
        at_x, at_y = x + far * along, y + far * down
        boxes.append(Box(at_x - half, at_y - half, at_x + half, at_y + half))
    return tuple(boxes)


def _written(name: Name, language: str, longest: float, size: float) -> tuple[str, ...]:
    """Return the lines in which a name is written: each language's, where they differ."""
    texts = tuple(dict.fromkeys(name[at] for at in LANGUAGES[language]))
    return texts if len(texts) > 1 else tuple(broken(texts[0], longest, size))


def _measures(lines: Sequence[str], size: float) -> tuple[float, float]:
    return max(width(line, size) for line in lines), size * (1 + (len(lines) - 1) * LINE)


def _scale(zoom: int) -> float:
    return 2.0 ** (zoom - CLOSEST)
