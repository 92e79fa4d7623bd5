"""Rows that are one place, brought together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from spaces.gazetteer.meaning import AREAS, MUNICIPALITY, SPACE, Meaning, Row
from spaces.gazetteer.names import Name, named
from spaces.geo.points import distance
from spaces.models import Place

SAME_PLACE = 300  # metres: the stop, the station and the square of one name

# Two parts of a street meet at a boundary, so that their middles are about half their lengths
# apart, and more where it bends. Of the Region's streets none that is one lies beyond 1.75 times
# that, and of those that bear one name by chance none is as near as 3 times.
BENDS = 1.75

# What people mean first when a name has several meanings; of points that are one place, the first
# of these gives its kind.
_Kind = Place.Kind
_IMPORTANCE: dict[str, int] = {
    kind: rank
    for rank, kinds in enumerate(
        (
            (MUNICIPALITY, _Kind.POSTAL_CODE),
            (_Kind.METRO_STATION,),
            (_Kind.TRAIN_STATION,),
            (_Kind.PREMETRO,),
            (_Kind.NEIGHBOURHOOD, _Kind.SQUARE),
            (_Kind.TRAM_STOP, _Kind.TOWN_HALL, _Kind.HOSPITAL, _Kind.UNIVERSITY),
            (_Kind.STOP, _Kind.STREET),
            (_Kind.LIBRARY, _Kind.MUSEUM, _Kind.THEATRE, _Kind.CINEMA, _Kind.COURT),
            (_Kind.COMMUNITY_CENTRE, _Kind.POST_OFFICE),
            (SPACE,),
        )
    )
    for kind in kinds
}


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """One place of the gazetteer."""

    meaning: Meaning
    municipalities: frozenset[str]  # NIS codes: a street at a border is in both
    parts: tuple[Meaning, ...] = ()  # of a street in several municipalities: what lies in each
    numbered: tuple[tuple[int, Meaning], ...] = ()  # of a street: the house numbers we know
    size: int = 1  # of a street: its length in metres; of others: of how many rows it is made

    @property
    def rank(self) -> int:
        """Return how far down it is among what people mean, 0 at the top."""
        return _IMPORTANCE[self.meaning.kind]

    @property
    def is_area(self) -> bool:
        """Tell whether it is a municipality or a postal code."""
        return self.meaning.kind in AREAS

    @property
    def is_street(self) -> bool:
        """Tell whether house numbers make sense here."""
        return self.meaning.kind == _Kind.STREET

    @property
    def is_stop(self) -> bool:
        """Tell whether it is a point that a stop or a square may be named after."""
        return not (self.is_area or self.is_street or self.meaning.kind == SPACE)

    @property
    def is_station(self) -> bool:
        """Tell whether trains, the metro or the premetro stop here."""
        return 0 < self.rank <= _IMPORTANCE[_Kind.PREMETRO]

    @property
    def is_prominent(self) -> bool:
        """Tell whether many people mean it: an area, a station, a neighbourhood, a square."""
        return self.rank <= _IMPORTANCE[_Kind.SQUARE]

    @property
    def meanings(self) -> Iterator[Meaning]:
        """Yield the place and, of a street, its parts and each of its known house numbers."""
        yield self.meaning
        yield from self.parts
        for _number, meaning in self.numbered:
            yield meaning


# A place, and its names: those that are its own, and those that people call it.
Named = tuple[Entry, list[tuple[Name, bool]]]


def merge(rows: Iterable[Row]) -> Iterator[Named]:
    """Yield the places that the rows describe, each with all its names and which are its own."""
    alike: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        alike[_likeness(row.meaning)].append(row)
    for likeness, group in alike.items():
        clusters, make = _ONE_PLACE.get(likeness[0], (_all, _entry))
        for cluster in clusters(group):
            names: dict[str, tuple[Name, bool]] = {}
            for name, own in (pair for row in cluster for pair in _names(row)):
                if name.full and not (name.full in names and names[name.full][1]):
                    names[name.full] = (name, own)
            yield make(cluster), list(names.values())


def leading_number(house_number: str) -> int | None:
    """Return the number of “12”, “12A”, “12-14”; None when there is none."""
    digits = re.match(r"\d{1,5}", house_number)
    return int(digits[0]) if digits else None


def _likeness(meaning: Meaning) -> tuple[str, ...]:
    """Return what rows of one place have in common."""
    if meaning.kind == SPACE:
        return (SPACE, meaning.slug)
    name = named(meaning.name_fr).short
    if meaning.kind in AREAS:
        return ("area", name, meaning.nis)
    return ("street" if meaning.kind == _Kind.STREET else "point", name)


def _names(row: Row) -> Iterator[tuple[Name, bool]]:
    meaning = row.meaning
    for text in dict.fromkeys((meaning.name_fr, meaning.name_nl, meaning.name_en)):
        yield named(text), True
    is_area = meaning.kind in AREAS
    for text in (meaning.postal_code if is_area else "", *row.aliases):
        yield named(text), is_area


def _all(rows: list[Row]) -> list[list[Row]]:
    return [sorted(rows, key=lambda row: _IMPORTANCE[row.meaning.kind])]


def _points(rows: list[Row]) -> list[list[Row]]:
    """Return the rows, the most important first, in clusters of what lies at one place."""
    clusters: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: _IMPORTANCE[row.meaning.kind]):
        for cluster in clusters:
            if distance(cluster[0].meaning.point, row.meaning.point) <= SAME_PLACE:
                cluster.append(row)
                break
        else:
            clusters.append([row])
    return clusters


def _streets(rows: list[Row]) -> list[list[Row]]:
    """Return the rows in clusters of one street, also where it crosses boundaries."""
    clusters: list[list[Row]] = []
    for row in rows:
        met = [cluster for cluster in clusters if any(_meet(row, other) for other in cluster)]
        clusters = [cluster for cluster in clusters if cluster not in met]
        clusters.append([row, *(other for cluster in met for other in cluster)])
    return clusters


def _meet(one: Row, other: Row) -> bool:
    if one.meaning.nis == other.meaning.nis:
        return True
    apart = distance(one.meaning.point, other.meaning.point)
    return apart <= max(SAME_PLACE, BENDS * (one.length + other.length) / 2)


def _entry(rows: list[Row]) -> Entry:
    meanings = [row.meaning for row in rows]
    codes = sorted({m.postal_code for m in meanings if m.postal_code and m.kind in AREAS})
    lines = {line for m in meanings for line in m.lines}
    return Entry(
        meaning=replace(
            meanings[0],
            postal_code=codes[0] if codes else meanings[0].postal_code,
            lines=tuple(sorted(lines, key=_line_order)),
        ),
        municipalities=_one(frozenset(m.nis for m in meanings if m.nis)),
        size=len(rows),
    )


def _street(rows: list[Row]) -> Entry:
    within: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        within[row.meaning.nis].append(row)
    parts = sorted(within.values(), key=lambda part: -max(row.length for row in part))
    middles = [replace(_middle(part), house_number="") for part in parts]
    towns = tuple(middle.municipality for middle in middles if middle.municipality)
    return Entry(
        meaning=replace(middles[0], crosses=towns[1:]),
        municipalities=_one(frozenset(town.nis for town in towns)),
        parts=tuple(middles) if len(middles) > 1 else (),
        numbered=_numbered([row.meaning for row in rows]),
        size=sum(row.length for row in rows),
    )


_ONE_PLACE = {"street": (_streets, _street), "point": (_points, _entry)}


@cache
def _one(codes: frozenset[str]) -> frozenset[str]:
    """Return the one set of these codes: thousands of places have the same."""
    return codes


def _numbered(meanings: list[Meaning]) -> tuple[tuple[int, Meaning], ...]:
    """Return the house numbers that are known, each once."""
    known: dict[int, Meaning] = {}
    for meaning in meanings:
        number = leading_number(meaning.house_number)
        if number is not None:
            known.setdefault(number, meaning)
    return tuple(known.items())


def _middle(rows: list[Row]) -> Meaning:
    """Return the middle of a street in a municipality: as its length was measured, if it was."""
    longest = max(rows, key=lambda row: row.length).meaning
    meanings = [row.meaning for row in rows]
    if any(row.length for row in rows):
        return longest
    return min(meanings, key=lambda m: sum(distance(m.point, other.point) for other in meanings))


def _line_order(line: str) -> tuple[str, int]:
    """Sort by letter, then by number: 3, 25, T81."""
    name = line.rstrip("0123456789")
    return (name, int(line[len(name) :] or 0))
