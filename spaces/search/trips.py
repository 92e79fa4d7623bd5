"""The way from where somebody is to a space, as far as one line of public transport goes."""

from typing import NamedTuple

from spaces.directory.published import Directory
from spaces.directory.rides import REACH, Lines, Ride, lines_near, without_change
from spaces.geo.points import distance, walking_minutes
from spaces.models import Space
from spaces.search.forms import LONGEST_WHERE
from spaces.search.where import Where, locate


class Trip(NamedTuple):
    """From where, as we understood it, and the ride to the space, None where there is none.

    `metres` in a straight line, None where an end is not known.
    """

    where: Where
    ride: Ride | None
    metres: float | None

    @property
    def is_a_walk(self) -> bool:
        """Tell whether one walks there rather than to a stop."""
        return self.metres is not None and self.metres <= REACH

    @property
    def walking_minutes(self) -> int:
        """Return about how long one walks, 0 where an end is not known."""
        return walking_minutes(self.metres) if self.metres is not None else 0

    def metres_to(self, space: Space) -> float | None:
        """Return how far a space is in a straight line, None where we do not know that."""
        if not (self.where.start and space.real_point):
            return None
        return distance(self.where.start, space.real_point)


def trip(text: str, space: Space, directory: Directory) -> Trip | None:
    """Return the way to a space from the place that the text means, None for no text."""
    text = text[:LONGEST_WHERE].replace("\0", "").strip()
    if not text:
        return None
    where = locate(text, None, directory)
    apart = distance(where.start, space.real_point) if where.start and space.real_point else None
    return Trip(where, ride(where, lines_from(where, directory), space, directory), apart)


def lines_from(where: Where, directory: Directory) -> Lines:
    """Return the lines that call near where somebody is, none where that is not a point."""
    return lines_near(where.start, directory.stops) if where.start else {}


def ride(where: Where, lines: Lines, space: Space, directory: Directory) -> Ride | None:
    """Return the ride to a space with one of these lines, None where there is none."""
    if not (lines and where.start and space.real_point):
        return None
    apart = distance(where.start, space.real_point)
    return without_change(lines, directory.lines_near(space), apart)
