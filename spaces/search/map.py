"""The map of the results: which part of the Region it shows, its pins, and where it leads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from spaces.cartography.aside import WIDTHS_OF_FEW, aside
from spaces.cartography.frame import CLOSEST, FARTHEST, Box, Frame, place
from spaces.cartography.pins import FEW, HERE, Marks, Spot, tail
from spaces.directory.doors import names_language
from spaces.geo.boxes import REGION, BoundingBox
from spaces.geo.points import Point
from spaces.models import Space
from spaces.search.links import Links, query
from spaces.search.pipeline import SpaceResults
from spaces.search.wording import pin_label

# Square; a phone shows the same at half the size, a zoom farther.
SIDES = (640, 768)  # pixels
GRID = 64  # pixels; half of it is the phone's
MARGINS = Box(
    -56, -96, 56, 48
)  # pixels around what is to be seen: the pins, and the way to the grid
NEAREST = 10  # places that are shown at first, where it is known what is near
LARGEST, ALONE = 16, 14  # zooms: of several places at most, of one place with its surroundings
# Whoever hears of a picture hears where somebody looks: of where somebody stands, 2 km at least.
OF_POSITION = 14
# Pixels around where somebody is: a pin with its tip there would hide what says so.
YOU = Box(-74, -12, 74, 70)
# What it hides of the picture itself, as pins would that stand so far from the place.
WORDS = (Spot(0, 24), Spot(-36, 36), Spot(36, 36))
# What may be asked for: beyond it is nothing to see.
DRAWN = BoundingBox(west=4.0, south=50.6, east=4.7, north=51.1)
DECIMALS = 4  # of a degree, about 10 metres


class Pin(NamedTuple):
    """A result on the map: where its tip is, in percent of the picture, and how it stands aside.

    `label` is what it says, in sentences: its number and name, and its hours.
    """

    space: Space
    number: int
    label: str
    left: float
    top: float
    shift: Spot
    is_more: bool  # no more than a dot where the map is small

    @property
    def stands_aside(self) -> bool:
        """Tell whether a tail has to lead to where its place is."""
        return self.shift != HERE

    @property
    def tail(self) -> str:
        """Return the path of that tail, from the place on."""
        return tail(self.shift)


class Dot(NamedTuple):
    """Something small on the map: where it is, in percent of the picture."""

    left: float
    top: float


class Move(NamedTuple):
    """A way to another part of the map: its name, what it is called, its sign, its address."""

    name: str
    label: str
    sign: str
    href: str


@dataclass(frozen=True)
class ResultsMap:
    """What the page shows of the map before any script runs."""

    frame: Frame
    found: SpaceResults
    links: Links

    @property
    def small(self) -> Frame:
        """Return the frame that shows the same on a phone."""
        zoom, left, top, width, height = self.frame
        return Frame(zoom - 1, left // 2, top // 2, width // 2, height // 2)

    @cached_property
    def language(self) -> str:
        """Return the language of the names."""
        return names_language()

    @cached_property
    def pins(self) -> tuple[Pin, ...]:
        """Return a pin for each result of the page whose point is in the frame."""
        results = [
            (result, self._spot(result.space.point))
            for result in self.found.shown
            if result.space.point and self._shows(result.space.point)
        ]
        origin = self.found.where.origin
        you = ((self._spot(origin), YOU),) if origin else ()
        spots = tuple(spot for _result, spot in results)
        shifts = aside(spots, self.frame, of_few=WIDTHS_OF_FEW, taken=you)
        return tuple(
            Pin(
                result.space,
                result.number,
                pin_label(result, self.found),
                *self._percent(spot),
                shift,
                is_more=nth >= FEW,
            )
            for nth, ((result, spot), shift) in enumerate(zip(results, shifts, strict=True))
        )

    @cached_property
    def dots(self) -> tuple[Dot, ...]:
        """Return where the results of the other pages are."""
        here = {match.candidate.key for match in self.found.page}
        return tuple(
            Dot(*self._percent(self._spot(match.candidate.point)))
            for match in self.found.ranked
            if match.candidate.point
            and match.candidate.key not in here
            and self._shows(match.candidate.point)
        )

    @property
    def is_whole(self) -> bool:
        """Tell whether every result has its pin, so that no script need ask for more."""
        return len(self.pins) == len(self.found.ranked)

    @property
    def you(self) -> Dot | None:
        """Return where the place is that was asked for."""
        origin = self.found.where.origin
        return Dot(*self._percent(self._spot(origin))) if origin and self._shows(origin) else None

    @property
    def has_invented_points(self) -> bool:
        """Tell whether a pin is hollow."""
        return any(pin.space.has_sample_location for pin in self.pins)

    @property
    def marks(self) -> Marks:
        """Return what stands above the picture, for its names to stand clear of it."""
        return self._marks(1, self.pins, self.dots)

    @property
    def small_marks(self) -> Marks:
        """Return the same on a phone."""
        more = [Dot(pin.left, pin.top) for pin in self.pins[FEW:]]
        return self._marks(2, self.pins[:FEW], [*self.dots, *more])

    def _marks(self, smaller: int, pins: Sequence[Pin], dots: Sequence[Dot]) -> Marks:
        side = self.frame.width / 100 / smaller
        standing = [_spot(pin.left, pin.top, side, pin.shift) for pin in pins]
        # Of where a visitor stands the address of a picture says nothing.
        if self.you and not self.found.where.position:
            standing += [_spot(*self.you, side, away) for away in WORDS]
        return Marks(tuple(standing), tuple(_spot(*dot, side) for dot in dots))

    def _shows(self, point: Point) -> bool:
        return self.frame.box.has(*place(point, self.frame.zoom))

    def _spot(self, point: Point) -> Spot:
        return Spot(*(round(value) for value in self.frame.place(point)))

    def _percent(self, spot: Spot) -> tuple[float, float]:
        return round(100 * spot.x / self.frame.width, 2), round(100 * spot.y / self.frame.height, 2)

    @property
    def bounds(self) -> str:
        """Return what the picture shows, as the script reads it: to the metre."""
        return ",".join(f"{edge:.5f}" for edge in self.frame.bounds())

    # --- where it leads: the same search in another part of the Region -------------------------

    @property
    def moves(self) -> list[list[Move]]:
        """Return where the map leads: nearer and farther, then to all sides."""
        ways = [
            ("in", _("Zoom in"), "+", (0, 0, 1)),
            ("out", _("Zoom out"), "−", (0, 0, -1)),
            ("west", _("To the west"), "←", (-0.5, 0, 0)),
            ("north", _("To the north"), "↑", (0, -0.5, 0)),
            ("south", _("To the south"), "↓", (0, 0.5, 0)),
            ("east", _("To the east"), "→", (0.5, 0, 0)),
        ]
        found = [Move(name, label, sign, self._at(*way)) for name, label, sign, way in ways]
        return [found[:2], found[2:]]

    def _at(self, right: float, down: float, zooms: int) -> str:
        """Return the address of a frame beside this one, in its own widths, so much nearer."""
        zoom, left, top, width, height = self.frame
        zooms = min(max(zooms, FARTHEST + 1 - zoom), CLOSEST - 1 - zoom)
        scale = 2.0**zooms
        middle_x = (left + (right + 0.5) * width) * scale
        middle_y = (top + (down + 0.5) * height) * scale
        corner = round(middle_x - width / 2), round(middle_y - height / 2)
        box = Frame(zoom + zooms, *corner, width, height).bounds()
        pairs = [pair for pair in self.links.pairs if pair[0] != "bbox"]
        return f"{query([*pairs, ('bbox', _written(box))])}#map"


def results_map(found: SpaceResults, links: Links) -> ResultsMap:
    """Return the map of what was found: of the part asked for, else what is near, else all."""
    if found.query.bbox:
        box = found.query.bbox.within(DRAWN)
        corners = [Point(box.north, box.west), Point(box.south, box.east)]
        return ResultsMap(_around(corners, CLOSEST - 1, Box(2, 2, -2, -2)), found, links)
    closest = OF_POSITION if found.where.position else LARGEST
    points = _worth_seeing(found)
    if len(points) == 1:
        closest = min(closest, ALONE)
    corners = [Point(REGION.north, REGION.west), Point(REGION.south, REGION.east)]
    return ResultsMap(_around(points or corners, closest, MARGINS), found, links)


def _spot(left: float, top: float, side: float, shift: Spot = HERE) -> Spot:
    return Spot(round(left * side) + shift.x, round(top * side) + shift.y)


def _written(box: BoundingBox) -> str:
    """Return “west,south,east,north” in degrees, as the address of a search has it."""
    return ",".join(f"{edge:.{DECIMALS}f}" for edge in box)


def _worth_seeing(found: SpaceResults) -> list[Point]:
    """Return the place asked for and what is nearest of the page; else all that was found."""
    if not found.where.points:
        return [match.candidate.point for match in found.ranked if match.candidate.point]
    near = [match for match in found.page if match.metres is not None][:NEAREST]
    origin = found.where.origin
    return [*([origin] if origin else []), *(m.candidate.point for m in near if m.candidate.point)]


def _around(points: Sequence[Point], closest: int, margins: Box) -> Frame:
    """Return the closest frame on the grid in which all the points are, with these margins."""
    for zoom in range(closest, FARTHEST, -1):
        box = _extent(points, zoom)
        box = Box(*(edge + margin for edge, margin in zip(box, margins, strict=True)))
        for side in SIDES:
            if max(box.right - box.left, box.bottom - box.top) <= side:
                return _middle(box, zoom, side)
    return _middle(box, FARTHEST + 1, SIDES[-1])


def _extent(points: Iterable[Point], zoom: int) -> Box:
    xs, ys = zip(*(place(point, zoom) for point in points), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _middle(box: Box, zoom: int, side: int) -> Frame:
    left = round((box.left + box.right - side) / 2 / GRID) * GRID
    top = round((box.top + box.bottom - side) / 2 / GRID) * GRID
    return Frame(zoom, left, top, side, side)
