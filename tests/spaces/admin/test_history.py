"""The history of a listing: who changed what, in every language, and the way back."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from spaces.curation import history
from spaces.models import AccessFeature, Closure, Service, Space
from tests.factories import ClosureFactory, OperatorFactory, SpaceFactory
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


def test_history_asks_as_much_for_fifty_changes_as_for_ten(
    chief: Client, space: Space, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    def change(number: int) -> None:
        space.phone = f"+322279{number:04}"
        space.operator = OperatorFactory()
        space.save()
        space.services.set(Service.objects.all()[number % 3 : number % 3 + 2])
        AccessFeature.objects.update_or_create(
            space=space, feature="lift", defaults={"note_fr": f"Note {number}"}
        )

    for number in range(3):
        change(number)
    where = desk.address(Space, "history", space.pk)
    chief.get(where)
    with CaptureQueriesContext(connection) as few:
        chief.get(where)
    for number in range(3, 18):
        change(number)

    with django_assert_max_num_queries(len(few)):
        rows = changes(chief, space)

    assert len(rows) == 50
    assert read(chief.get(where + "?p=2")).one("table").one("tbody").all("tr")


def test_history_of_a_closure_that_moved_says_so(chief: Client, space: Space) -> None:
    closure = ClosureFactory(space=space)
    closure.space = SpaceFactory()
    closure.save()

    assert "It belongs to another listing now." in changes(chief, space)[0].text


def manager_of(*spaces: Space) -> User:
    """Make the account of one who keeps these spaces, and nothing else."""
    somebody = User.objects.create_user("manager", is_staff=True)
    somebody.groups.add(Group.objects.get(name="Space managers"))
    for space in spaces:
        space.managers.add(somebody)
    return somebody


def test_a_closure_that_moved_to_another_space_does_not_come_back(
    client: Client, space: Space
) -> None:
    closure = ClosureFactory(space=space, reason_fr="Vacances")
    record = Closure.history.get()  # type: ignore[attr-defined]
    other = SpaceFactory()
    closure.space, closure.reason_fr = other, "Travaux"
    closure.save()
    client.force_login(manager_of(space))

    assert back(client, space, record).status_code == 404

    closure.refresh_from_db()
    assert (closure.space, closure.reason_fr) == (other, "Travaux")


def test_a_closure_of_ones_own_cannot_go_back_to_another_space(
    client: Client, space: Space
) -> None:
    other = SpaceFactory()
    closure = ClosureFactory(space=other)
    record = Closure.history.get()  # type: ignore[attr-defined]
    closure.space = space
    closure.save()
    client.force_login(manager_of(space))

    answer = client.post(
        desk.address(Closure, "put_back", closure.pk, f"closure-{record.history_id}")
    )

    assert answer.status_code == 403
    closure.refresh_from_db()
    assert closure.space == space


def test_a_part_comes_back_by_who_may_change_it_only(staff: Client, space: Space) -> None:
    closure = ClosureFactory(space=space, reason_fr="Vacances")
    record = Closure.history.get()  # type: ignore[attr-defined]
    closure.reason_fr = "Travaux"
    closure.save()
    somebody = User.objects.get(username="somebody")
    may = ("view_space", "view_every_space", "change_space")
    somebody.user_permissions.set(Permission.objects.filter(codename__in=may))

    assert back(staff, space, record).status_code == 403

    somebody.user_permissions.add(Permission.objects.get(codename="change_closure"))
    assert back(staff, space, record).status_code == 302
    closure.refresh_from_db()
    assert closure.reason_fr == "Vacances"


@pytest.fixture
def withdrawn(space: Space) -> Any:
    """Take the label from a space; return the record of the time when it had it."""
    space.label_status, space.label_year = Space.Label.LABELLED, 2020
    space.save()
    record = space.history.first()  # type: ignore[attr-defined]
    space.label_status = Space.Label.WITHDRAWN
    space.save()
    return record


def test_a_label_does_not_come_back_without_a_reason(
    chief: Client, space: Space, withdrawn: Any
) -> None:
    answer = back(chief, space, withdrawn)

    assert "This field is required." in " ".join(desk.problems(answer))
    space.refresh_from_db()
    assert space.label_status == Space.Label.WITHDRAWN


def test_a_label_that_comes_back_keeps_the_reason(
    chief: Client, space: Space, withdrawn: Any
) -> None:
    where = desk.address(Space, "put_back", space.pk, f"space-{withdrawn.history_id}")
    assert read(chief.get(where)).one("input", name="why").has("required", True)

    answer = chief.post(where, {"why": "The audit was passed."})

    assert answer.status_code == 302
    space.refresh_from_db()
    assert space.label_status == Space.Label.LABELLED
    assert "The audit was passed." in changes(chief, space)[0].text


def test_who_may_not_change_the_label_puts_back_the_rest(
    staff: Client, space: Space, withdrawn: Any
) -> None:
    somebody = User.objects.get(username="somebody")
    somebody.groups.add(Group.objects.get(name="Regional editors"))
    space.phone, before = "+3222792211", space.phone
    space.save()
    where = desk.address(Space, "put_back", space.pk, f"space-{withdrawn.history_id}")
    staff.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    page = read(staff.get(where))
    assert [term.text for term in page.one("ul", class_="differences").all("strong")] == ["Phone"]

    assert staff.post(where).status_code == 302

    space.refresh_from_db()
    assert (space.phone, space.label_status) == (before, Space.Label.WITHDRAWN)
