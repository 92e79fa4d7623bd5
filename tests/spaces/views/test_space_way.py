"""The way to a space, on its page: the links, the stops, and what of the address is known."""

from typing import Any

import pytest
from django.test import Client

from spaces.models import Space
from tests.factories import PlaceFactory, SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def page_of(client: Client, space: Space) -> Element:
    return read(client.get(f"/en/spaces/{space.slug}/"))


def test_page_opens_the_map_app_of_the_phone(client: Client) -> None:
    space = SpaceFactory(name_en="Blue & Red", point_quality="exact")

    page = page_of(client, space)

    links = page.all("a", data_dps_map_app=True)
    assert {link["data-dps-map-app"] for link in links} == {
        "geo:50.8467,4.3525?q=50.8467%2C4.3525%28Blue%20%26%20Red%29"
    }
    assert {link["href"] for link in links} == {  # without scripts, and on a computer
        "https://www.openstreetmap.org/directions?to=50.8467,4.3525"
    }
    assert "Go there" in page.text
    assert "Open my map app" not in page.text


@pytest.mark.parametrize("facts", [{"nowhere": True}, {"sample_fields": ["location"]}])
def test_page_leads_to_a_whole_address_whose_point_is_not_known(
    client: Client, facts: dict[str, Any]
) -> None:
    page = page_of(client, SpaceFactory(**facts))

    there = page.all("a", data_dps_map_app="geo:0,0?q=Rue%20Haute%2012%2C%201000%20Brussels")
    assert there[0].text == "Go there"
    assert "We do not know the" not in page.one("section", id="way").text


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"street_fr": "", "street_nl": ""}, "We do not know the street."),
        ({"house_number": ""}, "We do not know the exact place."),
        ({"sample": True}, "We do not know the exact place."),
    ],
)
def test_page_says_what_of_the_address_is_not_known(
    client: Client, facts: dict[str, Any], sentence: str
) -> None:
    page = page_of(client, SpaceFactory(nowhere=True, **facts))

    assert sentence in page.one("section", id="way").text
    assert "Go there" not in page.text


@pytest.mark.parametrize(
    ("quality", "sentence"),
    [
        ("exact", None),
        ("street", "The point on the map shows the street, not the door."),
        ("approximate", "The point on the map shows the neighbourhood, not the door."),
    ],
)
def test_page_says_how_well_the_point_is_known(
    client: Client, quality: str, sentence: str | None
) -> None:
    page = page_of(client, SpaceFactory(point_quality=quality))

    assert ("The point on the map" in page.text) is bool(sentence)
    assert (sentence or "") in page.text


def test_page_names_the_three_nearest_stops_one_of_a_name(client: Client) -> None:
    space = SpaceFactory(latitude=50.9187, longitude=4.3525)  # no stop of the gazetteer is near
    for north, name in ((1, "A"), (2, "A"), (3, "B"), (4, "C"), (5, "D")):
        PlaceFactory(
            name_fr=name, name_nl=name, latitude=50.9187 - north / 1000, longitude=4.3525,
            lines=["92", "93"],
        )  # fmt: skip

    page = page_of(client, space)

    stops = [item.text for item in page.one("section", aria_labelledby="way-title").all("li")]
    assert stops == [
        "ALines 92, 93 · 2 minutes on foot",
        "BLines 92, 93 · 6 minutes on foot",
        "CLines 92, 93 · 8 minutes on foot",
    ]


def test_page_names_no_stop_beyond_800_metres(client: Client) -> None:
    space = SpaceFactory(latitude=50.9187, longitude=4.3525)
    PlaceFactory(latitude=50.9100, longitude=4.3525)

    assert "Stops nearby" not in page_of(client, space).text


def test_page_of_a_space_without_a_point_shows_no_way(client: Client) -> None:
    page = page_of(client, SpaceFactory(nowhere=True, house_number=""))

    assert "Go there" not in page.text
    assert "Stops nearby" not in page.text
    assert "Other places nearby" in page.text  # near its municipality


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [("metro_station", "metro"), ("premetro", "metro"), ("tram_stop", "tram"), ("stop", "stop")],
)
def test_stop_has_the_sign_of_its_kind(client: Client, kind: str, drawn: str) -> None:
    space = SpaceFactory(latitude=50.9187, longitude=4.3525)
    PlaceFactory(kind=kind, latitude=50.9188, longitude=4.3525)

    way = page_of(client, space).one(id="way")

    assert way.all("use")[0]["href"].endswith(f"#{drawn}")
