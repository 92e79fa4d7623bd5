"""The booklet: every published space on A5 paper, in each language, for everybody's eyes."""

import re
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import Any

import pytest
from django.utils.translation import override
from pytest_django import Settings

from config.languages import LANGUAGES
from spaces.directory import published
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import AccessFeature, Service, Space
from spaces.paper import booklet
from spaces.paper.booklet_words import frame
from spaces.paper.letters import without_font
from tests.factories import ClosureFactory, SpaceFactory, complete_space
from tests.papers import Paper, opened

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


def made(language: str = "en") -> bytes:
    with override(language):
        return booklet.make(published.current(), AT)


def family_names(paper: Paper) -> set[str]:
    """Return the families of a paper's fonts: `ABCDEF+SourceSans3-Bold` is of SourceSans3."""
    return {name.rpartition("+")[2].partition("-")[0] for name in paper.fonts}


def words_of(paper: Paper) -> str:
    return " ".join(paper.words)


def told(space: Space) -> dict[str, Any]:
    """Return what the booklet says of a space, in the active language."""
    towns: Any = booklet.data(published.current(), AT)["towns"]
    entries = [entry for town in towns for entry in town["spaces"]]
    link = f"/S/{space.code}"
    return next(entry for entry in entries if link in entry["link"])


# --- the paper ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "title", "made_on"),
    [
        ("fr", "Espaces publics numériques", "Brochure du 25 novembre 2026"),
        ("nl", "Openbare computerruimtes", "Boekje van 25 november 2026"),
        ("en", "Digital Public Spaces", "Booklet of 25 November 2026"),
        ("ar", "الفضاءات الرقمية العمومية", "2026"),
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
        assert family_names(paper) <= {"SourceSans3", "IBMPlexSansArabic"}


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
    assert entry["facts"] == ["You can ask the municipality: Brussels."]
    empty = ("phone", "email", "services", "stops", "checked", "map")
    assert not any(entry[name] for name in empty)


def test_place_stays_on_one_page_with_its_map() -> None:
    """Of fixtures/: a space whose map has to be a little lower, when it says that it closes."""
    with override("fr"):
        pdf = booklet.make(published.current(), AT + timedelta(weeks=1))
    with opened(pdf) as paper:
        pages = [" ".join(words.split()) for words in paper.words]

    (page,) = (page for page in pages if "Rue Brogniez 54" in page)
    assert "Clemenceau (lignes 2, 6, 46)" in page
    assert page.count("Clemenceau") == 2  # on its map too


def test_map_of_a_place_is_drawn_for_paper_and_said_in_words() -> None:
    entry = told(SpaceFactory(latitude=50.9187))
    invented = told(SpaceFactory(sample_fields=["location"]))

    assert 'class="pin"' in entry["map"]
    assert "@media" not in entry["map"]
    assert entry["map_alt"] == "Map: Rue Haute 12, 1000 Brussels."
    assert invented["map"] == ""


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

    assert (entry["is_example"], entry["hours_tag"]) == (True, "")
    assert entry["stops"] == []
    assert names.index(real.name_en) < names.index(sample.name_en)


def test_invented_hours_of_a_real_space_are_marked() -> None:
    space = SpaceFactory(with_hours=True, sample_fields=["opening_hours"])

    entry = told(space)

    assert (entry["is_example"], entry["hours_tag"]) == (False, "Example")


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


@pytest.mark.parametrize("name", ["Ruimte دار", "Ruimte здесь", "Ruimte ❤️ é ©️"])
def test_name_in_letters_of_another_script_is_printed(
    name: str, no_listings: None, caplog: pytest.LogCaptureFixture
) -> None:
    SpaceFactory(name_en=name)

    with opened(made()) as paper:
        assert "Ruimte" in words_of(paper)
        assert "□" not in words_of(paper)

    assert caplog.messages == []


@pytest.mark.parametrize(
    ("name", "printed", "missing"),
    [("Ruimte 😀 hier", "Ruimte □ hier", "😀"), ("Ruimte 中文", "Ruimte □□", "中 文")],
)
def test_letter_that_no_font_has_stops_no_booklet_and_its_listing_is_named(
    name: str, printed: str, missing: str, no_listings: None, caplog: pytest.LogCaptureFixture
) -> None:
    space = SpaceFactory(name_en=name)

    with opened(made()) as paper:
        assert printed in words_of(paper)

    assert caplog.messages == [
        f"{name} (http://testserver/S/{space.code}): no font has {missing}, □ is printed."
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_fonts_have_every_letter_of_our_own_words(language: str) -> None:
    with override(language):
        assert without_font(frame(AT, "")) == []


def test_arabic_booklet_runs_from_right_to_left_with_names_in_their_own_way(
    no_listings: None,
) -> None:
    space = complete_space(name_fr="Łódź (Ğ)")

    with override("ar"):
        entry = told(space)
    with opened(made("ar")) as paper:
        page = next(n for n, words in enumerate(paper.words) if "/S/" in words)
        at = paper.letters_from_left(page)

    assert entry["phone"] == "\u206602\xa0555\xa001\xa023\u2069"
    assert at["Ł"] < at["ź"] < at["Ğ"]  # the name, from left to right
    assert at["Ğ"] > 148 - 12 - 15  # at the right of the page
    assert at["S"] < at["Ł"]  # the link to the page, which stands below its code


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
