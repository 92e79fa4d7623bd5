"""The settings: each environment gives a site that is safe there, or none at all."""

import runpy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import settings as module

Start = Callable[..., dict[str, Any]]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Return a function that reads the settings in an environment, in a directory of its own."""
    copy = tmp_path / "config" / "settings.py"
    copy.parent.mkdir()
    shutil.copy(module.__file__, copy)

    def read(**environment: str) -> dict[str, Any]:
        for name in list(_names()):
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(copy))

    return read


def _names() -> set[str]:
    example = Path(module.__file__).parent.parent / ".env.example"
    lines = example.read_text().splitlines()
    return {line.lstrip("#").partition("=")[0] for line in lines if "=" in line}


# --- the secret key -------------------------------------------------------------------------


def test_site_does_not_start_without_a_secret_key_and_says_what_to_do(start: Start) -> None:
    with pytest.raises(ImproperlyConfigured, match="Set it in the environment to a long random"):
        start()


def test_secret_key_comes_from_the_environment(start: Start) -> None:
    assert start(SECRET_KEY="from outside")["SECRET_KEY"] == "from outside"


def test_secret_key_comes_from_the_file_that_make_run_wrote(start: Start, tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "secret_key").write_text("from the file\n")

    assert start()["SECRET_KEY"] == "from the file"
    assert start(SECRET_KEY="from outside")["SECRET_KEY"] == "from outside"


def test_debug_is_off_unless_asked_for(start: Start) -> None:
    assert start(SECRET_KEY="x")["DEBUG"] is False
    assert start(DEBUG="on")["DEBUG"] is True


# --- where it runs --------------------------------------------------------------------------


def test_site_on_https_keeps_cookies_and_visitors_there(start: Start) -> None:
    site = start(SECRET_KEY="x", SITE_URL="https://spaces.example/")

    assert site["SITE_URL"] == "https://spaces.example"
    assert site["SESSION_COOKIE_SECURE"] is True
    assert site["CSRF_COOKIE_SECURE"] is True
    assert site["SECURE_SSL_REDIRECT"] is True
    assert site["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert site["ALLOWED_HOSTS"][0] == "spaces.example"
    assert site["CSRF_TRUSTED_ORIGINS"] == ["https://spaces.example"]


def test_site_on_plain_http_works_without_https(start: Start) -> None:
    site = start(SECRET_KEY="x", SITE_URL="http://127.0.0.1:8123")

    assert site["SESSION_COOKIE_SECURE"] is False
    assert site["SECURE_SSL_REDIRECT"] is False
    assert site["SECURE_HSTS_SECONDS"] == 0
    assert site["ALLOWED_HOSTS"][0] == "127.0.0.1"
    assert site["CSRF_TRUSTED_ORIGINS"] == ["http://127.0.0.1:8123"]


def test_proxy_is_believed_only_where_there_is_one(start: Start) -> None:
    assert "SECURE_PROXY_SSL_HEADER" not in start(SECRET_KEY="x")
    assert start(SECRET_KEY="x", TRUSTED_PROXIES="1")["SECURE_PROXY_SSL_HEADER"] == (
        "HTTP_X_FORWARDED_PROTO",
        "https",
    )


def test_cookies_are_for_the_desk_only(start: Start) -> None:
    site = start(SECRET_KEY="x")

    assert site["SESSION_COOKIE_PATH"] == site["CSRF_COOKIE_PATH"] == "/admin/"


# --- data -----------------------------------------------------------------------------------


def test_database_is_a_file_unless_told_otherwise(start: Start, tmp_path: Path) -> None:
    database = start(SECRET_KEY="x")["DATABASES"]["default"]

    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert Path(database["NAME"]) == tmp_path / "var" / "site.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_database_on_a_server_is_checked_before_it_is_used_again(start: Start) -> None:
    address = "postgres://site:secret@db.example:5432/site"

    database = start(SECRET_KEY="x", DATABASE_URL=address)["DATABASES"]["default"]

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["NAME"]) == ("db.example", "site")
    assert database["CONN_HEALTH_CHECKS"] is True
    assert "init_command" not in database.get("OPTIONS", {})


@pytest.mark.parametrize("choice", ["", "yes", "HIDE"])
def test_unclear_choice_about_samples_stops_the_start(start: Start, choice: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="either 'show' or 'hide'"):
        start(SECRET_KEY="x", SAMPLE_DATA=choice)


def test_fresh_site_shows_its_samples(start: Start) -> None:
    assert start(SECRET_KEY="x")["SAMPLE_DATA"] == "show"
    assert start(SECRET_KEY="x", SAMPLE_DATA="hide")["SAMPLE_DATA"] == "hide"


@pytest.mark.parametrize("contact", ["security@example.org", "http://example.org/", "the desk"])
def test_contact_for_holes_that_programs_cannot_read_stops_the_start(
    start: Start, contact: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match="begins with 'mailto:'"):
        start(SECRET_KEY="x", SECURITY_CONTACT=contact)


def test_tiles_of_another_host_are_let_in(start: Start) -> None:
    site = start(SECRET_KEY="x", TILE_URL="https://tiles.example/{z}/{x}/{y}.png")

    sources = site["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["img-src"]
    assert sources == ["'self'", "data:", "https://tiles.example"]


def test_no_outside_service_is_asked_unless_one_is_named(start: Start) -> None:
    assert start(SECRET_KEY="x")["GEOCODER"] == "none"
