"""Why a place is in the list: somebody helps, one does it oneself, or one asks."""

import pytest
from django.test import Client

from config.languages import LANGUAGES
from tests.factories import SpaceFactory
from tests.pages import Element, read, slugs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]


def get(client: Client, query: str, language: str = "en") -> Element:
    path = {"fr": "espaces", "nl": "ruimtes"}.get(language, "spaces")
    return read(client.get(f"/{language}/{path}/?{query}"))


def why(page: Element) -> dict[str, str]:
    """Return what each card says of why it is there."""
    return {
        card["data-dps-space"]: " ".join(
            line.text.partition(" · ")[0] for line in card.all("p", class_="why")
        )
        for card in page.all("li", class_="result")
    }


def test_card_says_how_well_the_place_meets_the_need(client: Client) -> None:
    SpaceFactory(slug="helps", services=["help_with_procedures"])
    SpaceFactory(slug="online", services=["internet"])

    assert why(get(client, "need=find_work")) == {
        "helps": "They sit beside you for this",
        "online": "You can do it here yourself",
    }
    assert set(why(get(client, "service=internet")).values()) == {""}


def test_card_leads_to_what_one_shows_at_its_counter(client: Client) -> None:
    SpaceFactory(slug="helps", services=["help_with_procedures"])

    card = get(client, "need=fill_in_a_form&topic=itsme").one("li", class_="result")

    shown = card.one("p", class_="why").one("a")
    assert shown["href"] == "/en/spaces/helps/card/?need=fill_in_a_form&topic=itsme"


def test_sheet_is_made_for_what_was_asked(client: Client) -> None:
    SpaceFactory(slug="helps", services=["help_with_procedures"])

    form = get(client, "need=fill_in_a_form&topic=itsme").one("form", id="sheet")

    hidden = {field["name"]: field["value"] for field in form.all("input", type="hidden")}
    assert hidden == {"need": "fill_in_a_form", "topic": "itsme"}


def test_places_where_somebody_helps_are_counted_apart(client: Client) -> None:
    SpaceFactory(slug="helps", services=["help_with_procedures"])
    SpaceFactory.create_batch(2, services=["internet"])
    SpaceFactory(sample=True, services=["help_with_procedures"])

    words = "In 1 of these 3 places somebody sits beside you."

    assert words in get(client, "need=find_work").text
    assert "somebody sits beside you" not in get(client, "need=fill_in_a_form").text


def test_programs_are_told_how_well_a_place_meets_the_need(client: Client) -> None:
    SpaceFactory(services=["internet"])

    answer = client.get("/api/spaces.geojson?need=find_work").json()

    assert [each["properties"]["strength"] for each in answer["features"]] == ["yourself"]


def test_place_of_which_nobody_says_so_is_apart_and_says_to_ask(client: Client) -> None:
    SpaceFactory(slug="helps", services=["help_with_procedures"])
    SpaceFactory(slug="teaches", services=["training"])

    sure = get(client, "need=use_my_banks_app")
    to_check = get(client, "need=use_my_banks_app&to_check=1")

    assert slugs(sure) == ["helps"]
    assert why(to_check) == {"teaches": "Ask first"}


def test_card_says_why_in_every_language(client: Client) -> None:
    SpaceFactory(slug="helps", services=["help_with_procedures"])

    said = {code: why(get(client, "need=find_work", code))["helps"] for code in LANGUAGES}

    assert len(set(said.values())) == len(LANGUAGES)
