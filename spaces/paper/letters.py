"""The letters that our fonts have, and what stands on paper for those that they have not."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import fontpkg
from fontTools.ttLib import TTFont

# In the order of `templates/print/_house.typ`: where the first lacks a letter, the next gives it.
FAMILIES = ("Source Sans 3", "IBM Plex Sans Arabic")
STAND_IN = "□"  # as readers know it from their screens: here is a letter that cannot be shown
# A new line, the isolates of `language.bidi`, and what parts the letters of a Persian word.
_NEED_NO_FONT = "\n\u2066\u2067\u2068\u2069\u200c"
_VARIANTS = re.compile("[\ufe00-\ufe0f]")  # of the letter before: an emoji in colour, for one


def font_files() -> list[Path]:
    """Return the files of our families."""
    return [file.path for family in FAMILIES for file in fontpkg.family(family).files]


def without_font(data: object) -> list[str]:
    """Return the letters in data that JSON can say which no font of ours has, each once."""
    letters = dict.fromkeys(letter for text in _texts(data) for letter in _letters(text))
    return [letter for letter in letters if letter != STAND_IN == _printed(letter)]


def printable(data: Any) -> Any:
    """Return data that JSON can say, with □ for each letter that no font of ours has."""
    if isinstance(data, Mapping):
        return {name: printable(value) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [printable(value) for value in data]
    if isinstance(data, str):
        return "".join(map(_printed, _letters(data)))
    return data


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, Mapping):
        data = list(data.values())
    if isinstance(data, list | tuple):
        for part in data:
            yield from _texts(part)
    elif isinstance(data, str):
        yield data


def _letters(text: str) -> Iterator[str]:
    """Yield each letter with the marks upon it: one font has to have them all."""
    letter = ""
    for character in unicodedata.normalize("NFC", _VARIANTS.sub("", text)):
        if letter and not unicodedata.category(character).startswith("M"):
            yield letter
            letter = ""
        letter += character
    if letter:
        yield letter


@cache
def _printed(letter: str) -> str:
    """Return what is printed for a letter: itself where a font has all of it."""
    if letter in _NEED_NO_FONT or any(set(map(ord, letter)) <= font for font in _fonts()):
        return letter
    if letter.isspace():
        return " "
    is_unseen = unicodedata.category(letter[0]) in ("Cc", "Cf")
    return "" if is_unseen else STAND_IN


@cache
def _fonts() -> set[frozenset[int]]:
    """Return the characters that each of our families has."""
    return {_characters(file) for file in font_files()}


def _characters(file: Path) -> frozenset[int]:
    with TTFont(file, lazy=True) as font:
        return frozenset(font.getBestCmap()) - {0, 0xFEFF}  # which no PDF may hold
