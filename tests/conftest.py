"""What every test has: the directory of fixtures/, English, an empty cache, a closed network."""

import gc
import os
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.signals import setting_changed
from django.db import transaction
from django.dispatch import receiver
from django.utils import translation
from hypothesis import settings as hypothesis_settings

from spaces import gazetteer
from spaces.directory import published
from spaces.gazetteer import loading
from spaces.management.commands.seed import load_fixtures

pytest_plugins = ["tests.sql"]

hypothesis_settings.register_profile("tests", deadline=None, max_examples=150, print_blob=True)
hypothesis_settings.register_profile("quick", deadline=None, max_examples=10)
hypothesis_settings.load_profile("tests")

gc.set_threshold(100_000, 20, 50)  # collect garbage less often: a tenth off the tests' time

# A thread of its own would not see what a test has not committed.
loading.in_background = lambda work: work()

# End as with Ctrl-C, which stops the site and the browser of the browser tests.
signal.signal(signal.SIGTERM, signal.default_int_handler)

_reload = pytest.StashKey[Any]()


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: Any, request: pytest.FixtureRequest
) -> None:
    """Load fixtures/ into the test database, once: every test sees the real listings."""

    def load() -> None:
        with django_db_blocker.unblock():
            load_fixtures()

    load()
    request.config.stash[_reload] = load


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Load fixtures/ again after a test that emptied the tables, as transactional ones do.

    After the last test there are no tables any more.
    """
    result = yield
    marker = item.get_closest_marker("django_db")
    fixtures = {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ()))
    if nextitem and (fixtures or (marker and marker.kwargs.get("transaction"))):
        item.config.stash[_reload]()
    return result


@pytest.fixture(scope="module")
def module_db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Open the database for the fixtures of a module: what they write goes after its last test.

    The tests that use them are marked `django_db`, or no database is made.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Start each test in English: the language of the last request stays active otherwise."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Let no test see what another one cached."""
    cache.clear()


@receiver(setting_changed)
def _empty_memory(setting: str, **_: object) -> None:
    """Forget the data in memory when a test shows it differently.

    What was written and rolled back needs no care: its version never comes back.
    """
    if setting in {"SAMPLE_DATA", "LANGUAGES", "MEDIA_ROOT"}:
        published.forget()
        gazetteer.forget()


def require(program: str, found: object) -> None:
    """Skip a test for want of a program; with `CI=true` fail it, as nothing may go unproven."""
    if not found:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{program} is missing")
        pytest.skip(f"{program} is missing")
