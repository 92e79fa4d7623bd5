"""Addresses from an outside service: what it says, and what happens when it fails."""

import logging
from collections.abc import Iterator
from threading import Thread
from time import monotonic
from typing import Any

import pytest
from django.core.cache import cache
from django.core.checks import run_checks
from pytest_django import Settings

from spaces.gazetteer import ADDRESS, geocoding
from spaces.gazetteer.geocoding import State
from spaces.geo.points import Point
from tests.standins import StandIn, nominatim, urbis, urbis_answer


@pytest.fixture
def server() -> Iterator[StandIn]:
    """Return a local server that stands in for the service."""
    with StandIn() as stand_in:
        yield stand_in


@pytest.fixture(autouse=True)
def _ask_the_server(server: StandIn, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.GEOCODER = "urbis"
    settings.GEOCODER_URL = server.url
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    geocoding.forget()


@pytest.fixture
def _little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geocoding, "LIMIT", 0.2)


def test_urbis_finds_an_address(server: StandIn) -> None:
    answer = geocoding.resolve("rue haute 12", "fr")

    assert answer.state is State.FOUND
    assert answer.meaning
    assert answer.meaning.kind == ADDRESS
    assert answer.meaning.point == Point(50.8419, 4.3489)
    assert answer.meaning.label("nl") == "Rue Haute 12, 1000 Bruxelles"
    assert (answer.meaning.postal_code, answer.meaning.house_number) == ("1000", "12")
    assert server.asked == [
        {"language": "fr", "spatialReference": "4326", "address": "rue haute 12"}
    ]


@pytest.mark.parametrize(("language", "asked"), [("fr", "fr"), ("nl", "nl"), ("en", "fr")])
def test_urbis_is_asked_in_french_or_dutch(server: StandIn, language: str, asked: str) -> None:
    geocoding.resolve("hoogstraat 12", language)

    assert server.asked[0]["language"] == asked


def test_urbis_answers_are_ranked_by_score(server: StandIn) -> None:
    server.answer(urbis_answer(urbis("Rue Basse", score=70), urbis("Rue Haute", score=90)))

    answer = geocoding.resolve("rue haute", "fr")

    assert answer.meaning
    assert answer.meaning.name_fr == "Rue Haute 12, 1000 Bruxelles"


@pytest.mark.parametrize(
    "content",
    [
        urbis_answer(),
        urbis_answer(urbis(score=59)),
        urbis_answer(urbis(score=float("nan"))),
        urbis_answer(urbis(point=(48.8566, 2.3522))),
    ],
    ids=["nothing", "low score", "score that is none", "outside the Region"],
)
def test_urbis_misses(server: StandIn, content: Any) -> None:
    server.answer(content)

    assert geocoding.resolve("rue inconnue", "fr").state is State.NOT_FOUND


GARBAGE = {
    "no JSON": b"<html>Maintenance</html>",
    "no text": b"\xff\xfe\x00",
    "empty": b"",
    "wrong type": ["Rue Haute"],
    "null": None,
    "no result": {"error": False},
    "result without address": {"error": False, "result": [{"score": 99}]},
    "result of texts": {"error": False, "result": ["Rue Haute"]},
    "coordinates that are no numbers": urbis_answer(urbis(point=("north", "west"))),
    "coordinates that are not finite": urbis_answer(urbis(point=(float("nan"), float("inf")))),
    "coordinates off the globe": urbis_answer(urbis(point=(5000, 4.35))),
    "too deep": b"[" * 100_000,
    "too long": b'{"error": false, "result": [' + b" " * 3_000_000 + b"]}",
    "an error": urbis_answer(urbis(), error=True),
}


