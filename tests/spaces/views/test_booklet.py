"""The booklets on the site: made by a command, offered on pages, sent as files."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from spaces.directory import booklets as booklet_files
from spaces.paper import booklet
from spaces.paper.typesetting import TypesettingError
from tests.factories import SpaceFactory
from tests.pages import read
from tests.spaces.conftest import Clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def media(settings: Settings, tmp_path: Path, clock: Clock, no_listings: None) -> Path:
    SpaceFactory(sample=True)
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media" / "booklets"


def test_site_without_a_booklet_does_not_speak_of_it(client: Client, media: Path) -> None:
    page = read(client.get("/en/spaces/"))

    assert page.all("a", type="application/pdf") == []
    assert page.all(id="booklet") == []
    assert client.get("/booklet/fr.pdf").status_code == 404


def test_booklet_is_offered_as_soon_as_it_is_made(client: Client, media: Path) -> None:
    SpaceFactory.create_batch(2)
    client.get("/en/spaces/"), client.get("/en/")

    call_command("make_booklet", verbosity=0)

    lines = read(client.get("/en/spaces/")).one("ul", class_="more-lines")
    links = lines.all("a", type="application/pdf")
    foot = read(client.get("/en/")).one("footer").one("a", type="application/pdf")
    assert [link["href"] for link in links] == [
        f"/booklet/{code}.pdf" for code in ("fr", "nl", "en", "ar")
    ]
    assert [link["hreflang"] for link in links] == ["fr", "nl", "en", "ar"]
    assert foot["href"] == "/booklet/en.pdf"
    assert foot.text.endswith(", of 16 December 2026)")
    assert foot.text.startswith("Booklet of all the places (PDF, 0.")


def test_booklet_is_sent_with_headers_of_its_own(client: Client, media: Path) -> None:
    call_command("make_booklet", verbosity=0)

    response = client.get("/booklet/nl.pdf")
    content = b"".join(response.streaming_content)
    again = client.get("/booklet/nl.pdf", headers={"If-Modified-Since": response["Last-Modified"]})

    assert content == (media / "show-nl-2026-12-16.pdf").read_bytes()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Length"] == str(len(content))
    assert response["Content-Language"] == "nl"
    assert response["Content-Disposition"] == 'inline; filename="brussels-nl-2026-12-16.pdf"'
    assert response["Cache-Control"] == "public, max-age=3600"
    assert response["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies
    assert again.status_code == 304
    assert client.post("/booklet/nl.pdf").status_code == 405


@pytest.mark.parametrize("name", ["xx", "..%2f..%2fx", "show-nl-2026-12-16", "NL", "%00"])
def test_no_other_file_is_sent(client: Client, media: Path, name: str) -> None:
    call_command("make_booklet", verbosity=0)

    assert client.get(f"/booklet/{name}.pdf").status_code == 404


def test_second_booklet_takes_the_place_of_the_first(
    client: Client, media: Path, clock: Clock
) -> None:
    call_command("make_booklet", verbosity=0)
    clock.set("2026-12-17 03:00")
    call_command("make_booklet", verbosity=0)

    assert {path.name for path in media.iterdir()} == {
        f"show-{code}-2026-12-17.pdf" for code in ("fr", "nl", "en", "ar")
    }
    assert "17 December 2026" in read(client.get("/en/")).one("footer").text


def test_booklet_with_examples_is_not_offered_where_they_are_hidden(
    client: Client, media: Path, settings: Settings
) -> None:
    call_command("make_booklet", verbosity=0)
    settings.SAMPLE_DATA = "hide"

    assert client.get("/booklet/fr.pdf").status_code == 404
    assert read(client.get("/en/")).one("footer").all("a", type="application/pdf") == []


def test_booklet_that_cannot_be_made_leaves_the_former_one(
    media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call_command("make_booklet", verbosity=0)
    before = {path: path.read_bytes() for path in media.iterdir()}

    def out_of_ink(*_args: object) -> bytes:
        raise TypesettingError("out of ink")

    monkeypatch.setattr(booklet, "make", out_of_ink)

    with pytest.raises(CommandError, match=r"\(fr\) was not made; those before stay(?s:.*)ink"):
        call_command("make_booklet", verbosity=0)

    assert {path: path.read_bytes() for path in media.iterdir()} == before


def test_booklet_that_cannot_be_stored_says_so(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings.MEDIA_ROOT = tmp_path / "file"

    with pytest.raises(CommandError, match="could not be stored"):
        call_command("make_booklet", verbosity=0)


def test_file_that_is_lost_is_not_found(client: Client, media: Path) -> None:
    call_command("make_booklet", verbosity=0)
    client.get("/en/")
    (media / "show-fr-2026-12-16.pdf").unlink()

    assert client.get("/booklet/fr.pdf").status_code == 404


def test_what_else_lies_in_the_folder_is_no_booklet(media: Path) -> None:
    media.mkdir(parents=True)
    for name in ("show-fr-2026-12-16.pdf.part", "show-xx-2026-12-16.pdf", "show-fr-today.pdf"):
        (media / name).write_bytes(b"x")

    assert booklet_files.on_offer() == {}


def test_pages_with_a_booklet_take_one_query(
    client: Client, media: Path, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    call_command("make_booklet", verbosity=0)
    client.get("/en/")

    with django_assert_num_queries(1):
        client.get("/en/spaces/")
