"""Posters in and out: what a file makes and changes, what it refuses, and that codes stay."""

from datetime import date
from typing import Any

import pytest

from campaign.exchange import PosterResource
from campaign.models import Poster
from spaces.exchange import files
from spaces.exchange.resource import Outcome
from spaces.models import Place
from tests.factories import (
    CampaignFactory,
    CharacterFactory,
    PlaceFactory,
    PosterFactory,
    SpaceFactory,
)
from tests.spaces.exchange.test_spaces import bring as bring_table
from tests.spaces.exchange.test_spaces import wrong

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _characters() -> None:
    campaign = CampaignFactory(year=2998)
    CharacterFactory(campaign=campaign, name="Salima", slug="salima")
    CharacterFactory(campaign=campaign, name="Célestine", slug="celestine")


def bring(*rows: dict[str, Any], **how: Any) -> Outcome:
    return bring_table(*rows, resource=PosterResource, **how)


def new(**cells: Any) -> dict[str, Any]:
    return {"code": "", "character": "salima", "name": "Here", "stop": "Simonis"} | cells


def made(**cells: Any) -> Poster:
    outcome = bring(new(**cells))
    assert outcome.problems == []
    return Poster.objects.get(name=cells.get("name", "Here"))


def test_line_without_a_code_makes_a_poster() -> None:
    poster = made(latitude="50,8467", longitude="4.3525", print_run=1000.0, hung_on="31/12/2026")

    assert len(poster.code) == 5
    assert poster.point == (50.8467, 4.3525)
    assert poster.languages == ["fr", "nl"]
    assert poster.target == "nearest"
    assert poster.hung_on == date(2026, 12, 31)
    assert poster.was_printed


@pytest.mark.parametrize("name", ["Arrêt du Lac", "HALTE MEER", "arret du lac"])
def test_stop_is_found_by_either_name(name: str) -> None:
    stop = PlaceFactory(name_fr="Arrêt du Lac", name_nl="Halte Meer", latitude=50.83)

    assert made(stop=name).stop == stop


def test_stop_goes_before_a_street_of_the_same_name() -> None:
    street = PlaceFactory(kind=Place.Kind.STREET, name_fr="Lac", name_nl="Meer")
    stop = PlaceFactory(kind=Place.Kind.STOP, name_fr="Lac", name_nl="Meer")

    assert made(stop="lac").stop == stop
    assert made(name="There", stop="Lac (street)").stop == street


@pytest.mark.parametrize("name", ["salima", "SALIMA", "2998/salima"])
def test_character_is_that_of_the_latest_campaign(name: str) -> None:
    CharacterFactory(campaign=CampaignFactory(year=2001), name="Salima", slug="salima")

    assert made(character=name).character.campaign.year == 2998


def test_character_of_an_earlier_campaign_is_named_with_its_year() -> None:
    CharacterFactory(campaign=CampaignFactory(year=2001), name="Salima", slug="salima")

    assert made(character="2001/salima").character.campaign.year == 2001


def test_posters_with_names_that_others_share_come_back_unchanged() -> None:
    old = CharacterFactory(campaign=CampaignFactory(year=2001), name="Salima", slug="salima")
    stops = [PlaceFactory(kind=Place.Kind.STOP, name_fr="Lac", name_nl="Meer") for _ in "abc"]
    PosterFactory(character=old, stop=stops[2])
    PosterFactory(stop=stops[0])
    data = files.write(PosterResource().export(), "csv")

    outcome = PosterResource().import_data(files.read(data))

    assert outcome.problems == []
    assert outcome.totals["skip"] == Poster.objects.count()


def test_code_that_exists_is_changed_and_keeps_its_code() -> None:
    poster = PosterFactory(name="Before")

    outcome = bring({"code": poster.code.lower(), "character": "célestine", "name": "After"})

    assert outcome.problems == []
    changed = Poster.objects.get(pk=poster.pk)
    assert (changed.code, changed.name, changed.character.slug) == (
        poster.code,
        "After",
        "celestine",
    )
    assert changed.history.first().history_change_reason == "Import of list.csv"


def test_preview_makes_nothing() -> None:
    before = Poster.objects.count()

    outcome = bring(new(), dry_run=True)

    assert outcome.totals["new"] == 1
    assert outcome.rows[0].object_repr == "Here"
    assert "code" not in {change.column for change in outcome.rows[0].diff}
    assert Poster.objects.count() == before


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"code": "ZZZZZ"}, "code", "No poster has this code."),
        ({"character": "Bob"}, "character", "No character is called “Bob”."),
        ({"character": ""}, "character", "cannot be null"),
        ({"name": ""}, "name", "cannot be blank"),
        ({"name": "x" * 500}, "name", "at most 100 characters"),
        ({"stop": "Nowhere at all"}, "stop", "We do not know the stop “Nowhere at all”."),
        ({"stop": ""}, "", "Say where the poster hangs"),
        ({"latitude": "50.85"}, "", "Give both latitude and longitude"),
        ({"latitude": "4.35", "longitude": "50.85"}, "", "inside the Brussels Region"),
        ({"latitude": "nan", "longitude": "4.35"}, "latitude", "Write degrees"),
        ({"languages": "fr, xx"}, "languages", "“xx” is none of: fr, nl, en, ar."),
        ({"target": "moon"}, "target", "“moon” is none of"),
        ({"target": "space"}, "", "Choose a space exactly where"),
        ({"target": "space", "space": "none"}, "space", "No space has the code “none”."),
        ({"print_run": "many"}, "print_run", "is not a whole number"),
        ({"hung_on": "2026-12-31", "taken_down_on": "2026-12-01"}, "", "cannot be taken down"),
    ],
)
def test_cell_that_cannot_be_says_where_and_why(
    cells: dict[str, str], column: str, words: str
) -> None:
    before = Poster.objects.count()

    outcome = bring(new(name="Good"), new(**cells))

    assert wrong(outcome) == [(3, column)]
    assert words in outcome.problems[0].sentence
    assert Poster.objects.count() == before


def test_nobody_is_sent_to_an_invented_space() -> None:
    fit = {"services": ["help_with_procedures"], "latitude": 50.863, "longitude": 4.331}
    sample, real = SpaceFactory(sample=True), SpaceFactory(**fit)

    outcome = bring(
        new(target="space", space=real.code), new(target="space", space=sample.code.lower())
    )

    assert wrong(outcome) == [(3, "space")]


def test_every_problem_of_a_line_is_said() -> None:
    outcome = bring(new(stop="Nowhere at all", character="Bob", languages="xx"))

    assert {column for _line, column in wrong(outcome)} == {"stop", "character", "languages"}


def test_formula_in_a_name_is_written_as_text() -> None:
    PosterFactory(name="=HYPERLINK(1)")

    assert b"'=HYPERLINK(1)" in files.write(PosterResource().export(), "csv")
