"""Postal addresses, and the links that lead there."""

from urllib.parse import quote

from spaces.geo import Point
from spaces.localized import localized, written
from spaces.models import Space


def street_line(space: Space) -> str:
    """Return the street and the number, '' where the street is not known."""
    street = localized(space, "street")
    return f"{street} {space.house_number}".strip() if street else ""


def town_line(space: Space) -> str:
    """Return the postal code and the municipality."""
    return f"{space.postal_code} {written(space.municipality, 'name')}".strip()


def one_line(space: Space) -> str:
    """Return the whole address: “Rue Haute 12, 1000 Bruxelles”."""
    return ", ".join(filter(None, [street_line(space), town_line(space)]))


def map_app_link(space: Space, point: Point) -> str:
    """Return a link that a phone opens in its own map app (RFC 5870, with Android's label)."""
    place = f"{point.latitude},{point.longitude}"
    label = quote(f"{place}({localized(space, 'name')})")
    return f"geo:{place}?q={label}"


def web_map_link(point: Point) -> str:
    """Return a page of OpenStreetMap that shows the point, for devices without a map app."""
    place = f"mlat={point.latitude}&mlon={point.longitude}"
    return f"https://www.openstreetmap.org/?{place}#map=17/{point.latitude}/{point.longitude}"
