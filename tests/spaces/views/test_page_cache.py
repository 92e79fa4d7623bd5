"""The page cache: quick, and never older than the truth."""

import gzip
import re
from typing import Any

import pytest
from django.core.cache import cache
from django.core.cache.backends.base import BaseCache
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from spaces.models import Closure, Service, Space
from tests.factories import ClosureFactory, SpaceFactory
from tests.pages import body, read
from tests.spaces.conftest import Clock

pytestmark = pytest.mark.django_db

PAGES = [
    "/en/",
    "/en/spaces/",
    "/en/spaces/?q=1081&free=1",
    "/en/spaces/koekeltech/",
    "/en/spaces/gone/",
    "/en/learn/?time=weekend",
    "/en/learn/sample-email/",
    "/en/learn/sample-email/easy/",
    "/en/campaign/",
    "/en/campaign/salima/",
    "/en/campaign/salima/easy/",
    "/api/spaces.geojson?lang=en",
    "/api/places?q=simo&lang=en",
]
NOT_KEPT = [
    ("/en/spaces/?lat=50.847&lng=4.353", 200),
    ("/en/spaces/?lat=50.847", 400),
    ("/api/spaces.geojson?lat=50.847&lng=4.353", 200),
    ("/en/spaces/?page=abc", 400),
    ("/en/spaces/?page=9999", 404),
    ("/api/spaces.geojson?page=abc", 400),
]


@pytest.fixture(autouse=True)
def _gone(clock: Clock) -> None:
    SpaceFactory(slug="gone", closed_for_good=True)


