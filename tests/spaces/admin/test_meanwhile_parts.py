"""Two people edit what hangs on a listing: closures, answers on access, days left out."""

from datetime import date
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client

from spaces.models import AccessFeature, Closure, Course, Space
from tests.factories import AccessFeatureFactory, ClosureFactory, CourseFactory, SpaceFactory
from tests.pages import Element, read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db


def opened(client: Client, thing: Model) -> dict[str, Any]:
    """Return what stands in a form that somebody opens."""
    page = read(client.get(desk.address(type(thing), "change", thing.pk)))
    return desk.filled(desk.form_of(page, type(thing)))


def send(client: Client, thing: Model, form: dict[str, Any]) -> Any:
    return client.post(desk.address(type(thing), "change", thing.pk), form)


def refused(client: Client, thing: Model, form: dict[str, Any]) -> tuple[Element, dict[str, Any]]:
    """Send a late form; return the table of what changed, and what then stands in the form."""
    response = send(client, thing, form)
    assert "Somebody else saved this meanwhile." in " ".join(desk.problems(response))
    page = read(response)
    return page.one("div", class_="clashes"), desk.filled(desk.form_of(page, type(thing)))


def told(table: Element) -> dict[str, list[str]]:
    rows = table.one("tbody").all("tr")
    return {row.one("th").text: [cell.text for cell in row.all("td")] for row in rows}


@pytest.fixture
def closure(space: Space) -> Closure:
    space.save()
    closure: Closure = ClosureFactory(
        space=space, first_day=date(2027, 8, 2), last_day=date(2027, 8, 6), reason_fr="Vacances"
    )
    return closure


def test_a_closure_that_changed_is_shown_and_kept(
    chief: Client, space: Space, closure: Closure
) -> None:
    form = opened(chief, space)
    desk.save(chief, space, **{"closures-0-last_day": "2027-08-13", "closures-0-reason_fr": "Été"})

    table, again = refused(chief, space, form | {"phone": "+32 2 279 22 11"})

    rows = told(table)
    assert [words for name, words in rows.items() if "Last day closed" in name] == [
        ["08/06/2027", "08/13/2027 (admin)", "the new value"]
    ]
    assert len(rows) == 2
    assert send(chief, space, again).status_code == 302
    closure.refresh_from_db()
    space.refresh_from_db()
    assert (closure.last_day, closure.reason_fr) == (date(2027, 8, 13), "Été")
    assert space.phone == "+3222792211"


def test_what_was_typed_in_a_closure_that_changed_stays(
    chief: Client, space: Space, closure: Closure
) -> None:
    form = opened(chief, space)
    desk.save(chief, space, **{"closures-0-last_day": "2027-08-13", "closures-0-reason_fr": "Été"})

    table, again = refused(chief, space, form | {"closures-0-reason_fr": "Travaux"})

    assert [words[-1] for words in told(table).values()] == ["the new value", "yours: look at it"]
    assert send(chief, space, again).status_code == 302
    closure.refresh_from_db()
    assert (closure.last_day, closure.reason_fr) == (date(2027, 8, 13), "Travaux")


def test_a_closure_that_was_deleted_does_not_hold_the_form_up(
    chief: Client, space: Space, closure: Closure
) -> None:
    form = opened(chief, space)
    closure.delete()

    table, again = refused(chief, space, form | {"phone": "+32 2 279 22 11"})

    assert [words[1:] for words in told(table).values()] == [["Deleted", "the new value"]]
    assert send(chief, space, again).status_code == 302
    space.refresh_from_db()
    assert space.phone == "+3222792211"
    assert not space.closures.exists()


def test_what_was_typed_in_a_closure_that_was_deleted_is_not_lost(
    chief: Client, space: Space, closure: Closure
) -> None:
    form = opened(chief, space)
    closure.delete()

    table, again = refused(chief, space, form | {"closures-0-reason_fr": "Travaux"})

    assert [words[1:] for words in told(table).values()] == [["Deleted", "yours: look at it"]]
    assert send(chief, space, again).status_code == 302
    assert space.closures.get().reason_fr == "Travaux"


def test_a_closure_that_moved_stays_where_it_is(
    chief: Client, space: Space, closure: Closure
) -> None:
    form = opened(chief, space)
    closure.space = other = SpaceFactory()
    closure.save()

    table, again = refused(chief, space, form)

    assert "It belongs to another listing now." in table.text
    assert send(chief, space, again).status_code == 302
    closure.refresh_from_db()
    assert closure.space == other


