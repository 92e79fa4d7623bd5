"""A sentence taken apart: one pass over its words, the longest match first.

A place beats a word where it is longer (“Bibliothèque de Laeken”) or where the word before says
that a place follows (“près de …”); else a word is a wish.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from spaces.gazetteer import Gazetteer, Resolution
from spaces.gazetteer.spelling import Word
from spaces.gazetteer.spelling import words as spell
from spaces.search.sentence import times
from spaces.search.sentence.clock_words import SINGLE_WORDS
from spaces.search.sentence.tokens import Token, tokens, word_list
from spaces.search.sentence.vocabulary import FILLER, Sense, Vocabulary

_LONGEST_NAME = 8  # words of a place's name
_LINE_WORDS = (2, 3)  # “tram 51”, “ligne de 51”

# After these a place follows.
_CUES = word_list(
    "à a au aux chez près proche vers rue avenue place gare station arrêt quartier commune "
    "bij nabij in te naar rond dichtbij halte wijk gemeente near at around next close stop "
    "في قرب بالقرب بجانب محطة"
)
# A word of a street, or a number: who types it means an address, known to us or not.
_STREETS = word_list(
    "rue avenue boulevard chaussée place square quai allée drève clos impasse straat laan "
    "steenweg plein kaai dreef street road lane"
)


@dataclass(frozen=True)
class Sentence:
    """What a sentence says.

    `place` is the part that names a place, as it was typed. `unknown` are the words that nobody
    here understands.
    """

    text: str
    place: str = ""
    senses: tuple[Sense, ...] = ()
    moment: times.Moment | None = None
    unknown: tuple[str, ...] = ()
    may_change: bool = False  # the gazetteer may know more in a moment
    typed: str = ""  # where a typing error was forgiven: the text with it

    @property
    def whole(self) -> bool:
        """Tell whether all of it was understood."""
        return not self.unknown

    @property
    def not_understood(self) -> tuple[str, ...]:
        """Return the words that are not understood, those apart that are looked for as a place."""
        return tuple(words for words in self.unknown if words not in self.place)

    @property
    def is_as_typed(self) -> bool:
        """Tell whether all of it was understood, and nothing forgiven."""
        return self.whole and not self.typed and not self.may_change

    def holds(self, fresh_until: datetime | None) -> datetime | None:
        """Return until when an answer may be kept: at most while the words mean the same moment.

        None, for nobody, where not all was understood: such texts have no end.
        """
        if not self.is_as_typed or fresh_until is None:
            return None
        change = self.moment.holds_until if self.moment else None
        return min(fresh_until, change) if change else fresh_until


class _Claim(NamedTuple):
    """A match: the words from `first` to before `last`, and what they mean."""

    first: int
    last: int
    words: int  # that tell, links left out
    rank: int  # of two as long the lower one wins
    sense: Sense | None = None  # None for a place or a moment
    piece: times.Piece | None = None


@dataclass
class _Pass:
    """One pass over the words."""

    text: str
    words: tuple[Token, ...]
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    at: datetime
    claims: list[_Claim] = field(default_factory=list)

    def run(self) -> None:
        """Claim the words, the longest match first."""
        free = [True] * len(self.words)
        every = [*self._moments(), *self._lines(), *self._phrases(), *self._names()]
        for claim in sorted(every, key=lambda claim: (-claim.words, claim.rank, claim.first)):
            span = slice(claim.first, claim.last)
            if all(free[span]):
                free[span] = [False] * (claim.last - claim.first)
                self.claims.append(claim)
        self.claims.sort()

    def _moments(self) -> Iterator[_Claim]:
        for piece in times.pieces(self.words, self.text, self.at):
            size = self._telling(piece.first, piece.last)
            yield _Claim(piece.first, piece.last, max(size, 1), 0, piece=piece)

    def _lines(self) -> Iterator[_Claim]:
        for first in range(len(self.words)):
            for size in _LINE_WORDS:
                last = first + size
                if last <= len(self.words) and (
                    line := self.gazetteer.line(self._spelt(first, last))
                ):
                    yield _Claim(first, last, size, 0, Sense("line", line))

    def _phrases(self) -> Iterator[_Claim]:
        telling = [n for n, word in enumerate(self.words) if not word.is_link]
        for start, first in enumerate(telling):
            if found := self.vocabulary.longest([self.words[n] for n in telling[start:]]):
                last = telling[start + found.words - 1] + 1
                yield _Claim(first, last, found.words, 2, found.sense)

    def _names(self) -> Iterator[_Claim]:
        """Yield the places whose very name stands there."""
        for first, word in enumerate(self.words):
            if word.is_link:
                continue
            rank = 1 if self._after_cue(first) else 3
            for last in range(min(len(self.words), first + _LONGEST_NAME), first, -1):
                if not self.words[last - 1].is_link and self.gazetteer.knows(
                    self._spelt(first, last)
                ):
                    yield _Claim(first, last, self._telling(first, last), rank)
                    break

    def _after_cue(self, first: int) -> bool:
        return any(word.key in _CUES for word in self.words[max(0, first - 2) : first])

    def _telling(self, first: int, last: int) -> int:
        return sum(not word.is_link for word in self.words[first:last])

    def _spelt(self, first: int, last: int) -> tuple[Word, ...]:
        """Return the words as the gazetteer spells them."""
        return tuple(word for spelt in self._spellings[first:last] for word in spelt)

    @cached_property
    def _spellings(self) -> list[tuple[Word, ...]]:
        return [spell(word.raw) for word in self.words]

    def raw(self, first: int, last: int) -> str:
        """Return the words as they were typed, with what stands between them."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    @property
    def senses(self) -> list[tuple[Sense, int]]:
        """Return the wishes, each with how many words say it; fillers are none."""
        return [(c.sense, c.words) for c in self.claims if c.sense and c.sense != FILLER]

    @property
    def pieces(self) -> list[times.Piece]:
        """Return what says when."""
        return [claim.piece for claim in self.claims if claim.piece]

    @property
    def named(self) -> set[int]:
        """Return the numbers of the words that are the very name of a place."""
        names = (claim for claim in self.claims if claim.sense is None and claim.piece is None)
        return {n for claim in names for n in range(claim.first, claim.last)}

    def runs(self) -> list[tuple[int, int]]:
        """Return what is left for places: from which word to before which.

        Links at the ends are no part of it; a number behind a name is.
        """
        named = self.named
        taken = {n for claim in self.claims for n in range(claim.first, claim.last)} - named
        found: list[tuple[int, int]] = []
        run: list[int] = []
        for n in (*range(len(self.words)), None):
            if n is not None and n not in taken:
                run.append(n)
                continue
            while run and self.words[run[0]].is_link and run[0] not in named:
                run.pop(0)
            while run and self.words[run[-1]].is_link and run[-1] not in named:
                run.pop()
            if run:
                found.append((run[0], run[-1] + 1))
            run = []
        return found


