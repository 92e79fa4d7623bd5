"""The map of a door: the streets around it, the stops that lead there, a ride's course. Pure."""

from collections.abc import Sequence

from spaces.cartography import labels, marks
from spaces.cartography.drawing import picture
from spaces.cartography.frame import FARTHEST, Box, Frame
from spaces.cartography.labels import Door, Stop
from spaces.cartography.palette import door_css
from spaces.geo.boxes import BoundingBox
from spaces.geo.points import Point

ZOOM = 15  # about 3 metres a pixel
SIZE = (320, 280)  # pixels: about 960 by 840 metres, whose letters can be read on a phone
ROOM = Box(24, 48, 24, 24)  # pixels that stay around a door and where the way there begins


def door_map(
    point: Point,
    language: str,
    *,
    size: tuple[int, int] = SIZE,
    start: Point | None = None,
    street: str = "",
    stops: Sequence[Stop] = (),
    course: Sequence[Point] = (),
    on_paper: bool = False,
) -> str:
    """Return the picture of a door, in SVG, with a pin on it.

    Streets are named in `language`: `fr`, `nl` or `fr-nl`. Of `stops` the first have the best
    places, and the door's own `street` is named before all others; `course` is drawn as a line, of
    a ride or a walk. `size` is in pixels, 3 metres each; where the way begins at a `start`, the
    picture shows both. On paper it is day, and the letters are those of our paper.
    """
    frame = _frame(point, start, *size)
    taken = [marks.hidden(point, frame)]
    above = marks.pin(point, frame)
    if start:
        taken.append(marks.hidden_by_start(start, frame))
        above = marks.start(start, frame) + above
    found = labels.on_frame(frame, language, taken, stops, Door(point, street))
    return picture(
        frame,
        found,
        below=_drawn(course, frame),
        above=above,
        rules=door_css(on_paper),
        on_paper=on_paper,
    )


def _frame(point: Point, start: Point | None, width: int, height: int) -> Frame:
    """Return the closest frame that has a door in its middle, or both ends of the way there."""
    if start is None:
        return Frame.around(point, ZOOM, width, height)
    both = BoundingBox.around((point, start))
    for zoom in range(ZOOM, FARTHEST, -1):
        frame = Frame.around(both.centre, zoom, width, height)
        inside = Box(ROOM.left, ROOM.top, width - ROOM.right, height - ROOM.bottom)
        if inside.has(*frame.place(point)) and inside.has(*frame.place(start)):
            return frame
    return Frame.around(both.centre, FARTHEST, width, height)


def _drawn(course: Sequence[Point], frame: Frame) -> str:
    """Return a line through these points, light around dark."""
    if len(course) < 2:
        return ""
    corners = " ".join(f"{x:.0f} {y:.0f}" for x, y in map(frame.place, course))
    return f'<path class="line way-around" d="M{corners}"/><path class="line way" d="M{corners}"/>'