class DownCache(BaseCache):
    """A cache server that nobody can reach."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def _down(self, *_args: object, **_kwargs: object) -> None:
        raise ConnectionError("The cache does not answer.")

    get = set = add = delete = touch = clear = has_key = _down


def status_words(client: Client, path: str) -> str:
    page = read(client.get(path))
    return (page.all(class_="big-status") or page.all(class_="status"))[0].text


# --- served from the cache ------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_page_is_built_within_five_queries_and_then_takes_one(
    client: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
) -> None:
    client.get("/api/places?q=flagey")  # loads the directory and the gazetteer
    client.get("/nl/campagne/")  # and the campaigns

    with django_assert_max_num_queries(5):
        built = client.get(path)
    with django_assert_num_queries(1):
        kept = client.get(path)

    assert built.status_code == kept.status_code == 200
    assert built.content == kept.content
    assert built.headers.items() == kept.headers.items()


@pytest.mark.parametrize("path", PAGES)
def test_page_that_is_kept_is_not_built_again(
    client: Client, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    built = body(client.get(path))
    monkeypatch.setattr("spaces.directory.published.current", None)  # whoever builds a page asks it

    assert body(client.get(path)) == built


def test_pages_of_different_addresses_are_kept_apart(client: Client) -> None:
    addresses = ["/en/spaces/", "/fr/espaces/", "/en/spaces/?free=1", "/en/spaces/?free=1&page=1"]

    twice = [[body(client.get(path)) for path in addresses] for _ in range(2)]

    assert twice[0] == twice[1]
    assert len(set(twice[0])) == 4


def test_page_is_the_same_for_every_visitor(client: Client) -> None:
    one = client.get(
        "/en/spaces/", headers={"User-Agent": "A", "Referer": "https://a.example", "DNT": "1"}
    )
    other = Client().get("/en/spaces/", headers={"User-Agent": "B", "Accept-Language": "nl"})

    assert one.content == other.content


# --- gone as soon as it is wrong ------------------------------------------------------------


def rename() -> None:
    space = Space.objects.get(slug="koekeltech")
    space.name_en = "Another name"
    space.save()


def update() -> None:
    Space.objects.filter(slug="koekeltech").update(name_en="Another name")


def close_today() -> None:
    ClosureFactory(
        space=Space.objects.get(slug="koekeltech"),
        first_day="2026-12-16",
        last_day="2026-12-16",
    )


def take_a_service() -> None:
    Space.objects.get(slug="koekeltech").services.clear()


def rename_a_service() -> None:
    Service.objects.update(name_en="Another name")


def rename_the_town() -> None:
    town = Space.objects.get(slug="koekeltech").municipality
    town.name_en = town.name_fr = town.name_nl = "Elsewhere"
    town.save()


def withdraw() -> None:
    Space.objects.filter(slug="koekeltech").update(status="draft")


WRITES = [rename, update, close_today, take_a_service, rename_a_service, rename_the_town, withdraw]


@pytest.mark.sql
@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("path", ["/en/spaces/koekeltech/", "/en/spaces/?label=1&q=1081"])
def test_write_shows_at_once(client: Client, path: str, write: Any) -> None:
    before = body(client.get(path))

    write()

    assert body(client.get(path)) != before


def test_closure_that_is_taken_back_shows_at_once(client: Client) -> None:
    close_today()
    before = status_words(client, "/en/spaces/koekeltech/")

    Closure.objects.all().delete()

    assert status_words(client, "/en/spaces/koekeltech/") != before


def test_page_ends_when_its_words_change(client: Client, clock: Clock, no_listings: None) -> None:
    SpaceFactory(slug="here", opening_hours="Mo-Fr 09:00-17:00")
    paths = ("/en/spaces/", "/en/spaces/here/")

    told = []
    for now in ("2026-12-16 16:29", "2026-12-16 16:30", "2026-12-16 16:31", "2026-12-16 17:00"):
        clock.set(now)
        told.append({status_words(client, path) for path in paths})

    assert told == [
        {"Open now, until 17:00"},
        {"Closes in 30 minutes"},
        {"Closes in 29 minutes"},
        {"Closed. Opens tomorrow at 9:00"},
    ]


def test_page_ends_at_midnight(client: Client, clock: Clock, no_listings: None) -> None:
    SpaceFactory(slug="here", opening_hours="Fr 09:00-17:00")

    told = []
    for now in ("2026-12-16 23:59:59", "2026-12-17 00:00"):
        clock.set(now)
        told.append(status_words(client, "/en/spaces/here/"))

    assert told == ["Closed. Opens on Friday at 9:00", "Closed. Opens tomorrow at 9:00"]


def test_list_of_what_is_open_ends_when_another_space_opens(
    client: Client, clock: Clock, no_listings: None
) -> None:
    SpaceFactory(opening_hours="24/7")
    SpaceFactory(opening_hours="We 14:00-17:00")

    counts = []
    for now in ("2026-12-16 13:59", "2026-12-16 14:00"):
        clock.set(now)
        counts.append(read(client.get("/en/spaces/?open=now")).one("h1").text)

    assert counts == ["1 place open now", "2 places open now"]


def test_page_stays_while_its_words_hold(
    client: Client, clock: Clock, no_listings: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    SpaceFactory(slug="here", opening_hours="Mo-Fr 09:00-17:00")
    client.get("/en/spaces/here/")
    monkeypatch.setattr("spaces.directory.published.current", None)

    clock.set("2026-12-16 16:29")

    assert client.get("/en/spaces/here/").status_code == 200


@pytest.mark.parametrize(
    ("now", "seconds"),
    [
        ("2026-12-16 10:00", 6.5 * 3600),  # to 16:30, “closes in 30 minutes”
        ("2026-12-16 16:30", 60),
        ("2026-12-16 23:00", 3600),
        ("2027-03-27 23:00", 3600),
        ("2027-03-28 00:30", 22.5 * 3600),  # a day of 23 hours
        ("2026-10-25 00:30", 24.5 * 3600),  # a day of 25 hours
    ],
)
def test_cache_is_told_how_long_a_page_holds(
    client: Client, clock: Clock, no_listings: None, monkeypatch: pytest.MonkeyPatch,
    now: str, seconds: float,
) -> None:  # fmt: skip
    SpaceFactory(slug="here", opening_hours="Mo-Fr 09:00-17:00")
    kept: list[float] = []
    monkeypatch.setattr(cache, "set", lambda _key, _page, timeout: kept.append(timeout))

    clock.set(now)
    client.get("/en/spaces/here/")

    assert kept == [seconds]


@pytest.mark.parametrize(
    ("now", "seconds"), [("2026-12-16 10:00", 60), ("2026-12-16 16:29:30", 30)]
)
def test_browser_may_keep_a_page_a_minute_and_never_longer_than_it_holds(
    client: Client, clock: Clock, no_listings: None, now: str, seconds: int
) -> None:
    SpaceFactory(slug="here", opening_hours="Mo-Fr 09:00-17:00")
    clock.set(now)

    response = client.get("/en/spaces/here/")

    assert response["Cache-Control"] == f"public, max-age={seconds}"


# --- kept by nobody -------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "status"), NOT_KEPT)
def test_position_or_fault_is_kept_by_nobody(
    client: Client, monkeypatch: pytest.MonkeyPatch, path: str, status: int
) -> None:
    kept: list[str] = []
    monkeypatch.setattr(cache, "set", lambda key, *_args, **_kwargs: kept.append(key))

    response = client.get(path)

    assert response.status_code == status
    assert response["Cache-Control"] == "private, no-store"
    assert kept == []


def test_key_of_a_kept_page_does_not_tell_what_a_visitor_typed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys: list[str] = []
    monkeypatch.setattr(cache, "set", lambda key, *_args, **_kwargs: keys.append(key))

    client.get("/en/spaces/?q=simonis")

    assert len(keys) == 1
    assert re.fullmatch(r"page-[0-9a-f]{64}", keys[0])


# --- on the wire ----------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*PAGES, "/en/spaces/?lat=50.847&lng=4.353"])
def test_page_is_compressed_for_those_who_can_unpack_it(client: Client, path: str) -> None:
    packed = client.get(path, headers={"Accept-Encoding": "br, gzip;q=0.9"})
    plain = client.get(path, headers={"Accept-Encoding": "identity"})

    assert packed["Content-Encoding"] == "gzip"
    assert not plain.has_header("Content-Encoding")
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) or len(plain.content) < 200
    for response in (packed, plain):
        assert int(response["Content-Length"]) == len(response.content)
        assert "Accept-Encoding" in response["Vary"]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize("path", PAGES)
def test_page_that_the_browser_has_is_not_sent_again(
    client: Client, path: str, encoding: str
) -> None:
    first = client.get(path, headers={"Accept-Encoding": encoding})

    again = client.get(path, headers={"Accept-Encoding": encoding, "If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == first["ETag"]
    assert again["Cache-Control"] == first["Cache-Control"]


def test_packed_and_plain_page_have_tags_of_their_own(client: Client) -> None:
    tags = {
        client.get("/en/", headers={"Accept-Encoding": encoding})["ETag"]
        for encoding in ("gzip", "identity")
    }

    assert len(tags) == 2


@pytest.mark.sql
def test_page_that_changed_is_sent_again(client: Client) -> None:
    path = "/en/spaces/koekeltech/"
    first = client.get(path)
    rename()

    again = client.get(path, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 200
    assert again["ETag"] != first["ETag"]


@pytest.mark.parametrize("path", [*PAGES, "/en/spaces/?lat=50.847&lng=4.353", "/healthz"])
def test_head_tells_what_get_would(client: Client, path: str) -> None:
    got, told = client.get(path), client.head(path)

    assert told.status_code == got.status_code
    assert told.content == b""
    assert told.headers.items() == got.headers.items()


# --- down -----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_page_answers_while_the_cache_is_down(
    client: Client, settings: Settings, path: str
) -> None:
    expected = body(client.get(path))
    settings.CACHES = {"default": {"BACKEND": f"{__name__}.DownCache"}}

    response = client.get(path)

    assert response.status_code == 200
    assert body(response) == expected


def test_page_is_built_where_the_cache_holds_something_strange(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "get", lambda _key: ("a page", "of another release"))

    assert client.get("/en/").status_code == 200
