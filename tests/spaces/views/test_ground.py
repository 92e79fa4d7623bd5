"""The map's ground over HTTP: what is kept and for how long, and what bad input costs."""

import gzip
from threading import Barrier, Thread

import pytest
from django.core.cache import cache, caches
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from spaces.cartography.edition import edition
from spaces.cartography.frame import Frame
from spaces.cartography.pins import Marks, Spot
from spaces.views import ground
from tests.spaces.cartography import svg

TILE = "14/8390/5496.svg"
FRAME = "14/1600,1600/640x640.svg"


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    caches["ground"].clear()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Frame]:
    """Draw nothing; give the frames that would have been."""
    frames: list[Frame] = []

    def draw(frame: Frame, *_others: object) -> str:
        frames.append(frame)
        return "<svg/>"

    monkeypatch.setattr(ground, "tile_svg", draw)
    monkeypatch.setattr(ground, "frame_svg", draw)
    return frames


def get(address: str, **headers: str) -> HttpResponse:
    return Client().get(address, headers=headers)


def test_tile_and_picture_are_kept_for_ever() -> None:
    for address in (f"/tiles/{edition()}/fr/{TILE}", f"/map/{edition()}/fr-nl/{FRAME}"):
        response = get(address)

        assert response["Content-Type"] == "image/svg+xml"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["Content-Security-Policy"] == ground.POLICY
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response.content.startswith(b"<svg")


def test_another_edition_gets_todays_picture_and_keeps_it_briefly() -> None:
    old, new = get(f"/tiles/old/fr/{TILE}"), get(f"/tiles/{edition()}/fr/{TILE}")

    assert old.content == new.content
    assert old["Cache-Control"] == "public, max-age=300"


def test_picture_is_sent_as_the_browser_reads_it() -> None:
    plain = get(f"/tiles/0/nl/{TILE}")
    compressed = get(f"/tiles/0/nl/{TILE}", accept_encoding="gzip")

    assert gzip.decompress(compressed.content) == plain.content
    assert plain["Vary"] == compressed["Vary"] == "Accept-Encoding"
    again = get(f"/tiles/0/nl/{TILE}", accept_encoding="gzip", if_none_match=compressed["ETag"])
    assert again.status_code == 304


def test_picture_is_drawn_once(drawn: list[Frame]) -> None:
    for _each in range(3):
        get(f"/tiles/0/fr/{TILE}")
        get(f"/tiles/{edition()}/fr/{TILE}")

    assert len(drawn) == 1


def test_picture_that_many_ask_for_at_once_is_drawn_once(drawn: list[Frame]) -> None:
    barrier = Barrier(8)

    def ask() -> None:
        barrier.wait()
        get(f"/tiles/0/fr/{TILE}")

    threads = [Thread(target=ask) for _each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(drawn) == 1


def test_pictures_are_capped_and_put_out_no_page(drawn: list[Frame], settings: Settings) -> None:
    most = settings.CACHES["ground"]["OPTIONS"]["MAX_ENTRIES"]
    cache.set("page", "kept")

    for number in range(most + 200):
        get(f"/tiles/0/fr/17/{67_100 + number % 64}/{43_940 + number // 64}.svg")

    assert len(caches["ground"]._cache) <= most  # noqa: SLF001  it tells its size to nobody
    assert cache.get("page") == "kept"


def test_names_stand_clear_of_pins() -> None:
    frame = Frame(14, 1600, 1600, 640, 640)
    bare = svg.texts(get(ground.address(frame, "fr")).content.decode(), frame)
    (name,) = (text for text in bare if text.words == "Montgomery")
    pin = Spot(round(name.x - frame.left), round(name.y - frame.top) + 20)

    pinned = svg.texts(get(ground.address(frame, "fr", Marks(pins=(pin,)))).content.decode(), frame)

    assert name not in pinned
    assert len(pinned) >= len(bare) - 3


def test_frame_off_the_grid_leads_to_its_neighbour(drawn: list[Frame]) -> None:
    cases = {
        "14/1601,1590/640x640": "14/1600,1600/640x640",
        "14/1600,1600/641x630": "14/1600,1600/640x640",
        "99/1600,1600/640x640": "18/-320,-320/640x640",
        "14/1600,1600/999999999x1": "14/3456,1536/1280x128",
        "14/-999999999,999999999/640x640": "14/-320,3776/640x640",
    }
    for asked, neighbour in cases.items():
        response = get(f"/map/{edition()}/fr/{asked}.svg")

        assert response.status_code == 302
        assert response["Location"].startswith(f"/map/{edition()}/fr/{neighbour.split('/')[0]}/")
        assert get(response["Location"]).status_code == 200
    assert len(drawn) <= len(cases)


@pytest.mark.django_db
def test_what_is_no_picture_is_not_found_and_never_a_failure(drawn: list[Frame]) -> None:
    for path in (
        "/tiles/0/fr/99/8390/5496.svg",
        "/tiles/0/fr/9/262/171.svg",
        "/tiles/0/fr/14/-1/5496.svg",
        "/tiles/0/fr/14/0/0.svg",
        "/tiles/0/fr/14/999999999/999999999.svg",
        "/tiles/0/fr/14/8390/5496.png",
        "/tiles/0/en/14/8390/5496.svg",
        "/tiles/0/fr/14/8390/5496\0.svg",
        "/tiles/0/fr/١٤/8390/5496.svg",
        "/tiles/../0/fr/14/8390/5496.svg",
        "/tiles/0/fr/14/8390.5/5496.svg",
        "/tiles/",
        "/map/",
        "/map/0/fr/14/1600,1600/640x640x640.svg",
        "/map/0/fr/14/1600/640x640.svg",
        "/map/0/fr/14/nan,inf/640x640.svg",
        f"/map/{'0' * 300}/fr/14/1600,1600/640x640.svg",
    ):
        assert get(path).status_code == 404, path

    assert drawn == []


def test_pins_that_cannot_be_read_are_left_out() -> None:
    bare = get(f"/map/0/fr/{FRAME}").content

    for pins in (
        "x",
        "1.1_",
        "1.1\0",
        "99999.1",
        "1.1_" * 100,
        "-1.5",
        "١.١",
        "1.1~",
        "~",
        "1.1~2.2~3.3",
    ):
        assert Client().get(f"/map/0/fr/{FRAME}", {"pins": pins}).content == bare


def test_only_reading_is_allowed() -> None:
    assert Client().post(f"/tiles/0/fr/{TILE}").status_code == 405
    head = Client().head(f"/tiles/0/fr/{TILE}")
    assert head.status_code == 200
    assert head.content == b""
