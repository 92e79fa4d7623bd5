"""Which listings may be of one and the same space. Pure: it compares, and decides nothing."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from enum import StrEnum
from itertools import combinations
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from spaces.geo.points import Point, distance

ALIKE = 90  # of 100 (RapidFuzz's token_sort_ratio): names that are one, typed twice
SIMILAR = 70  # of 100 (token_set_ratio): enough where the doors are as near as this
NEAR = 50  # metres
SHARED = 5  # listings; a number that more of them have is a switchboard's
_CELL = 0.0008  # degrees: at 51° north more than 50 m, east to west too


class Reason(StrEnum):
    """Why two listings are suspected."""

    PHONE = "phone"
    ADDRESS = "address"
    NEAR = "near"
    NAME = "name"

    @property
    def words(self) -> Any:
        """Return the reason in words."""
        return _WORDS[self]


_WORDS = {
    Reason.PHONE: _("same phone number"),
    Reason.ADDRESS: _("same address"),
    Reason.NEAR: _("less than 50 metres apart, similar names"),
    Reason.NAME: _("nearly the same name in one municipality"),
}


class Entry(NamedTuple):
    """What is compared of a listing. Texts are folded; empty or None is not known."""

    names: tuple[str, ...]
    municipality: Hashable
    phone: str = ""
    addresses: tuple[str, ...] = ()
    point: Point | None = None


class Pair(NamedTuple):
    """The places of two entries in what was compared, and why."""

    first: int
    second: int
    reasons: tuple[Reason, ...]


def suspects(entries: Iterable[Entry]) -> list[Pair]:
    """Return the pairs that may be one space, those with most reasons first."""
    known = list(entries)
    found: dict[tuple[int, int], set[Reason]] = defaultdict(set)
    for reason, pairs in (
        (Reason.PHONE, _same(known, lambda entry: [entry.phone], most=SHARED)),
        (Reason.ADDRESS, _same(known, lambda entry: entry.addresses)),
        (Reason.NEAR, _near(known)),
        (Reason.NAME, _alike(known)),
    ):
        for pair in pairs:
            found[pair].add(reason)
    listed = [
        Pair(*pair, tuple(reason for reason in Reason if reason in reasons))
        for pair, reasons in found.items()
    ]
    return sorted(listed, key=lambda pair: (-len(pair.reasons), pair.first, pair.second))


def _same(
    entries: list[Entry], texts: Callable[[Entry], Iterable[str]], most: int | None = None
) -> Iterator[tuple[int, int]]:
    """Yield the pairs that have one of their texts in common, unless more than `most` have it."""
    places = defaultdict(list)
    for place, entry in enumerate(entries):
        for text in filter(None, dict.fromkeys(texts(entry))):
            places[text].append(place)
    for having in places.values():
        if most is None or len(having) <= most:
            yield from combinations(having, 2)


def _near(entries: list[Entry]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose points are less than 50 m apart and whose names are similar.

    Points lie in the cells of a grid, so that each is compared with its neighbours alone.
    """
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        if entry.point is None:
            continue
        row, column = (int(degrees / _CELL) for degrees in entry.point)
        around = ((row + north, column + east) for north in (-1, 0, 1) for east in (-1, 0, 1))
        for other in (other for cell in around for other in cells.get(cell, ())):
            point = entries[other].point
            if point and distance(entry.point, point) < NEAR and _similar(entry, entries[other]):
                yield other, place
        cells[row, column].append(place)


def _similar(one: Entry, other: Entry) -> bool:
    return any(
        fuzz.token_set_ratio(name, another) >= SIMILAR
        for name in one.names
        for another in other.names
    )


def _alike(entries: list[Entry]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a municipality that have nearly the same name in some language."""
    towns: dict[Hashable, list[tuple[str, int]]] = defaultdict(list)
    for place, entry in enumerate(entries):
        towns[entry.municipality].extend((name, place) for name in entry.names if name)
    for named in towns.values():
        texts = [name for name, _place in named]
        for position, (name, place) in enumerate(named, start=1):
            for _text, _score, later in process.extract(
                name,
                texts[position:],
                scorer=fuzz.token_sort_ratio,
                score_cutoff=ALIKE,
                limit=None,
            ):
                other = named[position + later][1]
                if other != place:
                    yield place, other
