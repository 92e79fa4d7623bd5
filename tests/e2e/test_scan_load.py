"""Fifty phones at once on the real server: every scan is counted, none gets an error."""

import http.client
import json
import secrets
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from scripts import postgres
from scripts.debian import postgresql_program
from tests.conftest import require
from tests.e2e import site as sites
from tests.e2e.site import Site

CLIENTS, SCANS_EACH = 50, 200
LANGUAGES = ("fr", "nl", "en", "ar")
CODES = ("7K3PM", "Q8D4H", "M5XTR")
WORKERS = "2"
TALLY = (
    "import json; from django.db.models import Sum; from campaign.models import Scan; "
    "rows = Scan.objects.values_list('poster__code', 'language').annotate(Sum('count')); "
    "print(json.dumps(list(rows)), Scan.objects.count())"
)


@contextmanager
def on_sqlite(prepared: Path, directory: Path) -> Iterator[Site]:
    """Serve the site on its own SQLite file."""
    with sites.serve(prepared, directory, WEB_CONCURRENCY=WORKERS) as running:
        yield running


@contextmanager
def on_postgresql(prepared: Path, directory: Path) -> Iterator[Site]:
    """Serve the site on a PostgreSQL server of its own, filled as a fresh one."""
    require("postgresql", postgresql_program("initdb"))
    with postgres.server() as address:
        name = f"scans_{secrets.token_hex(4)}"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]  # our own name
        database = f"{address.rpartition('/')[0]}/{name}"
        variables = {"DATABASE_URL": database, "WEB_CONCURRENCY": WORKERS}
        with sites.serve(prepared, directory, **variables) as running:
            running.manage("migrate", "--verbosity=0")
            running.manage("seed")
            yield running


def scan(url: str, client: int) -> Counter[tuple[str, str, int, str]]:
    """Scan as one phone, over one connection; return what was scanned and how it was answered."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    answers: Counter[tuple[str, str, int, str]] = Counter()
    for turn in range(SCANS_EACH):
        code, language = CODES[(client + turn) % 3], LANGUAGES[(client + turn) % 4]
        path = f"/{'qQ'[turn % 2]}/{code if turn % 3 else code.lower()}"
        connection.request("GET", path, headers={"Accept-Language": language})
        response = connection.getresponse()
        response.read()
        where = (response.getheader("Location") or "").split("/")[1:2]
        answers[code, language, response.status, "".join(where)] += 1
    connection.close()
    return answers


@pytest.mark.parametrize("serve", [on_sqlite, on_postgresql], ids=["sqlite", "postgresql"])
def test_every_scan_of_fifty_phones_at_once_is_counted(
    serve: Callable[[Path, Path], AbstractContextManager[Site]], prepared: Path, tmp_path: Path
) -> None:
    with serve(prepared, tmp_path) as site:
        with ThreadPoolExecutor(CLIENTS) as phones:
            answers = sum(phones.map(lambda n: scan(site.url, n), range(CLIENTS)), Counter())
        *_, last = site.manage("shell", "--verbosity=0", "-c", TALLY).strip().splitlines()
        rows, stored = last.rsplit(" ", 1)

    assert answers.total() == CLIENTS * SCANS_EACH == 10_000
    assert {(status, where == language) for _c, language, status, where in answers} == {(302, True)}
    scanned = {(code, language): n for (code, language, _s, _w), n in answers.items()}
    assert {(code, language): n for code, language, n in json.loads(rows)} == scanned
    assert int(stored) in (12, 24)  # a row for a code and language; two where midnight came
    log = (tmp_path / "log").read_text()
    assert "was lost" not in log
    assert "ERROR" not in log


def answer(site: Site, path: str = "/q/7K3PM") -> tuple[int, str, str]:
    """Scan once; return the status, where it leads, and the page if there is one."""
    connection = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=60)
    connection.request("GET", path, headers={"Accept-Language": "nl"})
    response = connection.getresponse()
    page = response.read().decode()
    connection.close()
    return response.status, response.getheader("Location") or "", page


def test_visitor_goes_on_while_somebody_else_holds_the_database(
    prepared: Path, tmp_path: Path
) -> None:
    with sites.serve(prepared, tmp_path) as site:
        other = sqlite3.connect(tmp_path / sites.DATABASE, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        status, where, _page = answer(site)
        other.execute("ROLLBACK")
        other.close()

    assert status == 302
    assert where.startswith("/nl/ruimtes/")
    assert '"A scan of poster 7K3PM was lost: OperationalError"' in (tmp_path / "log").read_text()


def test_database_that_goes_down_is_told_with_the_help_line(prepared: Path, tmp_path: Path) -> None:
    require("postgresql", postgresql_program("initdb"))
    with ExitStack() as running:
        address = running.enter_context(postgres.server())
        variables = {"DATABASE_URL": address, "HELP_LINE": "+3225550199"}
        with sites.serve(prepared, tmp_path, **variables) as site:
            site.manage("migrate", "--verbosity=0")
            site.manage("seed")
            before = answer(site)
            running.close()  # the server stops in the middle of its work
            after = answer(site)
            again = answer(site)

    assert before[0] == 302
    for status, _where, page in (after, again):
        assert status == 503
        assert 'href="tel:+3225550199"' in page
        assert [code for code in ("fr", "nl", "en", "ar") if f'lang="{code}"' not in page] == []
