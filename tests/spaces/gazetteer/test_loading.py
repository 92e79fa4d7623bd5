"""The gazetteer in memory: built once, and anew when the data change."""

import importlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from spaces import gazetteer
from spaces.gazetteer import loading, rows
from spaces.models import DataVersion, Place, Space
from tests.factories import PlaceFactory, SpaceFactory
from tests.sql import arranged


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
    with django_assert_num_queries(7):  # two versions, five tables
        gazetteer.resolve("simonis", version)

    with django_assert_num_queries(0):
        assert gazetteer.resolve("bockstal", version).meaning
        assert gazetteer.suggest("bock", "fr", version)


@pytest.mark.usefixtures("_forgotten")
def test_threads_build_the_gazetteer_once(monkeypatch: pytest.MonkeyPatch, known: object) -> None:
    built: list[int] = []

    def build() -> None:
        built.append(1)
        monkeypatch.setattr(loading, "_held", held)

    held = SimpleNamespace(version=7, gazetteer=object())
    monkeypatch.setattr(loading, "_build", build)
    monkeypatch.setattr(loading, "_held", None)
    with ThreadPoolExecutor(8) as threads:
        answers = set(threads.map(gazetteer.current, [7] * 50))

    assert built == [1]
    assert answers == {held.gazetteer}


def test_the_former_answers_until_the_new_one_stands(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = gazetteer.current(DataVersion.current())
    waiting: list[Callable[[], None]] = []
    monkeypatch.setattr(loading, "in_background", waiting.append)
    PlaceFactory(name_fr="Chez Zinneke", name_nl="Bij Zinneke")
    version = DataVersion.current()

    assert gazetteer.current(version) is former
    assert not gazetteer.is_current(version)

    waiting[0]()

    assert gazetteer.is_current(version)
    assert gazetteer.resolve("bij zinneke", version).meaning


@pytest.mark.usefixtures("_forgotten")
def test_a_worker_that_begins_builds_before_anybody_asks(
    db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    importlib.reload(importlib.import_module("config.wsgi"))

    version = DataVersion.current()
    with django_assert_num_queries(0):
        assert gazetteer.resolve("simonis", version).meaning


def test_a_failed_rebuild_leaves_the_former(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    former = gazetteer.current(DataVersion.current())
    PlaceFactory(name_fr="Chez Zinneke")

    def fail() -> None:
        raise RuntimeError

    monkeypatch.setattr(rows, "towns", fail)

    assert gazetteer.current(DataVersion.current()) is former


@pytest.mark.parametrize(
    ("field", "value", "anew"),
    [
        ("phone", "+3225550123", False),
        ("opening_hours", "24/7", False),
        ("name_fr", "Chez X", True),
    ],
)
def test_only_names_and_addresses_of_spaces_change_the_gazetteer(
    db: None, field: str, value: str, anew: bool
) -> None:
    former = gazetteer.current(DataVersion.current())
    space = Space.objects.get(slug="brusurf")
    setattr(space, field, value)
    with arranged():
        space.save()

    now = gazetteer.current(DataVersion.current())

    assert (now is not former) is anew


def test_streets_are_not_built_anew_for_a_space(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    gazetteer.current(DataVersion.current())
    monkeypatch.setattr(rows, "of_places", None)  # whoever asks for them fails
    space = SpaceFactory(name_fr="Chez Zinneke")

    found = gazetteer.resolve("chez zinneke", DataVersion.current()).meaning

    assert found
    assert found.slug == space.slug


def test_an_address_of_a_space_is_exact_in_a_street_that_only_it_names(db: None) -> None:
    SpaceFactory(street_fr="Rue Zinneke", street_nl="Zinnekestraat", house_number="3")

    for text in ("Rue Zinneke 3", "3, zinnekestraat 1000"):
        found = gazetteer.resolve(text, DataVersion.current())
        assert found.exact
        assert found.meaning
        assert found.meaning.label("fr") == "Rue Zinneke 3 (Bruxelles)"


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
@pytest.mark.parametrize("samples", ["show", "hide"])
def test_nobody_is_at_an_invented_point_or_place(
    db: None, settings: Settings, samples: str
) -> None:
    settings.SAMPLE_DATA = samples
    space = Space.objects.get(slug="double-click")
    assert "location" in space.sample_fields

    found = gazetteer.resolve("double click", DataVersion.current()).meaning

    assert found
    assert found.slug == "double-click"
    assert (found.point, found.is_located) == (space.municipality.point, False)
    assert gazetteer.resolve("EPN Dailly", DataVersion.current()).meaning is None


def test_pages_that_the_former_answered_are_kept_by_nobody(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    gazetteer.current(DataVersion.current())
    waiting: list[Callable[[], None]] = []
    monkeypatch.setattr(loading, "in_background", waiting.append)
    PlaceFactory(name_fr="Chez Zinneke", name_nl="Bij Zinneke")
    asked = (
        "/en/spaces/?q=zinneke",
        "/en/spaces/koekeltech/?from=zinneke",
        "/en/sheet/?space=koekeltech&for=fr&from=zinneke",
        "/api/places?q=zinneke",
    )

    before = {path: client.get(path)["Cache-Control"] for path in asked}
    waiting[0]()
    after = {path: client.get(path)["Cache-Control"] for path in asked}

    assert set(before.values()) == {"private, no-store"}
    assert "private, no-store" not in after.values()
