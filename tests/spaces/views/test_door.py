"""The map of a door: at an address of its own, and on the page of its space."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from spaces.models import Space
from tests.factories import AccessFeatureFactory, PlaceFactory, SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

AT_THE_EDGE = {"latitude": 50.9187, "longitude": 4.3525}  # of the Region, far from real stops
SVG = "{http://www.w3.org/2000/svg}"


def picture_of(client: Client, space: Space, language: str = "fr") -> str:
    response = client.get(f"/map/door/{language}/{space.code}.svg")
    assert response.status_code == 200
    return response.content.decode()


def words_of(picture: str) -> list[str]:
    return [text.text or "" for text in ET.fromstring(picture).iter(f"{SVG}text")]  # noqa: S314


def figure_of(client: Client, space: Space, language: str = "en/spaces") -> Element:
    return read(client.get(f"/{language}/{space.slug}/")).one("section", id="way").one("figure")


# --- the picture --------------------------------------------------------------------------------


def test_picture_names_the_stops_and_their_lines(client: Client) -> None:
    PlaceFactory(name_fr="Place", name_nl="Plein", lines=["1", "95"], latitude=50.917)
    space = SpaceFactory(**AT_THE_EDGE)

    in_french, in_both = (words_of(picture_of(client, space, code)) for code in ("fr", "fr-nl"))

    assert {"Place", "1 · 95"} <= set(in_french)
    assert "Plein" not in in_french
    assert {"Place", "Plein", "1 · 95"} <= set(in_both)


def test_picture_of_an_unknown_point_is_of_the_municipality(client: Client) -> None:
    door, nowhere = SpaceFactory(), SpaceFactory(nowhere=True)
    invented, example = SpaceFactory(sample_fields=["location"]), SpaceFactory(sample=True)

    assert 'class="pin"' in picture_of(client, door)
    assert 'class="pin' not in picture_of(client, nowhere)
    for space in (invented, example):
        picture = picture_of(client, space)
        assert 'class="pin hollow"' in picture
        assert 'class="line town"' in picture


def test_picture_of_a_real_site_has_no_invented_point(client: Client, settings: Settings) -> None:
    settings.SAMPLE_DATA = "hide"

    assert "pin hollow" not in picture_of(client, SpaceFactory(sample_fields=["location"]))


def test_picture_is_one_of_what_is_published(client: Client) -> None:
    draft, closed = SpaceFactory(draft=True), SpaceFactory(closed_for_good=True)
    space = SpaceFactory()
    wrong = [
        f"fr/{draft.code}",
        f"fr/{closed.code}",
        "fr/22222",
        f"fr/{space.code.lower()}",
        f"en/{space.code}",
        f"fr/{space.code}%00",
        f"fr/{space.code * 100}",
        f"fr/..%2F{space.code}",
    ]

    for path in wrong:
        assert client.get(f"/map/door/{path}.svg").status_code == 404, path


@pytest.mark.sql
def test_picture_runs_nothing_and_is_kept_until_the_data_change(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    space = SpaceFactory()
    path = f"/map/door/nl/{space.code}.svg"

    first = client.get(path)
    with django_assert_num_queries(1):  # the data version
        again = client.get(path, headers={"If-None-Match": first["ETag"]})
    space.latitude += 0.001
    space.save()
    moved = client.get(path, headers={"If-None-Match": first["ETag"]})

    policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    assert first["Content-Security-Policy"] == policy
    assert first["Content-Language"] == "nl"
    assert first["Cache-Control"].startswith("public, max-age=")
    assert (again.status_code, moved.status_code) == (304, 200)


# --- on the page --------------------------------------------------------------------------------


def test_page_shows_the_map_and_says_it_in_words(client: Client) -> None:
    PlaceFactory(name_fr="Place", lines=["1", "95"], latitude=50.917)
    space = SpaceFactory(**AT_THE_EDGE)

    figure = figure_of(client, space)

    image = figure.one("img")
    assert image["src"] == f"/map/door/fr-nl/{space.code}.svg"
    assert image["alt"] == "Map: Rue Haute 12, 1000 Brussels. Stops nearby: Place (lines 1, 95)."
    assert (image["width"], image["height"]) == ("320", "280")
    assert figure.one("a")["href"] == "https://www.openstreetmap.org/copyright"
    assert figure.one("a").text == "© OpenStreetMap contributors"


def test_map_of_a_page_has_its_language(client: Client) -> None:
    space = SpaceFactory()

    assert "/door/fr/" in figure_of(client, space, "fr/espaces").one("img")["src"]
    assert "/door/nl/" in figure_of(client, space, "nl/ruimtes").one("img")["src"]
    assert "/door/fr-nl/" in figure_of(client, space, "ar/spaces").one("img")["src"]


@pytest.mark.parametrize("facts", [{"nowhere": True}, {"sample_fields": ["location"]}])
def test_page_says_that_the_map_shows_the_municipality(
    client: Client, facts: dict[str, Any]
) -> None:
    PlaceFactory()

    figure = figure_of(client, SpaceFactory(**facts))

    assert figure.one("img")["alt"] == "Map: Brussels (1000)."
    assert "The map shows the whole municipality" in figure.text
    assert "The map shows" not in figure_of(client, SpaceFactory()).text


def test_easy_page_shows_the_map_with_the_way(client: Client) -> None:
    space = SpaceFactory()

    page = read(client.get(f"/en/spaces/{space.slug}/easy/"))

    (way,) = (part for part in page.all("section") if part.all("figure"))
    assert way.one("h2").text == "How to get there"
    assert way.one("img")["src"] == f"/map/door/fr-nl/{space.code}.svg"
    assert "Rue Haute 12" in way.one("img")["alt"]


def test_page_says_what_is_known_of_the_way_in(client: Client) -> None:
    space, unknown = SpaceFactory(), SpaceFactory()
    AccessFeatureFactory(space=space, feature="step_free", value="yes", note_en="ring at no. 3")
    AccessFeatureFactory(space=unknown, feature="step_free", value="unknown")

    said, unsaid = (
        read(client.get(f"/en/spaces/{each.slug}/")).one("section", id="way").text
        for each in (space, unknown)
    )

    assert "There is no step at the door: ring at no. 3." in said
    assert "step" not in unsaid
