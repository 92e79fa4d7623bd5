"""The courses that the project ships: examples, to come on any day, whole in every language."""

from datetime import UTC, datetime

import pytest

from config.languages import CONTENT_LANGUAGES
from spaces.models import Course


@pytest.mark.django_db
@pytest.mark.parametrize("year", [2026, 2027, 2040])
def test_courses_are_examples_in_invented_spaces_and_always_to_come(year: int) -> None:
    at = datetime(year, 12, 1, 12, tzinfo=UTC)

    courses = list(Course.objects.select_related("space"))

    assert len(courses) >= 5
    assert all(course.is_sample and course.space.is_sample for course in courses)
    assert all(course.schedule.next_session(at) for course in courses)
    assert {course.level for course in courses} >= {"first_steps", "basics", "advanced", "all"}


@pytest.mark.sql
@pytest.mark.django_db
def test_courses_are_where_the_space_teaches_and_written_in_every_language() -> None:
    for course in Course.objects.all():
        course.full_clean(exclude=["slug"])
        assert course.space.services.filter(code="training").exists(), course.slug
        for code in CONTENT_LANGUAGES:
            assert getattr(course, f"title_{code}"), course.slug
            assert getattr(course, f"what_you_learn_{code}"), course.slug