@pytest.mark.parametrize("content", GARBAGE.values(), ids=GARBAGE)
@pytest.mark.parametrize("service", ["urbis", "nominatim"])
def test_garbage_makes_the_service_unavailable(
    server: StandIn, settings: Settings, content: Any, service: str
) -> None:
    settings.GEOCODER = service
    server.answer(content)

    answer = geocoding.resolve("rue haute 12", "fr")

    assert answer.unavailable
    assert answer.meaning is None


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 502, 503, 504])
def test_http_errors_make_the_service_unavailable(server: StandIn, status: int) -> None:
    server.answer(b"rue haute 12: failed", status=status)

    assert geocoding.resolve("rue haute 12", "fr").unavailable


def test_refused_words_are_a_miss_and_no_failure(server: StandIn) -> None:
    server.answer(b"", status=400)

    states = {geocoding.resolve(f"rue numéro {n}", "fr").state for n in range(5)}

    assert states == {State.NOT_FOUND}


def test_no_server_makes_the_service_unavailable(settings: Settings) -> None:
    with StandIn() as gone:
        settings.GEOCODER_URL = gone.url

    assert geocoding.resolve("rue haute 12", "fr").unavailable


@pytest.mark.usefixtures("_little_patience")
@pytest.mark.parametrize("manner", ["silent", "dripping", "dripping an error"])
def test_a_slow_service_is_left_waiting(server: StandIn, manner: str) -> None:
    if manner == "silent":
        server.be_slow(30)
    else:
        server.answer({}, status=200 if manner == "dripping" else 500)
        server.drip()
    started = monotonic()

    answer = geocoding.resolve("rue haute 12", "fr")

    assert answer.unavailable
    assert monotonic() - started < 10  # it would be 30, or never


@pytest.mark.usefixtures("_little_patience")
def test_visitors_who_wait_for_their_turn_wait_no_longer_than_the_others(server: StandIn) -> None:
    server.be_slow(30)
    answers: list[bool] = []
    visitors = [
        Thread(target=lambda n=n: answers.append(geocoding.resolve(f"rue {n}x", "fr").unavailable))
        for n in range(4)
    ]

    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join(timeout=10)

    assert answers == [True] * 4


def test_the_circuit_opens_after_three_failures_and_closes_after_a_success(
    server: StandIn,
) -> None:
    server.answer(b"", status=500)
    for n in range(5):
        assert geocoding.resolve(f"rue {n}x", "fr").unavailable
    assert len(server.asked) == geocoding.FAILURES

    server.answer(urbis_answer(urbis()))
    assert geocoding.resolve("rue haute", "fr").unavailable
    assert len(server.asked) == geocoding.FAILURES

    service = geocoding.service()
    assert service
    service.breaker.reset_timeout = 0  # as if the minute were over
    assert geocoding.resolve("rue haute", "fr").state is State.FOUND
    assert geocoding.resolve("rue basse", "fr").state is State.FOUND
    assert service.breaker.current_state == "closed"


def test_failures_that_are_not_in_a_row_leave_the_circuit_closed(server: StandIn) -> None:
    for n in range(6):
        server.answer(urbis_answer(urbis()), status=500 if n % 3 else 200)
        geocoding.resolve(f"rue {n}x", "fr")

    assert len(server.asked) == 6


@pytest.mark.parametrize(
    ("content", "state"),
    [(urbis_answer(urbis()), State.FOUND), (urbis_answer(), State.NOT_FOUND)],
)
def test_answers_are_kept(server: StandIn, content: Any, state: State) -> None:
    server.answer(content)

    first = geocoding.resolve("Rue  HAUTE 12", "fr")
    again = geocoding.resolve("rue haute 12", "fr")

    assert first.state is again.state is state
    assert first == again
    assert len(server.asked) == 1


def test_failures_are_not_kept(server: StandIn) -> None:
    server.answer(b"", status=500)
    assert geocoding.resolve("rue haute 12", "fr").unavailable

    server.answer(urbis_answer(urbis()))
    assert geocoding.resolve("rue haute 12", "fr").state is State.FOUND


