"""What a course may be: what its form refuses, and what the database does."""

from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from spaces.models import Course, DataVersion, DayLeftOut
from tests.factories import CourseFactory, SpaceFactory

pytestmark = pytest.mark.django_db

TUESDAY = date(2026, 12, 1)


def refused(**facts: Any) -> dict[str, list[str]]:
    course = CourseFactory.build(space=SpaceFactory(), **facts)
    with pytest.raises(ValidationError) as refusal:
        course.full_clean(exclude=["slug"], validate_constraints=False)
    return refusal.value.message_dict


@pytest.mark.parametrize(
    ("facts", "field", "sentence"),
    [
        ({"ends": time(14)}, "ends", "The course must end after it starts."),
        (
            {"first_day": TUESDAY, "last_day": date(2026, 11, 30)},
            "last_day",
            "The last day comes before the first day.",
        ),
        (
            {"weekdays": [], "last_day": date(2027, 11, 30)},
            "last_day",
            "Tick the days of the week, or leave the last day empty.",
        ),
        (
            {"weekdays": ["Mo"], "first_day": TUESDAY, "last_day": date(2026, 12, 4)},
            "weekdays",
            "None of these days lies between the first day and the last.",
        ),
        ({"weekdays": ["Xx"]}, "weekdays", "Choose from the days of the week."),
        ({"weekdays": "Tu"}, "weekdays", "Choose from the days of the week."),
        ({"weekdays": [{}]}, "weekdays", "Choose from the days of the week."),
    ],
)
def test_course_refuses_dates_that_hold_no_session(
    facts: dict[str, Any], field: str, sentence: str
) -> None:
    assert refused(**facts) == {field: [sentence]}


@pytest.mark.parametrize(
    "facts",
    [
        {"ends": time(14)},
        {"ends": time(9)},
        {"last_day": date(2026, 8, 31)},
        {"language": "xx"},
        {"level": "genius"},
        {"cost": "dear"},
        {"registration": "maybe"},
    ],
)
def test_database_refuses_what_no_form_let_pass(facts: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        CourseFactory(**facts)


def test_day_is_left_out_once() -> None:
    course = CourseFactory(left_out=[TUESDAY])

    with pytest.raises(IntegrityError), transaction.atomic():
        DayLeftOut.objects.create(course=course, day=TUESDAY)


def test_day_left_out_must_have_had_a_session() -> None:
    with pytest.raises(ValidationError, match="There is no session on this day anyway"):
        DayLeftOut(course=CourseFactory(), day=date(2026, 12, 2)).full_clean()

    for day in (TUESDAY, date(2026, 8, 1)):  # the second one is before the course
        DayLeftOut(course=CourseFactory(), day=day).full_clean()


def test_address_of_a_course_stays_when_its_title_changes() -> None:
    course = CourseFactory(slug="", title_fr="Écrire un e-mail")
    address = course.slug

    course.title_fr = "Autre chose"
    course.save()

    assert address.startswith("ecrire-un-e-mail-")
    assert Course.objects.get(pk=course.pk).slug == address


def test_two_courses_of_one_title_have_two_addresses() -> None:
    one, other = CourseFactory.create_batch(2, slug="", title_fr="???")

    assert one.slug != other.slug
    assert one.slug.startswith("course-")


def test_every_write_about_a_course_moves_the_data_version() -> None:
    versions = [DataVersion.current()]

    course = CourseFactory()
    versions.append(DataVersion.current())
    DayLeftOut.objects.create(course=course, day=TUESDAY)
    versions.append(DataVersion.current())
    Course.objects.update(cost="paid")
    versions.append(DataVersion.current())
    course.delete()
    versions.append(DataVersion.current())

    assert len(set(versions)) == 5
