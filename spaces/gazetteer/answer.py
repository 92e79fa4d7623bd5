"""Which of the places that fit a reading comes first, and what is said about the others."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from math import inf
from typing import Any

from spaces.gazetteer.entries import SAME_PLACE, Entry, leading_number
from spaces.gazetteer.index import EVERYDAY, PART, Match
from spaces.gazetteer.meaning import MUNICIPALITY, Meaning, Resolution
from spaces.gazetteer.reading import Hint, Reading
from spaces.geo.points import distance

MOST_OTHERS = 6
LONG_STREET = 500  # metres: people call it by its name without “street”

# Of a street, in these municipalities, the house of this number.
Houses = Callable[[Meaning, frozenset[str], int], Meaning | None]

# “Avenue de Tervueren, Bruxelles”: people write Brussels for the whole Region.
_CITY_OF_BRUSSELS = "21004"


def fitting(matches: Iterable[Match], reading: Reading, *, strict: bool) -> list[Match]:
    """Return the matches that the rest of the reading allows; strictly, only in its areas."""
    found = [match for match in matches if _suits(match, reading.hint)]
    if strict and reading.areas:
        found = [match for match in found if _inside(match.entry, reading)]
    if reading.number is None:
        return found
    streets = [match for match in found if match.entry.is_street]
    return streets or [match for match in found if match.share != PART]


def answer(reading: Reading, matches: Iterable[Match], houses: Houses) -> Resolution:
    """Return the best of the matches, and as others those that are somewhere else.

    `houses` returns the house of a street that somebody told the gazetteer of, if one did.
    """
    first, *rest = best_first(matches, partial(_order, reading))
    meaning = _meant(first.entry, reading, houses)
    others: list[Meaning] = []
    for match in rest:
        if match.errors != first.errors or _hardly_meant(match, first):
            continue
        other = _meant(match.entry, reading, houses)
        apart = min(distance(other.point, known.point) for known in (meaning, *others))
        if apart > SAME_PLACE and len(others) < MOST_OTHERS:
            others.append(other)
    number = reading.number if _gap(meaning, reading.number) else None
    return Resolution(
        _without_wrong_number(meaning, reading.number),
        tuple(_without_wrong_number(other, reading.number) for other in others),
        _is_exact(reading, first, meaning),
        unknown_number="" if number is None else str(number),
    )


def _hardly_meant(match: Match, first: Match) -> bool:
    """Tell whether a place is no other meaning: “Simonis” is the station, not a short street."""
    if not first.entry.is_prominent or first.share > EVERYDAY or match.share <= EVERYDAY:
        return False
    return first.entry.is_area or match.entry.size < LONG_STREET


def only_the_area(readings: Iterable[Reading]) -> Resolution:
    """Return the municipality that was understood, and the words that were not."""
    for reading in readings:
        if reading.areas:
            first, *others = (area.meaning for area in reading.areas)
            unknown = " ".join(word.raw for word in reading.name)
            return Resolution(first, tuple(others), exact=False, unknown=unknown)
    return Resolution()


def best_first(matches: Iterable[Match], order: Callable[[Match], Any]) -> list[Match]:
    """Return the matches in this order, each entry once."""
    best: dict[Entry, Match] = {}
    for match in sorted(matches, key=order):
        best.setdefault(match.entry, match)
    return list(best.values())


def _suits(match: Match, hint: Hint | None) -> bool:
    if hint is Hint.STOP:  # of a station part of the name will do: “gare d’Uccle”
        return match.entry.is_stop and (match.share != PART or match.entry.is_station)
    if hint is Hint.SQUARE:  # “place Simonis” is where the station is; no guesses beyond that
        return match.entry.is_stop and not match.errors and match.share == PART and not match.rest
    return True


def _inside(entry: Entry, reading: Reading) -> bool:
    return any(entry.municipalities & area.municipalities for area in reading.areas)


def _order(reading: Reading, match: Match) -> tuple[object, ...]:
    """Sort by what was typed, then by what people mean, then by what is nearest or longest."""
    entry = match.entry
    meaning = _at_number(entry, reading.number)
    away = min((distance(meaning.point, area.meaning.point) for area in reading.areas), default=0)
    return (
        match.errors,
        match.share,
        _gap(meaning, reading.number),
        entry.rank,
        match.rest,
        away,
        -entry.size,
        meaning.name_fr,
    )


def _at_number(entry: Entry, number: int | None) -> Meaning:
    """Return the known house number of the street that is nearest to the one asked for."""
    if number is None or not entry.numbered:
        return entry.meaning
    return min(entry.numbered, key=lambda known: abs(known[0] - number))[1]


def _meant(entry: Entry, reading: Reading, houses: Houses) -> Meaning:
    """Return the house that was asked for or, of a street, what lies in the area asked for."""
    if reading.number is not None and entry.is_street:
        towns = _towns(entry, reading)
        if house := houses(entry.meaning, towns, reading.number):
            return house
        known = replace(entry, numbered=_in_towns(entry.numbered, towns))
        if known.numbered:
            return _at_number(known, reading.number)
    inside = [part for part in entry.parts if part.nis in _towns(entry, reading)]
    return inside[0] if inside and len(inside) < len(entry.parts) else entry.meaning


def _towns(entry: Entry, reading: Reading) -> frozenset[str]:
    """Return where the street lies, as far as the area asked for reaches."""
    asked = frozenset[str]().union(*(area.municipalities for area in reading.areas))
    return entry.municipalities & asked or entry.municipalities


def _in_towns(
    numbered: tuple[tuple[int, Meaning], ...], towns: frozenset[str]
) -> tuple[tuple[int, Meaning], ...]:
    return tuple(known for known in numbered if known[1].nis in towns)


def _without_wrong_number(meaning: Meaning, number: int | None) -> Meaning:
    """Return the street alone where this house number is not known: nobody asked for another."""
    return replace(meaning, house_number="") if _gap(meaning, number) else meaning


def _gap(meaning: Meaning, number: int | None) -> float:
    """Return how far the known house number is from the one asked for."""
    if number is None:
        return 0
    known = leading_number(meaning.house_number)
    return inf if known is None else abs(known - number)


def _is_exact(reading: Reading, match: Match, meaning: Meaning) -> bool:
    anywhere = not reading.areas or any(
        area.meaning.kind == MUNICIPALITY and _CITY_OF_BRUSSELS in area.municipalities
        for area in reading.areas
    )
    return (
        not match.errors
        and reading.hint is not Hint.SQUARE
        and not _gap(meaning, reading.number)
        and (anywhere or _inside(match.entry, reading))
    )
