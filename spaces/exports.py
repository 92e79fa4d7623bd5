"""The directory in formats that programs read."""

from typing import Any

from spaces.geo import Point
from spaces.localized import localized
from spaces.search import Result, Results
from spaces.templatetags.spaces import space_url
from spaces.words import result_hours

GeoJSON = dict[str, Any]


def geojson(found: Results) -> GeoJSON:
    """Return the results that have a point as a FeatureCollection (RFC 7946), in their order."""
    return {
        "type": "FeatureCollection",
        "features": [
            _feature(result, result.space.point, found)
            for result in found.ranked
            if result.space.point
        ],
    }


def _feature(result: Result, point: Point, found: Results) -> GeoJSON:
    space = result.space
    return {
        "type": "Feature",
        "id": str(space.pk),
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        "properties": {
            "slug": space.slug,
            "number": result.number,
            "name": str(localized(space, "name")),
            "hours": result_hours(result, found),
            "kind": result.state.kind if result.state else None,
            "url": space_url(space),
            "label": space.is_labelled,
            "sample": space.is_sample,
            "sample_location": space.has_sample_location,
            "metres": None if result.metres is None else round(result.metres),
        },
    }
