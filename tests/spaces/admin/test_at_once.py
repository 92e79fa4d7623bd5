"""Several people save at the same moment: each waits for the other, and none for ever."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from spaces.admin.space.label import SpaceForm
from spaces.curation import merging
from spaces.models import Closure, Space
from tests.factories import ClosureFactory, SpaceFactory, complete_space
from tests.pages import read
from tests.spaces.admin import desk

VERSION = '"spaces_dataversion"'
CHECKED = "mark_as_checked"
PATIENCE = 60  # seconds: a test that is wrong must not hang


def save(chief: Client, space: Space) -> None:
    assert desk.save(chief, space, phone="+32 2 279 22 11").status_code == 302


def delete(chief: Client, space: Space) -> None:
    closure = ClosureFactory(space=space)
    where = desk.address(Closure, "delete", closure.pk)
    assert chief.post(where, {"post": "yes"}).status_code == 302


def delete_chosen(chief: Client, space: Space) -> None:
    desk.act(chief, Closure, "delete_selected", ClosureFactory(space=space), post="yes")
    assert not space.closures.exists()


def check(chief: Client, space: Space) -> None:
    assert desk.messages(desk.act(chief, Space, CHECKED, space))


def merge(chief: Client, space: Space) -> None:
    merging.merge(space, SpaceFactory())


def put_back(chief: Client, space: Space) -> None:
    space.save()
    key = f"space-{space.history.first().history_id}"  # type: ignore[attr-defined]
    space.phone = "+3222792211"
    space.save()
    assert chief.post(desk.address(Space, "put_back", space.pk, key)).status_code == 302


def save_alone(chief: Client, space: Space) -> None:
    space.save()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "do",
    [save, delete, delete_chosen, check, merge, put_back, save_alone],
    ids=lambda do: do.__name__,
)
def test_the_version_is_locked_before_any_row(
    chief: Client, space: Space, do: Callable[[Client, Space], None]
) -> None:
    with CaptureQueriesContext(connection) as asked:
        do(chief, space)

    queries = [query["sql"] for query in asked.captured_queries]
    held = [query for query in queries if "spaces_" in query and is_held(query)]
    assert VERSION in held[0]


def is_held(query: str) -> bool:
    """Tell whether a query locks a row; on SQLite the version's lock is a plain question."""
    return query.startswith(("UPDATE", "DELETE")) or "FOR UPDATE" in query or VERSION in query


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_a_form_and_an_action_at_once_are_both_done(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    space = complete_space(slug="here", access={})
    where = desk.address(Space, "change", space.pk)
    form = desk.filled(desk.form_of(read(admin_client.get(where)), Space))
    clean = SpaceForm.clean
    actions: list[Future[Any]] = []

    def act() -> Any:
        try:
            return desk.act(admin_client, Space, CHECKED, space)
        finally:
            connection.close()

    def clean_while_another_acts(form: SpaceForm) -> Any:
        actions.append(pool.submit(act))
        until = time.monotonic() + PATIENCE
        while not (actions[0].done() or waits()):
            assert time.monotonic() < until, "the action neither waits nor ends"
        return clean(form)

    monkeypatch.setattr(SpaceForm, "clean", clean_while_another_acts)
    with ThreadPoolExecutor(1) as pool:
        saved = admin_client.post(where, form | {"phone": "+32 2 279 22 11"})

    assert saved.status_code == 302
    assert "1 space is marked as checked today." in desk.messages(actions[0].result())
    space.refresh_from_db()
    assert space.phone == "+3222792211"
    assert space.checked_by == Space.Checker.REGION


def waits() -> bool:
    """Tell whether somebody waits for a lock in this database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # a transaction keeps what it saw first
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE wait_event_type = 'Lock' AND datname = current_database()"
        )
        return bool(cursor.fetchone()[0])
