"""Where no line may end. Pure."""

import re


def with_numbers_whole(text: str) -> str:
    """Return a text in which no line ends between a number and what it counts."""
    return re.sub(r"(?<=\d) ", "\N{NO-BREAK SPACE}", text)
