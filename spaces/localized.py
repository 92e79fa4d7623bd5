"""Text in the reader's language, or in the nearest one there is, which then is named."""

from typing import NamedTuple

from django.db.models import Model

from config.languages import current, reading_order


class Text(NamedTuple):
    """A text and the language that it is written in."""

    value: str
    language: str
    is_fallback: bool

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value)


def localized(thing: Model, field: str) -> Text:
    """Return the field in the page's language, else in those that the design puts next to it."""
    language = current().code
    for code in reading_order():
        if value := getattr(thing, f"{field}_{code}", None):
            return Text(value, code, is_fallback=code != language)
    return Text("", language, is_fallback=False)
