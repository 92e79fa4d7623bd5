"""A ride without a change in words."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.languages import current
from spaces.directory.rides import Ride
from spaces.language.bidi import isolated
from spaces.language.line_breaks import with_numbers_whole
from spaces.wording.distances import on_foot
from spaces.wording.lines import line_name


def ride_sentence(ride: Ride) -> str:
    """Return which line to take, from where to where, and how long one walks at both ends."""
    language = current().code
    there = ngettext("%(count)d minute", "%(count)d minutes", ride.alight.minutes)
    return _("Without a change: %(line)s, from %(board)s (%(first)s) to %(alight)s (%(then)s)") % {
        "line": line_name(ride.line),
        "board": isolated(ride.board.stop.name(language)),
        "first": on_foot(ride.board.minutes),
        "alight": isolated(ride.alight.stop.name(language)),
        "then": with_numbers_whole(there % {"count": ride.alight.minutes}),
    }


def ride_in_short(ride: Ride) -> str:
    """Return which line to take, from where to where."""
    language = current().code
    return _("%(line)s, from %(board)s to %(alight)s") % {
        "line": capfirst(line_name(ride.line)),
        "board": isolated(ride.board.stop.name(language)),
        "alight": isolated(ride.alight.stop.name(language)),
    }


def ride_on_map(ride: Ride) -> str:
    """Return what the map of a ride shows, for whoever does not see it."""
    return _("Map: %(place)s.") % {"place": ride_sentence(ride)}
