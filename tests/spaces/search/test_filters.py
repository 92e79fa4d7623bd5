"""The filters: who is left, how many a choice would leave, and how many nobody knows about."""

from datetime import datetime
from typing import Any

import pytest

from spaces.directory import published
from spaces.directory.traits import IN_VIEW
from spaces.geo.boxes import BoundingBox
from spaces.geo.points import Point
from spaces.hours.opening import TIMEZONE
from spaces.search import pipeline as search
from spaces.search.pipeline import SpaceResults
from spaces.search.query import NOW, Query
from tests.factories import SpaceFactory

pytestmark = pytest.mark.django_db

WEDNESDAY_10 = datetime(2026, 12, 16, 10, tzinfo=TIMEZONE)
SIMONIS = Point(50.8636, 4.3310)


def run(at: datetime = WEDNESDAY_10, **asked: Any) -> SpaceResults:
    return search.run(Query(**asked), published.current(), at)


def found(**asked: Any) -> list[str]:
    """Return the slugs of the results, in their order."""
    return [result.candidate.slug for result in run(**asked).ranked]


# --- who is left --------------------------------------------------------------------------------


def test_need_is_met_by_any_of_its_services(no_listings: None) -> None:
    SpaceFactory(slug="prints", services=["printing"])
    SpaceFactory(slug="scans", services=["scanning"])
    SpaceFactory(slug="teaches", services=["training"])

    assert set(found(need="print_or_scan")) == {"prints", "scans"}


def test_services_must_all_be_there(no_listings: None) -> None:
    SpaceFactory(slug="prints", services=["printing"])
    SpaceFactory(slug="both", services=["printing", "scanning"])

    assert set(found(service=("printing",))) == {"prints", "both"}
    assert found(service=("printing", "scanning")) == ["both"]


def test_access_features_must_all_be_there(no_listings: None) -> None:
    SpaceFactory(slug="both", access={"lift": "yes", "step_free": "partly"})
    SpaceFactory(slug="one", access={"lift": "yes", "step_free": "no"})

    assert found(access=("lift", "step_free")) == ["both"]


@pytest.mark.parametrize(
    ("asked", "yes", "no"),
    [
        ({"free": True}, {"cost": "free"}, {"cost": "paid"}),
        ({"walk_in": True}, {"appointment": "either"}, {"appointment": "required"}),
        ({"label": True}, {"label_status": "labelled"}, {"label_status": "withdrawn"}),
        ({"language": "ar"}, {"spoken_languages": ["ar"]}, {"spoken_languages": ["fr"]}),
        ({"service": ("scanning",)}, {"services": ["scanning"]}, {"services": ["printing"]}),
        ({"need": "find_work"}, {"services": ["internet"]}, {"services": ["printing"]}),
        ({"access": ("lift",)}, {"access": {"lift": "yes"}}, {"access": {"lift": "no"}}),
        (
            {"open": NOW},
            {"opening_hours": "Mo-Su 09:00-17:00"},
            {"opening_hours": "Mo-Su 13:00-17:00"},
        ),
        (
            {"radius": 500, "position": Point(50.847, 4.353)},
            {},
            {"latitude": 50.80, "longitude": 4.30},
        ),
    ],
)
def test_filter_counts_apart_what_is_not_known(
    no_listings: None, asked: dict[str, Any], yes: dict[str, Any], no: dict[str, Any]
) -> None:
    SpaceFactory(slug="yes", **yes)
    SpaceFactory(slug="no", **no)
    SpaceFactory(slug="unknown", nowhere=True)

    results = run(**asked)

    assert [result.candidate.slug for result in results.ranked] == ["yes"]
    assert results.not_known == 1
    assert found(to_check=True, **asked) == ["unknown"]


def test_not_known_counts_nobody_who_says_no_to_something_else(no_listings: None) -> None:
    SpaceFactory(cost="paid")
    SpaceFactory(cost="free")
    SpaceFactory(cost="free", access={"lift": "yes"})

    results = run(free=True, access=("lift",))

    assert len(results.ranked) == 1
    assert results.not_known == 1


def test_places_to_check_are_all_of_them_where_nothing_is_asked(no_listings: None) -> None:
    SpaceFactory(slug="here")

    assert found(to_check=True) == ["here"]
    assert found(to_check=True, radius=500) == ["here"]


