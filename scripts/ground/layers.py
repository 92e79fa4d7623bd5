"""What is drawn at each zoom: areas and lines, simplified to what can be seen there."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from shapely import LineString, MultiPolygon, Polygon, unary_union

from scripts.ground import rails
from scripts.ground.sources import (
    METRE,
    area,
    lines,
    municipalities,
    polygons,
    rows,
    strings,
)
from scripts.ground.strokes import once, strokes
from spaces.cartography.frame import FINEST, unit
from spaces.cartography.style import rail_width

# Pixels: what is finer is not drawn; and square pixels, of an area. The farther, the calmer.
SEEN = {10: 1, 11: 0.8, 12: 0.8, 13: 0.7, 14: 0.6, 15: 0.45, 16: 0.45}
SMALLEST = {10: 30, 11: 30, 12: 30, 13: 20, 14: 12, 15: 8, 16: 8}
BESIDE = {10: 2.5, 11: 2.5, 12: 2.2, 13: 1.8}  # pixels: two carriageways so near are drawn as one
SHORTEST = 8  # pixels of a road that is drawn
SLIVER = 40 * METRE  # between outlines that should meet: each was simplified by itself

Flat = list[int]  # x, y, then the way from each corner to the next, in units

# From which zoom on each layer is drawn; in this order, from the ground up.
FIRST_DRAWN = {
    "land": 10,
    "wood": 10,
    "park": 10,
    "water": 10,
    "stream": 11,
    "tunnel": 14,
    "minor": 14,
    "tertiary": 12,
    "main": 11,
    "motorway": 10,
    "border": 10,
}
CLASSES = {
    "motorway": ("motorway", "motorway_link", "trunk", "trunk_link"),
    "main": ("primary", "primary_link", "secondary"),
    "tertiary": ("tertiary",),
}
LAST_DRAWN = {"border": 14}  # nearer, a reader would take a simplified outline at its word
MODES = {"tram": 13, "metro": 10}  # and from which zoom on


def layers(zoom: int) -> dict[str, list[Flat]]:
    """Return each layer of a zoom as flat lists of whole units."""
    found: dict[str, list[Flat]] = {}
    for name, first in FIRST_DRAWN.items():
        if first <= zoom <= LAST_DRAWN.get(name, zoom):
            shapes = SOURCES[name]()
            found[name] = _areas(shapes, zoom) if name in AREAS else _lines(shapes, zoom)
    for mode, first in MODES.items():
        if zoom >= first:
            found |= _rails(mode, zoom)
    return found


def _areas(shape: MultiPolygon, zoom: int) -> list[Flat]:
    scale = 2.0 ** (zoom - FINEST)
    seen = SEEN[zoom] / scale
    # What is narrower than can be seen is filled, or worn away.
    calm = shape.buffer(seen).buffer(-2 * seen).buffer(seen) if zoom in BESIDE else shape
    found = []
    for each in polygons(calm.simplify(seen)).geoms:
        for ring in (each.exterior, *each.interiors):
            if Polygon(ring.coords).area * scale**2 >= SMALLEST[zoom]:
                flat = _flat(ring.coords[:-1], zoom)
                if len(flat) > 4:
                    found.append(flat)
    return sorted(found)


def _lines(shapes: Iterable[LineString], zoom: int) -> list[Flat]:
    scale = 2.0 ** (zoom - FINEST)
    drawn = [shape for shape in shapes if shape.length * scale >= SHORTEST]
    if zoom in BESIDE:
        drawn = once(drawn, BESIDE[zoom] / scale)
    flats = (_flat(shape.simplify(SEEN[zoom] / scale).coords, zoom) for shape in drawn)
    return sorted(flat for flat in flats if len(flat) > 2)


def _flat(corners: Iterable[tuple[float, float]], zoom: int) -> Flat:
    """Return a line as whole units, without steps that lead nowhere."""
    scale = 2.0 ** (zoom - FINEST) * unit(zoom)
    flat: Flat = []
    last = None
    for x, y in corners:
        at = round(x * scale), round(y * scale)
        if last is None:
            flat.extend(at)
        elif at != last:
            flat.extend((at[0] - last[0], at[1] - last[1]))
        last = at
    return flat


def _rails(mode: str, zoom: int) -> dict[str, list[Flat]]:
    """Return the tracks of a mode by colour and width, those of a street side by side."""
    scale = 2.0 ** (zoom - FINEST)
    found: dict[str, list[Flat]] = {}
    recorded = _recorded(mode)
    for track in _tracks(mode):
        colours = list(dict.fromkeys(recorded[number].colour for number in track.lines))
        width = rail_width(mode, zoom, len(colours))
        course = track.course.simplify(SEEN[zoom] / scale)
        for place, colour in enumerate(colours):
            shift = (place - (len(colours) - 1) / 2) * width / scale
            moved = course.offset_curve(shift, join_style="mitre") if shift else course
            parts = [part.simplify(SEEN[zoom] / scale / 2) for part in strings(moved)]
            flats = [_flat(part.coords, zoom) for part in parts]
            layer = found.setdefault(f"{mode} {colour} {width:g}", [])
            layer.extend(flat for flat in flats if len(flat) > 2)
    return {name: sorted(flats) for name, flats in sorted(found.items())}


# --- where each layer comes from --------------------------------------------------------------


@cache
def region() -> MultiPolygon:
    """Return the Region's area: the municipalities joined, the slivers between them closed."""
    joined = unary_union(list(municipalities().values())).buffer(SLIVER).buffer(-SLIVER)
    return MultiPolygon([Polygon(each.exterior.coords) for each in polygons(joined).geoms])


