"""The gazetteer: from what somebody typed to the place that it means."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from spaces.gazetteer.alike import Words
from spaces.gazetteer.answer import Houses, answer, best_first, fitting, only_the_area
from spaces.gazetteer.elsewhere import is_elsewhere
from spaces.gazetteer.entries import Entry, Named, merge
from spaces.gazetteer.index import EVERYDAY, OWN, Index, Match
from spaces.gazetteer.labels import Labels
from spaces.gazetteer.lines import named_line
from spaces.gazetteer.meaning import Meaning, Resolution, Row
from spaces.gazetteer.reading import Reading, read
from spaces.gazetteer.spelling import Word, content, key, words

_Find = Callable[[Index, tuple[Word, ...]], list[Match]]


class Places:
    """Places under all their names; built once from rows, then never changed."""

    def __init__(self, rows: Iterable[Row], languages: Sequence[str]) -> None:
        every = list(rows)
        self.areas: defaultdict[str, list[Entry]] = defaultdict(list)
        self.index = Index(self._merged(row for row in every if not row.meaning.is_unplaced))
        self.unplaced = Index(merge(row for row in every if row.meaning.is_unplaced))
        self.labels = Labels(self.index.entries, languages)

    def _merged(self, rows: Iterable[Row]) -> Iterator[Named]:
        for entry, names in merge(rows):
            for name, _own in names if entry.is_area else ():
                self.areas[name.full].append(entry)
            yield entry, names


class Gazetteer:
    """Where people say they are: the places, the spaces among them, and what knows their houses."""

    def __init__(self, places: Places, spaces: Places, houses: Houses) -> None:
        self._sources = (places, spaces)
        self._areas = places.areas
        self._areas_alike = Words([*places.areas])
        self._unplaced = places.unplaced
        self._lines = {line for entry in places.index.entries for line in entry.meaning.lines}
        self._houses = houses

    def resolve(self, text: str) -> Resolution:
        """Return the place that the text means, and its other meanings; it never raises.

        The most literal reading wins: a name as it stands before a name in part, before a name
        with typing errors; only then the municipality alone, with the words that stay unknown.
        """
        return self._with_namesake(self._labelled(text.strip()) or self._read(text))

    def knows(self, typed: tuple[Word, ...]) -> bool:
        """Tell whether this is the very name of a place, or of a street but for its “rue”."""
        return bool(typed) and any(
            match.share <= EVERYDAY or len(typed) > 1 for match in self._found(Index.exact, typed)
        )

    def names_rightly(self, text: str) -> bool:
        """Tell whether a text means a place as it stands, with no typing error."""
        readings = read(words(text), self._named_areas)
        found = self._understand(readings, [Index.exact, Index.both, Index.part])
        return bool(found and found.exact)

    def begins(self, typed: tuple[Word, ...]) -> bool:
        """Tell whether the very name of a place begins with these words."""
        return any(places.index.begins(typed) for places in self._sources)

    def is_label(self, text: str) -> bool:
        """Tell whether this is what our pages call a place."""
        return self._labelled(text) is not None

    def is_line(self, word: str) -> bool:
        """Tell whether a folded word is what a line is called: “51”, “t81”."""
        return word.upper() in self._lines

    def line(self, typed: tuple[Word, ...]) -> str:
        """Return the line of public transport that the words name rightly, '' for none."""
        named = named_line(typed, self._lines)
        return named[0] if named and named[1] else ""

    def is_line_said_wrong(self, typed: tuple[Word, ...]) -> bool:
        """Tell whether the words name a line, but not what runs there: “bus 51” is a tram."""
        named = named_line(typed, self._lines)
        return named is not None and not named[1]

    def suggest(self, text: str, language: str, limit: int = 8) -> list[Meaning]:
        """Return what a text that is being typed may become, best first."""
        typed = words(text)
        if len(key(typed)) < 2:
            return []

        def order(match: Match) -> tuple[object, ...]:
            meaning = match.entry.meaning
            name = meaning.name(language)
            size = match.entry.size if match.entry.is_street else 0
            return (match.errors, match.entry.rank, match.share, match.rest, -size, name)

        found = best_first(self._found(Index.beginning, typed), order)
        if len(found) >= limit:
            return [match.entry.meaning for match in found[:limit]]
        understood = self.resolve(text)
        if not found and not (understood.meaning and understood.exact):
            found = best_first(self._found(Index.fuzzy_beginning, typed), order)
        meanings = [match.entry.meaning for match in found]
        meanings += [m for m in (understood.meaning, *understood.others) if m]
        return list(dict.fromkeys(meanings))[:limit]

    def _labelled(self, text: str) -> Resolution | None:
        found = [meaning for places in self._sources for meaning in places.labels.meanings(text)]
        return Resolution(found[0], tuple(found[1:])) if found else None

    def _read(self, text: str) -> Resolution:
        typed = words(text)
        literal = [Reading(typed)]
        if understood := self._understand(literal, [Index.exact]):
            return understood
        if line := named_line(typed, self._lines):
            return Resolution(line=line[0], exact=line[1])
        readings = read(typed, self._named_areas)
        for finds in ([Index.exact, Index.both], [Index.part, Index.fuzzy]):
            if understood := self._understand(readings, finds):
                return understood
            if named := self._by_name_alone(readings, finds[-1]):
                return named
        guesses = [guess for guess in read(typed, self._misspelt_areas) if guess.areas]
        if guessed := self._understand(guesses, [Index.exact, Index.part, Index.fuzzy]):
            return replace(guessed, exact=False)
        return only_the_area(readings)

    def _understand(self, readings: list[Reading], finds: Sequence[_Find]) -> Resolution | None:
        for find in finds:
            found: dict[tuple[Word, ...], list[Match]] = {}
            for strict in (True, False):
                for reading in readings:
                    name = reading.name
                    if name not in found:
                        found[name] = self._matches(find, name)
                    matches = found[name] or _area_alone(reading)
                    if matches := fitting(matches, reading, strict=strict):
                        return answer(reading, matches, self._houses)
        return None

    def _matches(self, find: _Find, name: tuple[Word, ...]) -> list[Match]:
        if not name:
            return []
        if is_elsewhere(content(name)):
            return [m for m in self._found(Index.exact, name) if m.share <= EVERYDAY]
        return self._found(find, name)

    def _found(self, find: _Find, name: tuple[Word, ...]) -> list[Match]:
        return [match for places in self._sources for match in find(places.index, name)]

    def _by_name_alone(self, readings: list[Reading], find: _Find) -> Resolution | None:
        """Return the street of which we know no more than that there is one of this name."""
        for reading in sorted(readings, key=lambda reading: not reading.areas):
            if reading.name and (matches := find(self._unplaced, reading.name)):
                areas = [area.meaning for area in reading.areas]
                exact = not matches[0].errors
                street = matches[0].entry.meaning
                return Resolution(areas[0] if areas else None, exact=exact, unplaced=street)
        return None

    def _with_namesake(self, resolution: Resolution) -> Resolution:
        """Note where something else bears the very name of what was understood."""
        meaning = resolution.meaning
        if meaning is None or resolution.others:
            return resolution
        bearers = {
            m.entry for m in self._found(Index.exact, words(meaning.name_fr)) if m.share == OWN
        }
        return replace(resolution, has_namesake=True) if len(bearers) > 1 else resolution

    def _named_areas(self, typed: Sequence[Word]) -> tuple[Entry, ...]:
        return tuple(self._areas.get(key(typed), ()))

    def _misspelt_areas(self, typed: Sequence[Word]) -> tuple[Entry, ...]:
        name = key(typed)
        if len(name) < 6 or is_elsewhere(content(typed)):
            return ()
        near = self._areas_alike.alike(name, 1)
        return tuple(entry for spelling, _errors in near for entry in self._areas[spelling])


def _area_alone(reading: Reading) -> list[Match]:
    return [] if reading.name else [Match(0, OWN, 0, area) for area in reading.areas]
