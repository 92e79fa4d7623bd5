"""The sessions of a course, worked out from a first day and a rhythm."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import pytest
from hypothesis import given

from spaces.hours.opening import TIMEZONE
from spaces.hours.schedule import HORIZON, Pause, Schedule
from spaces.hours.syntax import WEEKDAYS
from tests.spaces.hours.schedules import moments, schedules

MARCH_2 = date(2027, 3, 2)  # a Tuesday
TUESDAYS = Schedule(
    MARCH_2, time(14), time(16), frozenset({"Tu"}), date(2027, 4, 20), frozenset({date(2027, 4, 6)})
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TIMEZONE)


def sessions(schedule: Schedule, moment: datetime, count: int = 60) -> list[date]:
    return [session.day for session in islice(schedule.sessions(moment), count)]


def test_weekly_course_has_a_session_a_week_but_on_days_left_out() -> None:
    assert sessions(TUESDAYS, at("2027-01-01 12:00")) == [
        date(2027, 3, 2),
        date(2027, 3, 9),
        date(2027, 3, 16),
        date(2027, 3, 23),
        date(2027, 3, 30),
        date(2027, 4, 13),
        date(2027, 4, 20),
    ]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2027-02-01 12:00", MARCH_2),
        ("2027-03-02 15:59", MARCH_2),
        ("2027-03-02 16:00", date(2027, 3, 9)),
        ("2027-03-31 12:00", date(2027, 4, 13)),
        ("2027-04-20 15:00", date(2027, 4, 20)),
    ],
)
def test_next_session_is_the_one_that_is_on_or_the_first_after(moment: str, day: date) -> None:
    session = TUESDAYS.next_session(at(moment))

    assert session
    assert session.day == day


@pytest.mark.parametrize("moment", ["2027-04-20 16:00", "2028-01-01 12:00"])
def test_course_after_its_last_session_is_over(moment: str) -> None:
    assert TUESDAYS.next_session(at(moment)) is None


def test_course_on_one_day_has_one_session() -> None:
    once = Schedule(MARCH_2, time(9), time(12))

    assert sessions(once, at("2027-01-01 12:00")) == [MARCH_2]
    assert once.finishes == once.begins == MARCH_2
    assert once.next_session(at("2027-03-02 12:00")) is None


def test_session_on_a_day_that_the_space_is_closed_does_not_take_place() -> None:
    closed = (Pause(date(2027, 3, 8), date(2027, 3, 17)),)
    schedule = Schedule(MARCH_2, time(14), time(16), frozenset({"Tu"}), closed=closed)

    assert sessions(schedule, at("2027-03-03 12:00"), 2) == [date(2027, 3, 23), date(2027, 3, 30)]
    assert schedule.fallen_out(MARCH_2) == [date(2027, 3, 9), date(2027, 3, 16)]


def test_course_on_one_day_of_a_closure_is_over() -> None:
    schedule = Schedule(MARCH_2, time(14), time(16), closed=(Pause(MARCH_2, MARCH_2),))

    assert schedule.next_session(at("2027-01-01 12:00")) is None
    assert schedule.fallen_out(date(2027, 1, 1)) == [MARCH_2]


def test_first_and_last_day_of_the_dates_may_be_other_days_of_the_week() -> None:
    schedule = Schedule(date(2027, 3, 1), time(14), time(16), frozenset({"Tu"}), date(2027, 4, 22))

    assert (schedule.begins, schedule.finishes) == (MARCH_2, date(2027, 4, 20))


def test_dates_without_the_day_of_the_week_hold_no_session() -> None:
    schedule = Schedule(MARCH_2, time(14), time(16), frozenset({"Mo"}), date(2027, 3, 5))

    assert schedule.begins is None
    assert schedule.finishes is None
    assert sessions(schedule, at("2027-01-01 12:00")) == []


def test_session_keeps_its_time_on_the_clock_when_the_clocks_change() -> None:
    sundays = Schedule(date(2027, 3, 21), time(10), time(12), frozenset({"Su"}))

    before, after = islice(sundays.sessions(at("2027-03-20 12:00")), 2)

    assert before.starts.astimezone(UTC).hour == 9
    assert after.starts.astimezone(UTC).hour == 8


def test_course_until_the_end_of_time_does_not_fail() -> None:
    schedule = Schedule(date.max - timedelta(days=3), time(10), time(12), frozenset(WEEKDAYS))

    assert len(list(schedule.usual_days(MARCH_2))) == 4


def test_course_is_asked_about_an_aware_moment() -> None:
    with pytest.raises(ValueError, match="aware"):
        TUESDAYS.next_session(datetime(2027, 3, 2, 12))  # noqa: DTZ001


@given(schedules(), moments)
def test_sessions_follow_each_other_and_keep_to_the_dates(
    schedule: Schedule, moment: datetime
) -> None:
    found = list(schedule.sessions(moment))

    assert found == sorted(set(found))
    assert len(found) <= HORIZON
    for session in found:
        assert session.ends > moment
        assert schedule.is_usual(session.day)
        assert session.day not in schedule.skipped
        assert not schedule.is_closed(session.day)
        assert (session.starts.time(), session.ends.time()) == (schedule.starts, schedule.ends)


@given(schedules(), moments)
def test_next_session_is_the_same_as_counting_day_by_day(
    schedule: Schedule, moment: datetime
) -> None:
    """Compare with the plain definition: look at each day until one fits."""
    today = moment.astimezone(TIMEZONE).date()
    start = max(today, schedule.first_day)
    every = (start + timedelta(days=n) for n in range(HORIZON))
    expected = next(
        (
            day
            for day in every
            if (
                WEEKDAYS[day.weekday()] in schedule.weekdays
                if schedule.weekdays
                else day == schedule.first_day
            )
            and (schedule.last_day is None or day <= schedule.last_day)
            and day not in schedule.skipped
            and not any(pause.first <= day <= pause.last for pause in schedule.closed)
            and datetime.combine(day, schedule.ends, TIMEZONE) > moment
        ),
        None,
    )

    found = schedule.next_session(moment)

    assert (found.day if found else None) == expected


@given(schedules(), moments)
def test_words_about_a_session_change_later_than_now_and_not_after_its_end(
    schedule: Schedule, moment: datetime
) -> None:
    session = schedule.next_session(moment)

    if session:
        assert moment < session.words_change_at(moment) <= session.ends


@given(schedules())
def test_first_and_last_session_bound_all_others(schedule: Schedule) -> None:
    usual = list(schedule.usual_days(schedule.first_day))

    assert schedule.begins == (usual[0] if usual else None)
    if schedule.finishes and usual and len(usual) < HORIZON:
        assert all(day <= schedule.finishes for day in usual)
