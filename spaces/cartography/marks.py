"""What stands on a map: the pin of a place, hollow where its point is invented. Pure."""

from spaces.cartography.frame import Box, Frame
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
LARGE = 0.8  # times its form
FILLS = Box(-18, -34, 18, 3)


def pin(point: Point, frame: Frame, *, is_hollow: bool = False) -> str:
    """Return the pin of a point, to be drawn above a picture."""
    x, y = frame.place(point)
    return (
        f'<g class="pin{" hollow" if is_hollow else ""}" '
        f'transform="translate({x:.0f} {y:.0f})scale({LARGE})"><path d="{PIN}"/>{EYES}</g>'
    )


def hidden(point: Point, frame: Frame) -> Box:
    """Return what a pin hides of the map, in pixels from the corner of `ORIGIN`."""
    x, y = frame.place(point)
    return FILLS.moved(x + frame.left, y + frame.top)
