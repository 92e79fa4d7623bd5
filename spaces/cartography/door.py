"""The map of a door: the streets around it, the stops that lead there, a ride's course. Pure."""

from collections.abc import Sequence

from spaces.cartography import labels
from spaces.cartography.drawing import picture
from spaces.cartography.frame import Box, Frame
from spaces.cartography.labels import Stop
from spaces.cartography.palette import door_css
from spaces.geo.points import Point

ZOOM = 16  # about 1.5 metres a pixel
SIZE = (600, 400)  # pixels: about 900 by 600 metres

# The logo's form, its tip where the door is.
PIN = (
    "M-10-40h20a10 10 0 0 1 10 10v14a10 10 0 0 1-10 10h-4l-6 7-6-7h-4"
    "a10 10 0 0 1-10-10v-14a10 10 0 0 1 10-10z"
)
FILLS = Box(-22, -42, 22, 3)


def door_map(
    point: Point,
    language: str,
    *,
    size: tuple[int, int] = SIZE,
    stops: Sequence[Stop] = (),
    course: Sequence[Point] = (),
    is_example: bool = False,
    on_paper: bool = False,
) -> str:
    """Return the picture of a door, in SVG, with a pin on it, hollow where the point is invented.

    Streets are named in `language`: `fr`, `nl` or `fr-nl`. Of `stops` the first have the best
    places; `course` is drawn as a line, of a ride or a walk. `size` is in pixels, 1.5 metres each.
    On paper it is day, and the letters are those of our paper.
    """
    frame = Frame.around(point, ZOOM, *size)
    x, y = frame.place(point)
    taken = [FILLS.moved(x + frame.left, y + frame.top)]
    found = labels.on_frame(frame, language, taken, stops)
    pin = (
        f'<path class="pin{" hollow" if is_example else ""}" '
        f'transform="translate({x:.0f} {y:.0f})" d="{PIN}"/>'
    )
    return picture(
        frame,
        found,
        below=_drawn(course, frame),
        above=pin,
        rules=door_css(on_paper),
        on_paper=on_paper,
    )


def _drawn(course: Sequence[Point], frame: Frame) -> str:
    """Return a line through these points, light around dark."""
    if len(course) < 2:
        return ""
    corners = " ".join(f"{x:.0f} {y:.0f}" for x, y in map(frame.place, course))
    return f'<path class="line way-around" d="M{corners}"/><path class="line way" d="M{corners}"/>'
