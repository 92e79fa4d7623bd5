"""A course's own page, its easy version, and the places that lead to it."""

import json
from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spaces.models import Course
from tests.factories import ClosureFactory, CourseFactory, SpaceFactory, complete_space
from tests.pages import Element, body, read
from tests.spaces.conftest import Clock

# It is Wednesday 16 December 2026, 10:00.
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture(autouse=True)
def _no_courses(db: None) -> None:
    """Leave no course but those of the test."""
    Course.objects.all().delete()


def page_of(client: Client, course: Course, language: str = "en") -> Element:
    segment = {"en": "learn", "fr": "apprendre", "nl": "leren"}[language]
    return read(client.get(f"/{language}/{segment}/{course.slug}/"))


def facts_of(page: Element) -> dict[str, Any]:
    data = "".join(map(str, page.one("script", type="application/ld+json").children))
    return json.loads(data)


def test_page_says_what_one_learns_when_and_where(client: Client) -> None:
    course = CourseFactory(
        space=complete_space(name_en="The Space"),
        title_en="Send an e-mail",
        what_you_learn_en="Write an e-mail\n\nSend it",
        registration_link="https://example.org/register",
    )

    page = page_of(client, course)

    assert page.one("h1").text == "Send an e-mail"
    assert page.one(class_="big-status").text == "On Tuesday 22 December, from 14:00 to 16:00"
    assert page.one(class_="lead").text == "Every Tuesday from 14:00 to 16:00"
    assert [item.text for item in page.one("ul", class_="dots").all("li")] == [
        "Write an e-mail",
        "Send it",
    ]
    for words in ("First steps", "French", "Everybody.", "It is free.", "You must register first."):
        assert words in page.text
    assert page.one("a", href=f"/en/spaces/{course.space.slug}/").text == "The Space"
    assert page.one("a", href="https://example.org/register")
    assert page.one("address").text.startswith("Rue Haute 12")


def test_page_is_in_the_readers_language_and_says_where_a_text_is_not(client: Client) -> None:
    course = CourseFactory(title_en="", title_fr="Envoyer", what_you_learn_fr="Écrire")

    english, french = page_of(client, course), page_of(client, course, "fr")

    assert english.one("h1").one("span")["lang"] == "fr"
    assert english.one("ul", class_="dots")["lang"] == "fr"
    assert french.one(class_="lead").text == "Chaque mardi de 14:00 à 16:00"
    assert "Premiers pas" in french.text
    assert "français" in french.one("section", aria_labelledby="good").text


def test_page_says_which_sessions_fall_to_a_closure(client: Client) -> None:
    course = CourseFactory()
    days = {"first_day": date(2026, 12, 21), "last_day": date(2027, 1, 3)}
    ClosureFactory(space=course.space, **days, reason_en="winter break")

    page = page_of(client, course)

    assert page.one(class_="big-status").text == "On Tuesday 5 January, from 14:00 to 16:00"
    assert [item.text for item in page.one("ul", class_="notice").all("li")] == [
        "No session on Tuesday 22 December: the space is closed (winter break).",
        "No session on Tuesday 29 December: the space is closed (winter break).",
    ]


def test_page_of_a_course_that_is_over_offers_the_next_ones(client: Client, clock: Clock) -> None:
    course = CourseFactory(once=True)
    same = CourseFactory(space=course.space, title_en="The same place")
    CourseFactory(title_en="Another place", once=True, first_day=date(2026, 12, 22))
    clock.set("2026-12-20 09:00")

    page = page_of(client, course)

    assert page.one(class_="big-status").text == "This course is over."
    assert page.one("meta", name="robots")["content"] == "noindex, follow"
    assert "mainEntity" not in facts_of(page)
    links = page.one("section", aria_labelledby="others").all("a")
    assert [link.text for link in links] == ["The same place", "Another place"]
    assert links[0]["href"] == f"/en/learn/{same.slug}/"
    assert "How to register" not in page.text


def test_page_changes_as_soon_as_the_session_is_over(client: Client, clock: Clock) -> None:
    course = CourseFactory(once=True)
    clock.set("2026-12-19 15:59")
    during = page_of(client, course).one(class_="big-status").text
    clock.set("2026-12-19 16:00")

    assert during == "Now, until 16:00"
    assert page_of(client, course).one(class_="big-status").text == "This course is over."


@pytest.mark.parametrize("ending", ["", "easy/"])
def test_address_of_a_course_leads_on_where_its_space_is_no_more(
    client: Client, ending: str
) -> None:
    gone = CourseFactory(space=SpaceFactory(closed_for_good=True))
    draft = CourseFactory(space=SpaceFactory(draft=True))

    moved = client.get(f"/en/learn/{gone.slug}/{ending}")

    assert moved.status_code == 302
    assert moved["Location"] == f"/en/spaces/{gone.space.slug}/"
    assert client.get(f"/en/learn/{draft.slug}/{ending}").status_code == 404
    assert client.get(f"/en/learn/no-such-course/{ending}").status_code == 404


