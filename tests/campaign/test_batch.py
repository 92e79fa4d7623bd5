"""Many posters from a table: every line is checked, and all are made or none."""

import pytest
from django.db import IntegrityError
from pytest_django import DjangoAssertNumQueries

from campaign import batch
from campaign.models import Campaign, Poster
from spaces.models import Place
from tests.factories import CampaignFactory, CharacterFactory, PlaceFactory

pytestmark = pytest.mark.django_db

HEADER = "name;latitude;longitude;stop;character;languages\n"


@pytest.fixture
def campaign() -> Campaign:
    campaign: Campaign = CampaignFactory()
    CharacterFactory(campaign=campaign, name="Salima", slug="salima")
    CharacterFactory(campaign=campaign, name="Célestine", slug="celestine")
    return campaign


def read(campaign: Campaign, *lines: str) -> batch.Batch:
    return batch.read(HEADER + "\n".join(lines), campaign)


def problems(campaign: Campaign, line: str) -> list[str]:
    (row,) = read(campaign, line).rows
    return row.problems


def test_line_makes_a_poster_at_its_point(campaign: Campaign) -> None:
    found = read(campaign, "Town hall;50.8467;4.3525;;Salima;nl fr")

    batch.create(found.posters)

    poster = Poster.objects.get(name="Town hall")
    assert poster.point == (50.8467, 4.3525)
    assert poster.character.slug == "salima"
    assert poster.languages == ["nl", "fr"]
    assert len(poster.code) == 5


@pytest.mark.parametrize("name", ["Arrêt du Lac", "HALTE MEER", "arret du lac"])
def test_stop_is_found_by_either_name(campaign: Campaign, name: str) -> None:
    stop = PlaceFactory(name_fr="Arrêt du Lac", name_nl="Halte Meer", latitude=50.83)

    (poster,) = read(campaign, f"Here;;;{name};Salima;").posters

    assert poster.stop == stop
    assert poster.point == stop.point


def test_point_goes_before_a_stop(campaign: Campaign) -> None:
    PlaceFactory(name_fr="Bourse du Lac")

    (poster,) = read(campaign, "Here;50,8;4,4;Bourse du Lac;Salima;").posters

    assert poster.point == (50.8, 4.4)


@pytest.mark.parametrize("name", ["salima", "SALIMA", "celestine", "CÉLESTINE"])
def test_character_is_found_by_name_or_slug(campaign: Campaign, name: str) -> None:
    assert problems(campaign, f"Here;50.85;4.35;;{name};") == []


@pytest.mark.parametrize(
    ("text", "languages"), [("", ["fr", "nl"]), ("nl", ["nl"]), ("NL, fr/nl", ["nl", "fr"])]
)
def test_languages_are_both_unless_the_line_says_others(
    campaign: Campaign, text: str, languages: list[str]
) -> None:
    (poster,) = batch.read(
        f"name;latitude;longitude;character;languages\nA;50.8;4.4;salima;{text}", campaign
    ).posters

    assert poster.languages == languages


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Here;;;Nowhere at all;Salima;", "We do not know the stop “Nowhere at all”."),
        ("Here;;;;Salima;", "Give a stop, or a latitude and a longitude."),
        ("Here;48.85;2.35;;Salima;", "This point is not in the Brussels Region."),
        ("Here;4.35;50.85;;Salima;", "This point is not in the Brussels Region."),
        (
            "Here;50.85;;;Salima;",
            "Latitude and longitude are two numbers, as 50.8467 and 4.3525.",
        ),
        ("Here;nan;4.35;;Salima;", "This point is not in the Brussels Region."),
        ("Here;50.85;inf;;Salima;", "This point is not in the Brussels Region."),
        (
            "Here;50.85;4.35;;Bob;",
            "We do not know the character “Bob”. We know: Célestine, Salima.",
        ),
        (
            "Here;50.85;4.35;;Salima;fr xx",
            "We do not know the language “xx”. Write: fr, nl, en.",
        ),
        (";50.85;4.35;;Salima;", "Where it hangs: This field cannot be blank."),
    ],
)
def test_line_that_cannot_be_says_why(campaign: Campaign, line: str, sentence: str) -> None:
    assert problems(campaign, line) == [sentence]


def test_name_that_is_too_long_says_why(campaign: Campaign) -> None:
    (sentence,) = problems(campaign, f"{'x' * 500};50.85;4.35;;Salima;")

    assert sentence.startswith("Where it hangs: Ensure this value has at most")


def test_every_problem_of_a_line_is_said(campaign: Campaign) -> None:
    assert len(problems(campaign, "Here;;;Nowhere at all;Bob;xx")) == 3


def test_characters_of_another_campaign_are_not_known(campaign: Campaign) -> None:
    CharacterFactory(name="Elsewhere")

    assert "We do not know the character" in problems(campaign, "A;50.8;4.4;;Elsewhere;")[0]


def test_wrong_lines_are_told_by_the_number_of_the_spreadsheet(campaign: Campaign) -> None:
    found = read(campaign, "A;50.8;4.4;;Salima;", "", "B;;;;Salima;", "C;50.8;4.4;;Manu;")

    assert [row.number for row in found.wrong] == [4, 5]


def test_street_of_that_name_is_no_stop(campaign: Campaign) -> None:
    PlaceFactory(kind=Place.Kind.STREET, name_fr="Rue sans arrêt", name_nl="Straat zonder halte")

    assert problems(campaign, "A;;;Rue sans arrêt;Salima;") != []


def test_all_are_made_or_none(campaign: Campaign) -> None:
    before = Poster.objects.count()
    posters = read(campaign, "A;50.8;4.4;;Salima;", "B;50.8;4.4;;Salima;").posters
    posters[1].latitude = 10

    with pytest.raises(IntegrityError):
        batch.create(posters)

    assert Poster.objects.count() == before


def test_two_thousand_lines_take_few_queries(
    campaign: Campaign, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    lines = [f"Place {n};50.8;4.4;;Salima;fr nl" for n in range(2000)]

    with django_assert_max_num_queries(4):
        found = read(campaign, *lines)

    assert len(found.posters) == 2000
    assert found.wrong == []
