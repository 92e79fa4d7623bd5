"""Posters on paper: every format, vector, tagged, in both languages, with a code that is read."""

from datetime import UTC, datetime
from typing import Any

import pytest
from pytest_django import Settings

from campaign.models import Character, Poster
from campaign.print.poster import MILLIMETRES, PaperFormat, data, file_name, poster_pdf
from spaces.models import Space
from tests.factories import CharacterFactory, PosterFactory, SpaceFactory, complete_space
from tests.papers import Paper, opened

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
FORMATS = list(PaperFormat)
SYMBOL = 25 / 33  # of the picture of a code, its quiet zone inside, where it is as small as can be


def made(poster: Poster, form: PaperFormat = PaperFormat.A3, *, bleed: bool = False) -> bytes:
    return poster_pdf(poster, form, AT, bleed=bleed)


def words(paper: Paper) -> str:
    return " ".join(paper.words)


def about(space: Space, **facts: Any) -> Poster:
    """Return a poster that leads to a given space."""
    poster: Poster = PosterFactory(target=Poster.Target.SPACE, space=space, **facts)
    return poster


# --- the paper ------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMATS)
def test_poster_is_one_tagged_page_of_its_format_with_its_fonts(form: PaperFormat) -> None:
    poster = PosterFactory(character__name="Salima", character__campaign__title_fr="Ils savent")

    with opened(made(poster, form)) as paper:
        assert len(paper.words) == 1
        assert paper.is_tagged
        assert paper.title == "Salima – Ils savent"
        assert paper.sizes == {MILLIMETRES[form]}
        assert set(paper.fonts.values()) == {True}
        assert all("SourceSans3" in name for name in paper.fonts)


@pytest.mark.parametrize("form", FORMATS)
def test_bleed_is_3_mm_and_marks_beyond_the_cut(form: PaperFormat) -> None:
    width, height = MILLIMETRES[form]

    with opened(made(PosterFactory(), form, bleed=True)) as paper:
        assert paper.box("trim") == (10, 10, width, height)
        assert paper.sizes == {(width + 20, height + 20)}
        picture = paper.picture(dots=50 if form != PaperFormat.SHELTER else 12)
        dot = picture.width / (width + 20)
        colour = [picture.getpixel((int(mm * dot), int(100 * dot))) for mm in (3, 8, 12)]

    assert colour[0] == (255, 255, 255)  # beyond the bleed
    assert colour[1] == colour[2] != (255, 255, 255)  # the ground goes over the cut


def test_poster_is_vector() -> None:
    pdf = made(PosterFactory(), PaperFormat.SHELTER)

    assert b"/DCTDecode" not in pdf
    assert len(pdf) < 60_000


# --- the code -------------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "dots"), [("a4", 60), ("a3", 40), ("a2", 30), ("shelter", 12)])
@pytest.mark.parametrize("bleed", [False, True])
def test_code_is_read_from_the_page(form: str, dots: int, bleed: bool) -> None:
    poster = PosterFactory()

    with opened(made(poster, PaperFormat(form), bleed=bleed)) as paper:
        assert paper.codes(dots=dots) == [poster.link.upper()]


@pytest.mark.parametrize(
    ("form", "at_least"), [(PaperFormat.A3, 80), (PaperFormat.A4, 56), (PaperFormat.SHELTER, 200)]
)
def test_code_is_large_enough(form: PaperFormat, at_least: int, settings: Settings) -> None:
    settings.SITE_URL = "https://epn.brussels"

    with opened(made(PosterFactory(), form)) as paper:
        (side,) = paper.code_sides(dots=100 if form != PaperFormat.SHELTER else 20)

    assert side >= at_least


@pytest.mark.parametrize("palette", Character.Palette.values)
def test_code_is_black_on_white_whatever_the_colour(palette: str) -> None:
    poster = PosterFactory(character=CharacterFactory(palette=palette))

    with opened(made(poster)) as paper:
        assert paper.codes(dots=40) == [poster.link.upper()]


