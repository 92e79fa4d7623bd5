"""The first page: where are you, what do you want to do; and the choice of a language before it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spaces.models import Municipality, Need
from tests.factories import SpaceFactory
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_home_asks_where_one_is(client: Client) -> None:
    form = read(client.get("/en/")).one("form", role="search")

    assert form["action"] == "/en/spaces/"
    assert form["method"] == "get"
    assert form.one("label", for_="where").text == "What do you need, and where?"
    assert form.one("input", name="q")["type"] == "search"


def test_home_offers_each_need_in_words(client: Client) -> None:
    needs = read(client.get("/en/")).one("section", aria_labelledby="needs").one("ul").all("a")

    assert [link.text for link in needs] == [need.phrase for need in Need.objects.all()]
    assert {client.get(link["href"]).status_code for link in needs} == {200}


def test_home_offers_each_municipality_in_the_order_of_the_reader(client: Client) -> None:
    towns = {
        code: [
            link.text
            for link in read(client.get(f"/{code}/")).one(aria_labelledby="towns").all("a")
        ]
        for code in ("fr", "nl")
    }

    assert len(towns["fr"]) == Municipality.objects.count() == 19
    assert towns["fr"] == sorted(towns["fr"])
    assert towns["nl"] == sorted(towns["nl"])
    assert towns["fr"] != towns["nl"]


def test_home_leads_to_the_spaces_of_a_municipality(client: Client, no_listings: None) -> None:
    SpaceFactory(name_en="Here")
    links = read(client.get("/en/")).one(aria_labelledby="towns").all("a")
    brussels = next(link for link in links if link.text == "Brussels")

    page = read(client.get(brussels["href"]))

    assert page.one("h1").text == "In Brussels: 1 place"
    assert "Here" in page.text


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(1, "There is 1 place in Brussels."), (2, "There are 2 places in Brussels.")],
)
def test_home_counts_the_places(
    client: Client, no_listings: None, count: int, sentence: str
) -> None:
    SpaceFactory.create_batch(count)

    assert sentence in read(client.get("/en/")).text


def test_home_shows_the_help_line_only_where_there_is_one(client: Client, settings) -> None:  # type: ignore[no-untyped-def]
    before = read(client.get("/nl/")).all("a", class_="help-line")
    settings.HELP_LINE = "+3225550199"

    after = read(client.get("/fr/")).one("a", class_="help-line")

    assert before == []
    assert after["href"] == "tel:+3225550199"
    assert "02 555 01 99" in after.text


def test_home_takes_one_query_once_the_directory_is_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/fr/")

    with django_assert_num_queries(1):
        client.get("/nl/")


# --- before it ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "address"),
    [
        ("fr", "/fr/"),
        ("nl", "/nl/"),
        ("en", "/en/"),
        ("fr-BE,fr;q=0.9,en;q=0.8", "/fr/"),
        ("nl-BE", "/nl/"),
        ("EN-us", "/en/"),
        ("de,nl;q=0.5,fr;q=0.9", "/fr/"),
        ("fr;q=0.2, nl;q=0.9", "/nl/"),
        ("tr,ar;q=0.9,en;q=0.1", "/ar/"),
        ("ar-MA", "/ar/"),
        ("fr;q=0, nl;q=0.1", "/nl/"),
    ],
)
def test_visitor_is_sent_to_the_language_that_the_browser_prefers(
    client: Client, header: str, address: str
) -> None:
    response = client.get("/", headers={"Accept-Language": header})

    assert response.status_code == 302
    assert response["Location"] == address
    assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize(
    "header",
    [
        "de",
        "de-DE,tr;q=0.9",
        "",
        "*",
        ";;;q=,",
        "fr;q=0",
        "\x00\xff",
        "x" * 10_000,
        "f" * 400 + ",r",
    ],
)
def test_visitor_whose_browser_names_none_of_ours_chooses(client: Client, header: str) -> None:
    response = client.get("/", headers={"Accept-Language": header})

    page = read(response)
    assert response.status_code == 200
    assert [(link["href"], link["lang"], link.text) for link in page.all("a")] == [
        ("/fr/", "fr", "Français"),
        ("/nl/", "nl", "Nederlands"),
        ("/en/", "en", "English"),
        ("/ar/", "ar", "العربية"),
    ]
    assert "Accept-Language" in response["Vary"]


def test_choice_of_a_language_needs_no_database(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        client.get("/", headers={"Accept-Language": "de"})
