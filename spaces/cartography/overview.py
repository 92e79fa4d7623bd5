"""The map of several places: a numbered pin for each. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from spaces.cartography import labels, marks
from spaces.cartography.aside import aside
from spaces.cartography.drawing import picture
from spaces.cartography.frame import FARTHEST, Box, Frame
from spaces.cartography.palette import overview_css
from spaces.cartography.pins import Spot
from spaces.geo.boxes import BoundingBox
from spaces.geo.points import Point

SIZE = (240, 180)  # pixels
CLOSEST = 14  # zoom: about 6 metres a pixel, so that one recognises the neighbourhood
ROOM = Box(20, 36, 20, 6)  # pixels that stay around the places
APART = 32  # pixels between two pins


class Numbered(NamedTuple):
    """A place: its number, where it is, and whether that is invented."""

    number: int
    point: Point
    is_invented: bool = False


def overview(
    places: Sequence[Numbered],
    language: str,
    *,
    size: tuple[int, int] = SIZE,
    on_paper: bool = False,
) -> str:
    """Return the picture of one place or more, in SVG, as close as all of them are on it.

    A pin that would hide another stands aside, and a line leads to its place. Names are in
    `language`: `fr`, `nl` or `fr-nl`. On paper it is day, and the letters are those of our paper.
    """
    frame = _frame([place.point for place in places], *size)
    spots = tuple(Spot(*map(round, frame.place(place.point))) for place in places)
    shifts = aside(spots, frame, side=APART, widths=(frame.width,))
    tips = [
        _inside(frame, x + right, y + down)
        for (x, y), (right, down) in zip(spots, shifts, strict=True)
    ]
    leads = (marks.lead(spot, tip) for spot, tip in zip(spots, tips, strict=True) if spot != tip)
    pins = (
        marks.numbered_pin(tip, place.number, is_hollow=place.is_invented)
        for place, tip in zip(places, tips, strict=True)
    )
    taken = [marks.FILLS.moved(frame.left + tip.x, frame.top + tip.y) for tip in tips]
    return picture(
        frame,
        labels.on_frame(frame, language, taken),
        above="".join([*leads, *pins]),
        rules=overview_css(on_paper),
        on_paper=on_paper,
    )


def _inside(frame: Frame, x: int, y: int) -> Spot:
    """Return the nearest spot at which a pin is whole."""
    left, top, right, bottom = marks.FILLS
    return Spot(
        round(min(max(x, -left), frame.width - right)),
        round(min(max(y, -top), frame.height - bottom)),
    )


def _frame(points: Sequence[Point], width: int, height: int) -> Frame:
    """Return the closest frame of this size that holds all of these."""
    centre = BoundingBox.around(points).centre
    inside = Box(ROOM.left, ROOM.top, width - ROOM.right, height - ROOM.bottom)
    for zoom in range(CLOSEST, FARTHEST, -1):
        frame = Frame.around(centre, zoom, width, height)
        if all(inside.has(*frame.place(point)) for point in points):
            return frame
    return Frame.around(centre, FARTHEST, width, height)
