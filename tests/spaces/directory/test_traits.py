"""What can be asked of a listing: yes, no, or not known, and the last is never a no."""

from typing import Any

import pytest

from spaces.directory import strengths
from spaces.directory.traits import FREE, LABELLED, WALK_IN, Trait, of_space
from spaces.models import Need, Space
from tests.factories import BRUSSELS, SpaceFactory

pytestmark = pytest.mark.django_db

CHOICES = {
    "cost": Space.Cost.values,
    "appointment": Space.Appointment.values,
    "label_status": Space.Label.values,
}


def answer(trait: Trait, **facts: Any) -> bool | None:
    """Return what a space of which these facts are known answers."""
    space, needs = SpaceFactory(**facts), Need.objects.all()
    traits = of_space(space, needs, strengths.of_space(space, needs))
    assert not traits.has & traits.unknown
    return None if trait in traits.unknown else trait in traits.has


@pytest.mark.parametrize(
    ("trait", "field", "yes", "no"),
    [
        (FREE, "cost", ["free"], ["paid"]),
        (WALK_IN, "appointment", ["walk_in", "either"], ["required"]),
        (LABELLED, "label_status", ["labelled"], ["candidate", "withdrawn", "none"]),
    ],
)
def test_choice_answers_yes_no_or_not_known(
    trait: Trait, field: str, yes: list[str], no: list[str]
) -> None:
    answers = {value: answer(trait, **{field: value}) for value in CHOICES[field]}

    assert answers == dict.fromkeys(yes, True) | dict.fromkeys(no, False) | {"unknown": None}


@pytest.mark.parametrize(
    ("value", "expected"), [("yes", True), ("partly", True), ("no", False), ("unknown", None)]
)
def test_access_answers_as_its_row_says(value: str, expected: bool | None) -> None:
    assert answer(("access", "lift"), access={"lift": value}) is expected


def test_access_without_a_row_is_not_known() -> None:
    assert answer(("access", "lift"), access={"step_free": "no"}) is None


def test_service_that_is_not_among_those_listed_is_a_no() -> None:
    assert answer(("service", "printing"), services=["printing"]) is True
    assert answer(("service", "scanning"), services=["printing"]) is False


def test_services_of_a_space_that_lists_none_are_not_known() -> None:
    assert answer(("service", "printing")) is None
    assert answer(("need", "print_or_scan")) is None


def test_need_is_met_by_any_of_its_services() -> None:
    assert answer(("need", "print_or_scan"), services=["scanning"]) is True
    assert answer(("need", "print_or_scan"), services=["internet"]) is False


def test_language_is_not_known_where_none_is_listed() -> None:
    assert answer(("language", "ar"), spoken_languages=["fr", "ar"]) is True
    assert answer(("language", "ar"), spoken_languages=["fr"]) is False
    assert answer(("language", "ar"), spoken_languages=[]) is None


def test_municipality_is_always_known() -> None:
    assert answer(("municipality", BRUSSELS)) is True
    assert answer(("municipality", "21001")) is False


def test_need_for_which_one_has_to_ask_is_not_known() -> None:
    assert answer(("need", "use_my_banks_app"), services=["training"]) is None
    assert answer(("need", "use_my_banks_app"), services=["help_with_procedures"]) is True
    assert answer(("need", "use_my_banks_app"), services=["internet"]) is False
    assert answer(("need", "find_work"), services=["internet"]) is True