def test_closures_that_both_added_are_all_kept(
    chief: Client, space: Space, closure: Closure
) -> None:
    form = opened(chief, space)
    ClosureFactory(space=space, first_day=date(2027, 5, 7), last_day=date(2027, 5, 7))
    mine = {"closures-1-first_day": "2027-11-02", "closures-1-last_day": "2027-11-02"}

    table, again = refused(chief, space, form | mine)

    assert [words[0] for words in told(table).values()] == ["–"]
    assert send(chief, space, again).status_code == 302
    days = space.closures.values_list("first_day", flat=True)
    assert sorted(days) == [date(2027, 5, 7), date(2027, 8, 2), date(2027, 11, 2)]


def test_a_closure_that_one_deletes_and_another_changes_is_shown_first(
    chief: Client, space: Space, closure: Closure
) -> None:
    form = opened(chief, space)
    desk.save(chief, space, **{"closures-0-reason_fr": "Été"})

    table, again = refused(chief, space, form | {"closures-0-DELETE": "on"})

    assert [words[-1] for words in told(table).values()] == ["yours: look at it"]
    assert again["closures-0-DELETE"]
    assert send(chief, space, again).status_code == 302
    assert not space.closures.exists()


def place_of(form: dict[str, Any], feature: str) -> str:
    """Return how the names of a feature's inputs begin."""
    name = next(
        name
        for name, value in form.items()
        if name.startswith("access_features-") and name.endswith("-feature") and value == feature
    )
    return name.removesuffix("feature")


def answers(space: Space) -> dict[str, tuple[str, str]]:
    rows = space.access_features.values_list("feature", "value", "note_fr")
    return {feature: (value, note or "") for feature, value, note in rows}


def test_an_answer_that_somebody_gave_first_is_kept(chief: Client, space: Space) -> None:
    space.save()
    form = opened(chief, space)
    AccessFeatureFactory(space=space, feature="lift", value="yes", note_fr="Au fond")
    mine = {place_of(form, "step_free") + "value": "partly"}

    table, again = refused(chief, space, form | mine)

    assert [words[-1] for words in told(table).values()] == ["the new value", "the new value"]
    assert send(chief, space, again).status_code == 302
    assert answers(space) == {"lift": ("yes", "Au fond"), "step_free": ("partly", "")}


def test_two_answers_to_one_question_are_shown_and_mine_is_kept(
    chief: Client, space: Space
) -> None:
    space.save()
    form = opened(chief, space)
    AccessFeatureFactory(space=space, feature="lift", value="yes", note_fr="Au fond")

    table, again = refused(chief, space, form | {place_of(form, "lift") + "value": "no"})

    assert "yours: look at it" in table.text
    assert send(chief, space, again).status_code == 302
    assert answers(space) == {"lift": ("no", "Au fond")}


def test_an_answer_that_was_taken_away_can_be_given_again(chief: Client, space: Space) -> None:
    space.save()
    answer = AccessFeatureFactory(space=space, feature="lift", value="yes")
    form = opened(chief, space)
    AccessFeature.objects.get(pk=answer.pk).delete()

    _table, again = refused(chief, space, form | {place_of(form, "lift") + "value": "no"})

    assert send(chief, space, again).status_code == 302
    assert answers(space) == {"lift": ("no", "")}


def test_a_day_left_out_meanwhile_is_kept(chief: Client) -> None:
    course: Course = CourseFactory(
        first_day=date(2027, 3, 1), last_day=date(2027, 5, 31), weekdays=["Mo"]
    )
    course.save()
    form = opened(chief, course)
    course.days_left_out.create(day=date(2027, 4, 5))
    mine = {"days_left_out-0-day": "2027-04-05"}  # the same day: not twice

    _table, again = refused(chief, course, form | mine)
    assert "Please correct the duplicate" in " ".join(desk.problems(send(chief, course, again)))

    again["days_left_out-1-day"] = "2027-04-12"
    assert send(chief, course, again).status_code == 302
    days = course.days_left_out.values_list("day", flat=True)
    assert sorted(days) == [date(2027, 4, 5), date(2027, 4, 12)]


@pytest.mark.parametrize("key", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_a_made_up_closure_breaks_nothing(
    chief: Client, space: Space, closure: Closure, key: str
) -> None:
    form = opened(chief, space) | {"closures-0-id": key}

    assert send(chief, space, form).status_code in (200, 302)
    assert space.closures.get() == closure
