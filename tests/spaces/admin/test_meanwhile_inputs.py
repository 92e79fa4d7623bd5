"""An input that nobody touched takes what somebody else saved, of whatever kind it is."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client

from spaces.models import Course, Need, Service, Space
from tests.factories import (
    AnnouncementFactory,
    CharacterFactory,
    CourseFactory,
    complete_space,
)
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db


def keys(rows: Any) -> list[str]:
    return [str(row.pk) for row in rows]


def opened_form(client: Client, thing: Model) -> dict[str, Any]:
    """Return what stands in the inputs of a row's form, and on which state it was opened."""
    page = read(client.get(desk.address(type(thing), "change", thing.pk)))
    form = desk.filled(desk.form_of(page, type(thing)))
    return {name: value for name, value in form.items() if name != "csrfmiddlewaretoken"}


def a_space(**facts: Any) -> Space:
    space = complete_space(**facts)
    for name in ("one", "two"):
        somebody = User.objects.create_user(name, is_staff=True)
        somebody.groups.add(Group.objects.get(name="Space managers"))
        space.managers.add(somebody)
    return space


def check(chief: Client, thing: Model, changes: dict[str, Any]) -> None:
    """Let two people open a form, one save changes, and the other send it twice untouched."""
    thing.save()
    where = desk.address(type(thing), "change", thing.pk)
    opened = opened_form(chief, thing)
    others = {name: value for name, value in (opened | changes).items() if value is not None}
    assert chief.post(where, others).status_code == 302
    wanted = opened_form(chief, thing)
    same = {name for name in changes if wanted.get(name) == opened.get(name)}
    assert {name for name in same if not name.startswith("opening_hours_")} == set()
    assert wanted != opened | {"opened_on": wanted["opened_on"]}, "nothing was changed"

    refused = read(chief.post(where, opened))
    rows = refused.one("div", class_="clashes").one("tbody").all("tr")
    again = desk.filled(desk.form_of(refused, type(thing)))

    assert {row.all("td")[-1].text for row in rows} == {"the new value"}
    assert chief.post(where, again).status_code == 302
    assert opened_form(chief, thing) | {"opened_on": ""} == wanted | {"opened_on": ""}


@pytest.mark.parametrize(
    "changes",
    [
        {
            "phone": "+32 2 279 22 11",
            "description_nl": "Van de andere.\nOp twee regels.",
            "checked_on": "2026-11-02",
            "cost": "paid",
            "computers": "7",
            "latitude": "50.84713",
            "longitude": "4.35213",
            "spoken_languages": ["nl", "de"],
            "services": None,
            **desk.hours("Mo-Fr 10:00-12:00"),
        },
        {"checked_on": "", "spoken_languages": None, "managers": None, **desk.hours(None)},
    ],
    ids=["other values", "nothing"],
)
def test_an_untouched_input_of_a_space_takes_the_new_value(
    chief: Client, changes: dict[str, Any]
) -> None:
    check(chief, a_space(slug="here", access={}), changes)


def test_ticked_rows_take_the_new_choice(chief: Client) -> None:
    space = a_space(slug="here", access={})
    other = Service.objects.exclude(pk__in=space.services.all())[:2]

    check(chief, space, {"services": keys(other), "managers": keys(space.managers.all()[:1])})


def test_a_box_that_was_ticked_takes_the_new_value(chief: Client) -> None:
    check(chief, CourseFactory(is_sample=True), {"is_sample": None})
    check(chief, CourseFactory(is_sample=False), {"is_sample": ["on"]})


def test_a_box_that_nobody_touched_stays_ticked(chief: Client) -> None:
    course = CourseFactory(is_sample=True)

    check(chief, course, {"title_fr": "Un autre titre"})

    course.refresh_from_db()
    assert course.is_sample


def test_days_and_times_take_the_new_value(chief: Client) -> None:
    course = CourseFactory(first_day=date(2027, 3, 1), starts=time(9), ends=time(12))

    check(chief, course, {"first_day": "2027-03-02", "starts": "10:30", "ends": "13:00"})

    assert Course.objects.filter(starts=time(10, 30), first_day=date(2027, 3, 2)).count() == 1


def test_a_moment_in_two_inputs_takes_the_new_value(chief: Client) -> None:
    announcement = AnnouncementFactory(
        starts_at=datetime(2027, 3, 1, 8, tzinfo=UTC), ends_at=datetime(2027, 3, 3, 8, tzinfo=UTC)
    )

    check(chief, announcement, {"starts_at_0": "2027-03-02", "starts_at_1": "14:30:00"})

    announcement.refresh_from_db()
    assert announcement.starts_at == datetime(2027, 3, 2, 13, 30, tzinfo=UTC)


def test_needs_take_the_new_choice(chief: Client) -> None:
    character = CharacterFactory()
    character.needs.set(Need.objects.all()[:3])

    check(chief, character, {"needs": keys(Need.objects.all()[1:2])})
