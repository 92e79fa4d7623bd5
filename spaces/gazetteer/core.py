"""The gazetteer: from what somebody typed to the place that it means."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache

from spaces.gazetteer.answer import answer, best_first, fitting, only_the_area
from spaces.gazetteer.elsewhere import is_elsewhere
from spaces.gazetteer.entries import Entry, merge
from spaces.gazetteer.index import WHOLE, Index, Match, alike
from spaces.gazetteer.meaning import Meaning, Resolution, Row
from spaces.gazetteer.reading import Reading, read
from spaces.gazetteer.spelling import Word, key, words

_Find = Callable[[tuple[Word, ...]], list[Match]]


class Gazetteer:
    """Where people say they are; built once from rows, then never changed."""

    def __init__(self, rows: Iterable[Row], languages: Iterable[str]) -> None:
        entries = list(merge(rows))
        self._index = Index(entries)
        self._areas: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            for name in entry.names if entry.is_area else ():
                self._areas[name.full].append(entry)
        self._labels = {
            meaning.label(language): meaning
            for language in languages
            for entry in entries
            for meaning in entry.meanings
        }

    def resolve(self, text: str) -> Resolution:
        """Return the place that the text means, and its other meanings; it never raises.

        The most literal reading wins: a name as it stands before a name in part, before a name
        with typing errors; only then the municipality alone, with the words that stay unknown.
        """
        if meaning := self._labels.get(text.strip()):
            return Resolution(meaning)
        typed = words(text)
        readings = read(typed, self._named_areas)
        if understood := self._understand(readings):
            return understood
        guesses = [guess for guess in read(typed, self._misspelt_areas) if guess.areas]
        if guessed := self._understand(guesses):
            return replace(guessed, exact=False)
        return only_the_area(readings)

    def suggest(self, text: str, language: str, limit: int = 8) -> list[Meaning]:
        """Return what a text that is being typed may become, best first."""
        typed = words(text)
        if len(key(typed)) < 2:
            return []

        def order(match: Match) -> tuple[object, ...]:
            meaning = match.entry.meaning
            return (match.errors, match.share, match.entry.rank, match.rest, meaning.name(language))

        found = best_first(self._index.beginning(typed), order)
        if len(found) >= limit:
            return [match.entry.meaning for match in found[:limit]]
        understood = self.resolve(text)
        if not found and not (understood.meaning and understood.exact):
            found = best_first(self._index.fuzzy_beginning(typed), order)
        meanings = [match.entry.meaning for match in found]
        meanings += [m for m in (understood.meaning, *understood.others) if m]
        return list(dict.fromkeys(meanings))[:limit]

    def _understand(self, readings: list[Reading]) -> Resolution | None:
        for find in map(cache, (self._index.exact, self._index.part, self._index.fuzzy)):
            for strict in (True, False):
                for reading in readings:
                    if matches := fitting(self._matches(find, reading), reading, strict=strict):
                        return answer(reading, matches)
        return None

    def _matches(self, find: _Find, reading: Reading) -> list[Match]:
        if not reading.name:
            return [Match(0, WHOLE, 0, area) for area in reading.areas]
        return (self._index.exact if is_elsewhere(reading.name) else find)(reading.name)

    def _named_areas(self, typed: Sequence[Word]) -> tuple[Entry, ...]:
        return tuple(self._areas.get(key(typed), ()))

    def _misspelt_areas(self, typed: Sequence[Word]) -> tuple[Entry, ...]:
        name = key(typed)
        if len(name) < 6 or is_elsewhere(typed):
            return ()
        near = alike(name, list(self._areas), 1)
        return tuple(entry for spelling, _errors in near for entry in self._areas[spelling])
