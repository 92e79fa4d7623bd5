"""The stops that public transport calls at, as pages name them: light, as there are hundreds."""

from typing import NamedTuple

from spaces.geo.points import Point
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


def stops() -> tuple[Stop, ...]:
    """Return all stops that have lines: one query."""
    rows = Place.objects.exclude(lines=[]).values_list(
        "name_fr", "name_nl", "kind", "latitude", "longitude", "lines"
    )
    return tuple(
        Stop(name_fr, name_nl, kind, Point(latitude, longitude), lines)
        for name_fr, name_nl, kind, latitude, longitude, lines in rows
    )
