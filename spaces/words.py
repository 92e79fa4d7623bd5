"""Sentences about a space, and about a search, that more than one page says."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from config.languages import current
from spaces.hours import TIMEZONE, State
from spaces.hours_words import clock
from spaces.models import Space
from spaces.search import Result, Results, Where


def hours_sentence(space: Space, state: State | None) -> str:
    """Return whether the space is open, as the state of now says."""
    if state is None:
        return _("We do not know the hours. Ask before you come.")
    return as_example(space, state.sentence)


def result_hours(result: Result, found: Results) -> str:
    """Return a result's hours: those of now or, where a day was chosen, those of that day."""
    space, state = result.space, result.state
    if not isinstance(found.query.open, datetime) or space.hours is None or state is None:
        return hours_sentence(space, state)
    if state.is_open:
        day = found.at.astimezone(TIMEZONE).date()
        spans = next(row.spans for row in space.hours.week_table(day) if row.date == day)
        words = {"day": date_format(day, "l j F"), "hours": ", ".join(map(str, spans))}
        return as_example(space, _("Open on %(day)s: %(hours)s") % words)
    if state.changes_at is None:
        return as_example(space, _("Closed for now"))
    words = {"day": date_format(state.changes_at, "l j F"), "time": clock(state.changes_at.time())}
    return as_example(space, _("Opens on %(day)s at %(time)s") % words)


def place_name(where: Where) -> str:
    """Return the name of where the visitor is, '' when that is not known."""
    language = current().code
    if where.meaning and where.resolution:
        meaning = where.meaning
        if where.resolution.others:
            return meaning.label(language)
        return f"{meaning.name(language)} {meaning.house_number}".strip()
    return _("you") if where.position else ""


def results_title(found: Results) -> str:
    """Return what the results page shows, in a few words; examples are not counted."""
    words = {"places": found.real, "place": place_name(found.where)}
    if not found.where.origin:
        return ngettext("%(places)d place", "%(places)d places", found.real) % words
    title = ngettext(
        "%(places)d place near %(place)s", "%(places)d places near %(place)s", found.real
    )
    return title % words


def as_example(space: Space, sentence: str) -> str:
    """Return the sentence, marked where the hours behind it are invented."""
    if space.has_sample_hours:
        return _("Example: %(sentence)s") % {"sentence": sentence}
    return sentence


def enumeration(things: Iterable[str]) -> str:
    """Return things as one says them: “French, Arabic and Dutch”."""
    *others, last = things
    if not others:
        return last
    words = others[0]
    for thing in others[1:]:
        words = pgettext("list", "%(first)s, %(next)s") % {"first": words, "next": thing}
    return pgettext("list", "%(first)s and %(last)s") % {"first": words, "last": last}
