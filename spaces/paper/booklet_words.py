"""What the booklet says around the spaces, and what is said of it: cover, use, age, size."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.languages import Language, current
from spaces.directory.booklets import Booklet
from spaces.hours.opening import TIMEZONE
from spaces.language import phones
from spaces.language.bidi import left_to_right
from spaces.language.dates import day_in_words
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Space


def frame(at: datetime, towns_without: str) -> dict[str, str | list[str]]:
    """Return the booklet's own words by the names that its template has for them."""
    day = day_in_words(at.astimezone(TIMEZONE).date(), "j F Y")
    site = left_to_right(settings.SITE_URL.partition("://")[2])
    help_line = left_to_right(phones.display(settings.HELP_LINE)) if settings.HELP_LINE else ""
    return {
        "title": _("Digital Public Spaces"),
        "region": _("Brussels-Capital Region"),
        "promise": _("A computer, the internet, and somebody to help you."),
        "what": _("All the places, by municipality"),
        "made": _("Booklet of %(day)s") % {"day": day},
        "site": site,
        "help": _("Need help? Call %(number)s") % {"number": help_line} if help_line else "",
        "demonstration": _("This is a demonstration."),
        "demonstration_more": _("Some places and hours are examples. Each one says so."),
        "unreviewed": ""
        if current().reviewed
        else _("No person has reviewed this translation yet."),
        "how": _("How do you use this booklet?"),
        "steps": [
            _("Look for your municipality in the list."),
            _("Choose a place near you."),
            _("Call or ask before you go: hours can change."),
            _("You do not need to know anything about computers."),
        ],
        "unknown": _("What is not written here, we do not know."),
        "contents": _("In this booklet"),
        "without": _("We know no place in %(towns)s.") % {"towns": towns_without}
        if towns_without
        else "",
        "example": _("Example"),
        "labelled": _("Recognised by the Region"),
        "services": _("Here you can"),
        "stops": _("Stops nearby"),
        "age": _("How old is this booklet?"),
        "age_more": [
            _("We made this booklet on %(day)s.") % {"day": day},
            _("You find what changed since at %(site)s.") % {"site": site},
        ],
        "sources": _("Sources"),
        "sources_more": _(
            "Places and hours: public sources, named on each place's page of the site. "
            "Stops: STIB-MIVB open data (CC BY 4.0). Municipalities: Statbel. "
            "Maps: © OpenStreetMap contributors (ODbL, openstreetmap.org/copyright)."
        ),
    }


def checks(spaces: Iterable[Space]) -> list[str]:
    """Return how many of the real spaces somebody checked, and since when."""
    real = [space for space in spaces if not space.is_sample]
    days = [space.checked_on for space in real if space.checked_on]
    found = []
    if days:
        words = ngettext(
            "%(count)d place was checked with the place itself or by the Region.",
            "%(count)d places were checked with the place itself or by the Region.",
            len(days),
        )
        found.append(words % {"count": len(days)})
        oldest = day_in_words(min(days), "j F Y")
        found.append(_("The oldest check is of %(day)s.") % {"day": oldest})
    if unchecked := len(real) - len(days):
        words = ngettext(
            "Nobody has checked %(count)d place yet: it comes from public sources.",
            "Nobody has checked %(count)d places yet: they come from public sources.",
            unchecked,
        )
        found.append(words % {"count": unchecked})
    return found


def booklet_facts(booklet: Booklet, reader: Language | None = None) -> str:
    """Return what a booklet is before one downloads it: “PDF, 0.4 MB, of 25 November 2026”.

    To a `reader` of another language it says which one it is in.
    """
    size = number_format(max(0.1, booklet.size / 1e6), 1)
    words = {"size": size, "day": day_in_words(booklet.day, "j F Y")}
    if reader and reader.code != booklet.language.code:
        words["language"] = str(SPOKEN_LANGUAGES[booklet.language.code])
        return _("PDF in %(language)s, %(size)s MB, of %(day)s") % words
    return _("PDF, %(size)s MB, of %(day)s") % words
