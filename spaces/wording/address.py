"""Postal addresses, and the links that lead there."""

from typing import NamedTuple
from urllib.parse import quote

from spaces.language.localized import localized, written
from spaces.models import Space

_MAP = "https://www.openstreetmap.org/"


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


def town(space: Space) -> str:
    """Return the municipality, then its postal code: “Jette (1090)”."""
    name = str(written(space.municipality, "name"))
    return f"{name} ({space.postal_code})" if space.postal_code else name


class Directions(NamedTuple):
    """Links that lead to a space; `app` is for phones whose map app takes it."""

    route: str  # a way there, on the web
    page: str  # where it is, on the web
    app: str  # RFC 5870, with Android's label


def directions(space: Space) -> Directions | None:
    """Return the links to the real point, else to the whole address, None where neither is known.

    The pages are OpenStreetMap's: they need no key, and take addresses too.
    """
    if not space.can_be_found:
        return None
    point = space.real_point
    if point is None:
        place = quote(one_line(space))
        return Directions(
            f"{_MAP}directions?to={place}", f"{_MAP}search?query={place}", f"geo:0,0?q={place}"
        )
    place = f"{point.latitude},{point.longitude}"
    label = quote(f"{place}({localized(space, 'name')})")
    return Directions(
        route=f"{_MAP}directions?to={place}",
        page=f"{_MAP}?mlat={point.latitude}&mlon={point.longitude}"
        f"#map=17/{point.latitude}/{point.longitude}",
        app=f"geo:{place}?q={label}",
    )
