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
    """A language of the interface: code (BCP 47), its own name, and its address segments.

    A language whose segments nobody has chosen has the English ones, and the English drawing for
    links. Its pages say that no person has reviewed the translation, until one has.
    """

    code: str
    name: str
    spaces: str = "spaces"
    guide: str = "guide"
    courses: str = "learn"
    sheet: str = "sheet"
    easy: str = "easy"
    card: str = "card"
    missing: str = "missing-place"
    still_right: str = "still-right"
    offline: str = "on-my-phone"
    campaign: str = "campaign"
    poster: str = "poster"
    accessibility: str = "accessibility"
    privacy: str = "privacy"
    legal: str = "legal-notice"
    about: str = "about"
    questions: str = "questions"
    sign: str = ""  # what the switch shows where there is no room for names, see `short`
    rtl: bool = False
    reviewed: bool = False
    share_image: str = "spaces/share-en.png"  # what other sites show beside a link to us

    @property
    def direction(self) -> str:
        """Return `rtl` or `ltr`, for the `dir` attribute."""
        return "rtl" if self.rtl else "ltr"

    @property
    def short(self) -> str:
        """Return the language in few letters of its own script: the code, unless it has a sign."""
        return self.sign or self.code.upper()


LANGUAGES = {
    language.code: language
    for language in (
        Language(
            "fr",
            "Français",
            spaces="espaces",
            guide="guide",
            courses="apprendre",
            sheet="fiche",
            easy="facile",
            card="a-montrer",
            missing="lieu-manquant",
            still_right="toujours-exact",
            offline="sur-mon-telephone",
            campaign="campagne",
            poster="affiche",
            accessibility="accessibilite",
            privacy="vie-privee",
            legal="mentions-legales",
            about="a-propos",
            reviewed=True,
            share_image="spaces/share-fr.png",
        ),
        Language(
            "nl",
            "Nederlands",
            spaces="ruimtes",
            guide="gids",
            courses="leren",
            sheet="blad",
            easy="eenvoudig",
            card="om-te-tonen",
            missing="plek-ontbreekt",
            still_right="nog-juist",
            offline="op-mijn-telefoon",
            campaign="campagne",
            poster="affiche",
            accessibility="toegankelijkheid",
            legal="juridische-informatie",
            about="over-deze-site",
            questions="vragen",
            reviewed=True,
            share_image="spaces/share-nl.png",
        ),
        Language("en", "English", reviewed=True),
        Language("ar", "العربية", sign="عربي", share_image="spaces/share-ar.png", rtl=True),
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


def reading_order() -> tuple[str, ...]:
    """Return the languages that the reader is given a text in, the page's own first."""
    language = current().code
    return (language, *CONTENT_FALLBACKS.get(language, CONTENT_FALLBACKS["default"]))


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


# The pages of text, in the order in which the foot of each page has them.
TEXTS = ("about", "questions", "accessibility", "privacy", "legal")

# Every segment that an address below a language can begin with, and the page that it stands for.
SEGMENTS = {
    getattr(language, name): name
    for language in LANGUAGES.values()
    for name in (
        "spaces",
        "guide",
        "courses",
        "sheet",
        "missing",
        "still_right",
        "offline",
        "campaign",
        "poster",
        *TEXTS,
    )
}
# Pages that have an easy page right below their segment: `/fr/campagne/facile/`.
WITH_EASY_PAGE = {"campaign"}
# What an address can end with below a page of its own: `/fr/espaces/<slug>/facile/`.
ENDINGS = {
    getattr(language, name): name for language in LANGUAGES.values() for name in ("easy", "card")
}


def segment(name: str) -> str:
    """Return the segment of a page in the active language."""
    return str(getattr(current(), name))


def _route(name: str, rest: str = "", ending: str = "") -> str:
    end = f"{segment(ending)}/" if ending else ""
    return f"{segment(name)}/{rest}{end}"


# A route below a page's segment, resolved anew in each language as a translated one is.
route = lazy(_route, str)
