"""Names by their spelling: exact, in both languages, by some of their words, with typing errors.

There are some 15,000 names, and a worker holds them all: what is kept of a name is its spellings
and, for each of its words, a number in an array.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spaces.gazetteer.alike import Spellings, Words
from spaces.gazetteer.entries import Entry, Named
from spaces.gazetteer.names import Name
from spaces.gazetteer.spelling import TYPES, Word, beginnings, content, forgiven, is_linked, key

# What was typed of a name, the best first: the place's own name, an everyday name of it, its name
# but for “Avenue”, “straat”, …, or some of its words.
OWN, EVERYDAY, WITHOUT_TYPE, PART = range(4)

# What a word is in a name: enough alone, its type, or enough together with the type only.
_HEAD, _TYPE, _OTHER = 1, 2, 4
_ROLES = 8  # how many sums of roles there are

_LONGEST_PAIR = 12  # words of a name in both languages
_LONGEST_MISSPELT = 8  # words: what is longer is no name with typing errors
_LONG = 8  # letters of a word that is hardly another one by chance
_WITH_TYPE = 7  # letters of a whole name, however short the word that tells: “rue Gray”
_MANY = 400  # more names than this begin as somebody types: too many to compare
_MANY_HOLD = 1600  # and more than this hold a word that begins so
_LOOK_UP = 8  # times more names hold a word than are left: then looking each up is quicker


class Match(NamedTuple):
    """An entry that a text may mean, and how well it fits."""

    errors: int
    share: int
    rest: int  # words of the name that were not typed
    entry: Entry


class Index:
    """The names of all entries; immutable once built."""

    def __init__(self, entries: Iterable[Named]) -> None:
        self.entries: list[Entry] = []
        self._by_key: dict[str, int | tuple[int, ...]] = {}  # entry's number × 4 + share
        self._by_word: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._owner = array("I")  # of each name: its entry
        self._sizes = array("B")  # words but links × 2, + 1 where there are links
        for entry, names in entries:
            for name, own in names:
                self._add(name, len(self.entries), OWN if own else EVERYDAY)
            self.entries.append(entry)
        self._keys = sorted(self._by_key)
        self._prominent_keys = [spelling for spelling in self._keys if self._is_prominent(spelling)]
        self._prominent_names = {
            name: (0, 0, 0)
            for name, entry in enumerate(self._owner)
            if self.entries[entry].is_prominent
        }
        self._words = sorted(self._by_word)
        self._spellings = Spellings(self._keys)
        self._similar = Words(self._words)

    def _add(self, name: Name, entry: int, share: int) -> None:
        shares = {name.bare: WITHOUT_TYPE, name.short: share, name.full: share}
        for spelling, share in shares.items():
            if spelling:
                owner = 4 * entry + share
                others = self._owners(spelling)
                self._by_key[spelling] = (*others, owner) if others else owner
        for word in set(name.content):
            role = _HEAD if word in name.heads else _TYPE if word in TYPES else _OTHER
            self._by_word[word].append(_ROLES * len(self._owner) + role)
        self._owner.append(entry)
        self._sizes.append(min(2 * len(name.content) + name.is_linked, 255))

    def exact(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries that have this name, or this one but for “Avenue”, “Gare”, …"""
        return self._of_keys({key(words), "".join(content(words))})

    def begins(self, words: Sequence[Word]) -> bool:
        """Tell whether a name begins with these words, its links left out or not."""
        return any(
            place < len(self._keys) and self._keys[place].startswith(start)
            for start in {key(words), "".join(content(words))}
            for place in [bisect_left(self._keys, start)]
        )

    def both(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries whose names these are one after the other: in French and Dutch."""
        found: list[Match] = []
        for middle in range(1, len(words) if len(words) <= _LONGEST_PAIR else 0):
            if first := self.exact(words[:middle]):
                second = {match.entry for match in self.exact(words[middle:])}
                found += [match for match in first if match.entry in second]
        return found

    def part(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries of whose names these are some of the words, in any order.

        A letter alone is an initial, which says too little.
        """
        telling = content(words)
        if all(word in TYPES for word in telling):
            return []
        long = tuple(word for word in telling if len(word) > 1 or word.isdecimal())
        return self._of_words(words, [{word: 0} for word in long or telling])

    def fuzzy(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries that have such a name when typing errors are forgiven."""
        if len(words) > _LONGEST_MISSPELT:
            return []
        contents = content(words)
        telling = "".join(word for word in contents if word not in TYPES)
        if not telling:
            return []
        whole = {key(words), "".join(contents)}
        found = [
            match
            for typed in whole
            for spelling, errors in self._spellings.alike(typed, _forgiven(telling, typed))
            for match in self._of_keys([spelling], errors)
        ]
        return [
            match
            for match in (*found, *self._part_fuzzy(words))
            if match.errors <= forgiven(telling, lenient=match.entry.is_prominent)
            or (match.errors == 1 and match.share <= EVERYDAY)
        ]

    def beginning(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries whose name begins so, or of which each typed word begins a word.

        Where there are too many, those that most people mean.
        """
        choices = [
            dict.fromkeys([*_starting(self._words, word), *beginnings(word)], 0)
            for word in content(words)
        ]
        whole = _starting(self._keys, key(words))
        many = len(whole) > _MANY or min(map(self._held_by, choices), default=0) > _MANY_HOLD
        if many:
            whole = _starting(self._prominent_keys, key(words))
        among = self._prominent_names if many else None
        return [*self._of_keys(whole), *self._of_words((), choices, among=among)]

    def fuzzy_beginning(self, words: Sequence[Word]) -> list[Match]:
        """Return the entries whose name begins so when typing errors are forgiven."""
        typed = "".join(content(words))
        if _starting(self._keys, typed):
            return []
        near = self._spellings.beginning_alike(typed, forgiven(typed, lenient=False))
        return [match for spelling, errors in near for match in self._of_keys([spelling], errors)]

    def _of_keys(self, spellings: Iterable[str], errors: int = 0) -> list[Match]:
        return [
            Match(errors, owner % 4, 0, self.entries[owner // 4])
            for spelling in spellings
            for owner in self._owners(spelling)
        ]

    def _owners(self, spelling: str) -> tuple[int, ...]:
        held = self._by_key.get(spelling, ())
        return (held,) if isinstance(held, int) else held

    def _part_fuzzy(self, words: Sequence[Word]) -> list[Match]:
        choices: list[dict[str, int]] = []
        for word in content(words):
            near = dict(self._similar.alike(word, forgiven(word)))
            choices.append(near | {word: 0} if word in self._by_word else near)
            if not choices[-1]:
                return []
        return self._of_words(words, choices)

    def _of_words(
        self,
        words: Sequence[Word],
        choices: list[dict[str, int]],
        *,
        among: "dict[int, _Found] | None" = None,
    ) -> list[Match]:
        """Return the entries with a name that has, for each typed word, one of its choices.

        `words` are those typed, none for words that are but begun; `among` holds the only names
        to look at.

        One word at least must be right: a short word that resembles part of a name is chance.
        Nor is “place de la Reine” part of “Place Reine Astrid”.
        """
        found = self._holding(choices, among)
        linked = is_linked(words)
        is_long = len(choices) == 1 and len(key(words)) >= _LONG and 0 not in choices[0].values()
        matches: list[Match] = []
        for name, (errors, wrong, roles) in found.items():
            size, has_links = divmod(self._sizes[name], 2)
            tells = roles & _HEAD or (roles & _TYPE and roles & _OTHER)
            certain = wrong < len(choices) or (is_long and errors == 1 and roles & _HEAD)
            if certain and has_links >= linked and (tells or not words):
                rest = size - len(choices)
                entry = self.entries[self._owner[name]]
                matches.append(Match(errors, PART if rest else EVERYDAY, rest, entry))
        return matches

    def _held_by(self, choice: Iterable[str]) -> int:
        return sum(len(self._by_word[word]) for word in choice if word in self._by_word)

    def _is_prominent(self, spelling: str) -> bool:
        return any(self.entries[owner // 4].is_prominent for owner in self._owners(spelling))

    def _holding(
        self, choices: list[dict[str, int]], found: "dict[int, _Found] | None"
    ) -> "dict[int, _Found]":
        """Return the names with a word of each choice; the choice with the fewest comes first."""
        held = [
            [
                (self._by_word[word], errors)
                for word, errors in choice.items()
                if word in self._by_word
            ]
            for choice in choices
        ]
        held.sort(key=lambda choice: sum(len(numbers) for numbers, _errors in choice))
        for choice in held:
            these: dict[int, _Found] = {}
            for numbers, errors in choice:
                for name, role in _among(numbers, found):
                    before = (0, 0, 0) if found is None else found[name]
                    now = (before[0] + errors, before[1] + bool(errors), before[2] | role)
                    these[name] = min(these.get(name, now), now)
            found = these
        return found or {}


_Found = tuple[int, int, int]  # errors, words with errors, roles of the words


def _among(numbers: "array[int]", names: dict[int, _Found] | None) -> Iterator[tuple[int, int]]:
    """Yield the names that hold a word, and its role there; of few names, look each up."""
    if names is not None and len(names) * _LOOK_UP < len(numbers):
        for name in names:
            place = bisect_left(numbers, name * _ROLES)
            if place < len(numbers) and numbers[place] // _ROLES == name:
                yield name, numbers[place] % _ROLES
    else:
        for number in numbers:
            name, role = divmod(number, _ROLES)
            if names is None or name in names:
                yield name, role


def _forgiven(telling: str, typed: str) -> int:
    """Return how many errors a whole name may hold: one more where its type was typed too."""
    return max(forgiven(telling), int(len(typed) >= _WITH_TYPE and not _has_digit(typed)))


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _starting(ordered: list[str], start: str) -> list[str]:
    """Return the members of a sorted list that begin so."""
    first = bisect_left(ordered, start)
    last = bisect_left(ordered, start + "\U0010ffff")
    return ordered[first:last]
