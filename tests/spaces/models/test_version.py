"""The data version: every write moves it, so that no page outlives what it says; no read does."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from spaces.directory import published
from spaces.models import (
    AccessFeature,
    Closure,
    DataVersion,
    Municipality,
    Need,
    Operator,
    Place,
    Service,
    Space,
)
from tests.factories import ClosureFactory, OperatorFactory, PlaceFactory, SpaceFactory

pytestmark = pytest.mark.django_db

SLUG = "koekeltech"


def save() -> None:
    Space.objects.get(slug=SLUG).save()


def create() -> None:
    SpaceFactory()


def delete() -> None:
    Space.objects.get(slug=SLUG).delete()


def delete_many() -> None:
    Place.objects.filter(kind=Place.Kind.CINEMA).delete()


def update() -> None:
    Space.objects.filter(slug=SLUG).update(phone="+3225550123")


def update_from_a_space() -> None:
    Space.objects.get(slug=SLUG).services.update(order=1)


def bulk_create() -> None:
    space = Space.objects.get(slug=SLUG)
    day = date(2026, 12, 24)
    Closure.objects.bulk_create([Closure(space=space, first_day=day, last_day=day)])


def bulk_update() -> None:
    spaces = list(Space.objects.all()[:2])
    Space.objects.bulk_update(spaces, ["phone"])


def add_a_service() -> None:
    Space.objects.get(slug=SLUG).services.add(Service.objects.get(code="scanning"))


def remove_a_service() -> None:
    space = Space.objects.get(slug=SLUG)
    space.services.remove(space.services.all()[0])


def take_a_service_from_a_need() -> None:
    Need.objects.get(code="find_work").services.clear()


def answer_about_access() -> None:
    AccessFeature.objects.create(space=Space.objects.get(slug=SLUG), feature="lift", value="no")


def close_for_a_day() -> None:
    ClosureFactory(space=Space.objects.get(slug=SLUG))


def rename_a_municipality() -> None:
    town = Municipality.objects.all()[0]
    town.name_nl = "Elders"
    town.save()


def add_a_place() -> None:
    PlaceFactory()


def rename_an_operator() -> None:
    operator = OperatorFactory()
    operator.name_fr = "Autre nom"
    operator.save()


@pytest.mark.parametrize(
    "write",
    [
        save,
        create,
        delete,
        delete_many,
        update,
        update_from_a_space,
        bulk_create,
        bulk_update,
        add_a_service,
        remove_a_service,
        take_a_service_from_a_need,
        answer_about_access,
        close_for_a_day,
        rename_a_municipality,
        add_a_place,
        rename_an_operator,
    ],
)
def test_version_moves_on_every_kind_of_write(write: Callable[[], None]) -> None:
    before = DataVersion.current()

    write()

    assert DataVersion.current() != before


@pytest.mark.parametrize(
    ("write", "moves"), [(add_a_place, True), (rename_a_municipality, True), (save, False)]
)
def test_version_of_places_moves_with_places_alone(write: Callable[[], None], moves: bool) -> None:
    before = DataVersion.current(DataVersion.PLACES)

    write()

    assert (DataVersion.current(DataVersion.PLACES) != before) is moves


def test_version_moves_once_for_writes_by_the_thousand(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    everything, places = DataVersion.current(), DataVersion.current(DataVersion.PLACES)
    rows = list(Place.objects.all()[:50])

    with django_assert_num_queries(50 + 2), DataVersion.moved_once():
        for place in rows:
            place.skip_history_when_saving = True
            place.save(update_fields=["source"])

    assert DataVersion.current() != everything
    assert DataVersion.current(DataVersion.PLACES) != places


def test_version_stays_while_people_read() -> None:
    before = DataVersion.current()

    list(Space.objects.published().with_details())
    Space.objects.filter(slug=SLUG).exists()
    list(Operator.objects.all())
    published.current()

    assert DataVersion.current() == before


def test_version_of_a_write_that_fails_stays() -> None:
    before = DataVersion.current()

    with transaction.atomic():
        save()
        transaction.set_rollback(True)

    assert DataVersion.current() == before


def test_version_begins_with_the_first_write() -> None:
    DataVersion.objects.all().delete()
    assert DataVersion.current() == 0

    DataVersion.bump()

    assert DataVersion.current() > 0


def test_version_costs_a_reader_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    published.current()

    with django_assert_num_queries(1):
        published.current()
