"""The phrases that are known, by the stems of their words; immutable once built.

Two phrases that are said alike in one language mean what stands first in the list.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract

from spaces.gazetteer.alike import Words
from spaces.search.sentence.tokens import Token, content, plain, stem, tokens

_ONE_ERROR, _TWO_ERRORS = 5, 8  # letters of a word that may hold so many
_SHORTEST_PART, _SHORTEST_END = 4, 3  # letters of the parts of a compound
_PREFIXES = ("qu", *"dljnsmc", "وال", "بال", "لل", "ال", *"ولبفك")
_ALIKE = 70  # of 100: words that are worth a question


class Sense(NamedTuple):
    """What a phrase asks for: a parameter of the address and its value."""

    name: str
    value: str


FILLER = Sense("", "")


class Phrase(NamedTuple):
    """A phrase of a language and what it asks for."""

    language: str
    text: str
    sense: Sense


class Found(NamedTuple):
    """A phrase in a sentence: what it asks for, and how many of the telling words it took.

    It is exact where they stand there letter by letter, not with other endings.
    """

    sense: Sense
    words: int
    is_exact: bool = True


class Vocabulary:
    """All phrases, for the search in a sentence."""

    def __init__(self, phrases: Iterable[Phrase], further_words: Iterable[str] = ()) -> None:
        """Take the phrases, and single words that may be misspelt too."""
        self._exact = _Phrases()  # in whatever language
        self._stems: dict[str, _Phrases] = {}
        self._as_written = _Phrases()
        known = set(further_words)
        # Those that hold no link come first: “a computer les” is more than “a computer”.
        for phrase in sorted(phrases, key=lambda phrase: _has_link(phrase.text)):
            words = [word.key for word in content(tokens(phrase.text))]
            known.update(words)
            self._exact.add(tuple(words), phrase.sense)
            by_stem = self._stems.setdefault(phrase.language, _Phrases())
            stems = tuple(stem(word, phrase.language) for word in words)
            if by_stem.add(stems, phrase.sense) != phrase.sense and phrase.sense != FILLER:
                written = tuple(word.key for word in tokens(phrase.text))
                if len(words) == 1 < len(written):
                    self._as_written.add(written, phrase.sense)
        self._known = known
        self._words = [word for word in sorted(known) if len(word) >= _ONE_ERROR]
        self._spellings = Words(self._words)

    def longest(self, words: Sequence[Token]) -> Found | None:
        """Return the longest phrase that these telling words begin with.

        Of two as long it is the one that stands there letter by letter (“train” is no “training”),
        else one that is no filler.
        """
        best = self._exact.longest_of(tuple(word.key for word in words))
        exact = best.words if best else 0
        for language, phrases in self._stems.items():
            longest = phrases.longest.get(stem(words[0].key, language), 0)
            if longest <= exact or (best and longest < best.words):
                continue
            stems = tuple(stem(word.key, language) for word in words[:longest])
            for size in range(len(stems), max(exact, best.words - 1 if best else 0), -1):
                sense = phrases.senses.get(stems[:size])
                if sense is None or (best and size == best.words and best.sense != FILLER):
                    continue
                best = Found(sense, size, is_exact=False)
                break
        return best

    def senses(self, text: str) -> list[Sense]:
        """Return what the phrases of a text ask for, from its beginning to its end."""
        words, found, first = content(tokens(text)), [], 0
        while first < len(words):
            phrase = self.longest(words[first:])
            found += [phrase.sense] if phrase else []
            first += phrase.words if phrase else 1
        return found

    def as_written(self, words: Sequence[Token]) -> Found | None:
        """Return the longest phrase that the words begin with whose links tell: “it’s me”."""
        return self._as_written.longest_of(tuple(word.key for word in words))

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is in any phrase, as it stands or with another ending."""
        return word in self._known or any(
            phrases.longest.get(stem(word, language)) for language, phrases in self._stems.items()
        )

    def corrected(self, word: str) -> str | None:
        """Return the known word that this one is but for a typing error or two, None for none."""
        errors = (len(word) >= _ONE_ERROR) + (len(word) >= _TWO_ERRORS)
        if not errors or not word.isalpha() or word in self._known:
            return None
        found = min(self._spellings.alike(word, errors), key=lambda near: near[::-1], default=None)
        return found[0] if found else None

    def without_prefix(self, word: str) -> str | None:
        """Return the known word behind an article that is written with it: “daide”, “وطابعة”."""
        for prefix in _PREFIXES:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) >= _SHORTEST_END and rest in self._known:
                return rest
        return None

    def apart(self, word: str) -> str | None:
        """Return the words that a compound is made of: “laptop cursus”; None where it is none.

        The last one says what it is, so it is the one that has to be known.
        """
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_END + 1):
            first, last = word[:cut], word[cut:]
            if last in self._known and (first in self._known or first.rstrip("s") in self._known):
                return f"{first} {last}"
        return None

    def guesses(self, text: str, most: int = 2) -> list[str]:
        """Return the known words that a text resembles, the likest first."""
        found = extract(plain(text), self._words, scorer=ratio, score_cutoff=_ALIKE, limit=most)
        return [word for word, _score, _place in found]


class _Phrases:
    """Phrases by their words, and of each first word how long its longest phrase is."""

    def __init__(self) -> None:
        self.senses: dict[tuple[str, ...], Sense] = {}
        self.longest: dict[str, int] = {}

    def add(self, words: tuple[str, ...], sense: Sense) -> Sense | None:
        """Add a phrase, unless there is one; return what it means then, None for no words."""
        if not words:
            return None
        self.longest[words[0]] = max(self.longest.get(words[0], 0), len(words))
        return self.senses.setdefault(words, sense)

    def longest_of(self, words: tuple[str, ...]) -> Found | None:
        """Return the longest phrase that the words begin with, None for none."""
        for size in range(min(len(words), self.longest.get(words[0], 0)), 0, -1):
            if sense := self.senses.get(words[:size]):
                return Found(sense, size)
        return None


def _has_link(text: str) -> bool:
    return any(word.is_link for word in tokens(text))
