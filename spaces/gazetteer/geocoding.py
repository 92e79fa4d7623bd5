"""Addresses that the gazetteer does not know: an outside service, which may fail without harm.

A visitor waits 2 seconds at most. After three failures in a row nobody is made to wait for a
minute. Answers are kept for a day. What visitors type is in no log and, in the cache, in no key.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from threading import Lock, Thread
from time import monotonic
from typing import Any

import pybreaker
from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac
from geopy.exc import GeocoderQueryError, GeocoderTimedOut

from spaces.gazetteer import ADDRESS, Meaning
from spaces.gazetteer.geocoders import Nominatim, UrbIS
from spaces.geo.boxes import REGION
from spaces.geo.points import Point
from spaces.language.folding import fold

log = logging.getLogger(__name__)
logging.getLogger("geopy").setLevel(logging.WARNING)  # below, it logs addresses with the query

# What GEOCODER may say.
GEOCODERS: dict[str, Callable[[str, str], Any] | None] = {
    "none": None,
    "urbis": UrbIS,
    "nominatim": Nominatim,
}

LIMIT = 2.0  # seconds that a visitor waits
FAILURES = 3  # in a row, after which the circuit opens
PAUSE = 60  # seconds that it stays open
REMEMBERED_FOR = 24 * 3600  # seconds that an answer is
LONGEST = 200  # characters of a text that are asked about


class State(Enum):
    """How the question ended."""

    FOUND = "found"
    NOT_FOUND = "not found"
    UNAVAILABLE = "unavailable"  # down, slow, or talking nonsense
    NONE = "none"  # no service is set up


@dataclass(frozen=True)
class Answer:
    """What is known about an address."""

    state: State
    meaning: Meaning | None = None

    @property
    def unavailable(self) -> bool:
        """Tell whether to say that the address search is not available right now."""
        return self.state is State.UNAVAILABLE


def resolve(text: str, language: str) -> Answer:
    """Return the address in the Region that the text means; it never raises."""
    asked = service()
    query = "".join(c if c.isprintable() else " " for c in text[:LONGEST]).strip()
    if asked is None:
        return Answer(State.NONE)
    if not any(c.isalpha() for c in query):
        return Answer(State.NOT_FOUND)
    key = _key(language, fold(query))
    if remembered := _remembered(key):
        return remembered
    try:
        meaning = asked.ask(query, language)
    except pybreaker.CircuitBreakerError:
        return Answer(State.UNAVAILABLE)
    except Exception as error:  # noqa: BLE001  whatever a stranger's answer breaks
        log.warning("The geocoder failed: %s", type(error).__name__)
        return Answer(State.UNAVAILABLE)
    _keep(key, meaning)
    return Answer(State.FOUND, meaning) if meaning else Answer(State.NOT_FOUND)


@dataclass
class Service:
    """A geocoder, asked one question at a time, within a time limit, behind a circuit breaker."""

    geocoder: Any
    breaker: pybreaker.CircuitBreaker = field(
        default_factory=lambda: pybreaker.CircuitBreaker(
            fail_max=FAILURES,
            reset_timeout=PAUSE,
            exclude=[GeocoderQueryError],  # these words displease it, others may not
            throw_new_error_on_trip=False,
        )
    )
    _turn: Lock = field(default_factory=Lock)

    def ask(self, query: str, language: str) -> Meaning | None:
        """Return the address, None when there is none in the Region; raise when it fails.

        The breaker lets one call through at a time: waiting for one's turn is part of the limit,
        and while the service is being tried again, nobody else waits.
        """
        deadline = monotonic() + LIMIT
        is_well = self.breaker.current_state == pybreaker.STATE_CLOSED
        if not self._turn.acquire(timeout=LIMIT if is_well else 0):
            raise GeocoderTimedOut("Others are waiting too.")
        try:
            return self.breaker.call(self._ask, query, language, deadline - monotonic())
        except GeocoderQueryError:
            return None
        finally:
            self._turn.release()

    def _ask(self, query: str, language: str, seconds: float) -> Meaning | None:
        location = _within(
            seconds, lambda: self.geocoder.geocode(query, language=language, timeout=LIMIT)
        )
        if location is None:
            return None
        point = Point(location.latitude, location.longitude)
        if not REGION.holds(point):
            return None
        raw = location.raw
        return _meaning(location.address, point, raw["postal_code"], raw["house_number"])


def service() -> Service | None:
    """Return the service that the settings name, with its circuit; one per worker."""
    return _service(settings.GEOCODER, settings.GEOCODER_URL, settings.SITE_URL)


@lru_cache(maxsize=1)
def _service(geocoder: str, url: str, site: str) -> Service | None:
    make = GEOCODERS.get(geocoder)
    return Service(make(url, f"digital-public-spaces ({site})")) if make else None


def forget() -> None:
    """Drop the service and what its circuit remembers: for tests."""
    _service.cache_clear()


def _within(seconds: float, call: Callable[[], Any]) -> Any:
    """Return what the call returns; raise TimeoutError if that takes longer, and let it go.

    The thread is a daemon, so that a server that never ends can't keep a worker from stopping.
    """
    future: Future[Any] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except BaseException as error:  # noqa: BLE001  raised where the result is waited for
            future.set_exception(error)

    Thread(target=run, name="geocoder", daemon=True).start()
    return future.result(timeout=seconds)


def _key(language: str, text: str) -> str:
    asked = (settings.GEOCODER, settings.GEOCODER_URL, language, text)
    return salted_hmac(__name__, "\n".join(asked), algorithm="sha256").hexdigest()


def _remembered(key: str) -> Answer | None:
    try:
        remembered = cache.get(key)
    except Exception:  # noqa: BLE001  whatever a cache that is down raises, we ask again
        log.warning("The geocoder's cache does not answer.")
        return None
    if remembered is None:
        return None
    if not remembered:
        return Answer(State.NOT_FOUND)
    name, latitude, longitude, postal_code, house_number = remembered
    return Answer(
        State.FOUND, _meaning(name, Point(latitude, longitude), postal_code, house_number)
    )


def _keep(key: str, meaning: Meaning | None) -> None:
    """Keep an answer, in plain values that a later release can read."""
    remembered = (
        ()
        if meaning is None
        else (meaning.name_fr, *meaning.point, meaning.postal_code, meaning.house_number)
    )
    try:
        cache.set(key, remembered, timeout=REMEMBERED_FOR)
    except Exception:  # noqa: BLE001  the answer is given all the same
        log.warning("The geocoder's cache does not answer.")


def _meaning(name: str, point: Point, postal_code: str, house_number: str) -> Meaning:
    return Meaning(ADDRESS, name, name, point, postal_code=postal_code, house_number=house_number)