@cache
def _borders() -> list[LineString]:
    """Return the lines between municipalities, each once."""
    taken: Any = region().boundary
    found: list[LineString] = []
    for each in municipalities().values():
        new = each.boundary.difference(taken.buffer(2 * SLIVER))
        found.extend(line for line in strings(new) if line.length > 4 * SLIVER)
        taken = taken.union(each.boundary)
    return strokes(found)


@cache
def green(kind: str) -> MultiPolygon:
    """Return the Region's area of parks, or of woods."""
    shapes = [area(row["rings"]) for row in rows("green") if row["kind"] == kind]
    # Beyond the Region the forest ends in a straight edge, where somebody cut it out.
    return polygons(unary_union(shapes).intersection(region()))


def _park() -> MultiPolygon:
    return polygons(green("park").difference(green("wood")))


@cache
def _water() -> MultiPolygon:
    shapes = [area(row["lines"]) for row in rows("water") if row["kind"] == "area"]
    return polygons(unary_union(shapes))


@cache
def _streams() -> list[LineString]:
    courses = [lines(row["lines"]) for row in rows("water") if row["kind"] == "line"]
    return strokes(strings(unary_union(courses).difference(_water())))


@cache
def road(name: str) -> list[LineString]:
    """Return the roads of a class, but for their tunnels."""
    if name == "minor":
        cells = [row["line"] for row in rows("minor-roads") if not row["tunnel"]]
    else:
        classes = CLASSES[name]
        cells = [
            row["lines"] for row in rows("roads") if row["class"] in classes and not row["tunnel"]
        ]
    return strokes(line for cell in cells for line in lines(cell).geoms)


def _tunnels() -> list[LineString]:
    cells = [row["lines"] for row in rows("roads") if row["tunnel"]]
    return strokes(line for cell in cells for line in lines(cell).geoms)


_tracks = cache(rails.tracks)
_recorded = cache(rails.recorded)

AREAS = ("land", "wood", "park", "water")
SOURCES: dict[str, Callable[[], Any]] = {
    "land": region,
    "wood": lambda: green("wood"),
    "park": _park,
    "water": _water,
    "stream": _streams,
    "tunnel": _tunnels,
    "minor": lambda: road("minor"),
    "tertiary": lambda: road("tertiary"),
    "main": lambda: road("main"),
    "motorway": lambda: road("motorway"),
    "border": _borders,
}
