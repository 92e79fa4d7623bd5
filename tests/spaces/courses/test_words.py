"""What is said of a course's dates, in each language."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import translation

from spaces.courses.words import next_words, notices, plan_words
from spaces.hours.opening import TIMEZONE
from spaces.hours.schedule import Schedule
from tests.factories import ClosureFactory, CourseFactory

TODAY = date(2027, 2, 1)
MARCH_2, APRIL_20 = date(2027, 3, 2), date(2027, 4, 20)


def weekly(*days: str, **facts: object) -> Schedule:
    known = {"last_day": APRIL_20} | facts
    return Schedule(MARCH_2, time(14), time(16), frozenset(days), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "Every Tuesday from 14:00 to 16:00, from 2 March to 20 April, not on 6 April",
        ),
        (
            "fr",
            "Chaque mardi de 14:00 à 16:00, du 2 mars au 20 avril, sauf le 6 avril",
        ),
        (
            "nl",
            "Elke dinsdag van 14:00 tot 16:00, van 2 maart tot 20 april, niet op 6 april",
        ),
    ],
)
def test_plan_of_a_weekly_course_is_one_sentence(language: str, words: str) -> None:
    schedule = weekly("Tu", skipped=frozenset({date(2027, 4, 6)}))

    with translation.override(language):
        assert plan_words(schedule, TODAY) == words


@pytest.mark.parametrize(
    ("schedule", "today", "words"),
    [
        (
            weekly("Th", "Tu"),
            date(2027, 3, 20),
            "Every Tuesday and Thursday from 14:00 to 16:00, until 20 April",
        ),
        (weekly("Tu", last_day=None), TODAY, "Every Tuesday from 14:00 to 16:00, from 2 March on"),
        (weekly("Tu", last_day=None), APRIL_20, "Every Tuesday from 14:00 to 16:00"),
        (
            weekly("Tu", skipped=frozenset({date(2027, 4, 6), date(2027, 4, 13)})),
            TODAY,
            (
                "Every Tuesday from 14:00 to 16:00, from 2 March to 20 April, "
                "not on 6 April and 13 April"
            ),
        ),
        (
            weekly("Tu", skipped=frozenset({date(2027, 3, 9), date(2027, 3, 10)})),
            date(2027, 3, 12),
            "Every Tuesday from 14:00 to 16:00, until 20 April",
        ),
        (
            weekly("Tu"),
            date(2028, 6, 1),
            "Every Tuesday from 14:00 to 16:00, from 2 March 2027 to 20 April 2027",
        ),
        (weekly(last_day=None), TODAY, "On Tuesday 2 March, from 14:00 to 16:00"),
        (
            weekly(last_day=None),
            date(2026, 2, 1),
            "On Tuesday 2 March 2027, from 14:00 to 16:00",
        ),
    ],
)
def test_plan_says_what_is_still_of_use(schedule: Schedule, today: date, words: str) -> None:
    assert plan_words(schedule, today) == words


def test_plan_in_french_begins_the_month_as_people_say_it() -> None:
    schedule = Schedule(date(2027, 5, 1), time(10), time(12))

    with translation.override("fr"):
        assert plan_words(schedule, TODAY) == "Le samedi 1er mai, de 10:00 à 12:00"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2027-03-02 14:00", "Now, until 16:00"),
        ("2027-03-02 13:59", "Today from 14:00 to 16:00"),
        ("2027-03-01 23:59", "Tomorrow from 14:00 to 16:00"),
        ("2027-02-28 12:00", "On Tuesday 2 March, from 14:00 to 16:00"),
    ],
)
def test_next_session_is_said_from_the_readers_now(moment: str, words: str) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=TIMEZONE)
    session = weekly("Tu").next_session(at)

    assert session
    assert next_words(session, at) == words


@pytest.mark.django_db
def test_notice_names_the_sessions_that_fall_to_a_closure() -> None:
    course = CourseFactory(first_day=MARCH_2)
    facts = {"space": course.space, "first_day": MARCH_2}
    ClosureFactory(**facts, last_day=MARCH_2 + timedelta(days=6), reason_en="spring cleaning")

    assert list(notices(course, None, TODAY)) == [
        "No session on Tuesday 2 March: the space is closed (spring cleaning)."
    ]


@pytest.mark.django_db
def test_notice_asks_about_a_session_on_a_holiday() -> None:
    course = CourseFactory(weekdays=["Mo"], first_day=date(2027, 3, 29))
    session = course.schedule.next_session(datetime(2027, 3, 28, 12, tzinfo=TIMEZONE))

    assert list(notices(course, session, TODAY)) == [
        "Monday 29 March is a holiday (Easter Monday). Ask if there is a session."
    ]
