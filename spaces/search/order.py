"""In which order results are listed, and why, in one sentence.

Nearest first; but among places to which the way is about as long, somebody who helps comes before a
computer alone, and a place that can be reached before one of which no street, number or hours are
known.
"""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from config.languages import current
from spaces.directory.candidates import Candidate
from spaces.geo.points import Point, distance, walking_minutes
from spaces.hours.opening import State
from spaces.models import Strength
from spaces.search.query import Query

BAND = 10  # minutes on foot: within them one way is about as long as another

Key = tuple[object, ...]


class Found(Protocol):
    """A match, as far as its place in the list depends on it."""

    @property
    def candidate(self) -> Candidate:
        """Return what was found."""

    @property
    def metres(self) -> float | None:
        """Return how far it is, None where that is not known."""

    @property
    def state(self) -> State | None:
        """Return its hours at the moment asked for."""


def order(query: Query, points: tuple[Point, ...]) -> Callable[[Found], Key]:
    """Return the order of results: nearest first where we know from where, else surest first."""
    language = current().code

    def surest(match: Found) -> Key:
        found, (weaker, missing) = match.candidate, _promise(match, query)
        return (found.is_sample, weaker, not found.is_labelled, missing, found.names[language])

    def nearest(match: Found) -> Key:
        return _how_far(match, query, points)

    return nearest if points else surest


def next_to_open(query: Query, points: tuple[Point, ...]) -> Callable[[Found], Key]:
    """Return the order by the day of the next opening, and on one day nearest first."""

    def soonest(match: Found) -> Key:
        opens = match.state.changes_at if match.state else None
        *far, slug = _how_far(match, query, points)
        return (opens.date() if opens else date.max, *far, opens, slug)

    return soonest


def order_words(from_a_place: bool, nothing_open: bool, some_help: bool) -> str:
    """Return why results stand in this order; of some alone it is known that somebody helps."""
    if nothing_open:
        return _("Those that open first come first.")
    if from_a_place and some_help:
        return _(
            "The nearest first. Where the way is about as long, somebody who helps comes first, "
            "then the places that you can reach."
        )
    if from_a_place:
        return _(
            "The nearest first. Where the way is about as long, the places that you can reach "
            "come first."
        )
    if some_help:
        return _("Somebody who helps comes first, then the places recognised by the Region.")
    return _("The places recognised by the Region come first, then those that you can reach.")


def _promise(match: Found, query: Query) -> tuple[bool, int]:
    """Return whether nobody is known to help, and how much of what one goes by is not known."""
    found = match.candidate
    helped = found.strengths.get(query.need) == Strength.HELPED
    return bool(query.need) and not helped, found.missing


def _how_far(match: Found, query: Query, points: tuple[Point, ...]) -> Key:
    """Sort by distance; a space of which we do not know where it is comes after all others.

    There the examples are last, and else the nearest municipality first.
    """
    found = match.candidate
    if match.metres is not None:
        band = walking_minutes(match.metres) // BAND
        return (False, band, *_promise(match, query), match.metres, found.slug)
    town = min((distance(point, found.town) for point in points), default=0.0)
    return (True, found.is_sample, town, *_promise(match, query), found.slug)
