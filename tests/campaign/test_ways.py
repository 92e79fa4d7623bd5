"""The way from a poster to a space: its map and its words, where one would walk it."""

import pytest
from django.test import Client

from campaign.models import Poster
from spaces.models import Space
from tests.factories import PosterFactory, SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

NORTH = 0.0045  # degrees of latitude: 500 m


@pytest.fixture
def poster() -> Poster:
    return PosterFactory()


def space_at(metres: float, **facts: object) -> Space:
    return SpaceFactory(latitude=50.8467 + metres / 500 * NORTH, **facts)


def map_of(client: Client, poster: Poster, space: Space) -> int:
    return client.get(f"/map/poster/fr/{poster.code}/{space.code}.svg").status_code


def sections(client: Client, poster: Poster, space: Space) -> list[Element]:
    page = read(client.get(f"/en/spaces/{space.slug}/?poster={poster.code}"))
    return page.all("section", class_="from-poster")


def test_page_shows_the_way_from_the_poster(client: Client, poster: Poster) -> None:
    space = space_at(500)

    (section,) = sections(client, poster, space)

    assert section.one("h2").text == "From this poster"
    assert section.one(class_="lead").text == "500 m · 9 minutes on foot"
    image = section.one("img")
    assert image["src"] == f"/map/poster/fr-nl/{poster.code}/{space.code}.svg"
    words = image["alt"].replace("\N{NO-BREAK SPACE}", " ")
    assert words == (
        "Map: from the poster to Rue Haute 12, 1000 Brussels, 500 m · 9 minutes on foot."
    )


def test_map_shows_the_poster_and_the_place(client: Client, poster: Poster) -> None:
    for metres in (60, 500, 1700, -1700):
        space = space_at(metres)

        picture = client.get(f"/map/poster/nl/{poster.code}/{space.code}.svg")

        assert picture["Content-Security-Policy"].startswith("default-src 'none'")
        assert b'class="start"' in picture.content
        assert b'class="pin"' in picture.content


@pytest.mark.parametrize(
    "facts",
    [
        {"sample_fields": ["location"]},
        {"latitude": None, "longitude": None},
        {"latitude": 50.8467},
    ],
)
def test_no_way_leads_to_what_is_right_there_or_not_known(
    client: Client, poster: Poster, facts: dict[str, object]
) -> None:
    space = SpaceFactory(**facts)

    assert sections(client, poster, space) == []
    assert map_of(client, poster, space) == 404


def test_what_is_far_has_its_distance_and_no_map(client: Client, poster: Poster) -> None:
    space = space_at(2900)

    (section,) = sections(client, poster, space)

    words = section.text.replace("\N{NO-BREAK SPACE}", " ")
    assert words == "From this poster 2.9 km · 50 minutes on foot That is far on foot."
    assert map_of(client, poster, space) == 404


def test_no_way_begins_at_a_poster_whose_place_is_not_known(client: Client) -> None:
    space = space_at(500)
    poster = PosterFactory(latitude=None, longitude=None, space=space, target="space")

    assert sections(client, poster, space) == []
    assert map_of(client, poster, space) == 404


def test_map_of_the_way_is_of_what_is_published(client: Client, poster: Poster) -> None:
    draft, closed = space_at(100, draft=True), space_at(100, closed_for_good=True)
    sample = space_at(100, sample=True)

    for space in (draft, closed, sample):
        assert map_of(client, poster, space) == 404
    for path in (f"{poster.code}/22222", f"22222/{draft.code}", "x/y", f"{poster.code}/%00"):
        assert client.get(f"/map/poster/fr/{path}.svg").status_code == 404
