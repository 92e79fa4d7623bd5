"""Rows that are one place, brought together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spaces.gazetteer.meaning import AREAS, MUNICIPALITY, SPACE, Meaning, Row
from spaces.gazetteer.names import Name, named
from spaces.geo.points import distance
from spaces.models import Place

SAME_PLACE = 300  # metres: the stop, the station and the square of one name

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
            (_Kind.TRAM_STOP,),
            (_Kind.STOP, _Kind.STREET),
            (SPACE,),
        )
    )
    for kind in kinds
}


@dataclass(frozen=True, eq=False)
class Entry:
    """One place of the gazetteer, under all its names."""

    meaning: Meaning
    names: tuple[Name, ...]
    municipalities: frozenset[str]  # NIS codes: a station at a border is in both
    numbered: tuple[tuple[int, Meaning], ...] = ()  # of a street: the house numbers we know
    size: int = 1  # rows: of a street, about how long it is

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
    def meanings(self) -> tuple[Meaning, ...]:
        """Return the place and, of a street, each of its known house numbers."""
        return (self.meaning, *(meaning for _number, meaning in self.numbered))


def merge(rows: Iterable[Row]) -> Iterator[Entry]:
    """Yield the places that the rows describe."""
    alike: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        alike[_likeness(row.meaning)].append(row)
    for group in alike.values():
        for cluster in _clusters(group):
            yield _entry(cluster)


def leading_number(house_number: str) -> int | None:
    """Return the number of “12”, “12A”, “12-14”; None when there is none."""
    digits = re.match(r"\d{1,5}", house_number)
    return int(digits[0]) if digits else None


def _likeness(meaning: Meaning) -> tuple[str, ...]:
    """Return what rows of one place have in common."""
    name = named(meaning.name_fr).short
    nis = meaning.municipality.nis if meaning.municipality else ""
    if meaning.kind in AREAS:
        return ("area", name, nis)
    if meaning.kind == _Kind.STREET:
        return ("street", name, nis)
    return (SPACE, meaning.slug) if meaning.kind == SPACE else ("point", name)


def _clusters(rows: list[Row]) -> list[list[Row]]:
    """Return the rows, the most important first, in clusters; only points can be two places."""
    clusters: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: _IMPORTANCE[row.meaning.kind]):
        for cluster in clusters:
            lead = cluster[0].meaning
            apart = distance(lead.point, row.meaning.point)
            if lead.kind in {_Kind.STREET, *AREAS} or apart <= SAME_PLACE:
                cluster.append(row)
                break
        else:
            clusters.append([row])
    return clusters


def _entry(rows: list[Row]) -> Entry:
    meanings = [row.meaning for row in rows]
    is_street = meanings[0].kind == _Kind.STREET
    lead = _middle(meanings) if is_street else meanings[0]
    codes = sorted({m.postal_code for m in meanings if m.postal_code and m.kind in AREAS})
    names = [name for m in meanings for name in (m.name_fr, m.name_nl, m.name_en)]
    names += [*codes, *(alias for row in rows for alias in row.aliases)]
    lines = {line for m in meanings for line in m.lines}
    return Entry(
        meaning=replace(
            lead,
            house_number="",
            postal_code=codes[0] if codes else lead.postal_code,
            lines=tuple(sorted(lines, key=_line_order)),
        ),
        names=tuple({name.full: name for name in map(named, names) if name.words}.values()),
        municipalities=frozenset(m.municipality.nis for m in meanings if m.municipality),
        numbered=_numbered(meanings) if is_street else (),
        size=len(rows),
    )


def _numbered(meanings: list[Meaning]) -> tuple[tuple[int, Meaning], ...]:
    """Return the house numbers that are known, each once."""
    known: dict[int, Meaning] = {}
    for meaning in meanings:
        number = leading_number(meaning.house_number)
        if number is not None:
            known.setdefault(number, meaning)
    return tuple(known.items())


def _middle(meanings: list[Meaning]) -> Meaning:
    """Return the one that is nearest to all the others: the middle of a street."""
    return min(meanings, key=lambda m: sum(distance(m.point, other.point) for other in meanings))


def _line_order(line: str) -> tuple[str, int]:
    """Sort by letter, then by number: 3, 25, T81."""
    name = line.rstrip("0123456789")
    return (name, int(line[len(name) :] or 0))
