"""What runs on PostgreSQL too: tests that ask the database for more than rows by their columns.

Locks, transactions, constraints, lookups, sums: two databases may answer these differently. Whole
rooms of tests are marked `sql`, single tests elsewhere mark themselves; on SQLite, where every test
runs, one that says such a thing without the marker fails.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from campaign import tally

TESTS = Path(__file__).parent
ROOMS = (
    "campaign",
    "spaces/admin",
    "spaces/curation",
    "spaces/exchange",
    "spaces/inbox",
    "spaces/management",
    "spaces/models",
    "spaces/staff",
)
PARTICULAR = re.compile(
    r"""
    ^SAVEPOINT                              # a transaction: what holds a lock opens one
    | \bON\ CONFLICT\b | \bINSERT\ OR\b
    | \b(LIKE|REGEXP|EXISTS|CASE|DISTINCT|GROUP\ BY|OVER)\b
    | \b(SUM|MIN|MAX|AVG|JSON_\w+|django_\w+)\(
    | \b(FROM|INTO|UPDATE)\ (?!spaces_dataversion\b)\w  # raw: Django quotes; this, all read
    """,
    re.VERBOSE,
)

_arranging = ContextVar("arranging", default=False)


@contextmanager
def arranged() -> Iterator[None]:
    """Let what a test says in this block, to have what it needs, count for nothing."""
    token = _arranging.set(True)
    try:
        yield
    finally:
        _arranging.reset(token)


# Counted for the day by whichever test comes first, then held in memory: its own tests are marked.
tally.by_campaign = arranged()(tally.by_campaign)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the rooms, and what needs a database that really commits."""
    rooms = [TESTS / room for room in ROOMS]
    for item in items:
        database = item.get_closest_marker("django_db")
        commits = database is not None and database.kwargs.get("transaction")
        if commits or any(item.path.is_relative_to(room) for room in rooms):
            item.add_marker(pytest.mark.sql)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a test that is not marked, yet says what it would have to be marked for."""
    if item.get_closest_marker("sql"):
        return (yield)
    said = []

    def listen(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if not _arranging.get() and PARTICULAR.search(sql):
            said.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(listen):
        yield
    if said:
        pytest.fail(f"This test wants the marker `sql`, as it says: {said[0]}", pytrace=False)
    return None
