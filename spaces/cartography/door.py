"""The map of a door: the streets around it, the stops that lead there, a ride's course. Pure."""

from collections.abc import Sequence

from spaces.cartography import labels
from spaces.cartography.drawing import picture
from spaces.cartography.frame import Frame
from spaces.cartography.labels import Stop
from spaces.cartography.marks import hidden, pin
from spaces.cartography.palette import door_css
from spaces.geo.points import Point

ZOOM = 15  # about 3 metres a pixel
SIZE = (320, 280)  # pixels: about 960 by 840 metres, whose letters can be read on a phone


def door_map(
    point: Point,
    language: str,
    *,
    size: tuple[int, int] = SIZE,
    street: str = "",
    stops: Sequence[Stop] = (),
    course: Sequence[Point] = (),
    on_paper: bool = False,
) -> str:
    """Return the picture of a door, in SVG, with a pin on it.

    Streets are named in `language`: `fr`, `nl` or `fr-nl`. Of `stops` the first have the best
    places, and the door's own `street` is named before all others; `course` is drawn as a line, of
    a ride or a walk. `size` is in pixels, 3 metres each. On paper it is day, and the letters are
    those of our paper.
    """
    frame = Frame.around(point, ZOOM, *size)
    found = labels.on_frame(frame, language, [hidden(point, frame)], stops, street)
    return picture(
        frame,
        found,
        below=_drawn(course, frame),
        above=pin(point, frame),
        rules=door_css(on_paper),
        on_paper=on_paper,
    )


def _drawn(course: Sequence[Point], frame: Frame) -> str:
    """Return a line through these points, light around dark."""
    if len(course) < 2:
        return ""
    corners = " ".join(f"{x:.0f} {y:.0f}" for x, y in map(frame.place, course))
    return f'<path class="line way-around" d="M{corners}"/><path class="line way" d="M{corners}"/>'
