"""The title of the results: what, where and how many, and nothing that the list does not hold."""

import pytest
from django.test import Client

from tests.factories import SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def get(client: Client, query: str = "") -> Element:
    return read(client.get(f"/en/spaces/?{query}"))


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "2 places"),
        ("q=1081", "Near Koekelberg: 2 places"),
        ("lat=50.847&lng=4.353", "Near you: 2 places"),
        ("free=1", "1 place"),
        ("free=1&q=1081", "Near Koekelberg: 1 place"),
        ("need=use_a_computer&q=Ixelles", "Use a computer near Ixelles: 0 places"),
        ("service=printing&municipality=21004", "Print in Brussels: 0 places"),
        ("q=Simonis&bbox=4.30,50.84,4.40,50.88", "In this part of the map: 2 places"),
        ("open=now", "2 places open now"),
        ("open=2026-12-20T10:00&q=1081", "Near Koekelberg. Nothing is open then. These open next."),
        ("language=ar", "0 places"),
    ],
)
def test_title_says_what_where_and_how_many(
    client: Client, no_listings: None, query: str, title: str
) -> None:
    SpaceFactory(cost="free", opening_hours="Mo-Fr 09:00-17:00")
    SpaceFactory(cost="paid", opening_hours="Mo-Fr 09:00-17:00")

    page = get(client, query)

    assert page.one("h1").text == title
    assert page.one("title").text.startswith(f"{title} · ")


def test_title_tells_examples_apart(client: Client, no_listings: None) -> None:
    SpaceFactory()
    SpaceFactory.create_batch(2, sample=True)

    assert get(client).one("h1").text == "1 place and 2 examples"


@pytest.mark.parametrize(
    ("place", "title"),
    [("Ixelles", "Près d’Ixelles : "), ("Flagey", "Près de Flagey : ")],
)
def test_title_in_french_shortens_before_a_vowel(client: Client, place: str, title: str) -> None:
    page = read(client.get(f"/fr/espaces/?q={place}"))

    assert page.one("h1").text.replace("\N{NO-BREAK SPACE}", " ").startswith(title)
