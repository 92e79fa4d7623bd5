"""Short codes, for spaces and posters: permanent, never reused, read in any case.

Five characters of an alphabet without those that people mix up (0 O, 1 I L, U V).
"""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 5
PATTERN = f"^[{ALPHABET}]{{{LENGTH}}}$"


def make() -> str:
    """Return a new random code; the caller's unique column says whether it is free."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read(text: str) -> str | None:
    """Return the code that somebody typed or scanned, in upper case, None if it is none."""
    code = text.strip().upper()
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
