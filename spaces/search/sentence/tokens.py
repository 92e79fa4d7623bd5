"""The words of a sentence: as typed, folded, and without their endings in four languages. Pure."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from threading import Lock
from typing import NamedTuple

import snowballstemmer

from spaces.language.folding import fold

LONGEST = 200  # characters that are read
MOST = 40  # words; what is longer is no question

_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile("[\u0600-\u06ff]")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
# Letters that people type one for the other.
_LETTERS = str.maketrans({"ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": None})
_STEMMERS = {
    "fr": snowballstemmer.stemmer("french"),
    "nl": snowballstemmer.stemmer("dutch"),
    "en": snowballstemmer.stemmer("english"),
    "ar": snowballstemmer.stemmer("arabic"),
}
_turn = Lock()  # a stemmer holds the word that it works on


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """Return a word or phrase as it is compared."""
    return fold(word.translate(_DIGITS)).translate(_LETTERS)


def word_list(text: str) -> frozenset[str]:
    """Return the words of a list written as a text."""
    return frozenset(map(plain, text.split()))


# They join the others and say nothing alone; a phrase is compared without them.
LINKS = word_list(
    "a au aux c ce ces cet cette d dans de des du en et j l la le les m ma mes mon n ou par pour "
    "qu que s sa ses son sur t un une "
    "aan als bij dat de deze die een en het in is met mijn naar of om op te tot van voor "
    "an and at by for from i in is it my of on or that the this to with your "
    "في من على إلى عن مع أو هل أن"
)


class Token(NamedTuple):
    """A word: as it was typed, as it is compared, and where in the text it stands."""

    raw: str
    key: str
    start: int
    end: int

    @property
    def is_link(self) -> bool:
        """Tell whether it only joins others."""
        return self.key in LINKS


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of the text's first 200 characters."""
    found = (
        Token(word[0], plain(word[0]), word.start(), word.end())
        for word in _WORD.finditer(text[:LONGEST])
    )
    return tuple(islice((token for token in found if token.key), MOST))


def stem(key: str, language: str) -> str:
    """Return a folded word without its ending in a language, itself in one that we do not know."""
    return stems(key).get(language, key)


@lru_cache(maxsize=20_000)
def stems(key: str) -> dict[str, str]:
    """Return the word's stem in each language whose script it has."""
    arabic = bool(_ARABIC.search(key))
    with _turn:
        return {
            language: stemmer.stemWord(key)
            for language, stemmer in _STEMMERS.items()
            if (language == "ar") == arabic
        }


def content(words: Iterable[Token]) -> tuple[Token, ...]:
    """Return the words that are no links; all of them where there are only links."""
    every = tuple(words)
    return tuple(word for word in every if not word.is_link) or every
