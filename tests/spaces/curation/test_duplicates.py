"""Suspected duplicates: what is suspected, and what becomes of the two."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spaces.curation import merging
from spaces.curation.duplicates import SHARED, Entry, Pair, Reason, suspects
from spaces.geo.points import Point
from spaces.models import DistinctPair, Space, SpaceContact
from tests.factories import (
    CourseFactory,
    ProposalFactory,
    ReportFactory,
    SpaceContactFactory,
    SpaceFactory,
)

HERE = Point(50.8467, 4.3525)
NEXT_DOOR = Point(50.8470, 4.3525)  # 33 m
DOWN_THE_STREET = Point(50.8473, 4.3525)  # 67 m


def entry(name: str, town: str = "one", **facts: object) -> Entry:
    return Entry((name,), town, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "second", "reasons"),
    [
        (entry("maison du web"), entry("maison du  web"), [Reason.NAME]),
        (entry("espace numerique jette"), entry("jette espace numerique"), [Reason.NAME]),
        (entry("maison du web"), entry("maison du web", "two"), []),
        (entry("maison du web"), entry("atelier de lecture"), []),
        (entry("a", phone="+3225550123"), entry("b", phone="+3225550123"), [Reason.PHONE]),
        (entry("a"), entry("b"), []),
        (
            entry("a", addresses=("rue haute 12 1000",)),
            entry("b", addresses=("hoogstraat 12 1000", "rue haute 12 1000")),
            [Reason.ADDRESS],
        ),
        (
            entry("koekeltech", point=HERE),
            entry("koekeltech epn", "two", point=NEXT_DOOR),
            [Reason.NEAR],
        ),
        (entry("koekeltech", point=HERE), entry("bibliotheque", point=NEXT_DOOR), []),
        (
            entry("koekeltech", point=HERE),
            entry("koekeltech epn", "two", point=DOWN_THE_STREET),
            [],
        ),
        (entry("", point=HERE), entry("", point=HERE), []),
    ],
)
def test_pair_is_suspected_for_its_reasons(
    first: Entry, second: Entry, reasons: list[Reason]
) -> None:
    expected = [Pair(0, 1, tuple(reasons))] if reasons else []

    assert suspects([first, second]) == expected
    assert suspects([second, first]) == expected


def test_suspects_with_most_reasons_come_first() -> None:
    same = {"phone": "+3225550123", "addresses": ("rue haute 12 1000",)}
    found = suspects(
        [entry("a"), entry("web"), entry("web"), entry("x", **same), entry("y", **same)]
    )

    assert [(pair.first, pair.second) for pair in found] == [(3, 4), (1, 2)]


def test_number_of_a_switchboard_makes_no_suspects() -> None:
    letters = "abcdefgh"[: SHARED + 1]

    assert suspects([entry(letter, letter, phone="+3225550123") for letter in letters]) == []


def test_points_on_both_sides_of_a_grid_line_are_compared() -> None:
    for degrees in range(40):
        west = Point(50.8, 4.3 + degrees / 10_000)
        east = Point(50.8003, west.longitude + 0.0003)  # about 40 m

        found = suspects([entry("web", "one", point=west), entry("web", "two", point=east)])

        assert [pair.reasons for pair in found] == [(Reason.NEAR,)]


# --- what becomes of them -------------------------------------------------------------------


@pytest.fixture
def pair(db: None, no_listings: None) -> tuple[Space, Space]:
    same = {"name_fr": "Maison du Web", "name_nl": "Webhuis", "name_en": "Web house"}
    return SpaceFactory(slug="kept", **same), SpaceFactory(slug="other", **same)


def test_suspects_are_compared_once_until_something_changes(
    pair: tuple[Space, Space], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    SpaceFactory(sample=True, name_fr="Maison du Web")
    SpaceFactory(closed_for_good=True, name_fr="Maison du Web")

    for queries in (3, 2):
        with django_assert_num_queries(queries):
            found = merging.suspected()
        assert [{each.first, each.second} for each in found] == [{space.pk for space in pair}]

    pair[0].delete()
    assert merging.suspected() == []


def test_pair_set_apart_does_not_come_back(pair: tuple[Space, Space]) -> None:
    merging.set_apart(*pair)
    merging.set_apart(*reversed(pair))

    assert merging.suspected() == []
    assert DistinctPair.objects.count() == 1


def test_space_that_is_replaced_leads_to_the_kept_one(
    client: Client, pair: tuple[Space, Space]
) -> None:
    kept, other = pair
    other.slug = "renamed"
    other.save()
    course = CourseFactory(space=other)

    merging.merge(kept, other)

    other.refresh_from_db()
    assert (other.status, other.replaced_by) == (Space.Status.CLOSED, kept)
    for slug in ("other", "renamed"):
        response = client.get(f"/en/spaces/{slug}/", follow=True)
        assert response.redirect_chain[-1][0] == "/en/spaces/kept/"
        for page in ("easy", "report"):
            assert client.get(f"/en/spaces/{slug}/{page}/", follow=True).status_code == 200
    scanned = client.get(f"/s/{other.code}", headers={"accept-language": "en"})
    assert scanned["Location"] == "/en/spaces/kept/"
    course.refresh_from_db()
    assert course.space == kept
    assert other.history.first().history_change_reason == f"The same space as {kept.code}"


def test_people_and_messages_go_to_the_kept_space(
    pair: tuple[Space, Space], django_user_model: Any
) -> None:
    kept, other = pair
    manager = django_user_model.objects.create_user("manager")
    other.managers.add(manager)
    report, proposal = ReportFactory(space=other), ProposalFactory(space=other)
    contact = SpaceContactFactory(space=other)

    merging.merge(kept, other)

    assert list(kept.managers.all()) == [manager]
    for thing in (report, proposal, contact):
        thing.refresh_from_db()
        assert thing.space == kept


def test_contact_of_the_kept_space_stays(pair: tuple[Space, Space]) -> None:
    kept, other = (SpaceContactFactory(space=space) for space in pair)

    merging.merge(*pair)

    assert SpaceContact.objects.get(space=pair[0]) == kept
    assert SpaceContact.objects.get(space=pair[1]) == other


def test_replaced_in_turn_leads_all_the_way(client: Client, pair: tuple[Space, Space]) -> None:
    kept, other = pair
    last = SpaceFactory(slug="last")

    merging.merge(kept, other)
    merging.merge(last, kept)

    assert client.get(f"/s/{other.code}", headers={"accept-language": "en"})["Location"] == (
        "/en/spaces/last/"
    )
    assert client.get("/en/spaces/other/", follow=True).redirect_chain[-1][0] == "/en/spaces/last/"


def test_replaced_space_that_opens_again_stands_for_itself(
    client: Client, pair: tuple[Space, Space]
) -> None:
    kept, other = pair
    merging.merge(kept, other)
    other.refresh_from_db()

    other.status = Space.Status.PUBLISHED
    other.save()

    assert other.replaced_by is None
    assert client.get("/en/spaces/other/").status_code == 200


def test_draft_is_not_kept_in_place_of_another(pair: tuple[Space, Space]) -> None:
    kept, other = pair
    kept.status = Space.Status.DRAFT
    kept.save()

    with pytest.raises(ValidationError, match="publish it first"):
        merging.merge(kept, other)

    other.refresh_from_db()
    assert other.status == Space.Status.PUBLISHED


@pytest.mark.parametrize("closed", [0, 1])
def test_closed_space_is_kept_and_replaced_no_more(pair: tuple[Space, Space], closed: int) -> None:
    pair[closed].status = Space.Status.CLOSED
    pair[closed].save()

    with pytest.raises(ValidationError):
        merging.merge(*pair)


def test_space_is_not_kept_in_place_of_itself(pair: tuple[Space, Space]) -> None:
    with pytest.raises(ValidationError):
        merging.merge(pair[0], pair[0])


def test_database_refuses_an_open_space_that_is_replaced(pair: tuple[Space, Space]) -> None:
    kept, other = pair
    for facts in ({"replaced_by": kept}, {"replaced_by": other, "status": "closed"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Space.objects.filter(pk=other.pk).update(**facts)
