"""What holds robots off the public forms, and what it does to people who are held up."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from pytest_django import Settings

from config.visitors import visitor_address
from spaces.hours.opening import TIMEZONE
from spaces.inbox import robots
from spaces.models import Report
from tests.factories import SpaceFactory
from tests.pages import Element, body, read
from tests.spaces.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

FORM = "/en/spaces/here/report/"
FOREIGN = "We could not see that this came from our page. Please send it again."
TOO_SOON = "That was very fast. Please send it again."
TOO_LATE = "This page was open for a long time. Please send it again."
ROBOT = "We took you for a robot. Please send it again."
TOO_OFTEN = "We got many messages from you. Please wait an hour, then send it again."
WORDS = "The bell is broken."
DAY = 24 * 3600
SHOWN = datetime(2026, 12, 16, 10, tzinfo=TIMEZONE)


@pytest.fixture(autouse=True)
def _space(db: None) -> None:
    SpaceFactory(slug="here")


def send(client: Client, clock: Clock, *, after: float = 10, **more: Any) -> Any:
    """Open the form, wait so many seconds, send words; `more` are data and request headers."""
    token = read(client.get(FORM)).one("input", name="token")["value"]
    clock.now += timedelta(seconds=after)
    headers = more.pop("headers", {})
    meta = {name: more.pop(name) for name in list(more) if name.isupper()}
    data = {"token": token, "website": "", "kind": "other", "text": WORDS}
    return client.post(FORM, data | more, headers=headers, **meta)


def verdict(response: Any) -> str:
    """Return what a held up visitor reads; fail where what they typed is lost."""
    if response.status_code == 302:
        return ""
    page: Element = read(response)
    assert page.one("textarea").text == WORDS
    assert page.one("button", class_="button")["value"] == "other"
    return page.one(id="problems").text


# --- when it was shown ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [
        (0, TOO_SOON),
        (1, TOO_SOON),
        (2, ""),
        (DAY, ""),
        (DAY + 1, TOO_LATE),
        (30 * DAY, TOO_LATE),
    ],
)
def test_form_is_sent_neither_at_once_nor_after_a_day(
    client: Client, clock: Clock, seconds: int, sentence: str
) -> None:
    response = send(client, clock, after=seconds)

    assert verdict(response) == sentence
    assert Report.objects.count() == (sentence == "")


def test_form_that_came_too_soon_is_taken_the_second_time(client: Client, clock: Clock) -> None:
    page = read(send(client, clock, after=0, kind="hours"))
    token = page.one("input", name="token")["value"]
    clock.now += timedelta(seconds=2)

    response = client.post(FORM, {"token": token, "kind": "hours", "text": WORDS})

    assert page.one("button", class_="need--on")["value"] == "hours"
    assert response.status_code == 302


@pytest.mark.parametrize(
    "tamper",
    [
        lambda _token: "",
        lambda _token: "nonsense",
        lambda token: token[:-1] + ("A" if token[-1] != "A" else "B"),
        lambda token: token + "\x00",
        lambda token: re.sub(r"\d{10}", "9999999999", token),
        lambda token: token.replace("report", "missing"),
        lambda _token: "é" * 5_000,
        lambda _token: robots.token("missing space", SHOWN),
        lambda _token: robots.token("report ZZZZZ", SHOWN),
    ],
)
def test_form_with_another_token_is_shown_anew(client: Client, clock: Clock, tamper: Any) -> None:
    token = read(client.get(FORM)).one("input", name="token")["value"]

    response = send(client, clock, token=tamper(token))

    assert verdict(response) == TOO_LATE
    assert read(response).one("input", name="token")["value"] != tamper(token)
    assert not Report.objects.exists()


# --- where it comes from --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "is_taken"),
    [
        ({}, True),
        ({"origin": "http://testserver"}, True),
        ({"origin": "https://spaces.example"}, True),
        ({"referer": "http://testserver/en/spaces/here/report/"}, True),
        ({"origin": "http://testserver", "referer": "https://evil.example/"}, True),
        ({"origin": "null"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "https://testserver"}, False),
        ({"origin": "http://testserver:8000"}, False),
        ({"origin": "http://testserver.evil.example"}, False),
        ({"origin": "https://evil.example", "referer": "http://testserver/"}, False),
        ({"referer": "https://evil.example/testserver/"}, False),
        ({"origin": "http://[::1"}, False),
        ({"origin": "nonsense"}, False),
    ],
)
def test_form_comes_from_our_own_page(
    client: Client, clock: Clock, settings: Settings, headers: dict[str, str], is_taken: bool
) -> None:
    settings.SITE_URL = "https://spaces.example"

    response = send(client, clock, headers=headers)

    assert verdict(response) == ("" if is_taken else FOREIGN)
    assert response.status_code == (302 if is_taken else 403)
    assert Report.objects.count() == is_taken


# --- who fills in everything ----------------------------------------------------------------


def test_form_with_the_hidden_field_filled_in_is_shown_anew(client: Client, clock: Clock) -> None:
    response = send(client, clock, website="https://casino.example")

    assert verdict(response) == ROBOT
    assert read(response).one("input", name="website")["value"] == ""
    assert not Report.objects.exists()


# --- how often ------------------------------------------------------------------------------


def test_one_address_sends_ten_messages_an_hour(client: Client, clock: Clock) -> None:
    answers = [send(client, clock) for _turn in range(robots.MOST + 1)]
    elsewhere = send(client, clock, REMOTE_ADDR="192.0.2.7")

    assert [verdict(answer) for answer in answers] == [""] * robots.MOST + [TOO_OFTEN]
    assert answers[-1].status_code == 429
    assert verdict(elsewhere) == ""
    assert Report.objects.count() == robots.MOST + 1


def test_messages_that_are_not_taken_do_not_count(client: Client, clock: Clock) -> None:
    for _turn in range(robots.MOST + 1):
        send(client, clock, kind="nonsense")

    assert verdict(send(client, clock)) == ""


def test_limit_keeps_no_address(client: Client, clock: Clock) -> None:
    send(client, clock, REMOTE_ADDR="192.0.2.7")

    held = repr(vars(cache._connections[cache._alias]))  # type: ignore[attr-defined]  # noqa: SLF001
    assert "sender-" in held
    assert "192.0.2.7" not in held


def test_limit_has_another_salt_every_day() -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.7")
    robots.check_rate(request)
    before = _senders()

    cache.delete("public-forms-salt")  # as its own end does
    robots.check_rate(request)

    assert len(_senders()) == 2 * len(before) == 2


def _senders() -> set[str]:
    keys = cache._connections[cache._alias]._cache  # type: ignore[attr-defined]  # noqa: SLF001
    return {key for key in keys if "sender-" in key}


def test_forms_work_while_the_cache_is_down(
    client: Client, clock: Clock, settings: Settings
) -> None:
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:9/0",
        }
    }

    answers = [send(client, clock) for _turn in range(robots.MOST + 1)]

    assert [verdict(answer) for answer in answers] == [""] * (robots.MOST + 1)
    assert Report.objects.count() == robots.MOST + 1


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 192.0.2.50", "203.0.113.9"),
        (2, "203.0.113.9", "203.0.113.9"),
        (1, " 203.0.113.9 ", "203.0.113.9"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "2001:db8:1:2::9", "2001:db8:1:2::/64"),
        (1, "unknown", "unknown"),
        (1, "203.0.113.9, ", ""),
    ],
)
def test_address_is_the_one_that_our_proxies_saw(
    settings: Settings, proxies: int, forwarded: str, address: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR="192.0.2.1")

    assert visitor_address(request) == address


def test_whoever_made_up_their_past_is_counted_all_the_same(
    client: Client, clock: Clock, settings: Settings
) -> None:
    settings.TRUSTED_PROXIES = 1

    answers = [
        send(client, clock, headers={"x-forwarded-for": f"10.0.0.{turn}, 203.0.113.9"})
        for turn in range(robots.MOST + 1)
    ]

    assert [answer.status_code for answer in answers] == [302] * robots.MOST + [429]


def test_refusals_name_no_address_in_the_logs(
    client: Client, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    for _turn in range(robots.MOST + 2):
        response = send(client, clock, REMOTE_ADDR="192.0.2.7")

    assert b"192.0.2.7" not in body(response)
    assert "192.0.2.7" not in caplog.text
