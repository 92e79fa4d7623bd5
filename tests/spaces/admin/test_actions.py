"""What the desk does with several spaces at once, what it deletes, and the other models' forms."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from spaces.models import Closure, DataVersion, Municipality, Need, Place, Service, Space, SpaceSlug
from tests.factories import AccessFeatureFactory, ClosureFactory, PlaceFactory, SpaceFactory
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db

NOT_DELETED = (
    "A space that the public knows is closed, not deleted: set its status to “closed for good”. "
    "Its page then says so, and its code leads to the nearest spaces."
)


# --- several at once ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "count", "status", "sentence"),
    [
        ("publish", 1, "published", "1 space is now published."),
        ("publish", 3, "published", "3 spaces are now published."),
        ("set_to_draft", 1, "draft", "1 space is now a draft."),
        ("set_to_draft", 2, "draft", "2 spaces are now drafts."),
    ],
)
def test_actions_set_the_status(
    chief: Client, action: str, count: int, status: str, sentence: str
) -> None:
    spaces = SpaceFactory.create_batch(count, status="closed")
    other = SpaceFactory(status="closed")
    version = DataVersion.current()

    response = desk.act(chief, Space, action, *spaces)

    assert desk.messages(response) == [sentence]
    assert {Space.objects.get(pk=space.pk).status for space in spaces} == {status}
    assert Space.objects.get(pk=other.pk).status == "closed"
    assert DataVersion.current() != version
    entries = LogEntry.objects.filter(object_id__in=[str(space.pk) for space in spaces])
    assert [entry.get_change_message() for entry in entries] == ["Changed Status."] * count


def test_actions_take_a_whole_list(chief: Client) -> None:
    spaces = SpaceFactory.create_batch(60, draft=True, name_en="Wanted")
    everything = {"select_across": "1", "index": "0"}

    desk.act(chief, Space, "publish", spaces[0], **everything)

    assert not Space.objects.filter(status="draft").exists()


def test_mark_as_checked_dates_the_check(chief: Client) -> None:
    spaces = SpaceFactory.create_batch(2)

    response = desk.act(chief, Space, "mark_as_checked", *spaces)

    assert desk.messages(response) == ["2 spaces are marked as checked today."]
    for space in spaces:
        space.refresh_from_db()
        assert (space.checked_on, space.checked_by) == (timezone.localdate(), "region")


def test_mark_as_checked_names_what_is_still_invented(chief: Client) -> None:
    spaces = [SpaceFactory(), SpaceFactory(sample_fields=["location"])]

    response = desk.act(chief, Space, "mark_as_checked", *spaces)

    assert desk.messages(response) == [
        "2 spaces are marked as checked today.",
        "1 of them still shows something invented: replace it.",
    ]


def test_publish_refuses_what_the_form_would_refuse(chief: Client) -> None:
    good, bad = SpaceFactory(draft=True), SpaceFactory(draft=True, name_en="Wrong number")
    Space.objects.filter(pk=bad.pk).update(phone="abc")

    response = desk.act(chief, Space, "publish", good, bad)

    assert desk.messages(response) == [
        "“Wrong number” was not changed. This is not a phone number that can be called.",
        "1 space is now published.",
    ]
    assert Space.objects.get(pk=good.pk).status == "published"
    assert Space.objects.get(pk=bad.pk).status == "draft"


def test_actions_are_for_those_who_may_change(client: Client) -> None:
    user = User.objects.create_user("reader", is_staff=True)
    may_look = ("view_space", "view_every_space")
    user.user_permissions.set(Permission.objects.filter(codename__in=may_look))
    client.force_login(user)
    space = SpaceFactory()

    desk.act(client, Space, "set_to_draft", space)

    assert Space.objects.get(pk=space.pk).status == "published"


# --- deleting -------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["published", "closed"])
def test_known_spaces_are_not_deleted(chief: Client, status: str) -> None:
    space, draft = SpaceFactory(status=status), SpaceFactory(draft=True)
    where = desk.address(Space, "delete", space.pk)

    page = read(chief.get(desk.address(Space, "change", space.pk)))
    alone = chief.post(where, {"post": "yes"}, follow=True)
    among = desk.act(chief, Space, "delete_selected", space, draft, post="yes")

    assert page.all("a", class_="deletelink") == []
    assert desk.messages(alone) == desk.messages(among) == [NOT_DELETED]
    assert Space.objects.filter(pk__in=[space.pk, draft.pk]).count() == 2


@pytest.mark.parametrize("way", ["page", "action"])
def test_drafts_are_deleted_with_all_that_is_theirs(chief: Client, way: str) -> None:
    draft = SpaceFactory(draft=True, slug="never-mind", services=["printing"])
    AccessFeatureFactory(space=draft)
    ClosureFactory(space=draft)

    if way == "page":
        question = chief.get(desk.address(Space, "delete", draft.pk))
        chief.post(desk.address(Space, "delete", draft.pk), {"post": "yes"})
    else:
        question = desk.act(chief, Space, "delete_selected", draft)
        desk.act(chief, Space, "delete_selected", draft, post="yes")

    assert question.status_code == 200
    assert read(question).one("input", name="post")["value"] == "yes"
    assert not Space.objects.filter(pk=draft.pk).exists()
    assert not SpaceSlug.objects.filter(slug="never-mind").exists()


def test_drafts_are_not_deleted_without_permission(client: Client) -> None:
    user = User.objects.create_user("editor", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="change_space"))
    client.force_login(user)
    draft = SpaceFactory(draft=True)

    response = client.post(desk.address(Space, "delete", draft.pk), {"post": "yes"})

    assert response.status_code == 403
    assert Space.objects.filter(pk=draft.pk).exists()


@pytest.mark.parametrize("page", ["change", "delete"])
def test_addresses_are_only_read(chief: Client, page: str) -> None:
    row = SpaceFactory(slug="for-ever").slugs.get()

    response = chief.post(desk.address(SpaceSlug, page, row.pk), {"post": "yes"})

    assert response.status_code == 403
    assert chief.get(desk.address(SpaceSlug, "add")).status_code == 403


# --- the other models -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        ("Gare centrale\r\nCentraal Station", ["Gare centrale", "Centraal Station"]),
        ("  Gare   centrale \n\n\nGare centrale\n", ["Gare centrale"]),
        ("", []),
    ],
)
def test_place_writes_its_names_one_on_a_line(chief: Client, text: str, aliases: Any) -> None:
    place = PlaceFactory(aliases=["Centrale", "Centraal"], lines=["1", "5"])

    page = read(chief.get(desk.address(Place, "change", place.pk)))
    response = desk.save(chief, place, aliases=text)

    assert desk.filled(page.one("form", id="place_form"))["aliases"] == "Centrale\nCentraal"
    assert response.status_code == 302
    place.refresh_from_db()
    assert (place.aliases, place.lines) == (aliases, ["1", "5"])


@pytest.mark.parametrize("model", [Place, Municipality, Service, Need, Closure])
def test_form_of_another_model_sent_back_untouched_changes_nothing(
    chief: Client, model: Any
) -> None:
    ClosureFactory()
    row = model.objects.first()

    response = desk.save(chief, row)

    assert response.status_code == 302
    assert LogEntry.objects.get().get_change_message() == "No fields changed."


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"aliases": "x" * 151},
            "A line may have 150 characters at most: “xxxxxxxxxxxxxxxxxxxx…”.",
        ),
        ({"aliases": "Gare\x00"}, "Null characters are not allowed."),
        (
            {"latitude": ""},
            "Give both latitude and longitude, inside the Brussels Region, or neither.",
        ),
        ({"longitude": "2.35"}, "In the Brussels Region, the longitude is from 4.24 to 4.49."),
        ({"name_nl": ""}, "This field is required."),
    ],
)
def test_place_refuses_in_words(chief: Client, changes: dict[str, str], sentence: str) -> None:
    assert sentence in desk.problems(desk.save(chief, PlaceFactory(), **changes))


def test_closure_refuses_to_end_before_it_begins(chief: Client) -> None:
    response = desk.save(chief, ClosureFactory(), last_day="2026-12-01")

    assert desk.problems(response) == ["The last day comes before the first day."]


@pytest.mark.parametrize(
    ("model", "name"), [(Service, "code"), (Need, "code"), (Municipality, "nis")]
)
def test_codes_are_chosen_once(chief: Client, model: Any, name: str) -> None:
    row = model.objects.first()
    before = getattr(row, name)

    desk.save(chief, row, **{name: "other"})

    row.refresh_from_db()
    assert getattr(row, name) == before
    assert read(chief.get(desk.address(model, "add"))).all("input", name=name)


def test_need_is_met_by_the_services_that_are_chosen_for_it(chief: Client) -> None:
    need, service = Need.objects.first(), Service.objects.get(code="scanning")
    assert need
    new = f"met_by-{need.met_by.count()}"

    desk.save(chief, need, **{f"{new}-service": str(service.pk), f"{new}-strength": "helped"})

    assert need.met_by.get(service=service).strength == "helped"
