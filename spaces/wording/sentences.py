"""Sentences about a space, and about a search, that more than one page says."""

import re
from collections.abc import Iterable
from datetime import datetime

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext, pgettext

from config.languages import Language, current
from spaces.directory.booklets import Booklet
from spaces.hours.opening import TIMEZONE, State
from spaces.hours.words import clock
from spaces.language.bidi import isolated
from spaces.language.dates import day_in_words
from spaces.language.lists import listed
from spaces.language.localized import localized
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Space
from spaces.search.pipeline import SpaceResult, SpaceResults
from spaces.search.where import Where

LONGEST_WALK = 60  # minutes; who goes farther takes a tram


def hours_sentence(space: Space, state: State | None) -> str:
    """Return whether the space is open, as the state of now says."""
    if state is None:
        return hours_not_known(space)
    return as_example(space, state.sentence)


def hours_not_known(space: Space) -> str:
    """Return that we do not know the hours; ask only where there is somebody to ask."""
    if space.can_be_asked:
        return _("We do not know the hours. Ask before you come.")
    return _("We do not know the hours.")


def whom_to_ask(space: Space) -> str:
    """Return who may know more where we know neither number nor e-mail: who runs it, the town."""
    if space.operator:
        who = isolated(str(localized(space.operator, "name")))
        return _("You can ask: %(who)s.") % {"who": who}
    town = localized(space.municipality, "name")
    return _("You can ask the municipality: %(town)s.") % {"town": town}


def result_hours(result: SpaceResult, found: SpaceResults) -> str:
    """Return a result's hours: those of now or, where a moment was chosen, those of then."""
    space, state = result.space, result.state
    if not isinstance(found.query.open, datetime) or space.hours is None or state is None:
        return hours_sentence(space, state)
    if state.changes_at is None:
        return hours_sentence(space, state)
    if state.is_open:
        words = {
            "day": day_in_words(found.at.astimezone(TIMEZONE)),
            "time": clock(state.changes_at.time(), closing=True),
        }
        return as_example(space, _("Open on %(day)s, until %(time)s") % words)
    words = {"day": day_in_words(state.changes_at), "time": clock(state.changes_at.time())}
    return as_example(space, _("Opens on %(day)s at %(time)s") % words)


def place_name(where: Where) -> str:
    """Return the name of where the visitor is, '' when that is not known."""
    language = current().code
    if where.meaning and where.resolution:
        meaning = where.meaning
        if where.resolution.others:
            return meaning.label(language)
        return f"{meaning.name(language)} {meaning.house_number}".strip()
    return _("Where you are") if where.position else ""


def results_title(found: SpaceResults) -> str:
    """Return what the results page shows, in a few words; examples are not counted."""
    words = {"places": found.real}
    if found.query.to_check:
        return (
            ngettext("%(places)d place to check", "%(places)d places to check", found.real) % words
        )
    if not found.where.origin:
        return _together(ngettext("%(places)d place", "%(places)d places", found.real) % words)
    title = npgettext(
        "by distance", "%(places)d place", "%(places)d places, the nearest first", found.real
    )
    return _together(title % words)


def how_far(result: SpaceResult) -> str:
    """Return how far a result is, '' where that is not known; an invented point says so."""
    if result.metres is None or result.walking_minutes is None:
        return ""
    words = distance_words(result.metres, result.walking_minutes)
    if result.space.has_sample_location:
        return _("Example: %(sentence)s") % {"sentence": words}
    return words


def distance_words(distance: float, minutes: int) -> str:
    """Return how far something is and, where one would walk there, for how long."""
    if minutes > LONGEST_WALK:
        return metres(distance)
    return f"{metres(distance)} · {on_foot(minutes)}"


def metres(distance: float) -> str:
    """Return a distance in words: “350 m”, “1.4 km”."""
    if distance < 1000:
        return _together(_("%(count)s m") % {"count": max(10, round(distance / 10) * 10)})
    return _together(_("%(count)s km") % {"count": number_format(distance / 1000, 1)})


def on_foot(minutes: int) -> str:
    """Return a walk in words."""
    words = ngettext("%(count)d minute on foot", "%(count)d minutes on foot", minutes)
    return _together(words % {"count": minutes})


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


def as_example(space: Space, sentence: str) -> str:
    """Return the sentence, marked where the hours behind it are invented."""
    return as_example_of(sentence, invented=space.has_sample_hours)


def as_example_of(sentence: str, *, invented: bool) -> str:
    """Return the sentence, marked where what it says is invented."""
    return _("Example: %(sentence)s") % {"sentence": sentence} if invented else sentence


def enumeration(things: Iterable[str]) -> str:
    """Return things as one says them: “French, Arabic and Dutch”."""
    *others, last = things
    if not others:
        return last
    return pgettext("list", "%(first)s and %(last)s") % {"first": listed(others), "last": last}


def _together(text: str) -> str:
    """Return a text in which no line ends between a number and what it counts."""
    return re.sub(r"(?<=\d) ", "\N{NO-BREAK SPACE}", text)
