"""Places of which nobody told us whether they fit: never lost, one tap away, and honest."""

import pytest
from django.test import Client

from tests.factories import SpaceFactory
from tests.pages import read, slugs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]


def test_places_of_which_it_is_not_known_are_one_tap_from_the_guide(client: Client) -> None:
    SpaceFactory(slug="free", cost="free", access={"lift": "yes"})
    SpaceFactory(cost="free", access={"lift": "no"})
    SpaceFactory(slug="perhaps")

    page = read(client.get("/en/guide/more/?free=1"))
    link = next(link for link in page.all("a") if link.text == "See that place")

    assert link["href"] == "/en/spaces/?free=1&to_check=1"
    assert slugs(read(client.get(link["href"]))) == ["perhaps"]


def test_places_of_which_it_is_not_known_are_one_tap_from_the_results(client: Client) -> None:
    SpaceFactory(slug="free", cost="free")
    SpaceFactory(slug="paid", cost="paid")
    SpaceFactory(slug="example", sample=True)
    SpaceFactory.create_batch(3)

    leads_to = read(client.get("/en/spaces/?q=1000&free=1")).one(
        "a", href="?q=1000&free=1&to_check=1"
    )
    page = read(client.get("/en/spaces/" + leads_to["href"]))

    assert leads_to.text == "See these 3 places"
    assert page.one("h1").text == "Near Brussels: 3 places to check"
    assert not {"free", "paid", "example"} & set(slugs(page))
    assert "Ask first: each says whom." in page.text
    back = [link.text for link in page.all("a", href="?q=1000&free=1")]
    assert "Back to the places that have it" in back
