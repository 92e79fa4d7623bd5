"""The course of a line between two stops."""

from itertools import pairwise

import pytest

from spaces.cartography.lines import course
from spaces.geo.points import Point, distance

SIMONIS, HEYSEL, CENTRAL = (
    Point(50.86337, 4.33021),
    Point(50.89686, 4.33646),
    Point(50.84547, 4.35715),
)


def length(points: list[Point]) -> float:
    return sum(distance(one, other) for one, other in pairwise(points))


def test_course_follows_the_tracks_from_stop_to_stop() -> None:
    passed = course("6", SIMONIS, HEYSEL)

    assert passed[0] == SIMONIS
    assert passed[-1] == HEYSEL
    assert len(passed) > 8
    assert 1 < length(passed) / distance(SIMONIS, HEYSEL) < 1.5
    assert course("6", HEYSEL, SIMONIS)[::-1] == passed


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("13", SIMONIS, HEYSEL),  # a bus: its streets are not known
        ("6", SIMONIS, CENTRAL),  # it does not call there
        ("6", SIMONIS, Point(51.2, 4.4)),
        ("", SIMONIS, HEYSEL),
    ],
)
def test_course_that_is_not_known_is_not_drawn(line: str, start: Point, end: Point) -> None:
    assert course(line, start, end) == []
