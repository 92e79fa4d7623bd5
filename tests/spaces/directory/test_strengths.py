"""How well a space meets a need: somebody helps, one does it oneself, one asks."""

import uuid
from typing import Any

import pytest

from spaces.directory import strengths
from spaces.models import Need, NeedService, Space
from tests.factories import SpaceFactory
from tests.spaces.test_fixtures import NAMESPACE

pytestmark = pytest.mark.django_db


def met(**facts: Any) -> dict[str, str]:
    """Return how well a space of which these facts are known meets each need."""
    space: Space = SpaceFactory(**facts)
    return dict(strengths.of_space(space, Need.objects.all()))


# What the shipped needs say of a place that offers only one service, or several.
SHIPPED: list[tuple[list[str], dict[str, str]]] = [
    (["internet"], {"find_work": "yourself", "send_an_email": "yourself"}),
    (["printing"], {"print_or_scan": "yourself"}),
    (["computer_access"], {"use_a_computer": "yourself"}),
    (
        ["training"],
        dict.fromkeys(["use_my_banks_app", "send_an_email", "ask_for_help"], "ask")
        | {"learn": "helped"},
    ),
    (
        ["help_with_procedures", "internet", "training"],
        dict.fromkeys(
            ["fill_in_a_form", "learn", "use_my_banks_app", "find_work", "ask_for_help"], "helped"
        )
        | {"send_an_email": "yourself"},
    ),
    ([], {}),
]


def test_strength_is_the_best_of_what_is_offered_for_the_need() -> None:
    for services, expected in SHIPPED:
        assert met(services=services) == expected, services


def test_strength_is_what_staff_say_it_is() -> None:
    NeedService.objects.filter(need__code="learn").update(strength="ask")

    assert met(services=["training"])["learn"] == "ask"


def test_need_is_met_at_best_as_its_strongest_service_meets_it() -> None:
    best = {need.code: need.met_at_best for need in Need.objects.all()}

    assert (best["find_work"], best["print_or_scan"]) == ("helped", "yourself")


def test_keys_of_what_is_shipped_come_from_both_codes() -> None:
    for met in NeedService.objects.select_related("need", "service"):
        assert met.pk == uuid.uuid5(NAMESPACE, f"need/{met.need.code}/{met.service.code}")
