"""How people spell places: the words of a text, each brought to one spelling. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from spaces.language.folding import fold

LONGEST = 200  # characters of a text that are read

_SPELLINGS = {
    # Saint or Sainte, Sint or Sinte: nobody agrees on which, so they are one.
    "st": "saint sainte sint sinte ste",
    "avenue": "av ave aven",
    "boulevard": "bd bld blv blvd bvd boul",
    "chaussee": "ch chee chs chauss",
    "place": "pl",
    "porte": "pte",
    "route": "rte",
    "allee": "all",
    "docteur": "dr doct dokter",
    "general": "gen generaal",
    "impasse": "imp",
    "notredame": "nd",
    "professeur": "prof professor",
    "rue": "r",
    "square": "sq sqr",
    "laan": "ln",
    "plein": "pln",
    "steenweg": "steenw stw stwg",
    "straat": "str",
    # The abbreviations of STIB-MIVB's signs.
    "ardennais": "arden",
    "basilique": "basiliq",
    "begraafplaats": "begr",
    "cimetiere": "cim",
    "coloniaux": "colon",
    "guillaume": "guill",
    "hippodrome": "hippod",
    "hopital": "hop",
    "kerkhof": "kerkh",
    "koloniale": "kolon",
    "luther": "luth",
    "national": "nat",
    "polyclinique": "polycl",
    "princesse": "princ",
    "quartier": "quart",
    "shopping": "shop",
    "station": "stat",
    "ziekenhuis": "zkh ziekenh",
    # Kings, and a square named after a height.
    "1": "i 1er",
    "2": "ii deux",
    "3": "iii trois",
    "13": "xiii",
    "100": "cent",
}
_ONE_SPELLING = {
    variant: word for word, variants in _SPELLINGS.items() for variant in variants.split()
}
_ENDINGS = tuple(
    (re.compile(f"(?<=[a-z]{{3}})(?:{endings})$"), word)
    for endings, word in (
        ("str", "straat"),
        ("stw|stwg|steenw", "steenweg"),
        ("ln", "laan"),
        ("pl|pln", "plein"),
    )
)
_JOINED_SAINT = re.compile("^(?:sainte?|sinte?)(?=[a-z]{4})")
_WORD = re.compile(r"[^\W_]+")
# Letters that Arabic readers type one for the other.
_ARABIC_LETTERS = str.maketrans("ىةٱ", "يها")
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


def vocabulary(text: str) -> frozenset[str]:
    """Return the words of a list written as a text."""
    return frozenset(text.split())


# Words that join the others, and that people leave out.
LINKS = vocabulary("a and au aux d de den der des du en et het l la le les of ten ter the")

# What sort of way or stop it is: not enough to know which.
TYPES = vocabulary(
    "allee avenue boulevard carre carrefour chaussee chemin cite clos cour dreve galerie gare "
    "impasse jardin laan parvis passage place plaats plein promenade quai rampe rond point "
    "rondpoint route rue ruelle sentier square station steenweg straat tunnel venelle"
)


# The same in Dutch, at the end of a word: Louizalaan, Elsensesteenweg.
_DUTCH_TYPES = ("steenweg", "straat", "laan", "plein", "plaats", "dreef", "square", "kaai", "weg")
_SHORTEST_STEM = 3  # letters before such an ending: “Waalweg” but no “aanweg”


class Word(NamedTuple):
    """A word as it was typed, and the one spelling that it is compared by."""

    raw: str
    key: str


def words(text: str) -> tuple[Word, ...]:
    """Return the words of the text's first 200 characters; whatever is no letter separates."""
    plain = unicodedata.normalize("NFC", text[:LONGEST]).translate(_ARABIC_DIGITS)
    pairs = (Word(raw, _spell(raw)) for raw in _WORD.findall(plain))
    return tuple(word for word in pairs if word.key)


def key(of: Iterable[Word]) -> str:
    """Return the words run together, so that spaces and hyphens do not count."""
    return "".join(word.key for word in of)


def content(of: Iterable[Word]) -> tuple[str, ...]:
    """Return the words that are no links; all of them when there are only links."""
    keys = [word.key for word in of]
    return tuple(word for word in keys if word not in LINKS) or tuple(keys)


def without_type(of: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name without the sort of way that it is, () where there is none."""
    if of[0] in TYPES:
        return of[1:]
    *before, last = of
    for ending in _DUTCH_TYPES:
        if last.endswith(ending) and len(last) >= len(ending) + _SHORTEST_STEM:
            return (*before, last.removesuffix(ending))
    return ()


def is_linked(of: Sequence[Word]) -> bool:
    """Tell whether there is a link between words: “de la” in “place de la Reine”."""
    return any(word.key in LINKS for word in of[1:])


def beginnings(start: str) -> set[str]:
    """Return the spellings whose longer or shorter form begins so: “sain” may become “st”."""
    return {word for variant, word in _ONE_SPELLING.items() if variant.startswith(start)}


def forgiven(word: str, *, lenient: bool = True) -> int:
    """Return how many typing errors a word may hold and still be taken for another one.

    Not lenient, it takes fewer: for stops and streets, of which there are so many that one of
    them resembles anything.
    """
    one, two = (4, 7) if lenient else (5, 9)
    if any(character.isdigit() for character in word):
        return 0
    return (len(word) >= one) + (len(word) >= two)


@lru_cache(maxsize=4096)
def _spell(raw: str) -> str:
    word = "".join(_WORD.findall(fold(raw).translate(_ARABIC_LETTERS)))
    word = _ONE_SPELLING.get(word, word)
    for ending, full in _ENDINGS:
        word = ending.sub(full, word)
    return _JOINED_SAINT.sub("st", word)
