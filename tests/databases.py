"""Databases of a test's own, for what must be seen from outside a process: killed, restored."""

import os
import secrets
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection

from tests.e2e.site import ROOT

SERVER = os.environ.get("TEST_DATABASE_URL", "")
# Of the kind that the tests run on; only beside a server are there both.
KIND = "postgresql" if SERVER.startswith("postgres") else "sqlite"


@contextmanager
def database(kind: str, directory: Path) -> Iterator[str]:
    """Make an empty database and give its address."""
    name = f"own_{secrets.token_hex(6)}"
    if kind == "sqlite":
        yield f"sqlite:///{directory / name}.sqlite3"
        return
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        try:
            yield f"{SERVER.rpartition('/')[0]}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


@contextmanager
def seeded(kind: str, directory: Path) -> Iterator[str]:
    """Make a database with the data of fixtures/ and give its address.

    On SQLite it is a copy of what the tests have in memory: no process to migrate and to load.
    """
    with database(kind, directory) as address:
        if kind == "sqlite":
            connection.ensure_connection()
            copy = connection.connection.serialize()
            Path(address.removeprefix("sqlite:///")).write_bytes(copy)
        else:
            where = environment(address, directory)
            manage(where, "migrate", "-v0")
            manage(where, "seed")
        yield address


def environment(address: str, directory: Path) -> dict[str, str]:
    """Return the environment of a site on a database, with its uploaded files in a directory."""
    return os.environ | {
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "MEDIA_ROOT": str(directory),
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
        "SECRET_KEY": "only-for-tests",
    }


def manage(where: dict[str, str], *command: str) -> str:
    """Run a command of the site in its environment; return what it says."""
    run = [sys.executable, str(ROOT / "manage.py"), *command]
    return subprocess.run(run, env=where, check=True, capture_output=True, text=True).stdout


def rows(address: str, *tables: str) -> list[list[tuple[Any, ...]]]:
    """Return all rows of some tables, as another program reads them."""
    path = address.removeprefix("sqlite:///")
    opened: Any = sqlite3.connect(path) if path != address else psycopg.connect(address)
    with closing(opened) as connection:
        cursor = connection.cursor()
        found = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
            found.append(sorted(cursor.fetchall(), key=repr))
        return found