# --- the words ------------------------------------------------------------------------------


def test_poster_speaks_both_languages_of_the_region(settings: Settings) -> None:
    settings.HELP_LINE = "+3222403280"
    poster = PosterFactory(
        character__situation_fr="Elle déménage.", character__situation_nl="Ze verhuist."
    )

    with opened(made(poster)) as paper:
        said = words(paper)

    for sentence in (
        "Elle déménage.",
        "Ze verhuist.",
        "Scannez : vous verrez le lieu le plus proche qui aide pour cela.",
        "Scan: u ziet de dichtstbijzijnde plek die hiermee helpt.",
        f"TESTSERVER/Q/{poster.code}",
        "Appelez le 02 240 32 80",
        "Bel 02 240 32 80",
    ):
        assert sentence in said


@pytest.mark.parametrize(
    ("languages", "first", "count"),
    [(["nl"], "nl", 1), (["ar", "fr", "nl", "en"], "fr", 4), (["ar"], "ar", 1), ([], "fr", 2)],
)
def test_poster_is_in_its_languages(languages: list[str], first: str, count: int) -> None:
    texts: Any = data(PosterFactory(languages=languages), PaperFormat.A3, AT, bleed=False)["texts"]

    assert [texts[0]["language"], len(texts)] == [first, count]


@pytest.mark.parametrize("form", FORMATS)
def test_arabic_poster_is_one_page_from_right_to_left(form: PaperFormat) -> None:
    poster = about(complete_space(name_fr="Łódź (Ğ)"), languages=["ar"], character__name="Zoé")

    with opened(made(poster, form)) as paper:
        at = paper.letters_from_left()
        middle = MILLIMETRES[form][0] / 2
        assert len(paper.words) == 1
        assert paper.words_outside() == []
        assert paper.codes(dots=60 if form != PaperFormat.SHELTER else 12) == [poster.link.upper()]
        assert any("IBMPlexSansArabic" in name for name in paper.fonts)

    assert at["Z"] < at["é"]
    assert at["Ł"] < at["ź"] < at["Ğ"] < middle * 1.3  # the code stands at the right


def test_poster_in_two_directions_is_one_page(settings: Settings) -> None:
    settings.HELP_LINE = "+3222403280"
    poster = about(complete_space(), languages=["fr", "nl", "en", "ar"])

    with opened(made(poster, PaperFormat.A4)) as paper:
        assert len(paper.words) == 1
        assert paper.words_outside() == []
        assert paper.codes(dots=60) == [poster.link.upper()]


def test_poster_of_a_given_space_works_without_a_signal() -> None:
    poster = about(complete_space(name_fr="La Maison bleue", name_nl="Het Blauwe Huis"))

    with opened(made(poster, PaperFormat.A4)) as paper:
        said = words(paper)
        assert paper.codes(dots=60) == [poster.link.upper()]

    for sentence in (
        "La Maison bleue",
        "Het Blauwe Huis",
        "Rue Haute 12, 1000 Bruxelles",
        "Hoogstraat 12, 1000 Brussel",
        "Lundi à vendredi : 9:00–17:00",
        "Maandag tot en met vrijdag: 9:00–17:00",
        "02 555 01 23",
    ):
        assert sentence in said


@pytest.mark.parametrize("form", FORMATS)
def test_poster_near_its_space_shows_the_way_on_a_map(form: PaperFormat) -> None:
    poster = about(SpaceFactory(latitude=50.8512, street_fr="Rue d’Ici"))

    pdf = made(poster, form)

    way: Any = data(poster, form, AT, bleed=False)["way"]
    assert way["alt"].startswith("Carte : de l’affiche à Rue d’Ici 12, 1000 Bruxelles, 500")
    assert b"/DCTDecode" not in pdf
    with opened(pdf) as paper:
        said = words(paper)
        assert paper.words_outside() == []
        assert len(paper.words) == 1
    assert "500 m 9 minutes à pied 9 minuten te voet" in said
    assert "Vous êtes ici · U bent hier" in said
    assert "© les contributeurs d’OpenStreetMap" in said


