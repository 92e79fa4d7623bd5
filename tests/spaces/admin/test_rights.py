"""What managers and the Region may do at the desk, with what is theirs and what is another's."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db.models import Model
from django.test import Client

from spaces.models import Closure, Course, Report, Space
from tests.factories import (
    ClosureFactory,
    CourseFactory,
    OperatorFactory,
    ReportFactory,
    SpaceFactory,
)
from tests.pages import body, read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db

OF_A_SPACE: dict[type[Model], Any] = {
    Closure: ClosureFactory,
    Course: CourseFactory,
    Report: ReportFactory,
}


def member(role: str, *spaces: Space) -> User:
    user = User.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    for space in spaces:
        space.managers.add(user)
    return user


def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def row_of(model: type[Model], space: Space) -> Any:
    """Return the space, or a new row of the model that belongs to it."""
    return space if model is Space else OF_A_SPACE[model](space=space)


@pytest.mark.parametrize("model", [Space, *OF_A_SPACE], ids=lambda model: model.__name__)
def test_manager_never_finds_what_is_of_another_space(client: Client, model: type[Model]) -> None:
    own, other = SpaceFactory(), SpaceFactory(name_fr="Ailleurs", name_nl="Elders")
    mine, foreign = row_of(model, own), row_of(model, other)
    signed_in(client, member("Space managers", own))

    for page in ("change", "delete", "history"):
        response = client.get(desk.address(model, page, foreign.pk))
        assert response.status_code in (302, 403, 404), page
    assert client.post(desk.address(model, "change", foreign.pk), {}).status_code in (302, 403)
    listed = read(client.get(desk.address(model, "changelist"))).one("table", id="result_list")
    keys = [box["value"] for box in listed.all("input", name="_selected_action")]
    assert str(foreign.pk) not in keys
    assert "Ailleurs" not in listed.text
    assert "Elders" not in listed.text
    assert str(mine.pk) in keys or model in (Space, Report)  # no action, no box


@pytest.mark.parametrize("model", [Closure, Course], ids=lambda model: model.__name__)
def test_manager_gives_nothing_to_another_space(client: Client, model: type[Model]) -> None:
    own, other = SpaceFactory(), SpaceFactory()
    mine = row_of(model, own)
    signed_in(client, member("Space managers", own))

    response = desk.save(client, mine, space=other.pk)

    assert any("valid choice" in problem for problem in desk.problems(response))
    offered = read(client.get(desk.address(model, "add"))).one("select", name="space")
    assert [option["value"] for option in offered.all("option")] == ["", str(own.pk)]


def test_manager_changes_hours_and_not_what_the_region_says(client: Client, space: Space) -> None:
    signed_in(client, member("Space managers", space))
    before = desk.stored(space)

    forged = {
        "status": "closed",
        "label_status": "withdrawn",
        "label_year": "2020",
        "label_reason": "forged",
        "provenance": "sample",
        "operator": OperatorFactory().pk,
        "code": "AAAAA",
        "slug": "there",
        "managers": [],
    }
    response = desk.save(client, space, **desk.hours("Tu 10:00-12:00"), **forged)

    assert response.status_code == 302, desk.problems(response)
    after = desk.stored(space)
    assert after["opening_hours"] == "Tu 10:00-12:00"
    assert {name for name in after if after[name] != before[name]} == {"opening_hours"}


def test_manager_has_no_action_of_the_region(client: Client) -> None:
    space = SpaceFactory(draft=True)
    signed_in(client, member("Space managers", space))

    desk.act(client, Space, "publish", space)

    space.refresh_from_db()
    assert space.status == Space.Status.DRAFT
    assert b'value="publish"' not in body(client.get(desk.address(Space, "changelist")))


def test_manager_without_a_space_sees_none(client: Client) -> None:
    signed_in(client, member("Space managers"))

    assert desk.found(client.get(desk.address(Space, "changelist"))) == []


def test_manager_who_makes_a_real_thing_of_a_sample_takes_the_mark_off(client: Client) -> None:
    space = SpaceFactory(sample_fields=["opening_hours"], provenance="sourced")
    signed_in(client, member("Space managers", space))

    desk.save(client, space, **desk.hours("Tu 10:00-12:00"))

    space.refresh_from_db()
    assert space.sample_fields == []


# --- the label ------------------------------------------------------------------------------


def test_label_is_changed_for_a_reason_that_is_kept(client: Client, space: Space) -> None:
    signed_in(client, member("Administrators"))

    refused = desk.save(client, space, label_status="withdrawn")
    taken = desk.save(client, space, label_status="withdrawn", label_reason="No helper any more.")

    assert "Say why the label changes." in desk.problems(refused)
    assert taken.status_code == 302
    history = read(client.get(desk.address(Space, "history", space.pk)))
    assert "No helper any more." in history.text


def test_editor_changes_all_but_the_label(client: Client, space: Space) -> None:
    signed_in(client, member("Regional editors"))

    response = desk.save(client, space, computers="9", label_status="withdrawn", label_reason="x")

    assert response.status_code == 302
    before = space.label_status
    space.refresh_from_db()
    assert (space.computers, space.label_status) == (9, before)


def test_editor_says_who_manages_a_space(client: Client, space: Space) -> None:
    manager = member("Space managers")
    signed_in(client, member("Regional editors"))

    desk.save(client, space, managers=[manager.pk])

    assert list(space.managers.all()) == [manager]


def test_groups_are_put_right_again() -> None:
    Group.objects.get(name="Readers").permissions.clear()
    Group.objects.get(name="Space managers").delete()

    call_command("migrate", verbosity=0)

    assert Group.objects.get(name="Readers").permissions.count() > 10
    assert Group.objects.filter(name="Space managers").exists()
