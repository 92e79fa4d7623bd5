"""Text as a search compares it: no accents, no case."""

import unicodedata

# Letters that Unicode does not take apart into a base letter and an accent.
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "’": "'"})


def fold(text: str) -> str:
    """Return the text in lower case, without accents, with single spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LIGATURES)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
