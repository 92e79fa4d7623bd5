"""The logs: what happened, and nothing of who asked, from where, or for what."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from spaces.models import DataVersion

SECRETS = ("SECRETSTREET", "50.847", "4.353", "203.0.113.7", "SecretBrowser", "secret-site")
VISIT = {
    "headers": {"User-Agent": "SecretBrowser", "Referer": "https://secret-site.example/?q=1"},
    "REMOTE_ADDR": "203.0.113.7",
}
QUERY = "?q=SECRETSTREET&lat=50.847&lng=4.353"


@pytest.fixture
def console() -> Iterator[io.StringIO]:
    """Read what the site's own handler, with its own filter and format, writes."""
    (handler,) = (handler for handler in logging.getLogger().handlers if handler.name == "console")
    assert isinstance(handler, logging.StreamHandler)
    written = io.StringIO()
    stream, level = handler.setStream(written), logging.getLogger().level
    logging.getLogger().setLevel(logging.INFO)
    yield written
    logging.getLogger().setLevel(level)
    handler.setStream(stream)


def lines(console: io.StringIO) -> list[dict[str, Any]]:
    """Return what was written: a JSON object a line."""
    return [json.loads(line) for line in console.getvalue().splitlines()]


def fail() -> int:
    raise RuntimeError("no reason")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/en/nowhere/", 404),
        ("/en/spaces/nowhere/", 404),
        ("/en/spaces/", 200),
        ("/api/places", 200),
        ("/s/22222", 404),
        ("/map/SECRETSTREET/fr/14/50.847,4.353/1x1.svg", 404),
        ("/tiles/SECRETSTREET/50.847/4.353.svg", 404),
    ],
)
def test_log_holds_nothing_of_a_visitor(
    client: Client, console: io.StringIO, path: str, status: int
) -> None:
    response = client.get(path + QUERY, **VISIT)

    assert response.status_code == status
    assert [secret for secret in SECRETS if secret in console.getvalue()] == []


@pytest.mark.django_db
def test_log_of_a_lost_visitor_has_the_path(client: Client, console: io.StringIO) -> None:
    client.get("/en/nowhere/" + QUERY, **VISIT)

    (line,) = [line for line in lines(console) if line["name"] == "django.request"]
    assert "/en/nowhere/" in line["message"]
    assert line["levelname"] == "WARNING"
    assert "request" not in line


def test_log_of_a_failure_has_the_path_and_the_reason_but_nothing_of_the_visitor(
    console: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DataVersion, "current", fail)

    Client(raise_request_exception=False).get("/en/spaces/" + QUERY, **VISIT)

    (line,) = [line for line in lines(console) if line["levelname"] == "ERROR"]
    assert "/en/spaces/" in line["message"]
    assert "no reason" in line["exc_info"]
    assert [secret for secret in SECRETS if secret in console.getvalue()] == []


def test_log_of_a_wrong_host_has_nothing_of_the_visitor(
    client: Client, console: io.StringIO
) -> None:
    visit = VISIT | {"headers": VISIT["headers"] | {"Host": "evil.example"}}  # type: ignore[operator]

    response = client.get("/en/spaces/" + QUERY, **visit)

    assert response.status_code == 400
    assert lines(console)
    assert [secret for secret in SECRETS if secret in console.getvalue()] == []


@pytest.mark.parametrize(
    "args",
    [
        ("/en/spaces/?q=SECRETSTREET",),
        ("GET", "/en/spaces/?q=SECRETSTREET", 200),
        ("GET /en/spaces/?q=SECRETSTREET HTTP/1.1", "200", "12"),
        ("http://testserver/en/spaces/?q=SECRETSTREET",),
        ("/tiles/0/fr/14/SECRETSTREET.svg", "/en/spaces/"),
        ("GET /map/0/fr/14/SECRETSTREET.svg?pins=1.1 HTTP/1.1", "/en/spaces/"),
    ],
)
def test_log_drops_the_query_of_any_address(console: io.StringIO, args: tuple[object, ...]) -> None:
    logging.getLogger("django.server").warning("%s " * len(args), *args)

    (line,) = lines(console)
    assert "/en/spaces/" in line["message"]
    assert "SECRETSTREET" not in console.getvalue()
