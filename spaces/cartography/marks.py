"""What stands on a map: the pin of a place, hollow where its point is invented; a start. Pure."""

from spaces.cartography.frame import Box, Frame
from spaces.cartography.pins import Spot
from spaces.geo.points import Point

# The logo's form, its tip where the place is.
PIN = (
    "M-10-40h20a10 10 0 0 1 10 10v14a10 10 0 0 1-10 10h-4l-6 7-6-7h-4"
    "a10 10 0 0 1-10-10v-14a10 10 0 0 1 10-10z"
)
EYES = (
    '<g class="eyes"><circle cx="-9" cy="-23" r="3"/><circle cy="-23" r="3"/>'
    '<circle cx="9" cy="-23" r="3"/></g>'
)
START = 8  # pixels, half of where a way begins
LARGE = 0.8  # times its form
FILLS = Box(-18, -34, 18, 3)


def pin(point: Point, frame: Frame, *, is_hollow: bool = False) -> str:
    """Return the pin of a point, to be drawn above a picture."""
    x, y = frame.place(point)
    return (
        f'<g class="pin{" hollow" if is_hollow else ""}" '
        f'transform="translate({x:.0f} {y:.0f})scale({LARGE})"><path d="{PIN}"/>{EYES}</g>'
    )


def numbered_pin(tip: Spot, number: int, *, is_hollow: bool = False) -> str:
    """Return a pin that bears a number, with its tip at a spot of the frame."""
    return (
        f'<g class="pin{" hollow" if is_hollow else ""}" '
        f'transform="translate({tip.x} {tip.y})scale({LARGE})"><path d="{PIN}"/>'
        f'<text class="eyes" y="-15">{number}</text></g>'
    )


def lead(spot: Spot, tip: Spot) -> str:
    """Return the line from a place to the tip of its pin, which stands aside."""
    return (
        f'<path class="line lead" d="M{spot.x} {spot.y}L{tip.x} {tip.y}"/>'
        f'<circle class="place" cx="{spot.x}" cy="{spot.y}" r="3"/>'
    )


def start(point: Point, frame: Frame) -> str:
    """Return the mark of where a way begins, to be drawn above a picture."""
    x, y = frame.place(point)
    return f'<circle class="start" cx="{x:.0f}" cy="{y:.0f}" r="{START}"/>'


def hidden_by_start(point: Point, frame: Frame) -> Box:
    """Return what the mark of a start hides of the map, as below."""
    x, y = frame.place(point)
    return Box(-START, -START, START, START).grown(2).moved(x + frame.left, y + frame.top)


def hidden(point: Point, frame: Frame) -> Box:
    """Return what a pin hides of the map, in pixels from the corner of `ORIGIN`."""
    x, y = frame.place(point)
    return FILLS.moved(x + frame.left, y + frame.top)
