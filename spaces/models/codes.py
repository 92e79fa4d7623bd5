"""Short codes, for spaces and posters: permanent, never reused, read generously.

Five characters of an alphabet without those that people mix up (0 O, 1 I L, U V).
"""

import re
import secrets
from collections.abc import Iterator, Mapping
from itertools import product
from typing import TypeVar

T = TypeVar("T")

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 5
PATTERN = f"^[{ALPHABET}]{{{LENGTH}}}$"

_SEPARATORS = re.compile(r"[\s._-]+")
# No code holds these, so whoever types one misread another sign.
_MISREAD = {"0": "QD", "O": "QD", "1": "7JT", "I": "JT7", "L": "JT7", "U": "V"}


def make() -> str:
    """Return a new random code; the caller's unique column says whether it is free."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read(text: str) -> str | None:
    """Return the code that somebody typed or scanned, in upper case, None if it is none."""
    code = _SEPARATORS.sub("", text).upper()
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None


def readings(text: str) -> Iterator[str]:
    """Yield the codes that a text may be, signs that were misread put right in every way."""
    signs = _SEPARATORS.sub("", text).upper()
    if len(signs) == LENGTH and set(signs) <= {*ALPHABET, *_MISREAD}:
        yield from map("".join, product(*(_MISREAD.get(sign, sign) for sign in signs)))


def find(text: str, known: Mapping[str, T]) -> T | None:
    """Return what bears the code that somebody typed, None where nothing or several may."""
    found = [known[code] for code in readings(text) if code in known]
    return found[0] if len(found) == 1 else None