def test_address_under_another_language_leads_to_the_right_one(client: Client) -> None:
    course = CourseFactory()

    response = client.get(f"/nl/apprendre/{course.slug}/facile/")

    assert response.status_code == 301
    assert response["Location"] == f"/nl/leren/{course.slug}/eenvoudig/"


def test_invented_course_says_so(client: Client) -> None:
    page = page_of(client, CourseFactory(is_sample=True, title_en="Made up"))

    assert page.one("h1").text == "Made up Example"
    assert page.one("main").text.count("xample") == 2  # beside the title, and the notice
    assert "This course is an example." in page.text
    assert page.one("meta", name="robots")["content"] == "noindex, follow"
    assert "mainEntity" not in facts_of(page)


def test_page_is_sent_in_a_few_lines(client: Client) -> None:
    course = CourseFactory(title_en="Send an e-mail", space__name_en="The Space")

    section = page_of(client, course).one("section", aria_labelledby="send")

    assert section["data-text"].splitlines() == [
        "Send an e-mail",
        "Every Tuesday from 14:00 to 16:00",
        "The Space",
        "Rue Haute 12, 1000 Brussels",
        f"http://testserver/en/learn/{course.slug}/",
    ]
    assert section.all("a")[0]["href"].startswith("sms:?&body=Send%20an%20e-mail")


@pytest.mark.parametrize(
    "path",
    ["/en/learn/{}/", "/en/learn/{}/easy/", "/en/spaces/{space}/", "/en/spaces/{space}/easy/"],
)
def test_pages_take_one_query_once_they_are_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    course = CourseFactory(space=complete_space(), left_out=[date(2026, 12, 22)])
    client.get("/fr/apprendre/")

    with django_assert_num_queries(1):
        assert client.get(path.format(course.slug, space=course.space.slug)).status_code == 200


# --- easy to read ---------------------------------------------------------------------------


def test_easy_page_says_one_thing_a_line(client: Client) -> None:
    course = CourseFactory(
        space=complete_space(name_en="The Space"),
        what_you_learn_en="Write an e-mail",
        left_out=[date(2026, 12, 29)],
        last_day=date(2027, 1, 31),
    )

    page = read(client.get(f"/en/learn/{course.slug}/easy/"))

    lines = [line.text for line in page.one("main").all("p", data_dps_read=True)]
    assert lines[:14] == [
        "Write an e-mail",
        "The next time is on Tuesday 22 December.",
        "It starts at 14:00.",
        "It ends at 16:00.",
        "It is every Tuesday.",
        "The last time is on 26 January 2027.",
        "There is no course on Tuesday 29 December.",
        "You do not need to know anything.",
        "They speak French.",
        "It is free.",
        "You must register first.",
        "Register with The Space.",
        "It is in this place: The Space.",
        "The address is Rue Haute 12, 1000 Brussels.",
    ]


@pytest.mark.parametrize(
    ("moment", "line"),
    [
        ("2026-12-18 10:00", "The next time is tomorrow."),
        ("2026-12-19 10:00", "The next time is today."),
        ("2026-12-19 14:00", "It is on now."),
        ("2026-12-19 16:00", "This course is over."),
    ],
)
def test_easy_page_says_when_from_the_readers_now(
    client: Client, clock: Clock, moment: str, line: str
) -> None:
    course = CourseFactory(once=True)
    clock.set(moment)

    assert line in read(client.get(f"/en/learn/{course.slug}/easy/")).text


def test_easy_page_of_a_space_names_its_courses_to_come(client: Client) -> None:
    course = CourseFactory(title_en="Send an e-mail")
    CourseFactory(space=course.space, title_en="Over", once=True, first_day=date(2026, 12, 1))

    page = read(client.get(f"/en/spaces/{course.space.slug}/easy/"))

    link = page.one("a", href=f"/en/learn/{course.slug}/easy/")
    assert link.text == "There is a course: Send an e-mail."
    assert "Over" not in page.text


# --- what leads there -----------------------------------------------------------------------


def test_page_of_a_space_shows_its_courses_to_come(client: Client) -> None:
    course = CourseFactory(title_en="To come")
    CourseFactory(space=course.space, title_en="Over", once=True, first_day=date(2026, 12, 1))
    CourseFactory(title_en="Elsewhere")

    page = read(client.get(f"/en/spaces/{course.space.slug}/"))

    section = page.one("section", aria_labelledby="courses")
    assert [link.text for link in section.all("a")] == ["To come"]
    assert "On Tuesday 22 December, from 14:00 to 16:00" in section.text


