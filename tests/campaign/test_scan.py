"""A poster's code, scanned: where it sends people, and how that is counted without watching."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from campaign.models import Poster, Scan
from config.languages import LANGUAGES
from spaces.models import DataVersion
from tests.factories import PosterFactory, SpaceFactory
from tests.pages import body, read
from tests.spaces.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

CODE = "ZYXWV"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"


@pytest.fixture(autouse=True)
def poster(no_listings: None) -> Poster:
    """Make a poster with one space near it."""
    SpaceFactory(slug="near")
    return PosterFactory(code=CODE)


def counted() -> list[tuple[date, str, int]]:
    return list(Scan.objects.order_by("day", "language").values_list("day", "language", "count"))


# --- the redirect ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "address"),
    [
        ("fr-BE,fr;q=0.9", "/fr/espaces/near/?poster=ZYXWV"),
        ("nl", "/nl/ruimtes/near/?poster=ZYXWV"),
        ("en-GB", "/en/spaces/near/?poster=ZYXWV"),
        ("ar-MA,ar;q=0.9,fr;q=0.8", "/ar/spaces/near/?poster=ZYXWV"),
        ("pl,nl;q=0.5", "/nl/ruimtes/near/?poster=ZYXWV"),
        ("pl", "/fr/espaces/near/?poster=ZYXWV"),
        ("", "/fr/espaces/near/?poster=ZYXWV"),
    ],
)
def test_scan_leads_to_the_space_in_the_language_of_the_phone(
    client: Client, language: str, address: str
) -> None:
    response = client.get(f"/q/{CODE}", headers={"Accept-Language": language})

    assert response.status_code == 302  # the target may change: never 301
    assert response["Location"] == address
    assert response["Cache-Control"] == "no-store"
    assert "Accept-Language" in response["Vary"]


def test_code_is_read_generously(client: Client) -> None:
    for path in ("/q/ZYXWV", "/Q/zyxwv", "/q/zYxWv", "/Q/ZYXWV/", "/q/ZYX-WV", "/q/zyx%20wu"):
        assert client.get(path)["Location"] == "/fr/espaces/near/?poster=ZYXWV", path


@pytest.mark.parametrize(
    "query",
    ["next=https://evil.example/", "url=//evil.example", "poster=22222", "lang=xx", "%00=%00"],
)
def test_question_in_the_address_changes_nothing(client: Client, query: str) -> None:
    assert client.get(f"/q/{CODE}?{query}")["Location"] == "/fr/espaces/near/?poster=ZYXWV"


def test_host_that_a_visitor_claims_changes_nothing(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    headers = {"Host": "evil.example", "X-Forwarded-Host": "evil.example"}

    assert client.get(f"/q/{CODE}", headers=headers)["Location"].startswith("/fr/espaces/")


@pytest.mark.parametrize(
    "path", ["/q/22222", "/q/ZYXW", "/q/ZYXWVV", "/q/ZYXWO", "/q/%C3%89%C3%89%C3%89%C3%89%C3%89"]
)
def test_unknown_code_is_answered_with_the_search(client: Client, path: str) -> None:
    response = client.get(path, headers={"Accept-Language": "nl"})

    assert response.status_code == 404
    assert read(response).one("form", role="search")["action"] == "/nl/ruimtes/"
    assert counted() == []


@pytest.mark.parametrize("path", ["/q/22222", "/q/ZYXW", "/en/poster/22222/", "/q/?code=zyx w"])
def test_unknown_code_can_be_typed_again(client: Client, path: str) -> None:
    response = client.get(path, headers={"Accept-Language": "en"})

    page = read(response)
    form = page.one("form", action="/q")
    code = form.one("input", name="code")["value"]
    assert response.status_code == 404
    assert page.one("h1").text == f"We do not know the code {code}."
    assert "Beside the square are five letters and numbers" in form.text


@pytest.mark.parametrize(
    "typed", ["ZYXWV", "zyxwv", " zyxwv ", "epn.example/Q/ZYXWV", "HTTPS://EPN.EXAMPLE/Q/ZYXWV"]
)
def test_typed_code_leads_as_a_scanned_one_does(client: Client, typed: str) -> None:
    response = client.get("/q/", {"code": typed})

    assert response["Location"] == "/fr/espaces/near/?poster=ZYXWV"
    assert [count for _day, _language, count in counted()] == [1]


def test_code_typed_in_the_box_leads_as_a_scanned_one_does(client: Client) -> None:
    for text in ("ZYXWV", "zyx wv", "zyx-wv", "code ZYXWU", "affiche zyxwv", "epn.example/q/zyxwv"):
        response = client.get("/ar/spaces/", {"q": text}, follow=True)

        assert response.redirect_chain[-1][0] == "/ar/spaces/near/?poster=ZYXWV", text
    assert client.get("/en/learn/", {"q": "ZYXWV"})["Location"] == "/q?code=ZYXWV&lang=en"
    assert [count for _day, _language, count in counted()] == [6]


@pytest.mark.parametrize("query", ["", "?code=", "?code=%20", "?code=%00", "?code=/"])
def test_without_a_code_we_ask_for_it(client: Client, query: str) -> None:
    response = client.get(f"/q/{query}", headers={"Accept-Language": "en"})

    assert response.status_code == 200
    assert read(response).one("h1").text == "Which code is on the poster?"


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_code_is_only_for_reading(client: Client, method: str) -> None:
    assert getattr(client, method)(f"/q/{CODE}").status_code == 405
    assert counted() == []


# --- the count ------------------------------------------------------------------------------


def test_scans_are_one_integer_for_each_day_and_language(client: Client, clock: Clock) -> None:
    for language in ("fr", "fr", "nl"):
        client.get(f"/q/{CODE}", headers={"Accept-Language": language, "User-Agent": PHONE})
    clock.set("2026-12-17 09:00")
    client.get(f"/q/{CODE}", headers={"Accept-Language": "fr"})

    assert counted() == [
        (date(2026, 12, 16), "fr", 2),
        (date(2026, 12, 16), "nl", 1),
        (date(2026, 12, 17), "fr", 1),
    ]


def test_nothing_else_is_kept() -> None:
    names = {field.name for field in Scan._meta.get_fields()}  # noqa: SLF001

    assert names == {"id", "poster", "day", "language", "count"}


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2026-12-31 23:59", date(2026, 12, 31)), ("2027-01-01 00:00", date(2027, 1, 1))],
)
def test_day_ends_at_midnight_in_brussels(
    client: Client, clock: Clock, moment: str, day: date
) -> None:
    clock.set(moment)  # in winter 22:59 and 23:00 UTC

    client.get(f"/q/{CODE}")

    assert [row[0] for row in counted()] == [day]


def test_look_at_the_header_alone_is_led_and_not_counted(client: Client) -> None:
    response = client.head(f"/q/{CODE}")

    assert response["Location"] == "/fr/espaces/near/?poster=ZYXWV"
    assert counted() == []


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "WhatsApp/2.23.20.0"},
        {"User-Agent": "Viber/13.3.0.5 CFNetwork/1209 Darwin/20.2.0"},
        {"User-Agent": "TelegramBot (like TwitterBot)"},
        {"User-Agent": "facebookexternalhit/1.1 Facebot Twitterbot/1.0"},
        {"User-Agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)"},
        {"User-Agent": "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)"},
        {"User-Agent": "Mozilla/5.0 (Windows NT 6.1) SkypeUriPreview Preview/0.5"},
        {"User-Agent": "LinkedInBot/1.0 (compatible; Mozilla/5.0)"},
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"User-Agent": PHONE, "Sec-Purpose": "prefetch;prerender"},
        {"User-Agent": PHONE, "Purpose": "preview"},
    ],
)
def test_preview_of_a_link_is_led_and_not_counted(client: Client, headers: dict[str, str]) -> None:
    response = client.get(f"/q/{CODE}", headers=headers)

    assert response.status_code == 302
    assert counted() == []


@pytest.mark.parametrize(
    "agent",
    [
        "",
        PHONE,
        "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/44]",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Mobile/15E148 Instagram 300.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Snapchat/12.5",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Safari Line/13.19.0",
        "Mozilla/5.0 (Linux; Android 15; CPH2557 Build/AP3A.240617.008; wv) Mobile Safari/537.36",
        "Mozilla/5.0 (Linux; Android 13; wv) Mobile Safari/537.36 WhatsApp/2.23.20.0",
        "Mozilla/5.0 (Linux; Android 13; wv) Mobile Safari/537.36 Viber/21.0",
        "Mozilla/5.0 (Linux; Android 16; wv) Mobile Safari/537.36 MetaIAB Facebook",
    ],
)
def test_person_is_counted_whatever_the_browser(client: Client, agent: str) -> None:
    client.get(f"/q/{CODE}", headers={"User-Agent": agent})

    assert [count for _day, _language, count in counted()] == [1]


def test_scan_takes_two_queries_and_moves_no_version(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(f"/q/{CODE}")  # loads the directory
    before = DataVersion.current()

    with django_assert_num_queries(2):  # the version, and the count
        client.get(f"/q/{CODE}")

    assert DataVersion.current() == before


# --- a database in trouble ------------------------------------------------------------------


@contextmanager
def refusing(sql: str) -> Iterator[None]:
    """Let the database refuse the statements that begin so."""

    def refuse(execute: Any, statement: str, *rest: Any) -> Any:
        if statement.startswith(sql):
            raise OperationalError("database is locked by 10.1.2.3")
        return execute(statement, *rest)

    with connection.execute_wrapper(refuse):
        yield


def test_visitor_is_led_on_where_the_scan_is_not_stored(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    headers = {"User-Agent": PHONE, "X-Forwarded-For": "10.1.2.3"}

    with caplog.at_level(logging.INFO), refusing("INSERT"):
        response = client.get(f"/q/{CODE}?lat=50.8", headers=headers, REMOTE_ADDR="10.1.2.3")

    assert response["Location"] == "/fr/espaces/near/?poster=ZYXWV"
    assert caplog.messages == ["A scan of poster ZYXWV was lost: OperationalError"]
    assert counted() == []


def test_database_that_does_not_answer_is_told_in_every_language(
    client: Client, settings: Settings
) -> None:
    settings.HELP_LINE = "+3225550199"

    with refusing("SELECT"):
        response = client.get(f"/Q/{CODE}", headers={"Accept-Language": "nl"})

    page = read(response)
    assert response.status_code == 503
    assert response["Cache-Control"] == "no-store"
    assert int(response["Retry-After"])
    assert {part["lang"] for part in page.one("main").all(lang=True)} == set(LANGUAGES)
    numbers = [link["href"] for link in page.all("a") if link["href"].startswith("tel:")]
    assert set(numbers) == {"tel:+3225550199"}
    assert b"10.1.2.3" not in body(response)
