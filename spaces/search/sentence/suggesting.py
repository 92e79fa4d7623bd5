"""Needs, topics and services that a text which is being typed may become."""

from functools import lru_cache
from typing import NamedTuple

from config.languages import current
from spaces.directory.published import Directory
from spaces.language.localized import localized
from spaces.search.sentence.tokens import plain

SHORTEST = 3  # letters, below which anything may begin so
MOST = 3


class Wish(NamedTuple):
    """A need, a topic or a service: what it is called in the reader's language, and which it is."""

    label: str
    kind: str


class _Row(NamedTuple):
    wish: Wish
    phrases: tuple[str, ...]  # folded, in every language; its name first


def wishes(text: str, directory: Directory) -> list[Wish]:
    """Return up to three, those first whose name begins so; one of the same name is enough."""
    typed = plain(text)
    if len(typed) < SHORTEST:
        return []
    ranked = sorted(
        (rank, n)
        for n, row in enumerate(_rows(directory, current().code))
        if (rank := _rank(typed, row.phrases)) is not None
    )
    found: dict[str, Wish] = {}
    for _rank_of, n in ranked:
        wish = _rows(directory, current().code)[n].wish
        found.setdefault(plain(wish.label), wish)
    return [*found.values()][:MOST]


def _rank(typed: str, phrases: tuple[str, ...]) -> int | None:
    """Return how well it fits, 0 for best: its name, another phrase, a word in one; else None."""
    if phrases[0].startswith(typed):
        return 0
    if any(phrase.startswith(typed) for phrase in phrases):
        return 1
    return 2 if any(f" {typed}" in phrase for phrase in phrases) else None


@lru_cache(maxsize=8)
def _rows(directory: Directory, _language: str) -> list[_Row]:
    found = []
    for kind, rows, field in (
        ("topic", directory.topics, "name"),
        ("service", directory.services, "name"),
        ("need", directory.needs, "phrase"),
    ):
        for row in rows.values():
            name = str(localized(row, field))
            phrases = (plain(name), *(plain(phrase) for _of, phrase in row.phrases))
            found.append(_Row(Wish(name, kind), phrases))
    return found
