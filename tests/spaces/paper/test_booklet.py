"""The booklet: every published space on A5 paper, in three languages, for everybody's eyes."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries, Settings

from spaces.directory import booklets as booklet_files
from spaces.directory import published
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import AccessFeature, Service, Space
from spaces.paper import booklet
from tests.factories import ClosureFactory, SpaceFactory, complete_space
from tests.pages import read
from tests.papers import Paper, opened
from tests.spaces.conftest import Clock

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture
def media(settings: Settings, tmp_path: Path, clock: Clock, no_listings: None) -> Path:
    SpaceFactory(sample=True)
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media" / "booklets"


def made(language: str = "en") -> bytes:
    with override(language):
        return booklet.make(published.current(), AT)


def words_of(paper: Paper) -> str:
    return " ".join(paper.words)


def told(space: Space) -> dict[str, Any]:
    """Return what the booklet says of a space."""
    towns: Any = booklet.data(published.current(), AT)["towns"]
    entries = [entry for town in towns for entry in town["spaces"]]
    name = space.name_en or space.name_fr
    return next(entry for entry in entries if entry["name"]["value"] == name)


# --- the paper ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "title", "made_on"),
    [
        ("fr", "Espaces publics numériques", "Brochure du 25 novembre 2026"),
        ("nl", "Openbare computerruimtes", "Boekje van 25 november 2026"),
        ("en", "Digital Public Spaces", "Booklet of 25 November 2026"),
    ],
)
def test_booklet_is_tagged_a5_with_its_fonts_and_its_date(
    language: str, title: str, made_on: str
) -> None:
    with opened(made(language)) as paper:
        assert paper.is_tagged
        assert paper.title == title
        assert paper.sizes == {(148, 210)}
        assert made_on in paper.words[0]
        assert set(paper.fonts.values()) == {True}
        assert all("SourceSansPro" in name for name in paper.fonts)


def test_letters_of_the_booklet_are_large(no_listings: None) -> None:
    complete_space()

    with opened(made()) as paper:
        sizes = [size for page in range(1, len(paper.file)) for size in paper.letter_sizes(page)]

    assert median(sizes) >= 16
    assert min(sizes) >= 12


def test_place_with_much_to_say_goes_on_on_the_next_page(no_listings: None) -> None:
    space = complete_space(
        opening_hours="Mo 09:00-12:00; Tu 10:00-12:30,13:30-17:00; We 13:00-19:00; Th 09:00-18:00"
        "; Fr 09:00-11:00; Sa 10:00-13:00; Su 10:00-11:00",
        services=[service.code for service in Service.objects.all()],
        access=dict.fromkeys(AccessFeature.Feature, "partly"),
        spoken_languages=list(SPOKEN_LANGUAGES)[:12],
        email="a-rather-long-address@digital-public-space.example.org",
    )
    ClosureFactory(space=space)

    with opened(made()) as paper:
        assert "a-rather-long-address" in words_of(paper)
        assert [paper.words_outside(page) for page in range(len(paper.file))] == [
            [] for _page in range(len(paper.file))
        ]


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_booklet_holds_every_published_space_and_no_other(language: str) -> None:
    SpaceFactory(name_fr="Brouillon", name_nl="Brouillon", name_en="Brouillon", draft=True)
    SpaceFactory(name_fr="Fermé", name_nl="Fermé", name_en="Fermé", closed_for_good=True)

    with opened(made(language)) as paper:
        words = words_of(paper).replace(" ", "")

    assert [s.code for s in Space.objects.published() if f"S/{s.code}" not in words] == []
    assert words.count("TESTSERVER/S/") == Space.objects.published().count()
    assert "Brouillon" not in words
    assert "Fermé" not in words.replace("Fermépour", "")


def test_real_site_has_nothing_invented_in_its_booklet(samples_hidden: None) -> None:
    with opened(made()) as paper:
        words = words_of(paper)

    assert "xample" not in words
    assert "demonstration" not in words
    assert words.replace(" ", "").count("TESTSERVER/S/") == Space.objects.published().count()


def test_code_of_each_space_can_be_scanned(no_listings: None) -> None:
    space = SpaceFactory()

    with opened(made()) as paper:
        codes = [code for page in range(len(paper.words)) for code in paper.codes(page, dots=150)]

    assert codes == [f"HTTP://TESTSERVER/S/{space.code}"]


def test_contents_name_the_municipalities_with_their_pages(no_listings: None) -> None:
    SpaceFactory()

    with opened(made()) as paper:
        contents = next(page for page in paper.words if "In this booklet" in page)
        listed = next(n for n, page in enumerate(paper.words, start=1) if "/S/" in page)

    assert re.search(rf"Brussels [. ]+ {listed}\b", contents)
    assert "We know no place in Anderlecht," in contents


def test_help_line_is_on_every_page_but_the_cover(settings: Settings) -> None:
    settings.HELP_LINE = "+3222403280"

    with opened(made()) as paper:
        assert [n for n, page in enumerate(paper.words) if "Call 02 240 32 80" not in page] == [0]


# --- what it says of a space ----------------------------------------------------------------


def test_space_of_which_all_is_known_says_it() -> None:
    entry = told(complete_space(name_en="Known"))

    assert entry["address"] == ["Rue Haute 12", "1000 Brussels"]
    assert entry["hours"][0] == "Monday to Friday: 9:00–17:00"
    assert entry["phone"].replace("\N{NO-BREAK SPACE}", " ") == "02 555 01 23"
    assert entry["is_labelled"]
    assert [service["value"] for service in entry["services"]] == ["Take a course", "Print"]
    assert entry["facts"] == [
        "It is free.",
        "You do not need an appointment.",
        "Everybody can come.",
        "They speak French and Arabic.",
        "In part: Hearing loop.",
        "There is no lift.",
        "There is no step at the door.",
    ]
    assert entry["stops"]
    assert entry["checked"] == "Checked by the space on 3 November 2026."


def test_space_of_which_nothing_is_known_says_so_and_has_no_blank_parts() -> None:
    entry = told(SpaceFactory(name_en="Unknown", street_fr="", street_nl="", nowhere=True))

    assert entry["hours"] == ["We do not know the hours."]
    assert entry["address"] == ["1000 Brussels"]
    empty = ("phone", "email", "services", "facts", "stops", "checked")
    assert not any(entry[name] for name in empty)


def test_closures_are_said_with_their_days() -> None:
    space = SpaceFactory(name_en="Christmas", with_hours=True)
    ClosureFactory(space=space, first_day=date(2026, 12, 1), last_day=date(2026, 12, 2))

    assert "Closed: 1 December – 2 December" in told(space)["hours"][-1]


def test_invented_space_is_marked_comes_last_and_shows_no_way() -> None:
    real = SpaceFactory(name_en="Zebra")
    sample = SpaceFactory(name_en="Aardvark", sample=True, with_hours=True)

    entry = told(sample)
    towns: Any = booklet.data(published.current(), AT)["towns"]
    names = [e["name"]["value"] for town in towns for e in town["spaces"]]

    assert entry["is_example"]
    assert entry["hours"][0].startswith("Example: ")
    assert entry["stops"] == []
    assert names.index(real.name_en) < names.index(sample.name_en)


def test_name_in_another_language_is_said_in_it() -> None:
    space = SpaceFactory(name_en="", name_fr="Le Seul Nom")

    assert told(space)["name"] == {"value": "Le Seul Nom", "language": "fr"}


@pytest.mark.parametrize(
    "name", ["Espace " + "très " * 27 + "long", "x" * 150, '#strike[*_`$<a>"\\ @b //', "Łódź Ğ ș"]
)
def test_any_name_can_be_set(name: str, no_listings: None) -> None:
    SpaceFactory(name_en=name)

    with opened(made()) as paper:
        assert name.replace(" ", "")[:40] in words_of(paper).replace(" ", "")
        assert paper.sizes == {(148, 210)}


def test_directory_without_spaces_makes_a_booklet(no_listings: None) -> None:
    with opened(made()) as paper:
        assert "We know no place in Anderlecht" in words_of(paper)


def test_checks_are_counted() -> None:
    Space.objects.update(checked_on=None)
    for day in (3, 7):
        SpaceFactory(checked_on=date(2026, 11, day), checked_by=Space.Checker.SPACE)

    checks: Any = booklet.data(published.current(), AT)["checks"]

    unchecked = published.current().real_count - 2
    assert checks == [
        "2 places were checked with the place itself or by the Region.",
        "The oldest check is of 3 November 2026.",
        f"Nobody has checked {unchecked} places yet: they come from public sources.",
    ]


# --- on the site ----------------------------------------------------------------------------


def test_site_without_a_booklet_does_not_speak_of_it(client: Client, media: Path) -> None:
    page = read(client.get("/en/spaces/"))

    assert page.all("a", type="application/pdf") == []
    assert page.all(id="booklet") == []
    assert client.get("/booklet/fr.pdf").status_code == 404


def test_booklet_is_offered_as_soon_as_it_is_made(client: Client, media: Path) -> None:
    SpaceFactory.create_batch(2)
    client.get("/en/spaces/"), client.get("/en/")

    call_command("make_booklet", verbosity=0)

    links = read(client.get("/en/spaces/")).one("section", aria_labelledby="booklet").all("a")
    foot = read(client.get("/en/")).one("footer").one("a", type="application/pdf")
    assert [link["href"] for link in links] == [
        f"/booklet/{code}.pdf" for code in ("fr", "nl", "en")
    ]
    assert [link["hreflang"] for link in links] == ["fr", "nl", "en"]
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


@pytest.mark.parametrize("name", ["xx", "ar", "..%2f..%2fx", "show-nl-2026-12-16", "NL", "%00"])
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
        f"show-{code}-2026-12-17.pdf" for code in ("fr", "nl", "en")
    }
    assert "17 December 2026" in read(client.get("/en/")).one("footer").text


def test_booklet_with_examples_is_not_offered_where_they_are_hidden(
    client: Client, media: Path, settings: Settings
) -> None:
    call_command("make_booklet", verbosity=0)
    settings.SAMPLE_DATA = "hide"

    assert client.get("/booklet/fr.pdf").status_code == 404
    assert read(client.get("/en/")).one("footer").all("a", type="application/pdf") == []


def test_booklet_that_cannot_be_made_leaves_the_former_one(client: Client, media: Path) -> None:
    call_command("make_booklet", verbosity=0)
    before = {path: path.read_bytes() for path in media.iterdir()}
    SpaceFactory(name_nl="Ruimte 😀")

    with pytest.raises(CommandError, match=r"\(nl\) was not made; those before stay(?s:.*)😀"):
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