def read(text: str, at: datetime, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Sentence:
    """Return what the sentence says; it never raises."""
    stripped = text.strip()
    words = tokens(stripped)
    if not words or gazetteer.is_label(stripped):
        return Sentence(text, stripped)
    first = _Pass(stripped, words, vocabulary, gazetteer, at)
    first.run()
    if not (mended := _mended(first)):
        return _sentence(first)
    again = _Pass(mended, tokens(mended), vocabulary, gazetteer, at)
    again.run()
    return replace(_sentence(again), typed=stripped)


def _mended(done: _Pass) -> str:
    """Return the text with its misspelt words put right, '' where there is none.

    What the gazetteer knows as it stands is no typing error.
    """
    wrong = [
        (done.words[n], right)
        for first, last in done.runs()
        if not _is_exact(done, first, last)
        for n in range(first, last)
        if n not in done.named and (right := done.vocabulary.corrected(done.words[n].key))
    ]
    text = done.text if wrong else ""
    for word, right in reversed(wrong):
        text = text[: word.start] + right + text[word.end :]
    return text


def _is_exact(done: _Pass, first: int, last: int) -> bool:
    resolution = done.gazetteer.resolve(done.raw(first, last))
    return bool(resolution.meaning and resolution.exact and not resolution.unknown)


def _sentence(done: _Pass) -> Sentence:
    senses = _ordered(done.senses)
    moment = times.moment(done.pieces, done.at)
    asked = bool(senses or moment)
    place, unknown = _place(done, asked=asked)
    if place:
        senses = tuple(sense for sense in senses if sense.name != "near")
    if moment is None and any(sense.name == "open" for sense in senses):
        moment = times.Moment("now", None, None)
    senses = tuple(sense for sense in senses if sense.name != "open")
    return Sentence(done.text, place, senses, moment, unknown)


def _place(done: _Pass, *, asked: bool) -> tuple[str, tuple[str, ...]]:
    """Return the part that names a place, and the words that nobody understands.

    Where nothing else is asked for, all that is left is taken for a place, or for an address
    that a geocoder may know.
    """
    joined = " ".join(done.raw(first, last) for first, last in done.runs())
    if not joined:
        return "", ()
    resolution = done.gazetteer.resolve(joined)
    if _is_place(resolution):
        return joined, ()
    if not done.claims:
        return done.text, (resolution.unknown or done.text,)
    if not asked or _is_address(joined):
        return joined, (resolution.unknown or joined,)
    return _best_of(done)


def _best_of(done: _Pass) -> tuple[str, tuple[str, ...]]:
    """Return the part that is a place for certain, else one that may be; the others are unknown."""
    parts = [*_parts(done)]
    good: list[tuple[bool, bool, str]] = []
    for text, named in parts:
        found = done.gazetteer.resolve(text)
        if _is_place(found):
            good.append((not named, not found.exact, text))
    chosen = min(good)[2] if good else ""
    return chosen, tuple(text for text, _named in parts if text != chosen)


def _parts(done: _Pass) -> Iterator[tuple[str, bool]]:
    """Yield what is left for places, the very names apart from the words around them."""
    named = done.named
    for first, last in done.runs():
        for is_name, group in groupby(range(first, last), key=named.__contains__):
            words = [n for n in group if is_name or not done.words[n].is_link]
            if words:
                yield done.raw(words[0], words[-1] + 1), is_name


def _is_place(found: Resolution) -> bool:
    return bool(found.meaning or found.unplaced or found.line) and not found.unknown


def _is_address(text: str) -> bool:
    keys = [word.key for word in tokens(text)]
    street = any(key in _STREETS or key.endswith(("straat", "laan", "steenweg")) for key in keys)
    return street and len(keys) > 1


def _ordered(found: Sequence[tuple[Sense, int]]) -> tuple[Sense, ...]:
    """Return the wishes, those said with most words first, whatever their order was."""
    ordered = sorted(found, key=lambda said: (-said[1], said[0]))
    return tuple(dict.fromkeys(sense for sense, _words in ordered))


def words_of_time() -> Iterable[str]:
    """Return the words of days and hours, which may be misspelt too."""
    return SINGLE_WORDS
