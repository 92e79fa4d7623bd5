"""One pass over the words of a sentence: each is claimed by what it means, the longest match first.

A place beats a word where it is longer (“Bibliothèque de Laeken”) or where the word before says
that a place follows (“près de …”); else a word is a wish.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from spaces.gazetteer import Gazetteer, Resolution
from spaces.gazetteer.spelling import Word
from spaces.gazetteer.spelling import words as spell
from spaces.search.sentence import times
from spaces.search.sentence.tokens import Token, word_list
from spaces.search.sentence.vocabulary import FILLER, Sense, Vocabulary

_UNITS = word_list(
    "page pages feuille feuilles copie copies photo photos document documents an ans fois minutes "
    "euro euros personnes enfants pagina bladen blad kopies jaar keer minuten personen kinderen "
    "sheets years year times minutes people children صفحات صفحة سنة سنوات اوراق"
)
LONGEST_NAME = 8  # words of a place's name
_LINE_WORDS = (2, 3)  # “tram 51”, “ligne de 51”

# After these a place follows.
_CUES = word_list(
    "à a au aux chez près proche vers habite vis réside côté rue avenue place gare station arrêt "
    "quartier commune bij nabij in te naar woon woont rond dichtbij halte wijk gemeente "
    "near at around next close stop live living في قرب قريب بالقرب اسكن ساكن بجانب محطة"
)


class Claim(NamedTuple):
    """A match: the words from `first` to before `last`, and what they mean."""

    first: int
    last: int
    words: int  # that tell, links left out
    rank: int  # of two as long the lower one wins
    sense: Sense | None = None  # None for a place or a moment
    piece: times.Piece | None = None


@dataclass
class Pass:
    """One pass over the words."""

    text: str
    words: tuple[Token, ...]
    vocabulary: Vocabulary
    gazetteer: Gazetteer
    at: datetime
    resolved: dict[str, Resolution] = field(default_factory=dict)  # what was asked before
    claims: list[Claim] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Claim the words, the longest match first."""
        free = [True] * len(self.words)
        every = [*self._moments(), *self._lines(), *self._amounts()]
        every += [*self._phrases(), *self._names()]
        for claim in sorted(every, key=lambda claim: (-claim.words, claim.rank, claim.first)):
            span = slice(claim.first, claim.last)
            if all(free[span]):
                free[span] = [False] * (claim.last - claim.first)
                self.claims.append(claim)
        self.claims.sort()

    def _moments(self) -> Iterator[Claim]:
        for piece in times.pieces(self.words, self.text, self.at):
            size = self._telling(piece.first, piece.last)
            yield Claim(piece.first, piece.last, max(size, 1), 0, piece=piece)

    def _lines(self) -> Iterator[Claim]:
        for last, word in enumerate(self.words, start=1):
            if self.gazetteer.is_line(word.key):
                for first in {max(0, last - size) for size in _LINE_WORDS}:
                    spelt = self._spelt(first, last)
                    if line := self.gazetteer.line(spelt):
                        yield Claim(first, last, last - first, 0, Sense("line", line))
                    elif self.gazetteer.is_line_said_wrong(spelt):
                        yield Claim(first, last, last - first, 0)  # a place, whose name is mended

    def _amounts(self) -> Iterator[Claim]:
        """Yield “3 pages”, “8 ans”: no number of a house."""
        for first, (number, unit) in enumerate(pairwise(self.words)):
            if number.key.isdecimal() and unit.key in _UNITS:
                yield Claim(first, first + 2, 2, 0, FILLER)

    def _phrases(self) -> Iterator[Claim]:
        telling = [n for n, word in enumerate(self.words) if not word.is_link]
        for start, first in enumerate(telling):
            if found := self.vocabulary.longest([self.words[n] for n in telling[start:]]):
                last = telling[start + found.words - 1] + 1
                yield Claim(first, last, found.words, 2 if found.is_exact else 4, found.sense)
        for first in range(len(self.words)):
            if found := self.vocabulary.as_written(self.words[first:]):
                yield Claim(first, first + found.words, found.words, 2, found.sense)

    def _names(self) -> Iterator[Claim]:
        """Yield the places whose very name stands there."""
        for first, word in enumerate(self.words):
            if word.is_link:
                continue
            rank = 1 if self._after_cue(first) else 3
            if last := self._end_of_name(first):
                yield Claim(first, last, self._telling(first, last), rank)

    def _end_of_name(self, first: int) -> int:
        """Return before which word the longest name ends that begins here, 0 for none."""
        end = 0
        for last in range(first + 1, min(len(self.words), first + LONGEST_NAME) + 1):
            spelt = self._spelt(first, last)
            if not self.gazetteer.begins(spelt):
                break
            if not self.words[last - 1].is_link and self.gazetteer.knows(spelt):
                end = last
        return end

    def _after_cue(self, first: int) -> bool:
        """Tell whether what stands before, links left out, says that a place follows."""
        for word in reversed(self.words[:first]):
            if word.key in _CUES or not word.is_link:
                return word.key in _CUES
        return False

    def after_cue_of(self, text: str) -> bool:
        """Tell whether a place follows where this word stands."""
        return any(word.raw == text and self._after_cue(n) for n, word in enumerate(self.words))

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

    def resolve(self, text: str) -> Resolution:
        """Return the place that a text means, asked but once."""
        if text not in self.resolved:
            self.resolved[text] = self.gazetteer.resolve(text)
        return self.resolved[text]
