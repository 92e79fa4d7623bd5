"""What a sentence says, and whether all of it was understood."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from spaces.gazetteer import Gazetteer
from spaces.search.sentence import times
from spaces.search.sentence.claims import Pass
from spaces.search.sentence.clock_words import SINGLE_WORDS
from spaces.search.sentence.mending import mended
from spaces.search.sentence.places import place
from spaces.search.sentence.tokens import tokens
from spaces.search.sentence.vocabulary import Sense, Vocabulary


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


def read(text: str, at: datetime, vocabulary: Vocabulary, gazetteer: Gazetteer) -> Sentence:
    """Return what the sentence says; it never raises."""
    stripped = text.strip()
    words = tokens(stripped)
    if not words or gazetteer.is_label(stripped):
        return Sentence(text, stripped)
    first = Pass(stripped, words, vocabulary, gazetteer, at)
    if not (right := mended(first)):
        return _sentence(first)
    again = Pass(right, tokens(right), vocabulary, gazetteer, at, first.resolved)
    return replace(_sentence(again), typed=stripped)


def _sentence(done: Pass) -> Sentence:
    senses = _ordered(done.senses)
    moment = times.moment(done.pieces, done.at)
    asked = bool(senses or moment)
    where, unknown = place(done, asked=asked)
    if where:
        senses = tuple(sense for sense in senses if sense.name != "near")
    said = {sense.name for sense in senses}
    if moment is None and "open" in said and "hours" not in said:
        moment = times.Moment("now", None, None)
    senses = tuple(sense for sense in senses if sense.name not in ("open", "hours"))
    return Sentence(done.text, where, senses, moment, unknown)


def _ordered(found: Sequence[tuple[Sense, int]]) -> tuple[Sense, ...]:
    """Return the wishes, those said with most words first, whatever their order was."""
    ordered = sorted(found, key=lambda said: (-said[1], said[0]))
    return tuple(dict.fromkeys(sense for sense, _words in ordered))


def words_of_time() -> Iterable[str]:
    """Return the words of days and hours, which may be misspelt too."""
    return SINGLE_WORDS
