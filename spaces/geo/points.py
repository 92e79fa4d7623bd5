"""Points on the map and how far apart they are. Pure: degrees WGS84 and metres."""

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

EARTH_RADIUS = 6_371_008.8  # metres, mean radius (IUGG)

# People walk round houses: the way is about 1.3 times the straight line, at 4.5 km/h.
WALKING_METRES_PER_MINUTE = 75 / 1.3


class Point(NamedTuple):
    """A point in degrees WGS84."""

    latitude: float
    longitude: float

    def rounded(self) -> "Point":
        """Return the point to 3 decimals (about 100 m): all we keep of a visitor's position."""
        return Point(round(self.latitude, 3), round(self.longitude, 3))


def distance(one: Point, other: Point) -> float:
    """Return the great-circle distance in metres (haversine formula)."""
    lat_1, lat_2 = radians(one.latitude), radians(other.latitude)
    d_lat, d_lng = lat_2 - lat_1, radians(other.longitude - one.longitude)
    h = sin(d_lat / 2) ** 2 + cos(lat_1) * cos(lat_2) * sin(d_lng / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(h))


def walking_minutes(metres: float) -> int:
    """Return the minutes that walking this straight-line distance takes, at least 1."""
    return max(1, round(metres / WALKING_METRES_PER_MINUTE))
