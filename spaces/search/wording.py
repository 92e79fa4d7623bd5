"""What a page of results says of the search: the place, the hours of then."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from config.languages import current
from spaces.hours.opening import TIMEZONE
from spaces.hours.words import clock
from spaces.language.dates import day_in_words
from spaces.language.folding import fold
from spaces.language.localized import localized
from spaces.search.pipeline import SpaceResult, SpaceResults
from spaces.search.where import Where
from spaces.wording.lines import line_name
from spaces.wording.sentences import hours_sentence, tagged

VOWELS = frozenset("aeiouy")  # before which French shortens “de”


def result_hours(result: SpaceResult, found: SpaceResults) -> str:
    """Return a result's hours: those of now or, where a moment was chosen, those of then."""
    space, state = result.space, result.state
    if not isinstance(found.query.open, date) or space.hours is None or state is None:
        return hours_sentence(space, state)
    if state.changes_at is None:
        return hours_sentence(space, state)
    if state.is_open:
        words = {
            "day": day_in_words(state.at.astimezone(TIMEZONE)),
            "time": clock(state.changes_at.time(), closing=True),
        }
        if state.at > found.at:
            words["from"] = clock(state.at.astimezone(TIMEZONE).time())
            return _("Open on %(day)s, from %(from)s to %(time)s") % words
        return _("Open on %(day)s, until %(time)s") % words
    words = {"day": day_in_words(state.changes_at), "time": clock(state.changes_at.time())}
    return _("Opens on %(day)s at %(time)s") % words


def tagged_hours(result: SpaceResult, found: SpaceResults) -> str:
    """Return a result's hours as they leave the page: what is invented says so in the words."""
    words = result_hours(result, found)
    if result.space.is_sample:
        return _("Example: %(sentence)s") % {"sentence": words}
    return tagged(result.space, words)


def place_name(where: Where) -> str:
    """Return the name of where the visitor is, '' when that is not known."""
    language = current().code
    if where.line:
        return line_name(where.line)
    if where.meaning and where.resolution:
        meaning = where.meaning
        if where.resolution.others or where.resolution.has_namesake:
            return meaning.label(language)
        return f"{meaning.name(language)} {meaning.house_number}".strip()
    return _("Where you are") if where.position else ""


def setting_out_from(where: Where) -> str:
    """Return the label of the place that one sets out from, '' where that is no known point."""
    return where.meaning.label(current().code) if where.meaning and where.start else ""


def near(where: Where, show: Callable[[str], str] = str) -> str:
    """Return where the visitor asks for, as “near Simonis”, '' for nowhere.

    The name stands there as `show` returns it.
    """
    if where.line:
        return _("near the stops of %(line)s") % {"line": show(line_name(where.line))}
    if where.position:
        return _("near you")
    place = place_name(where)
    return _near_words(place) % {"place": show(place)} if place else ""


def _near_words(place: str) -> str:
    if fold(place)[:1] in VOWELS:
        return pgettext("before a vowel", "near %(place)s")
    return _("near %(place)s")


def pin_label(result: SpaceResult, found: SpaceResults) -> str:
    """Return what a pin says, in sentences: its number and name, and its hours."""
    space = result.space
    parts = [f"{result.number}. {localized(space, 'name')}"]
    if space.has_sample_location and not space.is_sample:
        parts.append(_("The point is an example."))
    parts.append(tagged_hours(result, found))
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts)
