"""The search form: what an address says, and a clear sentence for what it cannot say."""

from datetime import UTC, date, datetime, time

import pytest
from django.http import QueryDict

from spaces.directory import published
from spaces.geo.boxes import BoundingBox
from spaces.geo.points import Point
from spaces.hours.opening import TIMEZONE
from spaces.search.forms import LONGEST_WHERE, SearchForm
from spaces.search.query import NOW, Query

pytestmark = pytest.mark.django_db

WHERE = "We could not read where you are. Please type it again."
MAP = "We could not read this part of the map."
CHOICE = "We do not know one of these choices. We left it out."
NUMBER = "We could not read a number in this address. We left it out."
OUTSIDE = "This place is not in the Brussels Region."
MOMENT = "We could not read this date and time."
TOO_LONG = "This is too long. Type a town, a postal code or a stop."


def read(address: str) -> SearchForm:
    return SearchForm(QueryDict(address), published.current())


def query(address: str) -> Query:
    """Return what an address without faults asks for."""
    form = read(address)
    asked = form.query()
    assert form.problems == []
    return asked


def test_empty_address_asks_for_everything() -> None:
    assert query("") == Query()


def test_address_says_everything_that_can_be_asked() -> None:
    asked = query(
        "q=flagey&need=find_work&service=printing&service=scanning&label=1&open=now"
        "&access=lift&access=step_free&language=ar&free=1&walk_in=1&municipality=21004"
        "&radius=2000&to_check=1&page=3"
    )

    assert asked == Query(
        q="flagey",
        need="find_work",
        service=("printing", "scanning"),
        label=True,
        open=NOW,
        access=("lift", "step_free"),
        language="ar",
        free=True,
        walk_in=True,
        municipality="21004",
        radius=2000,
        to_check=True,
        page=3,
    )


def test_empty_parameters_ask_for_nothing() -> None:
    assert query("q=&lat=&lng=&bbox=&need=&open=&language=&municipality=&radius=&page=") == Query()


def test_unknown_parameters_are_left_alone() -> None:
    assert query("utm_source=poster&fbclid=1") == Query()


def test_position_is_rounded_before_anything_sees_it() -> None:
    form = read("lat=50.846789&lng=4.352468")

    assert form.query().position == Point(50.847, 4.352)
    assert form.has_position


def test_part_of_the_map_is_read() -> None:
    assert query("bbox=4.3,50.8,4.4,50.9").bbox == BoundingBox(4.3, 50.8, 4.4, 50.9)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-12-21T10:00", datetime(2026, 12, 21, 10, tzinfo=TIMEZONE)),
        ("2026-12-21T09:00Z", datetime(2026, 12, 21, 9, tzinfo=UTC)),
        ("2026-12-21T09:00%2B00:00", datetime(2026, 12, 21, 9, tzinfo=UTC)),
    ],
)
def test_moment_is_read_and_told_on_the_clock_of_brussels(text: str, moment: datetime) -> None:
    asked = query(f"open={text}").open

    assert asked == moment
    assert isinstance(asked, datetime)
    assert asked.tzinfo is TIMEZONE


def test_day_is_read_and_a_span_of_a_day() -> None:
    assert query("open=2026-12-21").open == date(2026, 12, 21)
    assert query("open=2026-12-21T10:00&until=12:00").until == time(12)


def test_of_two_controls_for_the_moment_the_last_one_filled_counts() -> None:
    assert query("open=now&open=").open == NOW
    assert query("open=now&open=2026-12-21T10:00").open != NOW


@pytest.mark.parametrize(
    ("address", "sentences"),
    [
        ("lat=north&lng=4.35", [WHERE]),
        ("lat=50.85&lng=east", [WHERE]),
        ("lat=50.85", [WHERE]),
        ("lng=4.35", [WHERE]),
        ("lat=50.85&lng=", [WHERE]),
        ("lat=nan&lng=nan", [WHERE]),
        ("lat=inf&lng=4.35", [WHERE]),
        ("lat=1e999&lng=4.35", [WHERE]),
        ("lat=91&lng=4.35", [WHERE]),
        ("lat=50.85&lng=-181", [WHERE]),
        ("lat=48.8566&lng=2.3522", [OUTSIDE]),
        ("lat=4.35&lng=50.85", [OUTSIDE]),
        ("bbox=1,2,3", [MAP]),
        ("bbox=1,2,3,4,5", [MAP]),
        ("bbox=a,b,c,d", [MAP]),
        ("bbox=nan,nan,nan,nan", [MAP]),
        ("bbox=4.4,50.9,4.3,50.8", [MAP]),
        ("bbox=4.3,50.8,4.3,50.8", [MAP]),
        (f"bbox={'1' * 101}", [MAP]),
        ("need=world_peace", [CHOICE]),
        ("service=sauna", [CHOICE]),
        ("service=printing&service=sauna", [CHOICE]),
        ("access=trampoline", [CHOICE]),
        ("language=xx", [CHOICE]),
        ("municipality=99999", [CHOICE]),
        ("need=world_peace&language=xx", [CHOICE]),
        ("radius=far", [NUMBER]),
        ("radius=-5", [NUMBER]),
        ("radius=0", [NUMBER]),
        ("radius=100000", [NUMBER]),
        (f"radius={'9' * 5000}", [NUMBER]),
        ("page=abc", [NUMBER]),
        ("page=-1", [NUMBER]),
        ("page=0", [NUMBER]),
        ("page=99999999999", [NUMBER]),
        ("page=1.5", [NUMBER]),
        ("open=yesterday", [MOMENT]),
        ("open=2026-13-01T10:00", [MOMENT]),
        ("open=2026-12-21T25:00", [MOMENT]),
        (f"open={'1' * 31}", [MOMENT]),
        ("open=%00", [MOMENT]),
        ("open=1926-12-21T10:00", ["Choose a date nearer to today."]),
        ("open=0001-01-01T00:00", ["Choose a date nearer to today."]),
        ("open=0001-01-01T00:00%2B14:00", ["Choose a date nearer to today."]),
        ("open=9999-12-31T23:59", ["Choose a date nearer to today."]),
        ("open=9999-12-31T23:59-12:00", ["Choose a date nearer to today."]),
        (
            "open=2027-03-28T02:30",
            ["This time does not exist: the clocks go forward that night."],
        ),
        (f"q={'a' * (LONGEST_WHERE + 1)}", [TOO_LONG]),
        (f"q={'a' * 10_000}", [TOO_LONG]),
        ("q=gare%00", [WHERE]),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(address: str, sentences: list[str]) -> None:
    form = read(address)

    form.query()

    assert form.problems == sentences


def test_what_cannot_be_read_is_left_out_and_the_rest_is_kept() -> None:
    form = read("lat=north&lng=4.35&need=world_peace&free=1&radius=far&page=abc")

    assert form.query() == Query(free=True)


def test_time_that_the_autumn_repeats_is_read() -> None:
    assert query("open=2026-10-25T02:30").open == datetime(2026, 10, 25, 2, 30, tzinfo=TIMEZONE)
