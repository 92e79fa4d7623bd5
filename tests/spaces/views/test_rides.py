"""Lines of public transport on the pages: the spaces near a line, the way without a change."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from spaces.geo.points import walking_minutes
from spaces.search.order import BAND
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

RIDE = "Without a change: "


def get(client: Client, path: str, **query: str) -> Element:
    return read(client.get(path, query))


def rides(page: Element) -> list[str]:
    return [each.text for each in page.all(class_="ride")]


def test_spaces_near_a_line_are_measured_from_its_stops(client: Client) -> None:
    page = get(client, "/en/spaces/", q="tram 51")
    cards = page.all("li", class_="result")
    metres = [
        float(card["data-dps-distance"]) for card in cards if "data-dps-distance" in card.attributes
    ]

    assert page.one("h1").text.startswith("Near the stops of tram 51: ")
    bands = [walking_minutes(each) // BAND for each in metres]
    assert bands == sorted(bands)
    assert len(metres) > 5
    assert " m from the stop " in cards[0].text
    assert cards[0].text.count("of tram 51") == 1


@pytest.mark.parametrize(
    ("path", "typed", "title", "words"),
    [
        ("/fr/espaces/", "métro 6", "Près des arrêts du métro 6", "du métro 6"),
        ("/nl/ruimtes/", "lijn 13", "Bij de haltes van bus 13", "van bus 13"),
        ("/ar/spaces/", "ترام 51", "بالقرب من محطات ترام 51", "خط ترام 51"),
    ],
)
def test_lines_are_named_in_the_readers_language(
    client: Client, path: str, typed: str, title: str, words: str
) -> None:
    page = get(client, path, q=typed)

    assert page.one("h1").text.startswith(title)
    assert words in page.one("ol", id="places").text


def test_a_line_that_is_something_else_is_said_so(client: Client) -> None:
    page = get(client, "/en/spaces/", q="bus 51")

    assert "You typed “bus 51”. We looked near tram 51." in page.one(class_="messages").text


def test_a_radius_holds_round_the_stops_of_a_line(client: Client) -> None:
    page = get(client, "/en/spaces/", q="tram 51", radius="500")

    assert page.all("li", class_="result")
    assert all(float(card["data-dps-distance"]) <= 500 for card in page.all("li", class_="result"))


def test_courses_near_a_line_are_found(client: Client) -> None:
    with override("en"):
        page = get(client, reverse("courses"), q="metro 6")

    assert page.one("h1").text.startswith("Learn near metro 6")


def test_cards_say_the_way_without_a_change_and_lead_to_it(client: Client) -> None:
    page = get(client, "/en/spaces/", q="Bockstael")
    ride = next(each for each in page.all(class_="ride"))
    there = read(client.get(ride.one("a")["href"].partition("#")[0]))

    line = ride.text.partition(",")[0]
    assert re.fullmatch(r"(Metro|Tram|Bus) \d+, from .*Bockstael.* to .+", ride.text)
    assert [said.startswith(f"{RIDE}{line.lower()}") for said in rides(there)] == [True]
    assert " on foot) to " in rides(there)[0]
    assert there.one(id="way").text.count("From Bockstael") == 1


def test_a_place_round_the_corner_is_a_walk(client: Client) -> None:
    way = get(client, "/en/spaces/koekeltech/", **{"from": "Simonis"}).one(id="way")

    assert re.search(r"From .?Simonis.? 500 m · \d minutes on foot", way.text)
    assert "No line goes there" not in way.text


def test_no_way_is_said_from_somewhere_around_or_unknown(client: Client) -> None:
    for text in ("1080", "tram 51", "xyzzy", ""):
        assert not rides(get(client, "/en/spaces/", q=text))


def test_a_position_has_a_way_too_that_no_address_holds(client: Client) -> None:
    page = get(client, "/en/spaces/", lat="50.884", lng="4.348")

    assert rides(page)
    assert not [link for ride in page.all(class_="ride") for link in ride.all("a")]


@pytest.mark.parametrize("text", ["xyzzy", "\0", "é" * 5000, "1080"])
def test_a_start_that_is_none_changes_nothing(client: Client, text: str) -> None:
    response = client.get("/en/spaces/koekeltech/", {"from": text})

    assert response.status_code == 200
    assert not rides(read(response))


def test_the_sheet_says_the_way_in_the_language_of_the_person(client: Client) -> None:
    results = get(client, "/en/spaces/", q="Bockstael")
    start = results.one("form", id="sheet").one("input", name="from")["value"]
    card = next(each for each in results.all("li", class_="result") if each.all(class_="ride"))
    page = get(client, "/en/sheet/", space=card["data-dps-space"], **{"for": "fr", "from": start})

    assert "Sans changement : " in page.one(class_="paper").text
    assert all("from=" in link["href"] for link in page.all("a", class_="chip"))


def test_a_house_that_is_not_known_is_said_so(client: Client) -> None:
    said = get(client, "/en/spaces/", q="rue Haute 120").one(class_="messages").text

    assert "We know Rue Haute, but not the house with number 120." in said


def test_a_street_of_which_only_the_name_is_known_says_so(client: Client) -> None:
    nowhere = get(client, "/nl/ruimtes/", q="rue gisèle halimi").one(class_="messages").text
    somewhere = get(client, "/en/spaces/", q="rue gisèle halimi 1000").one(class_="messages").text

    assert "Er is een straat met de naam “Gisèle Halimistraat”. We weten niet waar." in nowhere
    assert "We looked near the middle of Brussels." in somewhere


def test_a_heading_says_which_of_two_places_of_one_name(client: Client) -> None:
    page = get(client, "/en/spaces/", q="gare de Schaerbeek")

    assert page.one("h1").text.startswith("Near Schaerbeek (train station, Brussels): ")


def test_ride_is_drawn_where_the_course_of_its_line_is_known(client: Client) -> None:
    way = get(client, "/en/spaces/koekeltech/", **{"from": "Heysel"}).one("section", id="way")

    pictures = [figure.one("img") for figure in way.all("figure")]
    (ride,) = [picture for picture in pictures if "/map/ride/" in picture["src"]]
    answer = client.get(ride["src"])
    assert RIDE in ride["alt"]
    assert answer.status_code == 200
    assert 'class="line way"' in answer.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "F3DJD/6/50.89701,4.33577",  # no stop
        "F3DJD/99/50.89700,4.33577",  # no line of it
        "22222/6/50.89700,4.33577",
        "F3DJD/6/50.897,4.33577",
        "F3DJD/6/nan,nan",
    ],
)
def test_ride_that_there_is_not_has_no_picture(client: Client, path: str) -> None:
    assert client.get(f"/map/ride/fr/{path}.svg").status_code == 404
