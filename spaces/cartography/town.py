"""The map of a municipality, for what is somewhere in it. Pure."""

from spaces.cartography import labels
from spaces.cartography.drawing import picture
from spaces.cartography.frame import FARTHEST, Frame
from spaces.cartography.marks import hidden, pin
from spaces.cartography.palette import town_css
from spaces.geo.boxes import BoundingBox
from spaces.geo.outlines import Ring, rings
from spaces.geo.points import Point

CLOSEST = 14  # zoom: from the next on, municipalities are not named
MARGIN = 4  # pixels around the outline


def town_map(
    nis: str,
    language: str,
    *,
    size: tuple[int, int] = (320, 280),
    invented: Point | None = None,
    on_paper: bool = False,
) -> str:
    """Return the picture of a municipality as large as it fits, in SVG, the others under a veil.

    A point that is `invented` has a hollow pin. Names are in `language`: `fr`, `nl` or `fr-nl`.
    `size` is in pixels. On paper it is day, and the letters are those of our paper. Raises KeyError
    for no NIS code of the Region's.
    """
    outline = rings()[nis]
    frame = _frame(outline, *size)
    path = "".join(_path(ring, frame) for ring in outline)
    width, height = size
    veil = (
        f'<path class="veil" fill-rule="evenodd" d="M0 0h{width}v{height}H0z{path}"/>'
        f'<path class="line town" d="{path}"/>'
    )
    taken = [hidden(invented, frame)] if invented else []
    return picture(
        frame,
        labels.on_frame(frame, language, taken),
        below=veil,
        above=pin(invented, frame, is_hollow=True) if invented else "",
        rules=town_css(on_paper),
        on_paper=on_paper,
    )


def _frame(outline: list[Ring], width: int, height: int) -> Frame:
    """Return the closest frame of this size that holds all of an outline."""
    box = _box(outline)
    for zoom in range(CLOSEST, FARTHEST, -1):
        frame = Frame.around(box.centre, zoom, width, height)
        left, top = frame.place(Point(box.north, box.west))
        if left >= MARGIN and top >= MARGIN:
            return frame
    return Frame.around(box.centre, FARTHEST, width, height)


def _box(outline: list[Ring]) -> BoundingBox:
    longitudes = [corner[0] for ring in outline for corner in ring]
    latitudes = [corner[1] for ring in outline for corner in ring]
    return BoundingBox(min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def _path(ring: Ring, frame: Frame) -> str:
    places = (frame.place(Point(latitude, longitude)) for longitude, latitude in ring)
    return f"M{' '.join(f'{x:.0f} {y:.0f}' for x, y in places)}z"
