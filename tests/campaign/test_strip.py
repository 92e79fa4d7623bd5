"""A space's page for whoever comes from a poster: who sent them, and who else is open."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from campaign.models import Character, Poster
from spaces.models import DataVersion
from tests.factories import DAY_AND_NIGHT, CharacterFactory, PosterFactory, SpaceFactory
from tests.pages import Element, read
from tests.spaces.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

CODE = "ZYXWV"


@pytest.fixture(autouse=True)
def poster(no_listings: None) -> Poster:
    """Make a poster, and the space that it leads to."""
    SpaceFactory(slug="here", name_en="Here", with_hours=True)
    who = CharacterFactory(name="Salima", palette=Character.Palette.CORAL)
    return PosterFactory(code=CODE, character=who)


def page_of(client: Client, query: str = f"?poster={CODE}") -> Element:
    response = client.get(f"/en/spaces/here/{query}")
    assert response.status_code == 200
    return read(response)


def others(page: Element) -> list[tuple[str, str]]:
    items = page.one("section", class_="next-open").all("li")
    return [(item.all("a")[0].text, item.one(class_="status").text) for item in items]


def test_strip_names_the_character_in_its_colour(client: Client) -> None:
    page = page_of(client)

    strip = page.one("aside", class_="on-colour")
    assert strip.has("class", "palette--coral")
    assert "Salima found help in a place like this." in strip.text
    assert strip.one("img")["src"].endswith("campaign/salima.svg")


def test_space_comes_first_with_its_hours_now(client: Client) -> None:
    SpaceFactory(name_en="There")
    page = page_of(client)

    assert page.one("h1").text == "Here"
    assert page.one(class_="big-status").text == "Open now, until 17:00"
    words = page.one("main").text
    assert words.index("Open now, until 17:00") < words.index("Other places: first those that help")


def test_next_three_open_follow_the_nearest_first(client: Client) -> None:
    for north, name in enumerate("ABCD", start=1):
        hours = {"A": "Mo-Fr 14:00-17:00", "B": DAY_AND_NIGHT}.get(name, "Mo-Fr 09:00-12:00")
        SpaceFactory(name_en=name, opening_hours=hours, latitude=50.8467 + north / 1000)
    SpaceFactory(name_en="Invented", opening_hours=DAY_AND_NIGHT, sample=True)
    SpaceFactory(name_en="Draft", opening_hours=DAY_AND_NIGHT, draft=True)

    assert others(page_of(client)) == [
        ("B", "Open day and night"),
        ("C", "Open now, until 12:00"),
        ("D", "Open now, until 12:00"),
    ]


def test_what_opens_next_follows_where_nothing_is_open(client: Client, clock: Clock) -> None:
    clock.set("2026-12-16 20:00")
    SpaceFactory(name_en="Unknown", latitude=50.8468)
    SpaceFactory(name_en="Friday", opening_hours="Fr 09:00-17:00", latitude=50.8469)
    SpaceFactory(name_en="Far", opening_hours="Th 09:00-17:00", latitude=50.8667)
    SpaceFactory(name_en="Near", opening_hours="Th 10:00-17:00", latitude=50.8567)

    assert [name for name, _hours in others(page_of(client))] == ["Near", "Far", "Friday"]


def test_words_about_the_others_are_true_at_every_opening(client: Client, clock: Clock) -> None:
    for latitude in (50.8477, 50.8487, 50.8667, 50.8667):
        SpaceFactory(opening_hours=DAY_AND_NIGHT, latitude=latitude)
    SpaceFactory(name_en="Late", opening_hours="We 11:00-12:00", latitude=50.8497)
    before = others(page_of(client))

    clock.set("2026-12-16 11:00")
    after = others(page_of(client))

    assert "Late" not in [name for name, _hours in before]
    assert after[2] == ("Late", "Open now, until 12:00")


def test_list_of_neighbours_is_not_shown_twice(client: Client) -> None:
    SpaceFactory(name_en="A")

    assert len(page_of(client).all("ul", class_="near")) == 1
    assert len(page_of(client, "").all("ul", class_="near")) == 1


@pytest.mark.parametrize(
    "query", ["", "?poster=", "?poster=22222", "?poster=%00", "?poster=<b>", "?poster=ZYXWVV"]
)
def test_page_without_a_known_poster_has_no_strip(client: Client, query: str) -> None:
    page = page_of(client, query)

    assert page.all("aside", class_="on-colour") == []
    assert page.all("section", class_="next-open") == []


def test_code_in_the_address_is_read_in_any_case(client: Client) -> None:
    assert page_of(client, f"?poster={CODE.lower()}").one("aside", class_="on-colour")


def test_page_from_a_poster_takes_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/en/")  # loads the directory
    page_of(client, "?poster=22222")  # and the campaigns

    with django_assert_num_queries(1):
        page_of(client)
    with django_assert_num_queries(1):
        page_of(client)
    with django_assert_num_queries(1):
        client.get(f"/en/poster/{CODE}/")


def test_poster_that_changes_changes_the_page(client: Client, poster: Poster) -> None:
    page_of(client)
    before = DataVersion.current()

    poster.character.name = "Salma"
    poster.character.save()

    assert DataVersion.current() != before
    assert "Salma found help" in page_of(client).text
