"""How far something is, in words: metres, and minutes on foot."""

from typing import Protocol

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spaces.language.line_breaks import with_numbers_whole

LONGEST_WALK = 60  # minutes; who goes farther takes a tram


class Measured(Protocol):
    """A thing in a list, with how far its space is."""

    @property
    def metres(self) -> float | None:
        """Return the metres in a straight line, None where they are not known."""

    @property
    def walking_minutes(self) -> int | None:
        """Return about how long the way takes on foot."""


def how_far(result: Measured) -> str:
    """Return how far a result is, '' where that is not known."""
    if result.metres is None or result.walking_minutes is None:
        return ""
    return distance_words(result.metres, result.walking_minutes)


def distance_words(distance: float, minutes: int) -> str:
    """Return how far something is and, where one would walk there, for how long."""
    if minutes > LONGEST_WALK:
        return metres(distance)
    return f"{metres(distance)} · {on_foot(minutes)}"


def metres(distance: float) -> str:
    """Return a distance in words: “350 m”, “1.4 km”."""
    if distance < 1000:
        return with_numbers_whole(_("%(count)s m") % {"count": max(10, round(distance / 10) * 10)})
    return with_numbers_whole(_("%(count)s km") % {"count": number_format(distance / 1000, 1)})


def on_foot(minutes: int) -> str:
    """Return a walk in words."""
    words = ngettext("%(count)d minute on foot", "%(count)d minutes on foot", minutes)
    return with_numbers_whole(words % {"count": minutes})