def test_page_of_a_space_without_courses_says_nothing_of_them(client: Client) -> None:
    page = read(client.get(f"/en/spaces/{SpaceFactory().slug}/"))

    assert page.all("section", aria_labelledby="courses") == []


def test_page_of_a_space_changes_as_soon_as_a_session_is_over(client: Client, clock: Clock) -> None:
    course = CourseFactory(once=True, space=SpaceFactory(opening_hours="24/7"))
    path = f"/en/spaces/{course.space.slug}/"
    clock.set("2026-12-19 15:59")
    during = body(client.get(path)).decode()
    clock.set("2026-12-19 16:00")

    assert "Now, until 16:00" in during
    assert "Now, until 16:00" not in body(client.get(path)).decode()


@pytest.mark.parametrize("query", ["?need=learn", "?service=printing&service=training"])
def test_places_where_one_learns_lead_to_the_courses(client: Client, query: str) -> None:
    def links(path: str) -> list[Element]:
        return read(client.get(path)).one("main").all("a", href="/en/learn/")

    assert links(f"/en/spaces/{query}")
    assert links("/en/spaces/?need=print_or_scan") == []


def test_home_page_speaks_of_courses_while_there_are_some(client: Client, clock: Clock) -> None:
    def panels() -> list[Element]:
        return read(client.get("/en/")).all("section", aria_labelledby="learn")

    assert panels() == []
    CourseFactory(once=True)
    clock.set("2026-12-19 15:59")
    assert panels()
    clock.set("2026-12-19 16:00")
    assert panels() == []


@pytest.mark.parametrize("path", ["/en/", "/en/spaces/"])
def test_every_page_leads_to_the_courses(client: Client, path: str) -> None:
    assert read(client.get(path)).all("a", href="/en/learn/")


def test_sitemap_names_the_real_courses_to_come(client: Client) -> None:
    course = CourseFactory()
    over = CourseFactory(once=True, first_day=date(2026, 12, 1))
    invented = CourseFactory(is_sample=True)

    text = body(client.get("/sitemap.xml")).decode()

    for address in ("/fr/apprendre/", f"/nl/leren/{course.slug}/", f"/en/learn/{course.slug}/"):
        assert f"{address}</loc>" in text
    assert over.slug not in text
    assert invented.slug not in text


# --- linked data ----------------------------------------------------------------------------


def test_linked_data_describe_a_weekly_course(client: Client) -> None:
    course = CourseFactory(
        title_en="Send an e-mail",
        what_you_learn_en="Write an e-mail",
        last_day=date(2027, 1, 31),
        left_out=[date(2026, 12, 29)],
    )

    page = facts_of(page_of(client, course))
    facts = page["mainEntity"]
    instance = facts["hasCourseInstance"]

    assert [step["name"] for step in page["breadcrumb"]["itemListElement"]] == [
        "Learn",
        "Send an e-mail",
    ]
    assert facts["@type"] == "Course"
    assert facts["inLanguage"] == "fr"
    assert facts["isAccessibleForFree"] is True
    assert facts["offers"]["category"] == "Free"
    assert facts["provider"]["name"] == course.space.name_en
    assert instance["courseMode"] == "Onsite"
    assert instance["location"]["address"]["postalCode"] == "1000"
    assert instance["courseSchedule"] == {
        "@type": "Schedule",
        "repeatFrequency": "P1W",
        "byDay": ["https://schema.org/Tuesday"],
        "startDate": "2026-09-01",
        "endDate": "2027-01-26",
        "startTime": "14:00",
        "endTime": "16:00",
        "scheduleTimezone": "Europe/Brussels",
        "exceptDate": ["2026-12-29"],
    }


def test_linked_data_describe_a_course_on_one_day(client: Client) -> None:
    course = CourseFactory(once=True, starts=time(10), ends=time(12, 30), bare=True)

    facts = facts_of(page_of(client, course))["mainEntity"]

    assert facts["hasCourseInstance"]["startDate"] == "2026-12-19T10:00:00+01:00"
    assert facts["hasCourseInstance"]["endDate"] == "2026-12-19T12:30:00+01:00"
    unknown = {"inLanguage", "isAccessibleForFree", "offers", "educationalLevel"}
    assert not unknown & facts.keys()


def test_linked_data_of_the_list_name_the_real_courses(client: Client) -> None:
    course = CourseFactory()
    CourseFactory(is_sample=True)

    data = facts_of(read(client.get("/en/learn/")))

    assert data["numberOfItems"] == 1
    assert [item["url"].rpartition("/en")[2] for item in data["itemListElement"]] == [
        f"/learn/{course.slug}/"
    ]
