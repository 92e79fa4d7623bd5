"""The part of a sentence that names a place: what is left once all else is understood."""

import re
from collections.abc import Iterator
from itertools import groupby, islice

from spaces.gazetteer import Resolution
from spaces.search.sentence.claims import LONGEST_NAME, Pass
from spaces.search.sentence.tokens import tokens, word_list

_LONGEST_ADDRESS = 14  # words
_SHORT = 4  # letters
_YEAR = re.compile(r"20\d\d")
# An address of e-mail, or a number of telephone or of the national register: nobody's business.
_PERSONAL = re.compile(r"@|(?:\d[ ./-]?){8}")
_MOST_RUNS = 2  # that may be one address, with other words between them
_MOST_PARTS = 2  # that are looked for, beside those that are the very name of a place

# A word of a street, or a number: who types it means an address, known to us or not.
_STREETS = word_list(
    "rue avenue boulevard chaussée place square quai allée drève clos impasse straat laan "
    "steenweg plein kaai dreef street road lane"
)


def place(done: Pass, *, asked: bool) -> tuple[str, tuple[str, ...]]:
    """Return the part that names a place, and the words that nobody understands.

    Where nothing else is asked for, all that is left is taken for a place, or for an address
    that a geocoder may know.
    """
    runs = done.runs()
    joined = " ".join(done.raw(first, last) for first, last in runs)
    if not joined:
        return "", ()
    if asked and not done.named and (_is_of_wishes(done, joined) or _is_too_short(done, joined)):
        return "", () if _is_number(joined) else (joined,)
    size = sum(last - first for first, last in runs)
    resolution = Resolution(unknown=joined)
    if len(runs) <= _MOST_RUNS and size <= (LONGEST_NAME if asked else _LONGEST_ADDRESS):
        resolution = done.resolve(joined)
    if _is_place(resolution):
        return joined, ()
    if size > _LONGEST_ADDRESS or _PERSONAL.search(joined):
        return _best_of(done)
    if not done.claims:
        return done.text, (resolution.unknown or done.text,)
    if not asked or _is_address(joined):
        return joined, (resolution.unknown or joined,)
    return _best_of(done)


def _best_of(done: Pass) -> tuple[str, tuple[str, ...]]:
    """Return the part that is a place for certain, else one that may be; the others are unknown.

    A word that belongs to a wish is no place with a typing error.
    """
    parts = [*_parts(done)]
    perhaps = (text for text, named in parts if not named and not _is_of_wishes(done, text))
    looked_for = {*islice(perhaps, _MOST_PARTS)}
    good: list[tuple[bool, bool, str]] = []
    for text, named in parts:
        if named or (text in looked_for and not _is_too_short(done, text)):
            found = done.resolve(text)
            if _is_place(found):
                good.append((not named, not found.exact, text))
    chosen = min(good)[2] if good else ""
    unknown = (text for text, _named in parts if text != chosen)
    return chosen, tuple(text for text in unknown if not _is_number(text))


def _is_of_wishes(done: Pass, text: str) -> bool:
    """Tell whether these are known words, or so many that they are no name."""
    words = tokens(text)
    return len(words) > LONGEST_NAME or all(done.vocabulary.knows(word.key) for word in words)


def _is_too_short(done: Pass, text: str) -> bool:
    """Tell whether it is a word beside a wish that resembles some name or other, as “shop” does."""
    if len(text) > _SHORT or done.after_cue_of(text):
        return False
    found = done.resolve(text).meaning
    return found is None or not found.is_around


def _is_number(text: str) -> bool:
    """Tell whether it is but a number, of an age, of pages, a year: it asks for nothing."""
    return text.isdecimal() and (len(text) < _SHORT or bool(_YEAR.fullmatch(text)))


def _parts(done: Pass) -> Iterator[tuple[str, bool]]:
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