def test_municipality_keeps_its_own(no_listings: None) -> None:
    SpaceFactory(slug="here")

    assert found(municipality="21004") == ["here"]
    assert found(municipality="21001") == []


def test_radius_keeps_what_is_within(no_listings: None) -> None:
    SpaceFactory(slug="near")
    SpaceFactory(slug="far", latitude=50.8600, longitude=4.3525)  # 1.5 km to the north
    here = Point(50.8467, 4.3525)

    assert found(position=here, radius=1000) == ["near"]
    assert found(position=here, radius=1700) == ["near", "far"]


def test_radius_without_a_place_leaves_out_nobody(no_listings: None) -> None:
    SpaceFactory(slug="here")
    SpaceFactory(slug="nowhere", nowhere=True)

    results = run(radius=500)

    assert len(results.ranked) == 2
    assert results.not_known == 0


def test_part_of_the_map_keeps_what_lies_in_it(no_listings: None) -> None:
    SpaceFactory(slug="here")
    SpaceFactory(slug="elsewhere", latitude=50.80, longitude=4.30)
    SpaceFactory(slug="nowhere", nowhere=True)

    assert found(bbox=BoundingBox(4.34, 50.84, 4.36, 50.85)) == ["here"]


# --- what a choice would leave --------------------------------------------------------------

BASES: list[dict[str, Any]] = [
    {},
    {"free": True},
    {"need": "find_work"},
    {"service": ("printing",), "language": "ar"},
    {"municipality": "21004", "label": True},
    {"position": SIMONIS, "radius": 2000},
    {"position": SIMONIS, "access": ("step_free",), "walk_in": True},
    {"open": NOW, "need": "learn"},
    {"open": datetime(2026, 12, 20, 10, tzinfo=TIMEZONE)},  # a Sunday
    {"bbox": BoundingBox(4.30, 50.84, 4.40, 50.88)},
]


def choosing(query: dict[str, Any], name: str, value: str) -> dict[str, Any]:
    """Return the query with one more choice, or another in the place of one."""
    if name in ("service", "access"):
        return query | {name: (*query.get(name, ()), value)}
    if name == "open":
        return query | {"open": query.get("open", NOW)}
    meaning: Any = int(value) if name == "radius" else True if value == "1" else value
    return query | {name: meaning}


@pytest.mark.parametrize("base", BASES)
def test_each_choice_leaves_as_many_as_it_says(base: dict[str, Any]) -> None:
    options = run(**base).options

    for (name, value), option in options.items():
        chosen = base if option.chosen else choosing(base, name, value)
        results = run(**chosen)
        left = 0 if results.nothing_open else results.real
        assert (name, value, option.left) == (name, value, left)


def without(query: dict[str, Any], name: str, value: str) -> dict[str, Any]:
    """Return the query without this choice, or without the one that it would replace."""
    if name in ("service", "access"):
        return query | {name: tuple(code for code in query.get(name, ()) if code != value)}
    return {key: kept for key, kept in query.items() if key != name}


@pytest.mark.parametrize("base", BASES)
def test_each_choice_says_of_how_many_it_is_not_known(base: dict[str, Any]) -> None:
    options = run(**base).options

    for trait, option in options.items():
        results = run(**without(base, *trait))
        real = [] if results.nothing_open else [r for r in results.ranked if not r.is_sample]
        unknown = sum(trait in match.traits.unknown for match in real)
        if trait == IN_VIEW:  # which nobody asks without it
            unknown = sum(match.candidate.point is None for match in real)
        assert (trait, option.unknown) == (trait, unknown)


def test_choice_about_which_nothing_is_known_is_not_offered(no_listings: None) -> None:
    SpaceFactory(access={"lift": "yes"})

    offered = run().options

    assert ("access", "lift") in offered
    assert ("access", "hearing_loop") not in offered
    assert ("free", "1") not in offered
    assert ("open", "1") not in offered
    assert ("radius", "500") not in offered  # without a place there is no “near”


def test_open_now_is_offered_at_night_too(no_listings: None) -> None:
    SpaceFactory(with_hours=True)

    offered = run(WEDNESDAY_10.replace(hour=3)).options

    assert offered[("open", "1")].left == 0


def test_choice_that_was_made_is_offered_whatever_is_known(no_listings: None) -> None:
    SpaceFactory()

    offered = run(free=True).options

    assert offered[("free", "1")].chosen
    assert offered[("free", "1")].unknown == 1
