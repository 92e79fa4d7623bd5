"""The map of a ride without a change: where one gets on, the line's course, where one goes."""

from collections.abc import Iterable

from django.urls import reverse

from spaces.cartography.door import SIZE, door_map
from spaces.cartography.lines import course
from spaces.directory.doors import named, names_language
from spaces.directory.published import Directory
from spaces.directory.rides import Ride
from spaces.directory.stops import Stop
from spaces.geo.points import Point
from spaces.models import Space


def address(ride: Ride, space: Space) -> str:
    """Return where the reader finds the map of a ride, '' where the line's course is not known.

    It names the stop where one gets on by its point, and nothing of where one walks from.
    """
    if not _course(ride.line, ride.board.stop, ride.alight.stop):
        return ""
    at = _written(ride.board.stop.point)
    return reverse("ride", args=[names_language(), space.code, ride.line, at])


def drawn(space: Space, directory: Directory, language: str, line: str, at: str) -> str | None:
    """Return the map in SVG of the ride from the stop at this point, None where there is none."""
    alight = directory.lines_near(space).get(line)
    board = _stop_at(at, (stop for stop in directory.stops if line in stop.lines))
    if alight is None or board is None or space.real_point is None:
        return None
    passed = _course(line, board, alight.stop)
    if not passed:
        return None
    return door_map(
        space.real_point,
        language,
        size=SIZE,
        start=board.point,
        stops=[named(board, language), named(alight.stop, language)],
        course=passed,
    )


def _course(line: str, board: Stop, alight: Stop) -> list[Point]:
    return course(line, board.point, alight.point)


def _stop_at(at: str, stops: Iterable[Stop]) -> Stop | None:
    return next((stop for stop in stops if _written(stop.point) == at), None)


def _written(point: Point) -> str:
    return f"{point.latitude:.5f},{point.longitude:.5f}"
