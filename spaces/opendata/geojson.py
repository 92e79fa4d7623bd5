"""The results of a search as GeoJSON (RFC 7946): what the map draws, and who asks by program."""

from typing import Any

from spaces.geo.points import Point
from spaces.language.localized import localized
from spaces.search.pipeline import SpaceResult, SpaceResults
from spaces.search.wording import tagged_hours

GeoJSON = dict[str, Any]


def geojson(found: SpaceResults) -> GeoJSON:
    """Return the results that have a point as a FeatureCollection (RFC 7946), in their order."""
    return {
        "type": "FeatureCollection",
        "features": [
            _feature(result, result.space.point, found)
            for result in found.whole(found.ranked)
            if result.space.point
        ],
    }


def _feature(result: SpaceResult, point: Point, found: SpaceResults) -> GeoJSON:
    space = result.space
    return {
        "type": "Feature",
        "id": str(space.pk),
        "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        "properties": {
            "slug": space.slug,
            "number": result.number,
            "name": str(localized(space, "name")),
            "hours": tagged_hours(result, found),
            "kind": result.state.kind if result.state else None,
            "url": space.get_absolute_url(),
            "label": space.is_labelled,
            "strength": result.strength,
            "sample": space.is_sample,
            "sample_location": space.has_sample_location,
            "metres": None if result.metres is None else round(result.metres),
        },
    }