def test_every_story_leaves_room_for_the_map() -> None:
    space = SpaceFactory(latitude=50.8512)
    characters = Character.objects.exclude(situation_fr="")
    assert characters.count() >= 4
    for character in characters:
        with opened(made(about(space, character=character), PaperFormat.A4)) as paper:
            assert "500 m" in words(paper), character.name


@pytest.mark.parametrize(
    "facts", [{"latitude": 50.9}, {"latitude": 50.8512, "sample_fields": ["location"]}, {}]
)
def test_poster_far_from_its_space_has_no_map(facts: dict[str, Any]) -> None:
    poster = about(SpaceFactory(**facts))

    assert data(poster, PaperFormat.A4, AT, bleed=False)["way"] is None
    assert "OpenStreetMap" not in str(made(poster))


def test_map_of_a_poster_names_what_is_near_in_its_languages() -> None:
    poster = Poster.objects.for_print().get(code="C6YNA")  # of fixtures/: near a place in Jette
    named = {}
    for languages in (["fr"], ["nl"], ["fr", "nl"], ["ar"]):
        poster.languages = languages
        way: Any = data(poster, PaperFormat.A4, AT, bleed=False)["way"]
        named[" ".join(languages)] = ("Bruxellois<" in way["map"], "Brusselaars<" in way["map"])

    assert named == {
        "fr": (True, False),
        "nl": (False, True),
        "fr nl": (True, True),
        "ar": (True, True),
    }


@pytest.mark.parametrize("facts", [{"sample": True}, {"draft": True}, {"closed_for_good": True}])
def test_space_that_nobody_can_go_to_is_not_printed(facts: dict[str, Any]) -> None:
    poster = about(SpaceFactory(name_fr="Nulle part", **facts))

    with opened(made(poster)) as paper:
        assert "Nulle part" not in words(paper)
        assert "le lieu le plus proche qui aide pour cela" in words(paper)


def test_hours_that_are_invented_are_not_printed() -> None:
    space = complete_space(sample_fields=["opening_hours"], provenance=Space.Provenance.SOURCED)

    with opened(made(about(space))) as paper:
        assert "9:00" not in words(paper)
        assert "02 555 01 23" in words(paper)


def test_poster_of_a_character_says_that_its_story_follows() -> None:
    poster = PosterFactory(target=Poster.Target.CHARACTER, character__name="Manu")

    with opened(made(poster)) as paper:
        assert "l’histoire de Manu" in words(paper)


@pytest.mark.parametrize("form", FORMATS)
def test_longest_texts_stay_on_the_page(form: PaperFormat) -> None:
    long = ("Elle ne sait pas comment faire. " * 5)[:159] + "."
    space = complete_space(
        name_fr="Le très long nom d’un espace public numérique " * 3,
        name_nl="De erg lange naam van een openbare computerruimte " * 3,
        opening_hours="Mo 9:00-12:00; Tu 10:00-12:00; We 13:00-17:00; Th 14:00-18:00; Fr 8:00-9:00",
    )
    poster = about(
        space,
        character__name="Marie-Christine-Élisabeth de la Tour d’A",
        character__situation_fr=long,
        character__situation_nl=long,
        languages=["fr", "nl", "en"],
    )

    with opened(made(poster, form)) as paper:
        assert len(paper.words) == 1
        assert paper.words_outside() == []
        assert paper.codes(dots=60 if form != PaperFormat.SHELTER else 12) == [poster.link.upper()]


def test_file_is_named_by_code_character_and_format() -> None:
    poster = PosterFactory(character__slug="salima")

    assert file_name(poster, PaperFormat.SHELTER) == f"{poster.code}-salima-shelter.pdf"
