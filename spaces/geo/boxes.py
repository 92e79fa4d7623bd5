"""Boxes on the map, and the one that the Region lies in. Pure: degrees WGS84."""

from collections.abc import Iterable
from typing import NamedTuple, Self

from spaces.geo.points import Point


class BoundingBox(NamedTuple):
    """A box in degrees WGS84, edges included, in GeoJSON's order."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Iterable[Point]) -> Self:
        """Return the smallest box that holds these points, at least one."""
        latitudes, longitudes = zip(*points, strict=True)
        return cls(min(longitudes), min(latitudes), max(longitudes), max(latitudes))

    @property
    def centre(self) -> Point:
        """Return the point in the middle."""
        return Point((self.south + self.north) / 2, (self.west + self.east) / 2)

    def holds(self, point: Point) -> bool:
        """Tell whether the point lies inside."""
        return (
            self.south <= point.latitude <= self.north and self.west <= point.longitude <= self.east
        )

    def within(self, other: Self) -> Self:
        """Return the part of the box that the other holds; the other where there is none."""
        west, south = max(self.west, other.west), max(self.south, other.south)
        east, north = min(self.east, other.east), min(self.north, other.north)
        return type(self)(west, south, east, north) if west < east and south < north else other


REGION = BoundingBox(west=4.24, south=50.76, east=4.49, north=50.92)
