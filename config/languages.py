"""The languages of the site: adding one is a line here and a catalogue in `locale/`.

The address segments are a table in Python rather than catalogue entries: an address must not
change because a translator improved a word.
"""

from typing import NamedTuple

from django.http import HttpRequest
from django.utils.functional import lazy
from django.utils.translation import get_language, get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header


class Language(NamedTuple):
    """A language of the interface: code (BCP 47), its own name, and its address segments."""

    code: str
    name: str
    spaces: str
    rtl: bool = False

    @property
    def direction(self) -> str:
        """Return `rtl` or `ltr`, for the `dir` attribute."""
        return "rtl" if self.rtl else "ltr"


LANGUAGES = {
    language.code: language
    for language in (
        Language("fr", "Français", spaces="espaces"),
        Language("nl", "Nederlands", spaces="ruimtes"),
        Language("en", "English", spaces="spaces"),
    )
}
DEFAULT = "fr"

# Listings are written in these; a missing text falls back in this order, French and Dutch first.
CONTENT_LANGUAGES = ("fr", "nl", "en")
CONTENT_FALLBACKS = {
    "default": ("fr", "nl", "en"),
    "fr": ("nl", "en"),
    "nl": ("fr", "en"),
    "en": ("fr", "nl"),
}


def current() -> Language:
    """Return the language that the page is being written in."""
    return LANGUAGES.get((get_language() or DEFAULT).split("-")[0], LANGUAGES[DEFAULT])


def preferred(request: HttpRequest) -> str | None:
    """Return the first language of the browser's list that the site speaks."""
    for wanted, weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if not weight:  # “not this one”
            continue
        try:
            return get_supported_language_variant(wanted)
        except LookupError:
            continue
    return None


SPACES_SEGMENTS = sorted({language.spaces for language in LANGUAGES.values()})


def _spaces_route(rest: str = "") -> str:
    return f"{current().spaces}/{rest}"


# A route below the spaces' segment, resolved anew in each language as a translated one is.
spaces_route = lazy(_spaces_route, str)
