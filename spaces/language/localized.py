"""Text in the reader's language, or in the nearest one there is, which then is named."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from config.languages import CONTENT_LANGUAGES, current, reading_order
from spaces.language.vocabulary import SHIPPED


class Text(NamedTuple):
    """A text and the language that it is written in."""

    value: str
    language: str
    is_fallback: bool

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value)


def localized(thing: object, field: str) -> Text:
    """Return the field in the page's language, else in those that the design puts next to it.

    A language that listings are not written in has the shipped words in its catalogue.
    """
    language = current().code
    if language not in CONTENT_LANGUAGES and (words := _from_catalogue(thing, field)):
        return Text(words, language, is_fallback=False)
    return written(thing, field)


def written(thing: object, field: str) -> Text:
    """Return the field as somebody wrote it: what stands on signs and envelopes."""
    language = current().code
    for code in reading_order():
        if value := getattr(thing, f"{field}_{code}", None):
            return Text(value, code, is_fallback=code != language)
    return Text("", language, is_fallback=False)


def from_catalogue(source: str) -> str:
    """Return shipped words in the active language, '' for words that are not shipped."""
    return _(source) if source in SHIPPED else ""


def _from_catalogue(thing: object, field: str) -> str:
    source = getattr(thing, f"{field}_en", None) or getattr(thing, f"{field}_fr", None)
    return from_catalogue(source or "")
