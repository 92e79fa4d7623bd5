"""Two people edit one listing: the second is told, and nobody's words are lost."""

from typing import Any

import pytest
from django.test import Client

from spaces.models import Space
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(chief: Client, space: Space) -> dict[str, Any]:
    """Open the form, and let somebody else change the phone and the services meanwhile."""
    space.save()
    where = desk.address(Space, "change", space.pk)
    form = desk.filled(desk.form_of(read(chief.get(where)), Space))
    desk.save(chief, space, phone="+32 2 279 22 11", description_nl="Van de andere.")
    return form


def send(client: Client, space: Space, form: dict[str, Any]) -> Any:
    return client.post(desk.address(Space, "change", space.pk), form)


def test_a_late_save_is_refused(chief: Client, space: Space, opened: dict[str, Any]) -> None:
    response = send(chief, space, opened | {"name_fr": "Mon nouveau nom"})

    assert "Somebody else saved this meanwhile." in " ".join(desk.problems(response))
    space.refresh_from_db()
    assert space.name_fr != "Mon nouveau nom"


def test_a_late_save_shows_what_changed(
    chief: Client, space: Space, opened: dict[str, Any]
) -> None:
    response = send(chief, space, opened | {"description_nl": "Van mij."})

    rows = read(response).one("div", class_="clashes").one("tbody").all("tr")
    told = {row.one("th").text: [cell.text for cell in row.all("td")] for row in rows}
    assert told["Description [nl]"][-1] == "yours: look at it"
    assert told["Phone"][-1] == "the new value"
    assert "+3222792211" in told["Phone"][1]


def test_sending_again_keeps_both_peoples_work(
    chief: Client, space: Space, opened: dict[str, Any]
) -> None:
    response = send(chief, space, opened | {"name_fr": "Mon nouveau nom"})
    again = desk.filled(desk.form_of(read(response), Space))

    assert send(chief, space, again).status_code == 302

    space.refresh_from_db()
    assert space.name_fr == "Mon nouveau nom"
    assert space.phone == "+3222792211"
    assert space.description_nl == "Van de andere."


@pytest.mark.parametrize("opened_on", ["", "x", "0-0-0", "99999999999999999999-1-1"])
def test_a_made_up_state_loses_nothing(
    chief: Client, space: Space, opened: dict[str, Any], opened_on: str
) -> None:
    response = send(chief, space, opened | {"opened_on": opened_on, "name_fr": "Un autre nom"})

    assert response.status_code in (200, 302)
    if response.status_code == 200:
        assert desk.filled(desk.form_of(read(response), Space))["name_fr"] == "Un autre nom"
