"""The map in the results page, as it is sent: what it shows before any script runs."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.factories import SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

RESULTS = "/en/spaces/"


def get(client: Client, query: str = "") -> Element:
    response = client.get(f"{RESULTS}?{query}")
    assert response.status_code == 200
    return read(response)


def test_map_asks_for_the_same_results(client: Client) -> None:
    page = get(client, "q=1081")

    points = page.one(data_dps_map=True)["data-points"]

    assert points == "/api/spaces.geojson?lang=en&q=1081"
    assert client.get(points).status_code == 200


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_map_has_the_street_names_of_its_reader(client: Client, language: str) -> None:
    segment = {"fr": "espaces", "nl": "ruimtes"}[language]

    page = read(client.get(f"/{language}/{segment}/"))

    assert f"/{language}/{{z}}/{{x}}/{{y}}.svg" in page.one(data_dps_map=True)["data-tiles"]


def test_map_takes_its_tiles_from_the_server_that_is_named(
    client: Client, settings: Settings
) -> None:
    settings.TILE_URL = "https://tiles.example/{language}/{z}/{x}/{y}.png"
    settings.TILE_ATTRIBUTION = "Somebody"

    section = get(client).one(data_dps_map=True)

    assert section["data-tiles"] == "https://tiles.example/FR/{z}/{x}/{y}.png"
    assert section["data-attribution"] == "Somebody"


def test_map_is_in_the_page_with_a_pin_for_each_entry(client: Client) -> None:
    page = get(client, "q=Simonis&label=1")

    pins = page.all("a", class_="map-pin")
    entries = {f"#{entry['id']}": entry for entry in page.all("li", class_="result")}
    assert len(pins) == len(entries)
    for pin in pins:
        entry = entries[pin["href"]]
        assert pin["data-dps-pin"] == entry["data-dps-space"]
        assert pin.text == entry["data-dps-number"]
        assert pin["aria-label"].startswith(f"{pin.text}. {entry.one('h2').one('a').text}")
    picture = page.one("img", data_dps_ground=True)
    answer = client.get(picture["src"])
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    small = page.one("source")["srcset"]
    assert client.get(small).status_code == 200
    assert (
        "openstreetmap.org/copyright"
        in page.one(data_dps_map=True).one("p", class_="map__credit").one("a")["href"]
    )


def test_pin_of_an_invented_point_is_hollow(client: Client, no_listings: None) -> None:
    SpaceFactory(slug="invented", latitude=50.85, longitude=4.35, sample_fields=["location"])
    SpaceFactory(slug="real", latitude=50.86, longitude=4.36)

    pins = {pin["data-dps-pin"]: pin for pin in get(client).all("a", class_="map-pin")}

    hollow = {slug for slug, pin in pins.items() if pin.all("use", class_="map-pin__face--example")}
    assert hollow == {"invented"}
    assert "The point is an example." in pins["invented"]["aria-label"]


def test_pin_says_what_is_invented(client: Client, no_listings: None) -> None:
    SpaceFactory(slug="example", latitude=50.85, longitude=4.35, provenance="sample")
    hours = {"opening_hours": "Mo-Su 09:00-17:00", "sample_fields": ["opening_hours"]}
    SpaceFactory(slug="hours", latitude=50.86, longitude=4.36, **hours)

    pins = {pin["data-dps-pin"]: pin for pin in get(client).all("a", class_="map-pin")}

    assert ". Example: " in pins["example"]["aria-label"]
    assert ". Example: " in pins["hours"]["aria-label"]


def test_page_with_a_position_asks_for_no_picture_of_it(client: Client) -> None:
    """The picture's address says nothing finer than its frame, 2 km wide."""
    one, other = (
        get(client, f"lat=50.86{n}&lng=4.331").one("img", data_dps_ground=True)["src"]
        for n in (3, 4)
    )

    assert one.partition("?")[0] == other.partition("?")[0]


def test_results_page_is_small(client: Client) -> None:
    for query in ("", "q=Simonis", "q=Simonis&free=1&service=printing"):
        answer = client.get(f"{RESULTS}?{query}", headers={"Accept-Encoding": "gzip"})

        assert len(answer.content) <= 14_000
