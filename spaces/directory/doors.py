"""The map of a space's door: the streets around it, and the stops with their lines.

Of a space of which nobody knows where it is, the map shows the municipality.
"""

from collections.abc import Iterable

from django.urls import reverse

from config.languages import current
from spaces.cartography import labels
from spaces.cartography.door import SIZE, door_map
from spaces.cartography.overview import Numbered, overview
from spaces.cartography.town import town_map
from spaces.directory.published import Directory
from spaces.directory.stops import Stop
from spaces.geo.points import Point
from spaces.models import Place, Space

SIZES = {"": SIZE, "-small": (240, 200)}  # pixels, by what the address adds to the code
STOPS = 3  # that a map names, where they are on it
SIGNS = {
    Place.Kind.METRO_STATION: "metro",
    Place.Kind.PREMETRO: "premetro",
    Place.Kind.TRAM_STOP: "tram",
}


def address(space: Space, size: str = "") -> str:
    """Return where the reader finds the picture of a space, '' where it is not published.

    It has the size that a page takes, or another one of `SIZES`.
    """
    if space.status != Space.Status.PUBLISHED:
        return ""
    return reverse("door", args=[names_language(), space.code, size])


def drawn(
    space: Space,
    directory: Directory,
    language: str,
    *,
    start: Point | None = None,
    size: tuple[int, int] = SIZE,
    on_paper: bool = False,
) -> str:
    """Return the map in SVG, names in `fr`, `nl` or `fr-nl`, of so many pixels.

    Where somebody begins the way there at a `start`, a map of a door shows that too.
    """
    point = space.real_point
    if point is None:
        nis, invented = space.municipality.nis, space.point
        return town_map(nis, language, size=size, invented=invented, on_paper=on_paper)
    stops = directory.nearest_stops(point, STOPS)
    return door_map(
        point,
        language,
        size=size,
        start=start,
        street=getattr(space, "street_nl" if language == "nl" else "street_fr") or "",
        stops=[named(stop.thing, language) for stop in stops],
        on_paper=on_paper,
    )


def overview_address(spaces: Iterable[Space]) -> str:
    """Return where the reader finds the map of these spaces, numbered in their order."""
    return reverse("overview", args=[names_language(), "-".join(space.code for space in spaces)])


def drawn_together(spaces: Iterable[Space], language: str) -> str | None:
    """Return the map of several spaces, numbered in their order, None where no point is known."""
    places = [
        Numbered(number, space.point, space.has_sample_location)
        for number, space in enumerate(spaces, start=1)
        if space.point
    ]
    return overview(places, language) if places else None


def named(stop: Stop, language: str) -> labels.Stop:
    """Return a stop as the map names it, with its lines."""
    names = {"fr": (stop.name_fr,), "nl": (stop.name_nl,)}.get(
        language, tuple(dict.fromkeys((stop.name_fr, stop.name_nl)))
    )
    sign = SIGNS.get(Place.Kind(stop.kind), "bus")
    return labels.Stop(stop.point, sign, names, " · ".join(stop.lines))


def names_language() -> str:
    """Return the language of the names on maps for the reader: both, where it is neither."""
    code = current().code
    return code if code in ("fr", "nl") else "fr-nl"
