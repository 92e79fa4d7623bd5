"""The map of the results: what it shows, where its pins are, where it leads."""

import re
from datetime import datetime
from itertools import chain
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import QueryDict
from django.utils.translation import override

from spaces.cartography.frame import FARTHEST, Frame
from spaces.directory import published
from spaces.geo.boxes import REGION, BoundingBox
from spaces.geo.points import Point, distance
from spaces.hours.opening import TIMEZONE
from spaces.search import pipeline as search
from spaces.search.links import Links
from spaces.search.map import SIDES, ResultsMap, results_map
from spaces.search.query import Query
from tests.factories import SpaceFactory

pytestmark = pytest.mark.django_db

WEDNESDAY_10 = datetime(2026, 12, 16, 10, tzinfo=TIMEZONE)
SIMONIS = Point(50.8636, 4.3310)


def shown(address: str = "", **asked: object) -> ResultsMap:
    query = Query(**asked)  # type: ignore[arg-type]
    found = search.run(query, published.current(), WEDNESDAY_10)
    return results_map(found, Links(QueryDict(address)))


def middle(frame: Frame) -> Point:
    bounds = frame.bounds()
    return Point((bounds.south + bounds.north) / 2, (bounds.west + bounds.east) / 2)


def test_map_shows_all_that_was_found_where_nothing_is_near() -> None:
    found = shown()

    points = [match.candidate.point for match in found.found.ranked if match.candidate.point]
    assert all(found.frame.bounds().holds(point) for point in points)
    assert len(found.pins) + len(found.dots) >= len(points)


def test_map_shows_the_place_asked_for_and_the_nearest_ten() -> None:
    found = shown(q="Simonis")

    near = [match.candidate.point for match in found.found.ranked[:10]]
    assert found.frame.zoom > shown().frame.zoom
    assert found.you
    assert all(point and found.frame.bounds().holds(point) for point in near)


def test_pins_are_the_pages_results_in_their_order() -> None:
    found = shown(q="Simonis", page=2)

    numbers = [pin.number for pin in found.pins]
    assert numbers == sorted(numbers)
    assert set(numbers) <= set(range(21, 41))
    assert all(0 <= pin.left <= 100 and 0 <= pin.top <= 100 for pin in found.pins)


def test_phone_shows_the_same_at_half_the_size() -> None:
    for query in ({"q": "Simonis"}, {}, {"municipality": "21016"}):
        found = shown(**query)

        small, frame = found.small, found.frame
        assert small.snapped() == small
        assert frame.snapped() == frame
        assert small.zoom == frame.zoom - 1
        for edge, other in zip(small.bounds(), frame.bounds(), strict=True):
            assert edge == pytest.approx(other, abs=1e-9)


def test_one_place_is_shown_with_its_surroundings(no_listings: None) -> None:
    SpaceFactory(latitude=50.85, longitude=4.35)

    found = shown()

    assert found.frame.zoom == 14
    assert distance(middle(found.frame), Point(50.85, 4.35)) < 500


def test_region_is_shown_where_nothing_was_found(no_listings: None) -> None:
    found = shown()

    assert found.frame.bounds().holds(Point(50.85, 4.35))
    assert found.pins == ()
    assert found.is_whole


def test_map_of_where_somebody_stands_is_two_kilometres_wide_and_gives_nothing_away(
    no_listings: None,
) -> None:
    """The address of a picture tells where somebody looks."""
    for step in range(3):
        SpaceFactory(latitude=50.864 + step / 10_000, longitude=4.331)

    found = shown(position=SIMONIS)

    bounds = found.frame.bounds()
    wide = distance(Point(SIMONIS.latitude, bounds.west), Point(SIMONIS.latitude, bounds.east))
    assert wide >= 2000
    assert len(found.marks.pins) == len(found.pins)  # none for where the visitor is
    assert len(shown(q="Simonis").marks.pins) > len(found.pins)


def test_map_shows_the_part_that_is_asked_for() -> None:
    box = BoundingBox(4.33, 50.84, 4.36, 50.86)

    bounds = shown(bbox=box).frame.bounds()

    assert bounds.holds(Point(50.85, 4.345))
    assert bounds.east - bounds.west < 2 * (box.east - box.west)


@pytest.mark.parametrize(
    "box", [(-180, -85, 180, 85), (2.3, 48.8, 2.4, 48.9), (4.3, 50.8, 4.3001, 50.8001)]
)
def test_map_of_any_box_is_one_that_we_draw(box: tuple[float, float, float, float]) -> None:
    frame = shown(bbox=BoundingBox(*box)).frame

    assert frame.zoom > FARTHEST
    assert frame.width in SIDES


def test_links_lead_nearer_farther_and_to_all_sides() -> None:
    found = shown("q=Simonis&free=1&page=2", q="Simonis")
    here = found.frame.bounds()

    led = {}
    for move in chain.from_iterable(found.moves):
        address = urlsplit(move.href)
        asked = parse_qs(address.query)
        assert (asked["q"], asked["free"], address.fragment) == (["Simonis"], ["1"], "map")
        assert "page" not in asked
        box = BoundingBox(*map(float, asked["bbox"][0].split(",")))
        led[move.name] = shown(q="Simonis", bbox=box).frame

    assert led["in"].zoom == found.frame.zoom + 1
    assert led["out"].zoom == found.frame.zoom - 1
    for side, further in (
        ("north", lambda there: there.north > here.north),
        ("south", lambda there: there.south < here.south),
        ("west", lambda there: there.west < here.west),
        ("east", lambda there: there.east > here.east),
    ):
        assert led[side].zoom == found.frame.zoom
        assert further(led[side].bounds())


def test_map_names_things_as_the_street_signs_do() -> None:
    languages = {}
    for code in ("fr", "nl", "en", "ar"):
        with override(code):
            languages[code] = shown().language

    assert languages == {"fr": "fr", "nl": "nl", "en": "fr-nl", "ar": "fr-nl"}


def test_invented_points_are_told(no_listings: None) -> None:
    SpaceFactory(latitude=50.85, longitude=4.35)
    before = shown().has_invented_points
    SpaceFactory(latitude=50.86, longitude=4.36, sample_fields=["location"])

    assert not before
    assert shown().has_invented_points
    assert re.match(r"^4\.\d{5},50\.\d{5},4\.\d{5},50\.\d{5}$", shown().bounds)
    assert REGION.holds(Point(50.86, 4.36))
