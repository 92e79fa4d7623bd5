"""What part of the world a picture shows: Web Mercator, in pixels of a zoom."""

from math import asinh, atan, degrees, pi, radians, sinh, tan
from typing import NamedTuple, Self

from spaces.geo.boxes import BoundingBox
from spaces.geo.points import Point

TILE = 256  # pixels, the side of a tile
FARTHEST, FINEST, CLOSEST = 10, 16, 18  # zooms: shown at most, with detail of its own, at least
ORIGIN = (524, 343)  # of all our coordinates: the tile at zoom 10 that holds the Region
GRID = 32  # pixels: the corners of frames lie on it, so that browsers meet the same ones again
SMALLEST, LARGEST = 128, 1280  # pixels, the sides of a frame


class Box(NamedTuple):
    """A box, edges included, in pixels or units; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Tell whether the two have anything in common."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Tell whether the other lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def has(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def grown(self, by: float) -> "Box":
        """Return the box with a margin."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def moved(self, x: float, y: float) -> "Box":
        """Return the box elsewhere."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)


class Frame(NamedTuple):
    """A picture of the map: its zoom, its corner in pixels from that of `ORIGIN`, and its size."""

    zoom: int
    left: int
    top: int
    width: int
    height: int

    @classmethod
    def around(cls, point: Point, zoom: int, width: int, height: int) -> Self:
        """Return the frame with this point in its middle, to the pixel."""
        x, y = place(point, zoom)
        return cls(zoom, round(x - width / 2), round(y - height / 2), width, height)

    @classmethod
    def of_tile(cls, zoom: int, column: int, row: int) -> Self:
        """Return the frame of a tile, numbered as every web map does."""
        left, top = corner(zoom)
        return cls(zoom, column * TILE - left, row * TILE - top, TILE, TILE)

    @property
    def is_of_region(self) -> bool:
        """Tell whether this is at a zoom that we draw, and has a part of the Region's tile."""
        side = TILE * 2 ** max(self.zoom - FARTHEST, 0)
        inside = -self.width < self.left < side and -self.height < self.top < side
        return FARTHEST <= self.zoom <= CLOSEST and inside

    @property
    def box(self) -> Box:
        """Return the frame's box, in pixels."""
        return Box(self.left, self.top, self.left + self.width, self.top + self.height)

    def place(self, point: Point) -> tuple[float, float]:
        """Return where a point is drawn, in pixels from the frame's corner."""
        x, y = place(point, self.zoom)
        return x - self.left, y - self.top

    def bounds(self) -> BoundingBox:
        """Return what the frame shows, in degrees."""
        north, west = point_at(self.left, self.top, self.zoom)
        south, east = point_at(self.left + self.width, self.top + self.height, self.zoom)
        return BoundingBox(west, south, east, north)

    def snapped(self) -> Self:
        """Return the nearest frame that the site draws: on the grid, over the Region."""
        zoom = min(max(self.zoom, FARTHEST), CLOSEST)
        scale = 2.0 ** (zoom - self.zoom)
        width, height = (min(max(_on_grid(s), SMALLEST), LARGEST) for s in self[3:])
        middle_x = (self.left + self.width / 2) * scale
        middle_y = (self.top + self.height / 2) * scale
        side = TILE * 2 ** (zoom - FARTHEST)  # of the tile that holds the Region
        left = min(max(middle_x, 0), side) - width / 2
        top = min(max(middle_y, 0), side) - height / 2
        return type(self)(zoom, _on_grid(left), _on_grid(top), width, height)


def _on_grid(pixels: float) -> int:
    return round(pixels / GRID) * GRID


def place(point: Point, zoom: int) -> tuple[float, float]:
    """Return where a point lies at a zoom, in pixels from the corner of `ORIGIN`.

    The projection is EPSG:3857's, cut into tiles as every web map does.
    """
    tiles = 2.0**zoom
    x = (point.longitude + 180) / 360 * tiles
    y = (1 - asinh(tan(radians(point.latitude))) / pi) / 2 * tiles
    left, top = corner(zoom)
    return x * TILE - left, y * TILE - top


def point_at(x: float, y: float, zoom: int) -> Point:
    """Return the point that lies there at a zoom: the inverse of `place`."""
    tiles = 2.0**zoom
    left, top = corner(zoom)
    longitude = (x + left) / TILE / tiles * 360 - 180
    latitude = degrees(atan(sinh(pi * (1 - 2 * (y + top) / TILE / tiles))))
    return Point(latitude, longitude)


def unit(zoom: int) -> int:
    """Return how many units of our coordinates make a pixel: where streets are wide, two."""
    return 2 if zoom > FINEST - 2 else 1


def corner(zoom: int) -> tuple[int, int]:
    """Return where `ORIGIN` lies at a zoom, in pixels of the world."""
    scale = TILE * 2 ** (zoom - FARTHEST)
    return ORIGIN[0] * scale, ORIGIN[1] * scale
