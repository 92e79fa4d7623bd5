"""A listing held against the charter: met, not met, or not known."""

from datetime import date
from typing import Any

import pytest

from spaces.curation import charter
from tests.factories import complete_space

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)
SUPPORT, HOURS, COMPUTERS, EVERYBODY = range(4)
GOOD: dict[str, Any] = {"services": ["help_with_procedures", "training"]}


def answers(**facts: Any) -> list[str]:
    return [
        str(found.answer) for found in charter.conditions(complete_space(**GOOD | facts), TODAY)
    ]


def test_charter_is_met_by_a_listing_that_says_so() -> None:
    assert answers() == ["met"] * 4


@pytest.mark.parametrize(
    ("condition", "facts", "answer"),
    [
        (SUPPORT, {"services": []}, "unknown"),
        (SUPPORT, {"services": ["training"]}, "unknown"),
        (SUPPORT, {"services": ["help_with_procedures"]}, "unknown"),
        (HOURS, {"opening_hours": "Mo-Fr 09:00-12:00"}, "met"),
        (HOURS, {"opening_hours": "Mo-Th 09:00-12:00; Fr 09:00-11:59"}, "not_met"),
        (HOURS, {"opening_hours": None}, "unknown"),
        (HOURS, {"sample_fields": ["opening_hours"]}, "unknown"),
        (HOURS, {"hours_of": "library"}, "unknown"),
        (HOURS, {"conditions": "members"}, "unknown"),
        (HOURS, {"conditions": "members", "opening_hours": "Mo 09:00-12:00"}, "not_met"),
        (COMPUTERS, {"computers": 6}, "met"),
        (COMPUTERS, {"computers": 5}, "not_met"),
        (COMPUTERS, {"computers": 0}, "not_met"),
        (COMPUTERS, {"computers": None}, "unknown"),
        (EVERYBODY, {"conditions": "unknown"}, "unknown"),
        (EVERYBODY, {"conditions": "residents"}, "not_met"),
    ],
)
def test_charter_judges_each_condition(condition: int, facts: dict[str, Any], answer: str) -> None:
    assert answers(**facts)[condition] == answer


def test_charter_judges_nothing_invented() -> None:
    assert answers(provenance="sample") == ["unknown"] * 4


def test_charter_counts_an_ordinary_week_and_says_so() -> None:
    space = complete_space(**GOOD, opening_hours="Mo-Fr 09:00-12:10; PH off")

    hours = list(charter.conditions(space, date(2026, 12, 25)))[HOURS]

    assert hours.because.startswith("Open 15 h 50 this week")
    assert hours.source.startswith("https://")
