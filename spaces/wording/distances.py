"""How far something is, in words: metres, and minutes on foot."""

from typing import Protocol

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.languages import current
from spaces.directory.stops import Call
from spaces.language.bidi import isolated
from spaces.language.line_breaks import with_numbers_whole
from spaces.wording.lines import line_name

LONGEST_WALK = 60  # minutes; who goes farther takes a tram


class Measured(Protocol):
    """A thing in a list, with how far its space is."""

    @property
    def metres(self) -> float | None:
        """Return the metres in a straight line, None where they are not known."""

    @property
    def walking_minutes(self) -> int | None:
        """Return about how long the way takes on foot."""

    @property
    def call(self) -> Call | None:
        """Return the stop from which it is so far, None where it is not from a stop."""


def how_far(result: Measured) -> str:
    """Return how far a result is, '' where that is not known."""
    if result.metres is None or result.walking_minutes is None:
        return ""
    if result.call:
        return from_stop(result.metres, result.call)
    return distance_words(result.metres, result.walking_minutes)


def distance_words(distance: float, minutes: int) -> str:
    """Return how far something is and, where one would walk there, for how long."""
    if minutes > LONGEST_WALK:
        return metres(distance)
    return f"{metres(distance)} · {on_foot(minutes)}"


def from_stop(distance: float, call: Call) -> str:
    """Return how far something is from a stop of a line."""
    return _("%(distance)s from the stop %(stop)s of %(line)s") % {
        "distance": metres(distance),
        "stop": isolated(call.stop.name(current().code)),
        "line": line_name(call.line),
    }


def metres(distance: float) -> str:
    """Return a distance in words: “350 m”, “1.4 km”."""
    if distance < 1000:
        return with_numbers_whole(_("%(count)s m") % {"count": max(10, round(distance / 10) * 10)})
    return with_numbers_whole(_("%(count)s km") % {"count": number_format(distance / 1000, 1)})


def on_foot(minutes: int) -> str:
    """Return a walk in words."""
    words = ngettext("%(count)d minute on foot", "%(count)d minutes on foot", minutes)
    return with_numbers_whole(words % {"count": minutes})
