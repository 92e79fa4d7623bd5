"""The way without a change, held against every pair of stops."""

import random

import pytest

from spaces.directory.published import Directory, current
from spaces.directory.rides import REACH, Ride, lines_near, without_change
from spaces.directory.stops import Stop
from spaces.geo.points import Point, distance

HERE, THERE = Point(50.8400, 4.3400), Point(50.8600, 4.3400)  # 2.2 km apart


def stop(name: str, point: Point, north: float, *lines: str) -> Stop:
    """Return a stop so many metres north of a point."""
    return Stop(name, name, "stop", Point(point.latitude + north / 111_195, 4.3400), [*lines])


def ride_between(*stops: Stop) -> Ride | None:
    here, there = lines_near(HERE, stops), lines_near(THERE, stops)
    return without_change(here, there, distance(HERE, THERE))


def test_ride_is_from_the_nearest_stop_of_the_line_to_the_nearest() -> None:
    ride = ride_between(
        stop("A", HERE, 100, "51"),
        stop("B", HERE, 300, "51"),
        stop("C", THERE, -400, "51"),
        stop("D", THERE, -200, "51"),
    )

    assert ride
    assert (ride.line, ride.board.stop.name_fr, ride.alight.stop.name_fr) == ("51", "A", "D")
    assert (ride.board.minutes, ride.alight.minutes) == (2, 3)


def test_ride_with_the_least_walking_is_the_best() -> None:
    ride = ride_between(
        stop("A", HERE, 50, "4"),
        stop("B", HERE, 200, "51"),
        stop("C", THERE, 500, "4"),
        stop("D", THERE, 200, "51"),
    )

    assert ride
    assert ride.line == "51"


@pytest.mark.parametrize(
    "stops",
    [
        [],
        [stop("A", HERE, 100, "51"), stop("D", THERE, 100, "4")],  # one would have to change
        [stop("A", HERE, 700, "51"), stop("D", THERE, 100, "51")],  # too far on foot
    ],
)
def test_there_is_no_ride_where_no_line_is_near_both(stops: list[Stop]) -> None:
    assert ride_between(*stops) is None


def test_nobody_rides_where_they_may_as_well_walk() -> None:
    near = Point(HERE.latitude + 400 / 111_195, HERE.longitude)
    stops = [stop("A", HERE, 10, "51"), stop("B", near, 10, "51")]

    ride = without_change(lines_near(HERE, stops), lines_near(near, stops), 400)

    assert ride is None


@pytest.mark.django_db
def test_rides_are_those_that_trying_everything_finds() -> None:
    directory = current()
    chance = random.Random(7)  # noqa: S311  the same places on every day
    spaces = [space for space in directory.spaces.values() if space.real_point]
    found = []

    for space in spaces:
        point = Point(chance.uniform(50.80, 50.90), chance.uniform(4.30, 4.43))
        apart = distance(point, space.real_point)
        ride = without_change(
            lines_near(point, directory.stops), directory.lines_near(space), apart
        )
        found.append(ride)
        walked = ride.on_foot if ride else None
        assert walked == pytest.approx(tried(directory, point, space.real_point, apart), abs=0.5)

    assert sum(ride is not None for ride in found) >= 5


def tried(directory: Directory, here: Point, there: Point, apart: float) -> float | None:
    """Return the least walking over every pair of stops that share a line."""
    boarding = [(s, m) for s in directory.stops if (m := distance(here, s.point)) <= REACH]
    leaving = [(s, m) for s in directory.stops if (m := distance(there, s.point)) <= REACH]
    walks = [
        first + last
        for start, first in boarding
        for end, last in leaving
        if set(start.lines) & set(end.lines) and start.name_fr != end.name_fr
    ]
    best = min(walks, default=None)
    return best if best is not None and best < apart and apart > REACH else None
