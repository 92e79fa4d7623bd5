"""The list of courses to come, and its filters."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spaces.models import Course, Municipality
from tests.factories import ClosureFactory, CourseFactory, SpaceFactory
from tests.pages import Element, read
from tests.spaces.conftest import Clock

# It is Wednesday 16 December 2026, 10:00.
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_courses")]


@pytest.fixture
def no_courses(db: None) -> None:
    """Leave no course but those of the test."""
    Course.objects.all().delete()


def page_of(client: Client, query: str = "") -> Element:
    return read(client.get(f"/en/learn/{query}"))


def listed(client: Client, query: str = "") -> list[str]:
    return [card["data-dps-course"] for card in page_of(client, query).all(data_dps_course=True)]


def test_card_says_all_that_one_needs(client: Client) -> None:
    space = SpaceFactory(name_en="The Space", phone="+3225550123")
    CourseFactory(
        space=space,
        title_en="Send an e-mail",
        level="first_steps",
        language="ar",
        for_whom_en="People over 60",
        registration_note_en="Ask at the desk.",
        cost_note_en="Coffee too.",
    )

    card = page_of(client).one("li", data_dps_course=True)

    assert card.one("h2").text == "Send an e-mail"
    assert card.one(class_="status").text == "On Tuesday 22 December, from 14:00 to 16:00"
    for words in (
        "Every Tuesday from 14:00 to 16:00",
        "Level: first steps",
        "Language: Arabic",
        "For whom: People over 60",
        "Price: It is free. Coffee too.",
        "The Space",
        "Rue Haute 12, 1000 Brussels",
        "You must register first. Ask at the desk.",
    ):
        assert words in card.text
    assert card.one("a", href="tel:+3225550123")
    assert "1 course to come." in page_of(client).text


def test_courses_come_soonest_first_and_go_by_themselves(client: Client, clock: Clock) -> None:
    CourseFactory(slug="tuesdays")
    CourseFactory(slug="friday", once=True, first_day=date(2026, 12, 18))
    CourseFactory(slug="yesterday", once=True, first_day=date(2026, 12, 15))
    CourseFactory(slug="ended", last_day=date(2026, 12, 15))

    assert listed(client) == ["friday", "tuesdays"]

    clock.set("2026-12-18 15:59")
    assert listed(client) == ["friday", "tuesdays"]
    clock.set("2026-12-18 16:00")
    assert listed(client) == ["tuesdays"]


def test_session_that_is_on_is_said_to_be_on_until_it_ends(client: Client, clock: Clock) -> None:
    CourseFactory()
    clock.set("2026-12-22 13:59")
    assert page_of(client).one(class_="status").text == "Today from 14:00 to 16:00"

    clock.set("2026-12-22 14:00")
    assert page_of(client).one(class_="status").text == "Now, until 16:00"


def test_closure_of_the_space_takes_the_session_away(client: Client) -> None:
    course = CourseFactory(slug="tuesdays")
    ClosureFactory(space=course.space, first_day=date(2026, 12, 21), last_day=date(2026, 12, 25))

    status = page_of(client).one(class_="status").text

    assert status == "On Tuesday 29 December, from 14:00 to 16:00"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?when=week", {"tuesday", "saturday", "evening"}),
        ("?when=month", {"tuesday", "saturday", "evening", "january"}),
        ("?time=weekend", {"saturday"}),
        ("?time=evening", {"evening"}),
        ("?time=morning", {"saturday"}),
        ("?time=afternoon", {"tuesday", "january", "far"}),
        ("?when=week&time=afternoon", {"tuesday"}),
        ("?level=basics", {"evening", "january"}),
        ("?language=nl", {"saturday"}),
        ("?free=1", {"tuesday", "saturday", "january", "far"}),
        ("?municipality=21015", {"evening"}),
        ("?free=1&language=nl&time=weekend", {"saturday"}),
    ],
)
def test_filters_leave_the_courses_that_fit(client: Client, query: str, expected: set[str]) -> None:
    schaerbeek = Municipality.objects.get(nis="21015")
    CourseFactory(slug="tuesday")
    CourseFactory(slug="saturday", weekdays=["Sa"], starts=time(10), ends=time(12), language="nl")
    CourseFactory(
        slug="evening",
        space=SpaceFactory(municipality=schaerbeek),
        weekdays=["Th"],
        starts=time(18),
        ends=time(20),
        level="basics",
        cost="paid",
    )
    CourseFactory(slug="january", once=True, first_day=date(2027, 1, 6), level="all")
    CourseFactory(slug="far", once=True, first_day=date(2027, 6, 2))

    assert set(listed(client, query)) == expected


def test_week_holds_seven_days_today_among_them(client: Client) -> None:
    CourseFactory(slug="today", once=True, first_day=date(2026, 12, 16))
    CourseFactory(slug="seventh", once=True, first_day=date(2026, 12, 22))
    CourseFactory(slug="eighth", once=True, first_day=date(2026, 12, 23))

    assert listed(client, "?when=week") == ["today", "seventh"]


def test_two_questions_about_time_are_about_one_session(client: Client) -> None:
    """The Saturday of this week is left out: a weekend session, but not in the next 7 days."""
    CourseFactory(weekdays=["Tu", "Sa"], left_out=[date(2026, 12, 19)])

    assert listed(client, "?when=week")
    assert listed(client, "?time=weekend")
    assert listed(client, "?when=week&time=weekend") == []


def test_card_names_the_session_that_was_asked_for(client: Client) -> None:
    CourseFactory(weekdays=["Th", "Sa"])

    status = page_of(client, "?time=weekend").one(class_="status").text

    assert status == "On Saturday 19 December, from 14:00 to 16:00"


def test_what_is_not_known_is_counted_and_not_read_as_no(client: Client) -> None:
    CourseFactory(slug="known")
    CourseFactory(bare=True)

    page = page_of(client, "?level=first_steps&language=fr&free=1")

    assert [card["data-dps-course"] for card in page.all(data_dps_course=True)] == ["known"]
    assert "For 1 more course, we do not know." in page.text


def test_choices_say_what_they_would_leave(client: Client) -> None:
    CourseFactory()
    CourseFactory(bare=True)

    chips = [chip.text for chip in page_of(client).all(class_="chip")]

    assert "First steps 1" in chips
    assert not [chip for chip in chips if chip.startswith("On Saturday")]


def test_courses_near_a_place_come_nearest_first(client: Client) -> None:
    CourseFactory(slug="here", space__latitude=50.8634, space__longitude=4.3290)  # Simonis
    CourseFactory(slug="there", once=True)
    CourseFactory(slug="somewhere", space=SpaceFactory(nowhere=True))

    page = page_of(client, "?q=Simonis")
    cards = page.all(data_dps_course=True)

    assert [card["data-dps-course"] for card in cards] == ["here", "there", "somewhere"]
    assert "minutes on foot" in cards[1].text
    assert "Simonis" in page.one("h1").text


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "Learn"),
        ("?q=Simonis", "Learn near Simonis"),
        ("?lat=50.847&lng=4.353", "Learn near you"),
    ],
)
def test_title_says_near_what(client: Client, query: str, title: str) -> None:
    assert page_of(client, query).one("h1").text == title


def test_place_that_nobody_knows_is_said_and_all_courses_stay(client: Client) -> None:
    CourseFactory(slug="one")

    page = page_of(client, "?q=xqzzy&time=afternoon")

    assert "We do not know “xqzzy”." in page.text
    assert "All the courses are below." in page.text
    assert page.all(data_dps_course=True)
    towns = page.one(class_="messages").all("a")
    assert towns[0]["href"].startswith("?time=afternoon&municipality=")


@pytest.mark.parametrize(
    "query",
    ["?when=soon", "?time=noon", "?level=god", "?page=x", "?q=%00", "?lat=50.8", "?language=xx"],
)
def test_what_cannot_be_read_is_said_and_left_out(client: Client, query: str) -> None:
    CourseFactory()

    response = client.get(f"/en/learn/{query}")

    assert response.status_code == 400
    page = read(response)
    assert page.one(id="problems").text
    assert page.all(data_dps_course=True)


def test_position_is_kept_by_nobody(client: Client) -> None:
    response = client.get("/en/learn/?lat=50.847&lng=4.353")

    assert response["Cache-Control"] == "private, no-store"


def test_page_that_there_is_not_says_so(client: Client) -> None:
    CourseFactory.create_batch(21)

    first, beyond = page_of(client), client.get("/en/learn/?page=9")

    assert len(first.all(data_dps_course=True)) == 20
    assert first.one("a", rel="next")["href"] == "?page=2"
    assert beyond.status_code == 404
    assert "This is page 2, the last one." in read(beyond).text


def test_no_course_at_all_leads_to_places_that_teach(client: Client) -> None:
    page = page_of(client)

    assert "We know of no course at the moment." in page.text
    assert page.one("a", href="/en/spaces/?service=training")


def test_no_course_that_fits_says_so(client: Client) -> None:
    CourseFactory()

    page = page_of(client, "?language=so")

    assert "No course fits all your choices." in page.text


@pytest.mark.parametrize("facts", [{"draft": True}, {"closed_for_good": True}])
def test_courses_of_a_space_that_is_not_public_are_nowhere(
    client: Client, facts: dict[str, Any]
) -> None:
    CourseFactory(space=SpaceFactory(**facts), slug="zyxommata", title_en="Zyxomma")

    for path in ("/en/learn/", "/en/", "/sitemap.xml", "/en/spaces/"):
        answer = client.get(path, headers={"Accept-Encoding": "identity"}).content.decode()
        assert "zyxomma" not in answer.lower()


def test_examples_say_so_and_are_in_no_count(client: Client) -> None:
    CourseFactory(is_sample=True)
    CourseFactory(space=SpaceFactory(sample=True))

    page = page_of(client)

    assert "We know of no course at the moment. Here are 2 examples." in page.text
    for card in page.all(data_dps_course=True):
        assert card.one("h2").text.endswith("Example")
        assert card.text.count("xample") == 1
    assert page.all(class_="chip__count") == []


def test_examples_come_after_real_courses(client: Client) -> None:
    CourseFactory(slug="invented", is_sample=True, once=True, first_day=date(2026, 12, 17))
    CourseFactory(slug="real")

    assert listed(client) == ["real", "invented"]
    assert "1 course to come. And 1 example." in page_of(client).text


@pytest.mark.usefixtures("samples_hidden")
def test_real_site_shows_no_example(client: Client) -> None:
    CourseFactory(is_sample=True, slug="invented")
    CourseFactory(space=SpaceFactory(sample=True))
    CourseFactory(slug="real")

    assert listed(client) == ["real"]
    assert client.get("/en/learn/invented/").status_code == 404


def test_list_takes_one_query_once_it_is_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    CourseFactory.create_batch(5, left_out=[date(2026, 12, 22)])
    client.get("/en/learn/?q=Simonis")

    with django_assert_num_queries(1):
        client.get("/en/learn/?q=Simonis&when=month")
    with django_assert_num_queries(1):
        client.get("/fr/apprendre/")
