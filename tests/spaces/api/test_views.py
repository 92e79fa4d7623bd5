"""What programs are told: the map's points, and suggestions for “where”."""

import json
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spaces.models import Space
from tests.factories import SpaceFactory
from tests.pages import body, read, slugs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

POINTS = "/api/spaces.geojson"


def points(client: Client, query: str = "") -> list[dict[str, Any]]:
    response = client.get(f"{POINTS}?{query}")
    assert response.status_code == 200
    collection = json.loads(body(response))
    assert collection["type"] == "FeatureCollection"
    return collection["features"]


def suggested(client: Client, text: str, language: str = "en") -> list[dict[str, str]]:
    answer: list[dict[str, str]] = client.get("/api/places", {"q": text, "lang": language}).json()[
        "places"
    ]
    return answer


def test_municipalities_are_known_and_said_in_arabic(client: Client) -> None:
    label = "1080 مولنبيك سان جان"

    assert {"label": label, "kind": "municipality"} in suggested(client, "مولنبيك", "ar")
    for text in ("مولنبيك", label, "1080"):
        page = read(client.get("/ar/spaces/", {"q": text}))
        assert page.one("h1").one(class_="mark").text == "مولنبيك سان جان"
        assert page.one(class_="messages").all(class_="notice--problem") == []


# --- points ---------------------------------------------------------------------------------


def test_point_of_a_space_says_what_a_marker_shows(client: Client, no_listings: None) -> None:
    space = SpaceFactory(name_en="Blue", slug="blue", labelled=True, with_hours=True)

    (feature,) = points(client, "lang=en")

    assert feature == {
        "type": "Feature",
        "id": str(space.pk),
        "geometry": {"type": "Point", "coordinates": [4.3525, 50.8467]},  # longitude first
        "properties": {
            "slug": "blue",
            "number": 1,
            "name": "Blue",
            "hours": "Open now, until 17:00",
            "kind": "open",
            "url": "/en/spaces/blue/",
            "label": True,
            "sample": False,
            "sample_location": False,
            "strength": None,
            "metres": None,
        },
    }


def test_points_speak_the_language_that_is_asked_for(client: Client, no_listings: None) -> None:
    space = SpaceFactory(with_hours=True, slug="blue")

    told = {
        language: points(client, f"lang={language}")[0]["properties"]
        for language in ("fr", "nl", "en", "xx")
    }

    assert {code: one["url"] for code, one in told.items()} == {
        "fr": "/fr/espaces/blue/",
        "nl": "/nl/ruimtes/blue/",
        "en": "/en/spaces/blue/",
        "xx": "/fr/espaces/blue/",
    }
    assert told["nl"]["name"] == space.name_nl
    assert len({told[code]["hours"] for code in ("fr", "nl", "en")}) == 3


@pytest.mark.parametrize(
    "query",
    ["", "q=1081", "lat=50.864&lng=4.331&radius=3000", "free=1&need=learn", "open=now", "label=1"],
)
def test_points_are_the_list_with_the_same_numbers(client: Client, query: str) -> None:
    listed: dict[str, int] = {}
    for page in (1, 2, 3):
        response = client.get(f"/en/spaces/?{query}&page={page}")
        if response.status_code == 200:
            cards = read(response).all("li", data_dps_space=True)
            listed |= {card["data-dps-space"]: int(card["data-dps-number"]) for card in cards}

    shown = {
        feature["properties"]["slug"]: feature["properties"]["number"]
        for feature in points(client, f"lang=en&{query}")
    }

    assert shown == listed


def test_point_says_how_far_in_whole_metres(client: Client, no_listings: None) -> None:
    SpaceFactory(latitude=50.850, longitude=4.353)

    (feature,) = points(client, "lat=50.847&lng=4.353")

    assert feature["properties"]["metres"] == 334


def test_space_without_a_point_is_in_the_list_but_not_on_the_map(
    client: Client, no_listings: None
) -> None:
    SpaceFactory(slug="nowhere", nowhere=True)

    assert points(client) == []
    assert slugs(read(client.get("/en/spaces/"))) == ["nowhere"]


def test_points_ignore_pages(client: Client) -> None:
    assert len(points(client, "page=2")) == Space.objects.published().count()


def test_points_are_geojson_to_programs(client: Client) -> None:
    assert client.get(POINTS)["Content-Type"] == "application/geo+json"


def test_points_take_one_query_once_the_directory_is_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    points(client)

    with django_assert_num_queries(1):
        points(client, "free=1")


# --- suggestions ----------------------------------------------------------------------------


def test_suggestions_begin_as_somebody_types(client: Client) -> None:
    labels = [place["label"] for place in suggested(client, "simo")]

    assert any(label.startswith("Simonis") for label in labels)
    assert len(labels) <= 8


def test_suggestions_are_in_the_language_of_the_page(client: Client) -> None:
    french, dutch = (suggested(client, "midi", language) for language in ("fr", "nl"))

    assert any("Midi" in place["label"] for place in french)
    assert any("Zuid" in place["label"] for place in dutch)


def test_suggestion_is_understood_when_it_is_sent_back(client: Client) -> None:
    for language, results in (("fr", "/fr/espaces/"), ("nl", "/nl/ruimtes/")):
        for place in suggested(client, "sa", language):
            page = read(client.get(results, {"q": place["label"]}))
            assert page.one(class_="mark").text
            assert page.one("main").one("div", class_="messages").all("p", class_="notice") == []


def test_suggestion_says_what_kind_of_place_it_is(client: Client) -> None:
    kinds = {place["kind"] for place in suggested(client, "1081")}

    assert "postal_code" in kinds or "municipality" in kinds


@pytest.mark.parametrize("text", ["", "s", " "])
def test_nothing_is_suggested_for_next_to_nothing(client: Client, text: str) -> None:
    assert suggested(client, text) == []


def test_suggestions_take_one_query_once_the_gazetteer_is_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    suggested(client, "simo")

    with django_assert_num_queries(1):
        suggested(client, "flag")
