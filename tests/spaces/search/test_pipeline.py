"""The search: who is found, in what order, and until when the answer holds."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from spaces.directory import published
from spaces.geo.boxes import BoundingBox
from spaces.geo.points import Point, distance, walking_minutes
from spaces.hours import lifetime
from spaces.hours.opening import TIMEZONE
from spaces.models import Space
from spaces.search import pipeline as search
from spaces.search.order import BAND
from spaces.search.pipeline import SpaceResults
from spaces.search.query import NOW, Query
from tests.factories import ClosureFactory, SpaceFactory

pytestmark = pytest.mark.django_db

WEDNESDAY_10 = datetime(2026, 12, 16, 10, tzinfo=TIMEZONE)
SIMONIS = Point(50.8636, 4.3310)


def run(at: datetime = WEDNESDAY_10, **asked: Any) -> SpaceResults:
    return search.run(Query(**asked), published.current(), at)


def found(at: datetime = WEDNESDAY_10, **asked: Any) -> list[str]:
    """Return the slugs of the results, in their order."""
    return [result.candidate.slug for result in run(at, **asked).ranked]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TIMEZONE)


# --- the only gate --------------------------------------------------------------------------


def test_search_finds_published_spaces_only(no_listings: None) -> None:
    SpaceFactory(slug="here")
    SpaceFactory(slug="draft", draft=True)
    SpaceFactory(slug="gone", closed_for_good=True)

    assert found() == ["here"]


# --- order ----------------------------------------------------------------------------------


def test_results_near_a_place_come_nearest_first() -> None:
    real = [space for space in Space.objects.published() if not space.has_sample_location]
    metres = {space.slug: distance(SIMONIS, space.point) for space in real}

    first = run(position=SIMONIS).ranked[: len(real)]

    assert {result.candidate.slug: result.metres for result in first} == metres
    bands = [walking_minutes(result.metres) // BAND for result in first if result.metres]
    assert bands == sorted(bands)


def test_results_whose_point_is_not_known_come_last(no_listings: None) -> None:
    SpaceFactory(slug="nowhere", nowhere=True, labelled=True)
    SpaceFactory(slug="far", latitude=50.80, longitude=4.30)
    SpaceFactory(slug="near")

    assert found(position=Point(50.847, 4.353)) == ["near", "far", "nowhere"]


def test_invented_point_is_near_nothing_and_comes_after_every_real_one(no_listings: None) -> None:
    SpaceFactory(slug="example", sample=True)
    SpaceFactory(slug="invented-point", sample_fields=["location"])
    SpaceFactory(slug="far", latitude=50.80, longitude=4.30)

    results = run(position=Point(50.847, 4.353)).ranked

    assert [result.candidate.slug for result in results] == ["far", "invented-point", "example"]
    assert [result.metres is None for result in results] == [False, True, True]
    assert found(position=Point(50.847, 4.353), radius=1000) == []
    assert found(bbox=BoundingBox(4.35, 50.84, 4.36, 50.85)) == []


def test_results_without_a_place_are_real_then_labelled_then_by_name(no_listings: None) -> None:
    SpaceFactory(slug="d", name_en="Zebra", labelled=True)
    SpaceFactory(slug="e", name_en="École")
    SpaceFactory(slug="b", name_en="eden")
    SpaceFactory(slug="c", name_en="Faraway")
    SpaceFactory(slug="a", name_en="Aardvark", sample=True, labelled=True)

    assert found() == ["d", "e", "b", "c", "a"]


def test_results_are_numbered_from_one(no_listings: None) -> None:
    SpaceFactory.create_batch(3)

    assert [result.number for result in run().ranked] == [1, 2, 3]


# --- open now, or then ----------------------------------------------------------------------


def test_open_now_follows_the_clock(no_listings: None) -> None:
    SpaceFactory(slug="mornings", opening_hours="Mo-Fr 09:00-12:00")
    SpaceFactory(slug="afternoons", opening_hours="Mo-Fr 13:00-17:00")

    assert found(moment("2026-12-16 10:00"), open=NOW) == ["mornings"]
    assert found(moment("2026-12-16 12:00"), open=moment("2026-12-16 15:00")) == ["afternoons"]


def test_open_now_knows_holidays_and_closures(no_listings: None) -> None:
    SpaceFactory(slug="always", opening_hours="24/7")
    SpaceFactory(slug="not-on-holidays", opening_hours="Mo-Su 09:00-17:00; PH off")
    ClosureFactory(space=SpaceFactory(slug="closed", opening_hours="24/7"))

    assert found(moment("2026-12-25 10:00"), open=NOW) == ["always"]


def test_nothing_open_shows_what_opens_next_nearest_first_on_a_day(no_listings: None) -> None:
    SpaceFactory(slug="tomorrow-near", opening_hours="Th 09:00-10:00")
    SpaceFactory(slug="today-far", opening_hours="We 17:00-18:00", latitude=50.80, longitude=4.30)
    SpaceFactory(slug="today-near-late", opening_hours="We 20:00-21:00")
    SpaceFactory(slug="never", opening_hours="We off")
    SpaceFactory(slug="unknown")

    results = run(open=NOW, position=Point(50.847, 4.353))

    assert results.nothing_open
    assert [result.candidate.slug for result in results.ranked] == [
        "today-near-late",
        "today-far",
        "tomorrow-near",
    ]


def test_nothing_open_without_a_place_shows_the_first_to_open(no_listings: None) -> None:
    SpaceFactory(slug="later", opening_hours="We 18:00-19:00")
    SpaceFactory(slug="sooner", opening_hours="We 17:00-18:00")

    assert found(open=NOW) == ["sooner", "later"]


def test_nothing_open_still_heeds_the_other_filters(no_listings: None) -> None:
    SpaceFactory(slug="free", opening_hours="Th 09:00-10:00", cost="free")
    SpaceFactory(slug="paid", opening_hours="We 20:00-21:00", cost="paid")

    assert found(open=NOW, free=True) == ["free"]


def test_something_open_hides_what_opens_next(no_listings: None) -> None:
    SpaceFactory(slug="open", opening_hours="We 09:00-17:00")
    SpaceFactory(slug="tomorrow", opening_hours="Th 09:00-17:00")

    results = run(open=NOW)

    assert [result.candidate.slug for result in results.ranked] == ["open"]
    assert not results.nothing_open


# --- pages ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("spaces", "pages"), [(0, 1), (1, 1), (20, 1), (21, 2), (41, 3)])
def test_a_page_holds_twenty(no_listings: None, spaces: int, pages: int) -> None:
    SpaceFactory.create_batch(spaces)

    results = run()

    assert results.page.paginator.num_pages == pages
    assert len(results.page) == min(spaces, 20)


def test_numbers_run_on_across_pages(no_listings: None) -> None:
    SpaceFactory.create_batch(41)

    pages = [run(page=page).shown for page in (1, 2, 3)]

    assert [result.number for page in pages for result in page] == list(range(1, 42))
    assert len({result.space.slug for page in pages for result in page}) == 41


def test_page_beyond_the_last_shows_the_last(no_listings: None) -> None:
    SpaceFactory.create_batch(21)

    results = run(page=3)

    assert results.beyond_last_page
    assert [result.number for result in results.page] == [21]


# --- until when the answer holds ------------------------------------------------------------


def test_answer_holds_until_midnight_where_nothing_changes_before(no_listings: None) -> None:
    SpaceFactory(opening_hours="24/7")
    SpaceFactory()

    assert run().fresh_until == moment("2026-12-17 00:00")


def test_answer_holds_until_the_first_words_change(no_listings: None) -> None:
    SpaceFactory(opening_hours="We 09:00-17:00")  # “closes in 30 minutes” at 16:30
    SpaceFactory(opening_hours="We 14:00-18:00")

    assert run(moment("2026-12-16 10:00")).fresh_until == moment("2026-12-16 14:00")
    assert run(moment("2026-12-16 15:00")).fresh_until == moment("2026-12-16 16:30")


def test_answer_heeds_no_space_that_it_does_not_show(no_listings: None) -> None:
    SpaceFactory(opening_hours="We 09:00-17:00", cost="paid")
    SpaceFactory(opening_hours="24/7", cost="free")

    assert run(free=True).fresh_until == moment("2026-12-17 00:00")


def test_answer_about_what_is_open_ends_when_another_space_opens(no_listings: None) -> None:
    SpaceFactory(slug="open", opening_hours="24/7")
    SpaceFactory(slug="later", opening_hours="We 14:00-18:00")

    results = run(open=NOW)

    assert [result.candidate.slug for result in results.ranked] == ["open"]
    assert results.fresh_until == moment("2026-12-16 14:00")


@pytest.mark.parametrize(
    ("now", "midnight"),
    [
        ("2026-12-16 23:59", "2026-12-17 00:00"),
        ("2027-03-28 01:30", "2027-03-29 00:00"),  # the clocks go forward
        ("2026-10-25 01:30", "2026-10-26 00:00"),  # and back
    ],
)
def test_day_ends_at_midnight_in_brussels(now: str, midnight: str) -> None:
    assert lifetime.midnight(moment(now)) == moment(midnight)


# --- where ----------------------------------------------------------------------------------


def test_place_that_is_known_becomes_the_origin() -> None:
    where = run(q="1081").where

    assert where.meaning
    assert where.origin == where.meaning.point
    assert not where.not_found


def test_words_win_over_a_position() -> None:
    where = run(q="1081", position=Point(50.80, 4.30)).where

    assert where.origin != Point(50.80, 4.30)


def test_place_that_nobody_knows_lists_everything() -> None:
    results = run(q="xqzzy")

    assert results.where.not_found
    assert len(results.ranked) == len(published.current().spaces)
    assert all(result.metres is None for result in results.ranked)


def test_distance_is_counted_from_the_origin() -> None:
    found = run(position=SIMONIS)
    metres = [result.metres for result in found.ranked if result.metres is not None]

    assert metres
    assert metres[0] == min(metres)
    nearest = found.shown[0]
    assert nearest.walking_minutes == max(1, round((nearest.metres or 0) * 1.3 / 75))


def test_version_of_the_gazetteer_follows_the_directory(no_listings: None) -> None:
    SpaceFactory(name_fr="Chez Zoé Xylophone", name_nl="Bij Zoë", name_en="At Zoe’s")

    where = run(q="chez zoé xylophone").where

    assert where.origin == Point(50.8467, 4.3525)


def test_search_asks_the_database_nothing(django_assert_num_queries: Any) -> None:
    directory = published.current()
    search.run(Query(q="1081"), directory, WEDNESDAY_10)  # builds the gazetteer

    with django_assert_num_queries(0):
        search.run(
            Query(q="1081", open=NOW, free=True), directory, WEDNESDAY_10 + timedelta(hours=1)
        )
