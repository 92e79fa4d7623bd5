"""How wide a text is on a picture that loads no font. Pure.

The widths are those of Helvetica Bold, from its published metrics (Adobe's Core 14 AFM files):
about as wide as the widest letters in which computers and phones write their own menus. A picture
holds a text to the width reckoned here (`textLength`), so that wider letters take no more room.
"""

import unicodedata
from functools import lru_cache

# Thousandths of the size, for the characters of our names; accents change no width.
_WIDTHS = {
    278: " ,./Iijl'’",
    333: "-()ft:;!",
    389: "r",
    500: "z",
    556: "aceksvxy0123456789Jß–",
    611: "bdghnopquFLTZ?",
    667: "EPSVXY",
    722: "ABCDHKNRU&",
    778: "GOQw",
    833: "M",
    889: "m%",
    944: "W",
    1000: "…—",
}
_WIDTH = {character: width for width, characters in _WIDTHS.items() for character in characters}
_OTHER = 722


def width(text: str, size: float) -> float:
    """Return the width of a text in letters of this size, in the size's own measure."""
    return _thousandths(text) * size / 1000


@lru_cache(maxsize=10_000)
def _thousandths(text: str) -> int:
    plain = (unicodedata.normalize("NFD", character)[0] for character in text)
    return sum(_WIDTH.get(character, _OTHER) for character in plain)


def broken(text: str, longest: float, size: float) -> list[str]:
    """Return the text in one line, or in two about as long where it is wider than `longest`."""
    if width(text, size) <= longest:
        return [text]
    breaks = [n + 1 for n, character in enumerate(text) if character in " -" and n + 1 < len(text)]
    if not breaks:
        return [text]
    pairs = [[text[:at].rstrip(" "), text[at:]] for at in breaks]
    return min(pairs, key=lambda pair: max(width(line, size) for line in pair))