def test_the_cache_and_the_logs_hold_no_words_of_the_visitor(
    server: StandIn, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    keys: list[str] = []
    keep = cache.set
    monkeypatch.setattr(cache, "set", lambda key, *a, **k: (keys.append(key), keep(key, *a, **k)))
    caplog.set_level(logging.DEBUG)

    for status in (200, 500):
        server.answer(
            urbis_answer(urbis("Elsewhere")) if status == 200 else b"zinneke", status=status
        )
        geocoding.resolve(f"zinneke {status}", "fr")

    assert len(keys) == 1
    assert "zinneke" not in keys[0] + caplog.text
    assert "GeocoderServiceError" in caplog.text


def test_a_cache_that_is_down_changes_nothing(
    server: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr(cache, "get", fail)
    monkeypatch.setattr(cache, "set", fail)

    assert geocoding.resolve("rue haute 12", "fr").state is State.FOUND


def test_nominatim_is_asked_inside_the_region(server: StandIn, settings: Settings) -> None:
    settings.GEOCODER = "nominatim"
    settings.SITE_URL = "https://epn.example"
    server.answer([nominatim(house_number="12", town="Bruxelles")])

    answer = geocoding.resolve("rue haute 12", "nl")

    assert answer.meaning
    assert answer.meaning.label("fr") == "Rue Haute 12, 1000 Bruxelles"
    assert answer.meaning.house_number == "12"
    assert server.paths == ["/addresses/search"]
    assert server.agents == ["digital-public-spaces (https://epn.example)"]
    asked = server.asked[0]
    assert asked["q"] == "rue haute 12"
    assert (asked["countrycodes"], asked["bounded"], asked["limit"]) == ("be", "1", "1")
    assert asked["viewbox"] == "4.24,50.76,4.49,50.92"
    assert asked["accept-language"] == "nl"


@pytest.mark.parametrize("content", [[], [nominatim(point=(48.8566, 2.3522))]])
def test_nominatim_misses(server: StandIn, settings: Settings, content: Any) -> None:
    settings.GEOCODER = "nominatim"
    server.answer(content)

    assert geocoding.resolve("rue inconnue", "fr").state is State.NOT_FOUND


def test_nominatim_names_what_is_no_street(server: StandIn, settings: Settings) -> None:
    settings.GEOCODER = "nominatim"
    server.answer([nominatim(road="") | {"display_name": "Atomium, Laeken, Belgique"}])

    answer = geocoding.resolve("atomium", "fr")

    assert answer.meaning
    assert answer.meaning.name_fr == "Atomium, 1000 Bruxelles"


def test_nothing_set_up_asks_nobody(server: StandIn, settings: Settings) -> None:
    settings.GEOCODER = "none"

    assert geocoding.resolve("rue haute 12", "fr") == geocoding.Answer(State.NONE)
    assert server.asked == []


@pytest.mark.parametrize("text", ["", "   ", "\0", "12", "?!", "\ud800"])
def test_texts_without_letters_are_not_asked_about(server: StandIn, text: str) -> None:
    assert geocoding.resolve(text, "fr").state is State.NOT_FOUND
    assert server.asked == []


def test_long_and_strange_texts_are_cleaned(server: StandIn) -> None:
    geocoding.resolve("rue\0haute\n\ud800" + "x" * 10_000, "fr")

    assert server.asked[0]["address"].startswith("rue haute")
    assert len(server.asked[0]["address"]) == geocoding.LONGEST


@pytest.mark.parametrize("geocoder", geocoding.GEOCODERS)
def test_known_geocoders_pass_the_check(settings: Settings, geocoder: str) -> None:
    settings.GEOCODER = geocoder
    settings.GEOCODER_URL = ""

    assert not [error for error in run_checks() if error.id in {"spaces.E001", "spaces.E002"}]


def test_an_unknown_geocoder_stops_the_start(settings: Settings) -> None:
    settings.GEOCODER = "urbiss"
    settings.GEOCODER_URL = "urbis.example/addresses"

    errors = {error.id: error for error in run_checks()}

    assert "urbiss" in errors["spaces.E001"].msg
    assert "none, urbis, nominatim" in str(errors["spaces.E001"].hint)
    assert "https://" in str(errors["spaces.E002"].hint)
