"""The map of a municipality, for what is somewhere in it. Pure."""

from spaces.cartography import labels
from spaces.cartography.drawing import picture
from spaces.cartography.frame import FARTHEST, Box, Frame, point_at
from spaces.cartography.labels import names
from spaces.cartography.marks import hidden, pin
from spaces.cartography.palette import town_css
from spaces.cartography.standing import Label, middle, standing
from spaces.geo.boxes import BoundingBox
from spaces.geo.outlines import Ring, contains, rings
from spaces.geo.points import Point

CLOSEST = 14  # zoom: on closer ones no municipality is named
ASIDE = (0, 20, -20, 40, -40, 60, -60)  # pixels up and down, for a pin in the middle
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
    own = _name(nis, frame, language, taken)
    others = labels.on_frame(frame, language, [*taken, *own.boxes])
    return picture(
        frame,
        [own, *(other for other in others if other.lines != own.lines)],
        below=veil,
        above=pin(invented, frame, is_hollow=True) if invented else "",
        rules=town_css(on_paper),
        on_paper=on_paper,
    )


def _name(nis: str, frame: Frame, language: str, taken: list[Box]) -> Label:
    """Return the municipality's own name in its middle, beside what is there already."""
    towns = ((name, point_at(*middle(name, frame.zoom), frame.zoom)) for name in names()["town"])
    name = next(name for name, point in towns if contains(nis, point))
    best = next(standing("name", "town", name, frame.zoom, language))
    places = [best.moved(0, down).inside(frame.box) for down in ASIDE]
    free = (place for place in places if not any(place.box.meets(box) for box in taken))
    return next(free, places[0])


def _frame(outline: list[Ring], width: int, height: int) -> Frame:
    """Return the closest frame of this size that holds all of an outline."""
    box = BoundingBox.around(Point(lat, lng) for ring in outline for lng, lat in ring)
    for zoom in range(CLOSEST, FARTHEST, -1):
        frame = Frame.around(box.centre, zoom, width, height)
        left, top = frame.place(Point(box.north, box.west))
        if left >= MARGIN and top >= MARGIN:
            return frame
    return Frame.around(box.centre, FARTHEST, width, height)


def _path(ring: Ring, frame: Frame) -> str:
    places = (frame.place(Point(latitude, longitude)) for longitude, latitude in ring)
    return f"M{' '.join(f'{x:.0f} {y:.0f}' for x, y in places)}z"
