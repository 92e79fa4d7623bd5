"""A space's point and its address: found by an outside service, which may be off or down."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from spaces.gazetteer import geocoding
from spaces.models import Space
from tests.factories import SpaceFactory
from tests.pages import read
from tests.spaces.admin import desk
from tests.standins import StandIn, urbis, urbis_answer

pytestmark = pytest.mark.django_db

ADDRESS = {
    "street_fr": "Rue Haute",
    "street_nl": "Hoogstraat",
    "house_number": "12",
    "postal_code": "1000",
    "municipality": "Ville de Bruxelles",
}
FAR = "The point is 590 metres from the address, which is at 50.84190, 4.34890. Is it right?"
SILENT = "The address service does not answer"


@pytest.fixture
def server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """Let the desk ask a local server that stands in for the service."""
    with StandIn() as stand_in:
        settings.GEOCODER = "urbis"
        settings.GEOCODER_URL = stand_in.url
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        geocoding.forget()
        yield stand_in
    geocoding.forget()


def find(client: Client, **address: str) -> Any:
    return client.get(reverse("admin:spaces_space_find_point"), address)


def said(client: Client, space: Space, **changes: str) -> list[str]:
    """Save a form; return what the desk says, the success apart."""
    response = desk.save(client, space, **changes)
    assert response.status_code == 302, desk.problems(response)
    return desk.messages(client.get(response["Location"]))[1:]


def test_point_is_found_from_the_address(chief: Client, server: StandIn) -> None:
    found = find(chief, **ADDRESS).json()

    assert (found["lat"], found["lng"]) == (50.8419, 4.3489)
    assert found["words"] == "Found: Rue Haute 12, 1000 Bruxelles"
    assert server.asked[0]["address"] == "Rue Haute 12, 1000 Ville de Bruxelles"


def test_dutch_street_is_asked_for_in_dutch(chief: Client, server: StandIn) -> None:
    find(chief, **ADDRESS | {"street_fr": " "})

    assert server.asked[0]["address"] == "Hoogstraat 12, 1000 Ville de Bruxelles"
    assert server.asked[0]["language"] == "nl"


def test_address_without_a_street_is_not_asked_for(chief: Client, server: StandIn) -> None:
    found = find(chief, postal_code="1000").json()

    assert found == {"words": "Write the street first."}
    assert server.asked == []


def test_find_says_that_an_address_is_not_known(chief: Client, server: StandIn) -> None:
    server.answer(urbis_answer(urbis(score=12)))

    assert "does not know this address" in find(chief, **ADDRESS).json()["words"]


def test_find_says_that_the_service_is_down(chief: Client, server: StandIn) -> None:
    server.answer(b"<html>", status=500)

    assert SILENT in find(chief, **ADDRESS).json()["words"]


def test_find_says_that_no_service_is_set_up(chief: Client) -> None:
    assert "No address service is set up" in find(chief, **ADDRESS).json()["words"]


def test_find_is_for_staff_who_see_spaces(staff: Client) -> None:
    assert find(staff, **ADDRESS).status_code == 403


def test_form_offers_to_find_the_point(chief: Client, space: Space) -> None:
    page = read(chief.get(desk.address(Space, "change", space.pk)))

    assert page.one("button", data_dps_find=True).has("hidden", True)
    settings = str(page.one("script", id="point-picker-settings").children)
    assert reverse("admin:spaces_space_find_point") in settings


# --- after saving ---------------------------------------------------------------------------


def test_point_far_from_its_address_is_doubted_and_saved(chief: Client, server: StandIn) -> None:
    space = SpaceFactory()

    assert said(chief, space, house_number="14") == [FAR]

    space.refresh_from_db()
    assert space.house_number == "14"


def test_point_near_its_address_is_not_doubted(chief: Client, server: StandIn) -> None:
    assert said(chief, SpaceFactory(), latitude="50.8425", longitude="4.3500") == []
    assert len(server.asked) == 1


def test_address_that_nobody_touched_is_not_asked_for(chief: Client, server: StandIn) -> None:
    assert said(chief, SpaceFactory(), phone="+3225550199") == []
    assert server.asked == []


def test_point_just_outside_its_municipality_is_doubted(chief: Client) -> None:
    doubts = said(chief, SpaceFactory(), latitude="50.8379", longitude="4.3408")

    assert doubts == ["The point is just outside Brussels. Is it right?"]


def test_save_says_that_the_service_is_down(chief: Client, server: StandIn) -> None:
    server.answer(b"", status=503)

    (words,) = said(chief, SpaceFactory(), house_number="14")

    assert words.startswith(SILENT)


def test_save_asks_nobody_where_no_service_is_set_up(chief: Client) -> None:
    assert said(chief, SpaceFactory(), house_number="14") == []


@pytest.mark.django_db(transaction=True)
def test_service_is_asked_once_nothing_is_locked(
    chief: Client, server: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def resolve(*_address: str) -> geocoding.Answer:
        asked.append(connection.in_atomic_block)
        return geocoding.Answer(geocoding.State.NOT_FOUND)

    monkeypatch.setattr(geocoding, "resolve", resolve)
    said(chief, SpaceFactory(street_fr="Rue Haute"), latitude="50.8471")

    assert asked == [False]
