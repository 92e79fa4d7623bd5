"""The history of a listing: who changed what, in every language, and the way back."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from spaces import history
from spaces.models import Closure, Service, Space
from tests.factories import ClosureFactory
from tests.pages import Element, read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db


def changes(client: Client, space: Space) -> list[Element]:
    page = read(client.get(desk.address(Space, "history", space.pk)))
    return page.one("table").one("tbody").all("tr")


def back(client: Client, space: Space, record: Any) -> Any:
    key = f"{record.instance_type.__name__.lower()}-{record.history_id}"
    return client.post(desk.address(Space, "put_back", space.pk, key))


def test_history_shows_a_change_of_the_dutch_name_alone(chief: Client, space: Space) -> None:
    desk.save(chief, space, name_nl="De nieuwe naam")

    latest = changes(chief, space)[0]

    assert "De nieuwe naam" in latest.text
    assert "admin" in latest.text
    assert [term.text for term in latest.all("strong")] == ["Name [nl]"]


def test_history_shows_choices_and_services_in_words(chief: Client, space: Space) -> None:
    other = Service.objects.get(code="internet")

    desk.save(chief, space, cost="paid", services=[str(other.pk)])

    told = " ".join(row.text for row in changes(chief, space))
    assert str(Space.Cost.PAID.label) in told
    assert "Go online" in told


def test_putting_back_a_dutch_name_keeps_every_other_text(chief: Client, space: Space) -> None:
    before = desk.stored(space)
    space.save()
    first = space.history.first()  # type: ignore[attr-defined]
    desk.save(chief, space, name_nl="De nieuwe naam", description_en="Other words.")

    assert back(chief, space, first).status_code == 302

    after = desk.stored(space)
    assert {name: after[name] for name in before if name != "search_key"} == {
        name: before[name] for name in before if name != "search_key"
    }


def test_putting_back_brings_the_services_too(chief: Client, space: Space) -> None:
    space.save()
    first = space.history.first()  # type: ignore[attr-defined]
    services = set(space.services.all())
    space.services.set([Service.objects.get(code="internet")])

    back(chief, space, first)

    assert services
    assert set(space.services.all()) == services


def test_a_deleted_closure_comes_back(chief: Client, space: Space) -> None:
    closure = ClosureFactory(space=space, reason_fr="Vacances")
    record = Closure.history.get()  # type: ignore[attr-defined]
    closure.delete()

    assert "Deleted" in changes(chief, space)[0].text
    back(chief, space, record)

    assert Closure.objects.get().reason_fr == "Vacances"


def test_a_state_that_is_refused_today_does_not_come_back(chief: Client, space: Space) -> None:
    space.save()
    first = space.history.first()  # type: ignore[attr-defined]
    type(first).objects.filter(pk=first.pk).update(opening_hours="never")
    desk.save(chief, space, name_nl="De nieuwe naam")
    key = f"space-{first.history_id}"

    response = chief.post(desk.address(Space, "put_back", space.pk, key))

    assert "cannot come back" in " ".join(desk.messages(response))
    space.refresh_from_db()
    assert space.name_nl == "De nieuwe naam"


def test_reading_before_going_back_changes_nothing(chief: Client, space: Space) -> None:
    space.save()
    first = space.history.first()  # type: ignore[attr-defined]
    desk.save(chief, space, name_nl="De nieuwe naam")

    page = read(chief.get(desk.address(Space, "put_back", space.pk, f"space-{first.history_id}")))

    assert [entry.text for entry in page.all("del")] == ["before: De nieuwe naam"]
    space.refresh_from_db()
    assert space.name_nl == "De nieuwe naam"


@pytest.mark.parametrize("key", ["space-999999", "closure-1", "nothing", "space-"])
def test_a_state_that_never_was_is_not_found(chief: Client, space: Space, key: str) -> None:
    assert chief.get(desk.address(Space, "put_back", space.pk, key)).status_code == 404


def test_whoever_may_only_look_cannot_put_back(staff: Client, space: Space) -> None:
    somebody = User.objects.get(username="somebody")
    may_look = ("view_space", "view_every_space")
    somebody.user_permissions.set(Permission.objects.filter(codename__in=may_look))
    space.save()
    first = space.history.first()  # type: ignore[attr-defined]
    space.save()

    assert staff.get(desk.address(Space, "history", space.pk)).status_code == 200
    assert back(staff, space, first).status_code == 403


def test_beginning_notes_what_was_there_once_only(space: Space) -> None:
    Space.history.all().delete()  # type: ignore[attr-defined]

    history.begin()
    history.begin()

    record = space.history.get()  # type: ignore[attr-defined]
    assert {str(row.service) for row in record.services.all()} == set(
        map(str, space.services.all())
    )
    assert Service.history.count() == Service.objects.count()  # type: ignore[attr-defined]
