"""The directory in memory: one load for each change of the data, and the same answer to all."""

import pytest
from pytest_django import DjangoAssertNumQueries

from spaces.directory import published
from spaces.geo.points import Point
from spaces.models import Space
from tests.factories import PlaceFactory, SpaceFactory

pytestmark = pytest.mark.django_db

GRAND_PLACE = Point(50.8467, 4.3525)


def test_directory_stays_in_memory_while_nothing_changes() -> None:
    assert published.current() is published.current()


def test_directory_is_loaded_anew_after_a_write() -> None:
    before = published.current()
    SpaceFactory(slug="new")

    after = published.current()

    assert "new" not in before.by_slug
    assert "new" in after.by_slug


def test_directory_is_loaded_in_a_fixed_number_of_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Loading takes as many queries for a hundred spaces as for one, and is rare."""
    queries = 15
    published.forget()

    with django_assert_num_queries(queries):
        published.current()

    SpaceFactory.create_batch(10, services=["printing"], access={"lift": "yes"})

    with django_assert_num_queries(queries):
        published.current()


def test_spaces_of_the_directory_need_no_further_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    directory = published.current()

    with django_assert_num_queries(0):
        for space in directory.spaces.values():
            assert space.municipality.name
            assert space.operator is None or space.operator.name
            list(space.services.all())
            list(space.access_features.all())
            assert space.hours is None or space.hours.closures is not None
        for need in directory.needs.values():
            assert [met.service.code for met in need.met_by.all()]


def test_directory_counts_real_spaces_only(no_listings: None) -> None:
    SpaceFactory.create_batch(2)
    SpaceFactory(sample=True)

    assert published.current().real_count == 2


@pytest.mark.parametrize(
    ("facts", "shows"),
    [({}, False), ({"sample": True}, True), ({"sample_fields": ["location"]}, True)],
)
def test_directory_knows_whether_anything_invented_is_on_show(
    no_listings: None, facts: dict[str, object], shows: bool
) -> None:
    SpaceFactory(**facts)

    assert published.current().shows_samples is shows


def test_alternatives_are_the_nearest_others(no_listings: None) -> None:
    space = SpaceFactory()
    for north, slug in ((3, "c"), (1, "a"), (2, "b"), (4, "d")):
        SpaceFactory(slug=slug, latitude=50.8467 + north / 1000)
    SpaceFactory(slug="nowhere", nowhere=True)

    near = published.current().alternatives(GRAND_PLACE, besides=space)

    assert [found.thing.slug for found in near] == ["a", "b", "c"]
    assert [round(found.metres) for found in near] == [111, 222, 334]
    assert [found.walking_minutes for found in near] == [2, 4, 6]


def test_nearest_stops_have_lines_and_differ_in_name() -> None:
    for latitude, name, lines in (
        (50.9185, "A", ["92"]),
        (50.9184, "A", ["93"]),
        (50.9183, "B", []),
        (50.9182, "C", ["92"]),
    ):
        PlaceFactory(name_fr=name, latitude=latitude, lines=lines)

    stops = published.current().nearest_stops(Point(50.9187, 4.3525))

    assert [(found.thing.name_fr, found.thing.lines) for found in stops] == [
        ("A", ["92"]),
        ("C", ["92"]),
    ]


def test_directory_of_a_real_site_has_neither_samples_nor_their_cells(
    no_listings: None, samples_hidden: None
) -> None:
    SpaceFactory(sample=True)
    SpaceFactory(slug="real", opening_hours="24/7", sample_fields=["opening_hours", "location"])

    directory = published.current()

    assert list(directory.by_slug) == ["real"]
    assert directory.by_slug["real"].hours is None
    assert directory.by_slug["real"].point is None
    assert not directory.shows_samples
    assert Space.objects.get(slug="real").hours is not None  # the data is left alone
