"""Names by their spelling: exact, by some of their words, with typing errors, by beginnings."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from spaces.gazetteer.entries import Entry
from spaces.gazetteer.names import Name
from spaces.gazetteer.spelling import TYPES, Word, beginnings, content, forgiven, is_linked, key

# How much of a name was typed, from all to some of its words.
WHOLE, WITHOUT_TYPE, PART = range(3)

# What a word is in a name: enough alone, its type, or enough together with the type only.
_HEAD, _TYPE, _OTHER = 1, 2, 4

_LONGEST_MISSPELT = 8  # words: what is longer is no name with typing errors


class Match(NamedTuple):
    """An entry that a text may mean, and how well it fits."""

    errors: int
    share: int
    rest: int  # words of the name that were not typed
    entry: Entry


class Index:
    """The names of all entries; immutable once built."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._owners: list[tuple[Name, Entry]] = []
        self._by_key: defaultdict[str, list[tuple[Entry, int]]] = defaultdict(list)
        self._by_word: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for entry in entries:
            for name in entry.names:
                self._add(name, entry)
        self._keys = sorted(self._by_key)
        self._words = sorted(self._by_word)

    def _add(self, name: Name, entry: Entry) -> None:
        shares = {name.bare: WITHOUT_TYPE, name.full: WHOLE, name.short: WHOLE}
        for spelling, share in shares.items():
            if spelling:
                self._by_key[spelling].append((entry, share))
        for word in set(name.content):
            role = _HEAD if word in name.heads else _TYPE if word in TYPES else _OTHER
            self._by_word[word].append((len(self._owners), role))
        self._owners.append((name, entry))

    def exact(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries that have this name, or this one but for “Avenue”, “Gare”, …"""
        return self._of_keys({key(words), "".join(content(words))})

    def part(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries of whose names these are some of the words, in any order."""
        return self._of_words(words, [{word: 0} for word in content(words)])

    def fuzzy(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries that have such a name when typing errors are forgiven."""
        if len(words) > _LONGEST_MISSPELT:
            return []
        telling = "".join(word for word in content(words) if word not in TYPES)
        whole = alike("".join(content(words)), self._keys, forgiven(telling))
        found = [match for spelling, errors in whole for match in self._of_keys([spelling], errors)]
        return [
            match
            for match in (*found, *self._part_fuzzy(words))
            if match.errors <= forgiven(telling, lenient=match.entry.is_prominent)
        ]

    def beginning(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries whose name begins so, or of which each typed word begins a word."""
        choices = [
            dict.fromkeys([*_starting(self._words, word), *beginnings(word)], 0)
            for word in content(words)
        ]
        whole = self._of_keys(_starting(self._keys, key(words)))
        return [*whole, *self._of_words((), choices, telling=False)]

    def fuzzy_beginning(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries whose name begins so when typing errors are forgiven."""
        typed = "".join(content(words))
        most = forgiven(typed, lenient=False)
        found: list[Match] = []
        for length in (len(typed), len(typed) + 1):  # the same beginning, were a letter missing
            cut = {spelling: spelling[:length] for spelling in self._keys}
            for spelling, errors in alike(typed, cut, most):
                found += self._of_keys([spelling], errors)
        return found

    def _of_keys(self, spellings: Iterable[str], errors: int = 0) -> list[Match]:
        return [
            Match(errors, share, 0, entry)
            for spelling in spellings
            for entry, share in self._by_key.get(spelling, ())
        ]

    def _part_fuzzy(self, words: Sequence[Word]) -> list[Match]:
        choices: list[dict[str, int]] = []
        for word in content(words):
            near = dict(alike(word, self._words, forgiven(word)))
            choices.append(near | {word: 0} if word in self._by_word else near)
            if not choices[-1]:
                return []
        return self._of_words(words, choices)

    def _of_words(
        self, words: Sequence[Word], choices: list[dict[str, int]], *, telling: bool = True
    ) -> list[Match]:
        """Return the entries with a name that has, for each typed word, one of its choices.

        One word at least must be right: a single word that resembles part of a name is chance.
        Nor is “place de la Reine” part of “Place Reine Astrid”.
        """
        found: dict[int, _Found] = {}
        for place, choice in enumerate(choices):
            these: dict[int, _Found] = {}
            for word, errors in choice.items():
                for number, role in self._by_word.get(word, ()):
                    before = found.get(number) if place else _Found()
                    if before:
                        now = before.and_word(errors, role)
                        these[number] = min(these.get(number, now), now)
            found = these
        return [
            Match(one.errors, PART, len(name.content) - len(choices), entry)
            for (name, entry), one in ((self._owners[number], one) for number, one in found.items())
            if one.wrong < len(choices)
            and name.is_linked >= is_linked(words)
            and (one.tells or not telling)
        ]


class _Found(NamedTuple):
    """What was found of a name so far: errors, words with errors, roles of the words."""

    errors: int = 0
    wrong: int = 0
    roles: int = 0

    def and_word(self, errors: int, role: int) -> "_Found":
        """Return what is found with one more word."""
        return _Found(self.errors + errors, self.wrong + bool(errors), self.roles | role)

    @property
    def tells(self) -> bool:
        """Tell whether these words are enough to mean the name."""
        return bool(self.roles & _HEAD or (self.roles & _TYPE and self.roles & _OTHER))


# Letters that sound alike at the beginning; hardly anybody mistypes a first letter otherwise.
_SOUND = str.maketrans("kqzywj", "ccsivi")


def alike(
    typed: str, among: Sequence[str] | Mapping[str, str], most: int
) -> Iterator[tuple[str, int]]:
    """Yield the spellings (of a mapping, their keys) with so few typing errors, and how many.

    An error is a letter too many, too few, wrong, or swapped with its neighbour.
    """
    if most:
        found = extract(typed, among, scorer=OSA.distance, score_cutoff=most, limit=None)
        for value, errors, where in found:
            if len(value) > 3 and value[0].translate(_SOUND) == typed[0].translate(_SOUND):
                yield (where if isinstance(where, str) else value), int(errors)


def _starting(ordered: list[str], start: str) -> list[str]:
    """Return the members of a sorted list that begin so."""
    first = bisect_left(ordered, start)
    last = bisect_left(ordered, start + "\U0010ffff")
    return ordered[first:last]
