"""The guided way: one question a page, each answer leads on, and one can go back."""

from urllib.parse import unquote

import pytest
from django.test import Client

from tests.factories import SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]


def asked(client: Client, address: str) -> Element:
    return read(client.get(f"/en/guide/{address}"))


def test_question_leads_back_to_the_one_before_with_all_answers(client: Client) -> None:
    back = asked(client, "more/?q=Flagey&need=learn&free=1").one("a", class_="back")

    assert (back.text, back["href"]) == (
        "Previous question",
        "/en/guide/when/?q=Flagey&need=learn&free=1",
    )
    assert asked(client, "need/").all("a", class_="back") == []


def test_last_question_says_what_its_answers_are_about(client: Client) -> None:
    SpaceFactory(spoken_languages=["fr"], cost="free", access={"lift": "yes"})

    page = asked(client, "more/")

    assert [heading.text for heading in page.one("main").all("h2")] == [
        "Good to know",
        "Access",
        "They speak",
    ]


def test_last_question_offers_no_answer_that_leaves_nothing(client: Client) -> None:
    SpaceFactory(spoken_languages=["fr"], cost="free", label_status="none")
    SpaceFactory(spoken_languages=["nl"], cost="paid", label_status="none")

    answers = asked(client, "more/?free=1").one("main").all("a", class_="need")

    assert [answer.text for answer in answers] == ["Free 1 places", "French 1 places"]


def test_moments_are_answered_in_words(client: Client) -> None:
    SpaceFactory(opening_hours="Mo-Fr 09:00-17:00")

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
