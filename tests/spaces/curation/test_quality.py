"""The score of a listing: its parts, what each asks for, and that both ways to it agree."""

from datetime import date, timedelta
from typing import Any

import pytest

from spaces.curation import quality
from spaces.curation.freshness import is_stale, oldest_fresh
from spaces.models import Space
from tests.factories import SpaceFactory, complete_space

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)
BEST: dict[str, Any] = {
    "point_quality": "exact",
    "provenance": "verified",
    "access": {"step_free": "no"},
}
LACKS = [
    ("checked", {"checked_on": None, "checked_by": ""}),
    ("checked", {"checked_on": date(2026, 5, 24)}),
    ("hours", {"opening_hours": None}),
    ("point", {"point_quality": "street"}),
    ("point", {"latitude": None, "longitude": None}),
    ("phone", {"phone": ""}),
    ("texts", {"description_nl": ""}),
    ("texts", {"description_en": None}),
    ("services", {"services": []}),
    ("access", {"access": {}}),
    ("access", {"access": {"step_free": "unknown", "lift": "yes"}}),
]


def missing(space: Space) -> list[str]:
    return [part.code for part in quality.of(space, TODAY).missing]


def test_quality_of_a_whole_listing_is_a_hundred() -> None:
    found = quality.of(complete_space(**BEST), TODAY)

    assert (found.score, found.missing) == (100, [])
    assert sum(part.points for part in quality.PARTS) == 100


@pytest.mark.parametrize(("part", "facts"), LACKS)
def test_quality_names_the_missing_part(part: str, facts: dict[str, Any]) -> None:
    found = quality.of(complete_space(**BEST | facts), TODAY)

    assert [lacking.code for lacking in found.missing] == [part]
    assert found.score == 100 - quality.BY_CODE[part].points
    assert str(found.missing[0].todo).endswith(".")


def test_quality_counts_nothing_invented() -> None:
    hours = complete_space(**BEST | {"sample_fields": ["opening_hours"], "provenance": "sourced"})
    point = complete_space(**BEST | {"sample_fields": ["location"], "provenance": "sourced"})
    whole = complete_space(**BEST | {"provenance": "sample"})

    assert missing(hours) == ["hours", "real"]
    assert missing(point) == ["point", "real"]
    assert missing(whole) == ["hours", "point", "real"]


def test_quality_puts_first_what_counts_most() -> None:
    points = [part.points for part in quality.of(SpaceFactory(), TODAY).missing]

    assert points == sorted(points, reverse=True)


def test_score_of_a_list_is_that_of_each(no_listings: None) -> None:
    for _part, facts in LACKS:
        complete_space(**BEST | facts)
    SpaceFactory(sample=True)
    SpaceFactory(nowhere=True)

    for space in quality.scored(Space.objects.all(), TODAY):
        assert space.quality == quality.of(space, TODAY).score  # type: ignore[attr-defined]


def test_oldest_fresh_day_is_the_first_that_is_not_stale() -> None:
    for days in range(800):
        at = date(2027, 1, 1) + timedelta(days=days)

        assert not is_stale(oldest_fresh(at), at)
        assert is_stale(oldest_fresh(at) - timedelta(days=1), at)
