"""Lines and areas as paths of SVG: what of them lies in a frame, in units from its corner. Pure."""

from collections.abc import Iterator, Sequence

from spaces.cartography.features import Corner, Feature, layers
from spaces.cartography.frame import FINEST, Box, Frame, unit

AREAS = ("land", "wood", "park", "water")
BEYOND = 24  # pixels around a picture that are drawn too: half the widest line

_WRITTEN = {number: f" {number}" if number >= 0 else f"{number}" for number in range(-999, 1000)}


def paths(frame: Frame) -> Iterator[tuple[str, str]]:
    """Yield the layers that come into a frame, from the ground up: the name and path of each."""
    scale = finer(frame.zoom)
    box = Box(*(edge * unit(frame.zoom) / scale for edge in frame.box.grown(BEYOND)))
    for layer in layers(frame.zoom):
        is_area = layer.name in AREAS
        path = "".join(_path(each, box, frame, is_area) for each in layer.near(box))
        if path:
            yield layer.name, path


def finer(zoom: int) -> int:
    """Return how many times larger a zoom shows the features of `FINEST`."""
    return 1 << max(0, zoom - FINEST)


def _path(feature: Feature, box: Box, frame: Frame, is_area: bool) -> str:
    units, scale = unit(frame.zoom), finer(frame.zoom)
    left, top = frame.left * units, frame.top * units
    pieces: list[Sequence[Corner]]
    if feature.is_whole:
        pieces = [feature.corners]
    else:
        corners = feature.corners
        pieces = [_cut(corners, box)] if is_area else list(_within(corners, box))
    return "".join(_steps(piece, left, top, scale) for piece in pieces if len(piece) > 1)


def _steps(corners: Sequence[Corner], left: int, top: int, scale: int) -> str:
    """Return a path: where it begins, then the way from each corner to the next."""
    (x, y), *others = corners
    text = []
    for next_x, next_y in others:
        text.append(_written((next_x - x) * scale))
        text.append(_written((next_y - y) * scale))
        x, y = next_x, next_y
    start_x, start_y = corners[0]
    steps = "".join(text).removeprefix(" ")
    return f"M{start_x * scale - left}{_written(start_y * scale - top)}l{steps}"


def _written(number: int) -> str:
    return _WRITTEN.get(number) or (f" {number}" if number >= 0 else f"{number}")


def _within(corners: Sequence[Corner], box: Box) -> Iterator[list[Corner]]:
    """Yield the stretches of a line that come into the box, with the corners before and after."""
    left, top, right, bottom = box
    piece: list[Corner] = []
    x, y = corners[0]
    for next_x, next_y in corners[1:]:
        is_beside = (x < left and next_x < left) or (x > right and next_x > right)
        if is_beside or (y < top and next_y < top) or (y > bottom and next_y > bottom):
            if piece:
                yield piece
            piece = []
        else:
            if not piece:
                piece.append((x, y))
            piece.append((next_x, next_y))
        x, y = next_x, next_y
    yield piece


def _cut(ring: list[Corner], box: Box) -> list[Corner]:
    """Return a ring cut to the box, an edge at a time (Sutherland and Hodgman, 1974)."""
    left, top, right, bottom = map(round, box)
    for axis, edge, inward in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        cut: list[Corner] = []
        for number, corner in enumerate(ring):
            before = ring[number - 1]
            is_in = (corner[axis] - edge) * inward >= 0
            if is_in != ((before[axis] - edge) * inward >= 0):
                share = (edge - before[axis]) / (corner[axis] - before[axis])
                other = round(before[1 - axis] + share * (corner[1 - axis] - before[1 - axis]))
                cut.append((other, edge) if axis else (edge, other))
            if is_in:
                cut.append(corner)
        ring = cut
    return ring
