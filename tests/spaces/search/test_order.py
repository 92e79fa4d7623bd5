"""The order of results: nearest first and, where the way is about as long, who can be reached."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories import GRAND_PLACE, SpaceFactory
from tests.pages import read, slugs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]

MUTE = {"street_fr": "", "street_nl": "", "opening_hours": None}
HELPS, ONLINE = {"services": ["help_with_procedures"]}, {"services": ["internet"]}
NEAR_GRAND_PLACE = "lat={}&lng={}".format(*GRAND_PLACE)


def place(slug: str, metres: float, **facts: Any) -> None:
    """Make a place so far north of the Grand-Place; its hours are known unless they are given."""
    known = {"opening_hours": "Mo-Fr 09:00-17:00"} | facts
    SpaceFactory(slug=slug, latitude=GRAND_PLACE[0] + metres / 111_195, **known)


def listed(client: Client, query: str) -> list[str]:
    return slugs(read(client.get(f"/en/spaces/?{query}")))


def test_place_that_can_be_reached_comes_first_where_the_way_is_about_as_long(
    client: Client,
) -> None:
    place("mute", 100, **MUTE)
    place("no-hours", 150, opening_hours=None)
    place("no-street", 200, street_fr="", street_nl="")
    place("invented-hours", 210, sample_fields=["opening_hours"])
    place("whole", 300)
    place("called", 310, street_fr="", street_nl="", phone="+3225550123")
    place("far", 1500)

    assert listed(client, NEAR_GRAND_PLACE) == [
        *("whole", "called"),
        *("no-hours", "no-street", "invented-hours"),
        *("mute", "far"),
    ]


def test_somebody_who_helps_comes_first_where_the_way_is_about_as_long(client: Client) -> None:
    place("online", 100, **ONLINE)
    place("helps", 300, **HELPS)
    place("helps-far", 1500, **HELPS)

    assert listed(client, f"{NEAR_GRAND_PLACE}&need=find_work") == ["helps", "online", "helps-far"]
    assert listed(client, NEAR_GRAND_PLACE) == ["online", "helps", "helps-far"]


def test_order_is_explained_in_one_line(client: Client) -> None:
    place("a", 100, **ONLINE)
    place("b", 200, **HELPS)

    said = {
        NEAR_GRAND_PLACE: "The nearest first. Where the way is about as long, the places that",
        f"{NEAR_GRAND_PLACE}&need=find_work": "about as long, somebody who helps comes first",
        f"{NEAR_GRAND_PLACE}&need=fill_in_a_form": "",
        "": "The places recognised by the Region come first",
        "need=find_work": "Somebody who helps comes first",
        f"{NEAR_GRAND_PLACE}&open=2026-12-20": "Those that open first come first.",
    }

    for query, words in said.items():
        assert words in read(client.get(f"/en/spaces/?{query}")).text, query


@pytest.mark.parametrize(
    ("help_line", "words"),
    [
        ("", "You can ask the municipality: Brussels."),
        ("+3225550199", "You can ask the help line: 02 555"),
    ],
)
def test_card_of_a_place_without_a_way_to_it_says_whom_to_ask(
    client: Client, settings: Settings, help_line: str, words: str
) -> None:
    settings.HELP_LINE = help_line
    SpaceFactory(slug="mute", nowhere=True, **MUTE)
    place("whole", 200)

    page = read(client.get("/en/spaces/"))

    assert words in page.one("li", data_dps_space="mute").text
    assert "You can ask" not in page.one("li", data_dps_space="whole").text
