"""The municipalities' outlines, the same file that draws the map."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from spaces.geo.points import Point, distance

FILE = Path(__file__).resolve().parents[2] / "static" / "spaces" / "municipalities.geojson"

# The outlines are simplified: a point this near to its municipality counts as inside it.
TOLERANCE = 200  # metres

Ring = list[tuple[float, float]]  # (longitude, latitude), closed


@cache
def rings() -> dict[str, list[Ring]]:
    """Return the rings of every municipality by NIS code."""
    collection = json.loads(FILE.read_text(encoding="utf-8"))
    return {
        feature["properties"]["nis"]: [
            [(lng, lat) for lng, lat in ring] for ring in _rings(feature["geometry"])
        ]
        for feature in collection["features"]
    }


def contains(nis: str, point: Point) -> bool:
    """Tell whether the point lies inside the municipality (even-odd rule over its rings)."""
    crossings = 0
    for ring in rings()[nis]:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > point.latitude) != (y2 > point.latitude):
                at = x1 + (point.latitude - y1) * (x2 - x1) / (y2 - y1)
                crossings += at > point.longitude
    return crossings % 2 == 1


def near(nis: str, point: Point) -> bool:
    """Tell whether the point lies inside the municipality or a simplified border away from it."""
    if nis not in rings() or contains(nis, point):
        return True
    return any(
        distance(point, Point(lat, lng)) <= TOLERANCE for ring in rings()[nis] for lng, lat in ring
    )


def _rings(geometry: dict[str, Any]) -> list[Any]:
    shapes = geometry["coordinates"]
    return shapes if geometry["type"] == "Polygon" else [ring for shape in shapes for ring in shape]
