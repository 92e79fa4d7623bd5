"""The search among courses, against the plain definition: look at every session."""

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from spaces.courses import pipeline as course_search
from spaces.courses.pipeline import CourseResults
from spaces.courses.query import CourseQuery, TimeOfDay, When
from spaces.directory.candidates import course_candidate
from spaces.hours.opening import TIMEZONE
from spaces.hours.schedule import Schedule, Session
from spaces.models import Course, Municipality, Space
from tests.spaces.hours.schedules import moments, schedules


class _Directory(SimpleNamespace):
    """One course, and nothing else; itself alone, as a directory is."""

    __hash__ = object.__hash__


def found(schedule: Schedule, query: CourseQuery, at: datetime) -> CourseResults:
    """Search among one course, which no database knows."""
    space = Space(municipality=Municipality(nis="21004"), slug="here")
    course = Course(space=space, slug="course", starts=schedule.starts)
    course.__dict__["schedule"] = schedule
    candidates = [(course_candidate(course), None)]
    directory = _Directory(version=0, course_candidates=lambda *_points: candidates, topics={})
    return course_search.run(query, cast("Any", directory), at)


def fits(session: Session, query: CourseQuery, at: datetime) -> bool:
    today = at.astimezone(TIMEZONE).date()
    days = {"": 10_000, When.WEEK: 7, When.MONTH: 30}[query.when]
    hour, weekend = session.starts.hour, session.day.isoweekday() in (6, 7)
    at_that_time = {
        "": True,
        TimeOfDay.MORNING: hour < 12,
        TimeOfDay.AFTERNOON: 12 <= hour < 17,
        TimeOfDay.EVENING: hour >= 17,
        TimeOfDay.WEEKEND: weekend,
    }[query.time]
    return at_that_time and session.day < today + timedelta(days=days)


@given(
    schedules(),
    moments,
    st.sampled_from(["", *When.values]),
    st.sampled_from(["", *TimeOfDay.values]),
)
def test_course_is_found_where_one_session_fits_all_questions_about_time(
    schedule: Schedule, at: datetime, when: str, time: str
) -> None:
    query = CourseQuery(when=when, time=time)
    expected = [session for session in schedule.sessions(at) if fits(session, query, at)]

    results = found(schedule, query, at)

    assert [result.session for result in results.ranked] == expected[:1]


@given(schedules(), moments, st.sampled_from(["", *When.values]))
def test_choice_says_what_choosing_it_leaves(schedule: Schedule, at: datetime, when: str) -> None:
    options = found(schedule, CourseQuery(when=when), at).options

    for time in TimeOfDay:
        option = options.get(("time", time.value))
        chosen = found(schedule, CourseQuery(when=when, time=time.value), at)
        assert (option.left if option else 0) == len(chosen.ranked)
