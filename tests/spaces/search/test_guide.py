"""The guided way: one question a page, each answer leads on, and one can go back."""

from urllib.parse import unquote

import pytest
from django.test import Client

from tests.factories import SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]


def asked(client: Client, address: str) -> Element:
    return read(client.get(f"/en/guide/{address}"))


def leads_to(client: Client, address: str) -> str:
    response = client.get(f"/en/guide/{address}")
    assert response.status_code == 302
    return unquote(response["Location"])


@pytest.fixture
def places(no_listings: None) -> None:
    """Make three places, of which some answers leave two."""
    known = {"services": ["training"], "label_status": "none"}
    SpaceFactory(spoken_languages=["fr"], cost="free", access={"lift": "yes"}, **known)
    SpaceFactory(spoken_languages=["fr", "nl"], cost="free", access={"lift": "no"}, **known)
    SpaceFactory(spoken_languages=["nl"], cost="paid", access={"lift": "yes"}, **known)


@pytest.mark.usefixtures("places")
def test_question_leads_back_to_the_one_before_with_all_answers(client: Client) -> None:
    back = asked(client, "more/?q=Flagey&need=learn&free=1").one("a", class_="back")

    assert (back.text, back["href"]) == (
        "Previous question",
        "/en/guide/when/?q=Flagey&need=learn&free=1",
    )
    assert asked(client, "need/").all("a", class_="back") == []


@pytest.mark.usefixtures("places")
def test_last_question_says_what_its_answers_are_about(client: Client) -> None:
    page = asked(client, "more/")

    assert [heading.text for heading in page.one("main").all("h2")] == [
        "Good to know",
        "Access",
        "They speak",
    ]


@pytest.mark.usefixtures("places")
def test_last_question_offers_only_what_leaves_some_and_not_all(client: Client) -> None:
    answers = asked(client, "more/?free=1").one("main").all("a", class_="need")

    assert [answer.text for answer in answers] == [
        "Free 2 places",
        "Lift 1 places",
        "Dutch 1 places",
    ]


def test_question_that_divides_nothing_is_left_out(client: Client) -> None:
    SpaceFactory(services=["training"], opening_hours="Mo-Fr 09:00-17:00")
    SpaceFactory(services=["training"], opening_hours="Mo-Fr 09:00-17:00")

    assert asked(client, "when/?need=learn").one("h1").text == "When can you go?"
    assert leads_to(client, "more/?need=learn") == "/en/spaces/?need=learn"


def test_one_place_is_shown_without_more_questions(client: Client) -> None:
    SpaceFactory(services=["training"], opening_hours="Mo-Fr 09:00-17:00")

    assert leads_to(client, "when/?need=learn") == "/en/guide/more/?need=learn"
    assert leads_to(client, "more/?need=learn") == "/en/spaces/?need=learn"


@pytest.mark.usefixtures("places")
def test_place_that_nobody_knows_is_asked_for_where_it_was_typed(client: Client) -> None:
    again = leads_to(client, "when/?need=learn&q=xqzzy")

    assert again == "/en/guide/where/?q=xqzzy&need=learn"
    page = read(client.get(again))
    assert page.one("h1").text == "Where are you?"
    assert page.one("input", type="search")["value"] == "xqzzy"
    assert "xqzzy" in page.one("main").one("div", class_="notice").text


@pytest.mark.usefixtures("places")
def test_answers_have_a_drawing_each(client: Client) -> None:
    answers = asked(client, "more/").one("main").all("a", class_="need")

    drawn = {a.text: a.one("use")["href"].partition("#")[2] for a in answers}
    assert (drawn["Free 2 places"], drawn["Lift 2 places"]) == ("cost", "lift")
    assert drawn["French 2 places"] == "language"


def test_moments_are_answered_in_words(client: Client) -> None:
    SpaceFactory.create_batch(2, services=["training"], opening_hours="Mo-Fr 09:00-17:00")

    page = asked(client, "when/?need=learn&open=2026-12-18T08:00&until=12:00").one("main")

    answers = {a.text.split(" (")[0]: a["href"] for a in page.all("a", class_="need")}
    assert [*answers][1:] == [
        "Today",
        "This evening, after 17:00",
        "Tomorrow morning",
        "Tomorrow afternoon",
        "On Saturday or Sunday",
    ]
    assert unquote(answers["Tomorrow morning"]) == (
        "/en/guide/more/?need=learn&open=2026-12-17T08:00/12:00"
    )
    form = page.one("form", class_="guide__moment")
    assert form.one("input", type="date")["name"] == "open"
    assert [(field["name"], field["value"]) for field in form.all("input", type="hidden")] == [
        ("need", "learn")
    ]
