"""Names, numbers and addresses inside a text that runs from right to left. Pure.

In HTML a `<bdi>` keeps them whole (the filter `bdi`); in plain text these characters do (Unicode
Standard Annex 9, isolates).
"""

from config.languages import current

_FIRST_STRONG_ISOLATE, _LEFT_TO_RIGHT_ISOLATE, _POP = "\u2068", "\u2066", "\u2069"


def isolated(text: str) -> str:
    """Return a name or an address that keeps its own direction inside the page's."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP}" if text and current().rtl else text


def left_to_right(text: str) -> str:
    """Return a number or a code that is read from left to right whatever stands around it."""
    return f"{_LEFT_TO_RIGHT_ISOLATE}{text}{_POP}" if text and current().rtl else text
