"""The stops that public transport calls at, as pages name them: light, as there are hundreds."""

from collections.abc import Sequence
from typing import NamedTuple

from spaces.geo.points import Point, distance
from spaces.models import Place

PICTOGRAMS = {
    Place.Kind.METRO_STATION: "metro",
    Place.Kind.PREMETRO: "metro",
    Place.Kind.TRAM_STOP: "tram",
}


class Stop(NamedTuple):
    """A stop with its lines; of the gazetteer's rows, what a page says."""

    name_fr: str
    name_nl: str
    kind: str
    point: Point
    lines: list[str]

    @property
    def pictogram(self) -> str:
        """Return what is drawn beside the name."""
        return PICTOGRAMS.get(Place.Kind(self.kind), "stop")

    def name(self, language: str) -> str:
        """Return the Dutch name for Dutch readers, the French one for the others."""
        return self.name_nl if language == "nl" else self.name_fr


class Call(NamedTuple):
    """A line at a stop where it calls."""

    line: str
    stop: Stop


def nearest_call(line: str, stops: Sequence[Stop], point: Point | None) -> Call | None:
    """Return the nearest of the line's stops, None where there is no point or no stop."""
    if not stops or point is None:
        return None
    return Call(line, min(stops, key=lambda stop: distance(point, stop.point)))


def stops() -> tuple[Stop, ...]:
    """Return all stops that have lines: one query."""
    rows = Place.objects.exclude(lines=[]).values_list(
        "name_fr", "name_nl", "kind", "latitude", "longitude", "lines"
    )
    return tuple(
        Stop(name_fr, name_nl, kind, Point(latitude, longitude), lines)
        for name_fr, name_nl, kind, latitude, longitude, lines in rows
        if latitude is not None and longitude is not None
    )
