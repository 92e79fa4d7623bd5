"""The way without a change: one line that calls near where somebody is and near where they go.

On foot one goes in a straight line, as everywhere here; how long the vehicle takes is not known, so
the ride with the least walking is the best.
"""

from collections.abc import Iterable
from typing import NamedTuple

from spaces.directory.stops import Stop
from spaces.geo.points import WALKING_METRES_PER_MINUTE, Point, distance, walking_minutes

REACH = 10 * WALKING_METRES_PER_MINUTE  # metres in a straight line: ten minutes on foot

_DEGREE = 111_000  # metres of latitude; what is farther north or south is not even measured


class NearStop(NamedTuple):
    """A stop that one walks to, and how far it is."""

    stop: Stop
    metres: float

    @property
    def minutes(self) -> int:
        """Return about how long that takes on foot."""
        return walking_minutes(self.metres)


class Ride(NamedTuple):
    """A line, where to get on, and where to get off."""

    line: str
    board: NearStop
    alight: NearStop

    @property
    def on_foot(self) -> float:
        """Return the metres on foot, at both ends."""
        return self.board.metres + self.alight.metres


# For each line its nearest stop that is within reach of a point.
Lines = dict[str, NearStop]


def lines_near(point: Point, stops: Iterable[Stop]) -> Lines:
    """Return the lines that call within ten minutes on foot, each with its nearest stop."""
    found: Lines = {}
    for stop in stops:
        if abs(stop.point.latitude - point.latitude) * _DEGREE <= REACH:
            near = NearStop(stop, distance(point, stop.point))
            for line in stop.lines if near.metres <= REACH else ():
                if line not in found or near.metres < found[line].metres:
                    found[line] = near
    return found


def without_change(here: Lines, there: Lines, apart: float) -> Ride | None:
    """Return the ride with the least walking between two points so many metres apart.

    None where no line calls near both, or where one may as well walk all the way.
    """
    rides = (Ride(line, here[line], there[line]) for line in here.keys() & there.keys())
    sensible = [
        ride
        for ride in rides
        if apart > REACH
        and ride.on_foot < apart
        and ride.board.stop.name_fr != ride.alight.stop.name_fr
    ]
    return min(sensible, key=_effort, default=None)


def _effort(ride: Ride) -> tuple[float, float, str]:
    """Sort by how far one walks, then by how long the ride is."""
    apart = distance(ride.board.stop.point, ride.alight.stop.point)
    return (round(ride.on_foot), round(apart), ride.line)
