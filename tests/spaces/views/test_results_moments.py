"""When: chosen in words, and one moment in the address however it was chosen."""

from urllib.parse import unquote

import pytest
from django.test import Client

from tests.factories import SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def get(client: Client, query: str) -> Element:
    return read(client.get(f"/en/spaces/?{query}"))


def test_moment_is_chosen_in_words(client: Client, no_listings: None) -> None:
    SpaceFactory(opening_hours="Mo-Fr 09:00-17:00")

    form = get(client, "").one("select", name="open")
    words = {option["value"]: option.text for option in form.all("option")}

    assert [*words][1:] == [
        *("now", "2026-12-16", "2026-12-17", "2026-12-19/2026-12-20", "2026-12-18"),
        *("2026-12-19", "2026-12-20", "2026-12-21", "2026-12-22"),
    ]
    assert words["2026-12-17"] == "Tomorrow"
    assert words["2026-12-19/2026-12-20"] == "On Saturday or Sunday"
    assert words["2026-12-18"] == "On Friday 18 December"


def test_day_and_part_of_it_are_one_moment(client: Client, no_listings: None) -> None:
    SpaceFactory(opening_hours="Mo-Fr 09:00-17:00")

    for query, wants in {
        "open=2026-12-18&part=afternoon": "open=2026-12-18T12:00&until=17:00",
        "open=2026-12-18&open=2026-12-23&part=evening": "open=2026-12-23T17:00&until=22:00",
        "part=morning": "open=2026-12-16T08:00&until=12:00",
        "open=now&part=morning": "open=2026-12-16T08:00&until=12:00",
        "open=2026-12-17T08:00/12:00": "open=2026-12-17T08:00&until=12:00",
        "open=2026-12-19/2026-12-20": "open=2026-12-19&until=2026-12-20",
        "open=2026-12-19/2026-12-20&part=morning": "open=2026-12-19&until=2026-12-20",
        "open=2026-12-18&until=12:00": "open=2026-12-18",
        "open=now&until=12:00": "open=now",
        "until=12:00": "",
    }.items():
        found = get(client, query).one("ol", id="places")["data-dps-query"]
        assert unquote(found) == wants, query


def test_part_of_a_day_stays_chosen_beside_its_day(client: Client, no_listings: None) -> None:
    SpaceFactory(opening_hours="Mo-Fr 09:00-17:00")

    form = get(client, "open=2026-12-17T12:00&until=17:00").one("details", class_="filters")

    chosen = [option.text for option in form.all("option", selected=True)]
    assert chosen[0].startswith("Tomorrow (")
    assert chosen[1] == "In the afternoon"
    assert form.all("input", type="hidden") == []  # the end is in the choice
