"""The ways to read what somebody typed: which words are the name, which say where it is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import dropwhile

from spaces.gazetteer.entries import Entry
from spaces.gazetteer.spelling import LINKS, Word, vocabulary

_MOST = 24  # readings of one text

_FILLERS = LINKS | vocabulary(
    "am around at autour ben bij chez close cote dans dichtbij entre from habite i ik in j je live "
    "m me naar nabij near nearby next omgeving onder op pres proche rond suis sur te tegenover to "
    "uit vanaf vers voor woon"
)
_BEFORE_AREA = vocabulary("a at b be belgie belgique bij in te")
_POSTAL = vocabulary("b be")
_NUMBER_SIGN = vocabulary("n no nr num numero nummer")
_BOX = vocabulary("app appt b bis boite box bte bus etage ter")
_OFFICE = LINKS | vocabulary(
    "center centre centrum city commune communale gemeente gemeentehuis hall hotel mairie maison "
    "municipality stad stadhuis town ville"
)
_CODE = re.compile(r"1\d{3}")
_HOUSE = re.compile(r"(\d{1,4})[a-z]{0,3}")
_LONGEST_AREA = 5  # words


class Hint(Enum):
    """What a word that is no part of the name says about the place."""

    STOP = vocabulary(
        "arret bus bushalte gare halte metro metrostation mivb nmbs premetro sncb station stib "
        "stop train tram tramhalte trein treinstation محطه المحطه"
    )
    SQUARE = vocabulary("carrefour parvis place plaats plein point rond rondpunt square")
    QUARTER = vocabulary("buurt neighborhood neighbourhood quartier wijk")


@dataclass(frozen=True)
class Reading:
    """One way to read a text: the name, where it would be, which number in the street."""

    name: tuple[Word, ...]
    areas: tuple[Entry, ...] = ()
    number: int | None = None
    hint: Hint | None = None


_Areas = Callable[[tuple[Word, ...]], tuple[Entry, ...]]


def read(words: tuple[Word, ...], areas: _Areas) -> list[Reading]:
    """Return the readings of the words, the most literal first, none twice.

    `areas` returns the municipalities and postal codes of this very name. A reading may be left
    without a name, but only when it has an area.
    """
    readings = {Reading(words): None}
    waiting = [*readings]
    while waiting and len(readings) < _MOST:
        reading = waiting.pop(0)
        for less in (
            *_without_code(reading, areas),
            *_without_area(reading, areas),
            *_without_number(reading),
            *_without_hint(reading),
            *_without_fillers(reading),
        ):
            if less not in readings:
                readings[less] = None
                waiting.append(less)
    return [reading for reading in readings if reading.name or reading.areas]


def _without_code(reading: Reading, areas: _Areas) -> Iterator[Reading]:
    """Take out a postal code, and the municipality's name that goes with it."""
    if reading.areas:
        return
    for place, word in enumerate(reading.name):
        if _CODE.fullmatch(word.key) and (found := areas((word,))):
            before = _cut_end(reading.name[:place], _POSTAL)
            rest = replace(reading, name=before + reading.name[place + 1 :], areas=found)
            for less in _area_cut_off(rest.name, areas):
                yield replace(rest, name=less.name)
            yield rest


def _without_area(reading: Reading, areas: _Areas) -> Iterator[Reading]:
    """Take the name of a municipality from the end, or from the beginning."""
    if not reading.areas:
        for less in _area_cut_off(reading.name, areas):
            yield replace(reading, name=less.name, areas=less.areas)


def _area_cut_off(words: tuple[Word, ...], areas: _Areas) -> Iterator[Reading]:
    for size in range(min(len(words), _LONGEST_AREA), 0, -1):
        before, end = words[:-size], words[-size:]
        if (found := areas(end)) and not _belongs(before):
            name = _cut_end(before, _BEFORE_AREA | LINKS)
            yield Reading(name, found)
            if shorter := _once_more(name, found, areas):
                yield Reading(shorter, found)
        if found := areas(words[:size]):
            yield Reading(words[size:], found)


def _once_more(name: tuple[Word, ...], area: tuple[Entry, ...], areas: _Areas) -> tuple[Word, ...]:
    """Return the words without the same municipality's other name: “Bruxelles - Brussel”."""
    codes = frozenset[str]().union(*(entry.municipalities for entry in area))
    for size in range(min(len(name) - 1, _LONGEST_AREA), 0, -1):
        if any(entry.municipalities & codes for entry in areas(name[-size:])):
            return _cut_end(name[:-size], _BEFORE_AREA | LINKS)
    return ()


def _belongs(before: tuple[Word, ...]) -> bool:
    """Tell whether the words before a municipality make it part of a name: “rue de Laeken”."""
    if not before or before[-1].key not in LINKS - _BEFORE_AREA:
        return False
    return not all(word.key in _OFFICE | Hint.STOP.value | Hint.QUARTER.value for word in before)


def _without_number(reading: Reading) -> Iterator[Reading]:
    """Take out a house number and its box, after the street or before it."""
    if reading.number is not None:
        return
    for place, word in reversed(list(enumerate(reading.name))):
        before, after = reading.name[:place], reading.name[place + 1 :]
        if (house := _HOUSE.fullmatch(word.key)) and (not before or all(map(_is_box, after))):
            street = before or tuple(dropwhile(_is_box, after))
            if name := _cut_end(street, _NUMBER_SIGN):
                yield replace(reading, name=name, number=int(house[1]))


def _is_box(word: Word) -> bool:
    return word.key in _BOX or len(word.key) == 1 or bool(_HOUSE.fullmatch(word.key))


def _without_hint(reading: Reading) -> Iterator[Reading]:
    """Take out “gare”, “place”, “quartier”, “commune”: no part of the name, but a hint."""
    for hint in () if reading.hint else Hint:
        name = tuple(word for word in reading.name if word.key not in hint.value)
        yield replace(reading, name=name, hint=hint if name != reading.name else None)
    if reading.areas and all(word.key in _OFFICE for word in reading.name):
        yield replace(reading, name=())


def _without_fillers(reading: Reading) -> Iterator[Reading]:
    """Take off leading words such as “near the”."""
    name = tuple(dropwhile(lambda word: word.key in _FILLERS, reading.name))
    yield replace(reading, name=name or reading.name)


def _cut_end(words: tuple[Word, ...], without: frozenset[str]) -> tuple[Word, ...]:
    while words and words[-1].key in without:
        words = words[:-1]
    return words
