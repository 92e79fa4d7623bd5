"""The gazetteer in memory: built once, and anew when the data change."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from pytest_django import DjangoAssertNumQueries, DjangoDbBlocker, Settings

from spaces import gazetteer
from spaces.gazetteer import Gazetteer, loading
from spaces.models import DataVersion, Place, Space


@pytest.fixture(scope="module")
def known(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Gazetteer:
    """Return the gazetteer of fixtures/."""
    gazetteer.forget()
    with django_db_blocker.unblock():
        return gazetteer.current(DataVersion.current())


@pytest.fixture
def _forgotten() -> Iterator[None]:
    """Hold no gazetteer before nor after a test that changes the data."""
    gazetteer.forget()
    yield
    gazetteer.forget()


@pytest.mark.usefixtures("_forgotten")
def test_a_warm_gazetteer_asks_the_database_nothing(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    version = DataVersion.current()
    with django_assert_num_queries(3):
        gazetteer.resolve("simonis", version)

    with django_assert_num_queries(0):
        assert gazetteer.resolve("bockstal", version).meaning
        assert gazetteer.suggest("bock", "fr", version)


@pytest.mark.usefixtures("_forgotten")
def test_threads_build_the_gazetteer_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[int] = []
    monkeypatch.setattr(loading, "_rows", lambda: loads.append(1) or iter(()))

    with ThreadPoolExecutor(8) as threads:
        built = set(threads.map(gazetteer.current, [7] * 50))

    assert len(built) == len(loads) == 1


@pytest.mark.usefixtures("_forgotten")
def test_the_gazetteer_follows_the_data(db: None) -> None:
    before = DataVersion.current()
    assert not gazetteer.resolve("Chez Zinneke", before).meaning

    place = Place.objects.get(name_fr="Flagey", kind="square")
    place.aliases = [*place.aliases, "Chez Zinneke"]
    place.save()

    meaning = gazetteer.resolve("chez zinneke", DataVersion.current()).meaning
    assert meaning is not None
    assert (meaning.kind, meaning.name_fr) == ("square", "Flagey")


@pytest.mark.sql
@pytest.mark.usefixtures("_forgotten")
def test_unpublished_spaces_are_not_in_the_gazetteer(db: None) -> None:
    space = Space.objects.get(slug="brusurf")
    space.status = Space.Status.DRAFT
    space.save()

    assert gazetteer.resolve("brusurf", DataVersion.current()).meaning is None


@pytest.mark.usefixtures("_forgotten")
def test_invented_points_are_hidden_with_the_samples(db: None, settings: Settings) -> None:
    settings.SAMPLE_DATA = "hide"
    space = Space.objects.get(slug="double-click")
    assert "location" in space.sample_fields

    found = gazetteer.resolve("double click", DataVersion.current()).meaning

    assert found
    assert found.slug == "double-click"
    assert found.point == space.municipality.point
    assert gazetteer.resolve("EPN Dailly (exemple)", DataVersion.current()).meaning is None
