"""Courses at the desk."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from spaces.models import Course, Space
from tests.factories import CourseFactory, SpaceFactory
from tests.pages import read
from tests.spaces.admin import desk
from tests.spaces.conftest import Clock

# It is Wednesday 16 December 2026, 10:00.
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture(autouse=True)
def _no_courses(db: None) -> None:
    """Leave no course but those of the test."""
    Course.objects.all().delete()


def new(space: Space, **facts: Any) -> dict[str, Any]:
    return {
        "space": str(space.pk),
        "title_fr": "Envoyer un e-mail",
        "title_nl": "Een e-mail sturen",
        "level": "first_steps",
        "language": "fr",
        "cost": "free",
        "registration": "required",
        "first_day": "2027-01-05",
        "weekdays": ["Tu"],
        "starts": "14:00",
        "ends": "16:00",
        "days_left_out-TOTAL_FORMS": "1",
        "days_left_out-INITIAL_FORMS": "0",
        **facts,
    }


def test_course_is_added_with_days_left_out(chief: Client) -> None:
    facts = new(SpaceFactory(), **{"days_left_out-0-day": "2027-01-12"})

    response = chief.post(desk.address(Course, "add"), facts)

    assert response.status_code == 302
    course = Course.objects.get()
    assert course.weekdays == ["Tu"]
    assert [left_out.day for left_out in course.days_left_out.all()] == [date(2027, 1, 12)]
    assert client_sees(chief, course)


def client_sees(client: Client, course: Course) -> bool:
    return client.get(f"/fr/apprendre/{course.slug}/").status_code == 200


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"ends": "14:00"}, "The course must end after it starts."),
        ({"last_day": "2027-01-01"}, "The last day comes before the first day."),
        (
            {"weekdays": [], "last_day": "2027-02-01"},
            "Tick the days of the week, or leave the last day empty.",
        ),
        (
            {"weekdays": ["Mo"], "last_day": "2027-01-08"},
            "None of these days lies between the first day and the last.",
        ),
        ({"days_left_out-0-day": "2027-01-13"}, "There is no session on this day anyway."),
        ({"title_nl": ""}, "This field is required."),
        ({"starts": "soon"}, "Enter a valid time."),
    ],
)
def test_course_that_cannot_be_is_refused_with_a_sentence(
    chief: Client, facts: dict[str, Any], sentence: str
) -> None:
    typed = new(SpaceFactory(), **facts)

    response = chief.post(desk.address(Course, "add"), typed)

    assert sentence in desk.problems(response)
    assert read(response).one("input", name="title_fr")["value"] == "Envoyer un e-mail"
    assert not Course.objects.exists()


def test_course_is_saved_as_a_new_one_for_the_next_term(chief: Client) -> None:
    facts = {"last_day": date(2026, 12, 15), "left_out": [date(2026, 11, 3)]}
    course = CourseFactory(title_fr="Écrire", slug="", **facts)

    response = desk.save(
        chief, course, first_day="2027-01-05", last_day="2027-03-30", _saveasnew="1"
    )

    assert response.status_code == 302
    first, second = Course.objects.order_by("first_day")
    assert (first.pk, first.last_day) == (course.pk, date(2026, 12, 15))
    assert second.title_fr == "Écrire"
    assert second.slug != first.slug
    assert [course.days_left_out.count() for course in (first, second)] == [1, 1]


def test_form_shows_times_as_people_write_them(chief: Client) -> None:
    page = read(chief.get(desk.address(Course, "change", CourseFactory().pk)))

    assert page.one("input", name="starts")["value"] == "14:00"


def test_list_says_when_a_course_is_and_its_next_session(chief: Client) -> None:
    CourseFactory(title_fr="Bientôt", title_en="Soon")
    CourseFactory(title_en="Past", once=True, first_day=date(2026, 12, 1))

    text = read(chief.get(desk.address(Course, "changelist"))).one(id="result_list").text

    assert "Every Tuesday from 14:00 to 16:00 On Tuesday 22 December" in text
    assert "On Tuesday 1 December, from 14:00 to 16:00 over" in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?to_come=yes", {"weekly", "once"}),
        ("?to_come=no", {"past", "ended"}),
        ("?q=WEEKLY", {"weekly"}),
        ("?q=grande+salle", {"once"}),
        ("?level__exact=basics", {"ended"}),
    ],
)
def test_list_is_narrowed_down(chief: Client, query: str, expected: set[str]) -> None:
    CourseFactory(title_en="weekly")
    CourseFactory(title_en="once", once=True, space=SpaceFactory(name_fr="Grande Sallé"))
    CourseFactory(title_en="past", once=True, first_day=date(2026, 12, 1))
    CourseFactory(title_en="ended", last_day=date(2026, 12, 1), level="basics")

    assert set(desk.found(chief.get(desk.address(Course, "changelist") + query))) == expected


def test_list_takes_as_many_queries_for_many_courses_as_for_one(
    chief: Client, django_assert_max_num_queries: Any, clock: Clock
) -> None:
    CourseFactory.create_batch(10, left_out=[date(2026, 12, 22)])

    with django_assert_max_num_queries(10):
        chief.get(desk.address(Course, "changelist"))


def test_page_of_a_space_leads_to_its_courses_and_to_a_new_one(chief: Client) -> None:
    course = CourseFactory(title_en="Here")
    CourseFactory(title_en="Elsewhere")

    page = read(chief.get(desk.address(Space, "change", course.space.pk)))
    links = {link.text: link["href"] for link in page.all("a", href=True)}

    assert desk.found(chief.get(links["See its courses"])) == ["Here"]
    chosen = read(chief.get(links["Add a course"])).one("select", name="space")
    assert chosen.one("option", selected=True)["value"] == str(course.space.pk)


def test_course_that_the_public_does_not_see_has_no_link_to_the_site(chief: Client) -> None:
    seen, hidden = CourseFactory(), CourseFactory(space=SpaceFactory(draft=True))

    pages = [read(chief.get(desk.address(Course, "change", c.pk))) for c in (seen, hidden)]

    assert [bool(page.all("a", class_="viewsitelink")) for page in pages] == [True, False]
