"""From what a sentence says to a query: which wishes can stand together, and which yield."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.utils.translation import override

from config.languages import LANGUAGES
from spaces import gazetteer
from spaces.directory.published import Directory
from spaces.language.localized import localized
from spaces.search.query import Query
from spaces.search.sentence import expressions
from spaces.search.sentence.reading import Sentence, read, words_of_time
from spaces.search.sentence.times import Piece, moment
from spaces.search.sentence.vocabulary import Phrase, Sense, Vocabulary
from spaces.search.sentence.wishes import telling
from spaces.search.typed_codes import without_code

MOST_GUESSES = 4


@dataclass(frozen=True)
class Asked:
    """A query, and the sentence that it was read from."""

    query: Query
    sentence: Sentence


def ask(query: Query, directory: Directory, at: datetime) -> Asked:
    """Return the query with what its text says beside the place; what is said anew wins."""
    query = _with_part(query, at)
    sentence = read_text(without_code(query.q, directory), directory, at)
    if not query.q:
        return Asked(with_need_of_topic(query, directory), sentence)
    said = replace(query, q=sentence.place)
    if sentence.moment:
        said = replace(said, open=sentence.moment.open, until=sentence.moment.until)
    return Asked(with_need_of_topic(_with_senses(said, sentence), directory), sentence)


def _with_part(query: Query, at: datetime) -> Query:
    """Return the query with the part of a day that it names: of its day, else of the next."""
    if not query.part:
        return query
    asked = query.open.date() if isinstance(query.open, datetime) else query.open
    day = asked if isinstance(asked, date) and not isinstance(query.until, date) else None
    said = moment([Piece(day=day, part=query.part)], at)
    if said is None or isinstance(query.until, date):  # of several days the address holds no part
        return replace(query, part="")
    return replace(query, part="", open=said.open, until=said.until)


def read_text(text: str, directory: Directory, at: datetime) -> Sentence:
    """Return what a text says, see `reading.read`."""
    if not text:
        return Sentence("")
    passing = not gazetteer.is_current(directory.version)
    sentence = read(text, at, vocabulary(directory), gazetteer.current(directory.version))
    return replace(sentence, may_change=passing)


def guesses(sentence: Sentence, language: str, directory: Directory) -> list[str]:
    """Return what the words that were not understood may be: known words, and places."""
    found: list[str] = []
    for words in sentence.not_understood:
        found += vocabulary(directory).guesses(words)
        places = gazetteer.suggest(words, language, directory.version, limit=2)
        found += [meaning.label(language) for meaning in places]
    return list(dict.fromkeys(found))[:MOST_GUESSES]


@lru_cache(maxsize=2)
def vocabulary(directory: Directory) -> Vocabulary:
    """Return the vocabulary of this version of the data; it is built once."""
    return Vocabulary(_phrases(directory), words_of_time())


def _phrases(directory: Directory) -> list[Phrase]:
    found: list[Phrase] = []
    for name, rows, field in (
        ("topic", directory.topics, "name"),
        ("need", directory.needs, "phrase"),
        ("service", directory.services, "name"),
    ):
        for code, row in rows.items():
            sense = Sense(name, code)
            found += [Phrase(language, text, sense) for language, text in row.phrases]
            found += _names(row, field, sense)
    return [*found, *expressions.phrases()]


def _names(row: object, field: str, sense: Sense) -> list[Phrase]:
    """Return its name in each language: in ours as it is written, else from the catalogue."""
    found = []
    for language in LANGUAGES:
        with override(language):
            name = localized(row, field)
        found.append(Phrase(language, str(name), sense))
    return found


def _with_senses(query: Query, sentence: Sentence) -> Query:
    values: dict[str, list[str]] = {}
    for name, value in telling(sentence.senses):
        values.setdefault(name, []).append(value)
    said: dict[str, Any] = {
        name: values[name][0]
        for name in ("need", "topic", "kind", "line", "language")
        if name in values
    }
    said |= {name: True for name in ("free", "walk_in", "near") if name in values}
    if "need" in said:
        said.setdefault("topic", "")  # that of before belongs to another need
    if "topic" in said:
        said.setdefault("need", "")
    for name in ("service", "access"):
        said[name] = tuple(dict.fromkeys((*getattr(query, name), *values.get(name, ()))))
    return replace(query, **said)


def with_need_of_topic(query: Query, directory: Directory) -> Query:
    """Return the query with the need that its topic names, where it has none."""
    topic = directory.topics.get(query.topic)
    return replace(query, need=topic.need.code) if topic and not query.need else query
