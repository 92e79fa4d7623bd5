"""Points and distances: against another library, and by their own laws."""

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from spaces.geo.boxes import REGION
from spaces.geo.points import Point, distance, walking_minutes

MIDI, NORD = Point(50.8357, 4.3354), Point(50.8605, 4.3609)

points_of_region = st.builds(
    Point, st.floats(REGION.south, REGION.north), st.floats(REGION.west, REGION.east)
)
points_of_earth = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))


@given(points_of_region, points_of_region)
def test_distance_agrees_with_a_geodesic_library(one: Point, other: Point) -> None:
    expected = geodesic(one, other).m

    assert distance(one, other) == pytest.approx(expected, rel=0.005, abs=0.01)


@given(points_of_earth, points_of_earth)
def test_distance_is_a_number_anywhere_and_the_same_both_ways(one: Point, other: Point) -> None:
    there, back = distance(one, other), distance(other, one)

    assert 0 <= there <= 20_016_000
    assert there == pytest.approx(back, abs=0.001)


def test_distance_between_the_stations_is_known() -> None:
    assert distance(MIDI, NORD) == pytest.approx(3_290, abs=20)


def test_distance_to_oneself_is_zero() -> None:
    assert distance(MIDI, MIDI) == 0


def test_distance_bears_the_antipodes() -> None:
    assert distance(Point(50.8, 4.3), Point(-50.8, -175.7)) == pytest.approx(20_015_114, rel=0.001)


def test_rounded_point_keeps_three_decimals() -> None:
    assert Point(50.846789, 4.352468).rounded() == Point(50.847, 4.352)


@pytest.mark.parametrize(
    ("point", "inside"),
    [
        (Point(50.76, 4.24), True),  # a corner
        (Point(50.92, 4.49), True),
        (Point(50.84, 4.35), True),
        (Point(50.7599, 4.35), False),
        (Point(50.9201, 4.35), False),
        (Point(50.84, 4.2399), False),
        (Point(50.84, 4.4901), False),
        (Point(4.35, 50.84), False),  # the wrong way round
    ],
)
def test_box_holds_its_edges_and_nothing_beyond(point: Point, inside: bool) -> None:
    assert REGION.holds(point) is inside


@pytest.mark.parametrize(("metres", "minutes"), [(0, 1), (20, 1), (577, 10), (1000, 17)])
def test_walking_takes_longer_than_the_crow_and_at_least_a_minute(
    metres: float, minutes: int
) -> None:
    assert walking_minutes(metres) == minutes
