"""The phrases that are known, by the stems of their words; immutable once built.

Two phrases that are said alike in one language mean what stands first in the list.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extract, extractOne

from spaces.search.sentence.tokens import Token, content, plain, stem, tokens

_ONE_ERROR, _TWO_ERRORS = 5, 8  # letters of a word that may hold so many
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
    """A phrase in a sentence: what it asks for, and how many of the telling words it took."""

    sense: Sense
    words: int


class Vocabulary:
    """All phrases, for the search in a sentence."""

    def __init__(self, phrases: Iterable[Phrase], further_words: Iterable[str] = ()) -> None:
        """Take the phrases, and single words that may be misspelt too."""
        self._phrases: dict[str, dict[tuple[str, ...], Sense]] = {}
        self._known = set(further_words)
        self._longest = 1
        for phrase in phrases:
            words = tuple(word.key for word in content(tokens(phrase.text)))
            if words:
                stems = tuple(stem(word, phrase.language) for word in words)
                self._phrases.setdefault(phrase.language, {}).setdefault(stems, phrase.sense)
                self._known.update(words)
                self._longest = max(self._longest, len(words))
        self._words = [word for word in sorted(self._known) if len(word) >= _ONE_ERROR]
        self._spellings: dict[str, list[str]] = {}
        for word in self._words:
            self._spellings.setdefault(word[0], []).append(word)

    def longest(self, words: Sequence[Token]) -> Found | None:
        """Return the longest phrase that the words begin with; of two as long, no filler."""
        best: Found | None = None
        for language, phrases in self._phrases.items():
            stems = tuple(stem(word.key, language) for word in words[: self._longest])
            for size in range(len(stems), best.words - 1 if best else 0, -1):
                sense = phrases.get(stems[:size])
                if sense is None or (best and size == best.words and best.sense != FILLER):
                    continue
                best = Found(sense, size)
                break
        return best

    def corrected(self, word: str) -> str | None:
        """Return the known word that this one is but for a typing error or two, None for none."""
        errors = (len(word) >= _ONE_ERROR) + (len(word) >= _TWO_ERRORS)
        if not errors or word in self._known or not word.isalpha():
            return None
        among = self._spellings.get(word[0], ())
        found = extractOne(word, among, scorer=OSA.distance, score_cutoff=errors)
        return found[0] if found else None

    def guesses(self, text: str, most: int = 2) -> list[str]:
        """Return the known words that a text resembles, the likest first."""
        found = extract(plain(text), self._words, scorer=ratio, score_cutoff=_ALIKE, limit=most)
        return [word for word, _score, _place in found]
