"""Posters: codes that are never given twice, and what the database and the model refuse."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from campaign.models import Poster, Scan
from spaces.models import GivenCode, Place, Space, codes
from tests.factories import PlaceFactory, PosterFactory, SpaceFactory

pytestmark = pytest.mark.django_db


# --- codes ----------------------------------------------------------------------------------


def test_poster_has_a_code_that_reads_back() -> None:
    poster = PosterFactory(code=Poster().code)

    assert codes.read(poster.code.lower()) == poster.code
    assert poster.link == f"http://testserver/Q/{poster.code}"


def test_code_of_a_space_is_never_given_to_a_poster() -> None:
    space = SpaceFactory(code="ZXCVB")

    poster = PosterFactory(code="ZXCVB")

    poster.refresh_from_db()
    assert poster.code != space.code == "ZXCVB"
    assert codes.read(poster.code) == poster.code


def test_code_of_a_poster_is_never_given_to_a_space() -> None:
    PosterFactory(code="ZXCVB")

    space = SpaceFactory(code="ZXCVB")

    space.refresh_from_db()
    assert space.code != "ZXCVB"
    assert space.code.lower() in space.search_key


def test_code_of_what_was_deleted_is_never_given_again() -> None:
    PosterFactory(code="ZXCVB").delete()

    assert PosterFactory(code="ZXCVB").code != "ZXCVB"


def test_codes_of_many_made_at_once_are_their_own() -> None:
    PosterFactory(code="ZXCVB")
    character = Poster.objects.all()[0].character
    place = {"character": character, "latitude": 50.85, "longitude": 4.35}

    made = Poster.objects.bulk_create([Poster(code="ZXCVB", **place) for _ in range(3)])

    stored = set(Poster.objects.filter(pk__in=[p.pk for p in made]).values_list("code", flat=True))
    assert len(stored) == 3
    assert "ZXCVB" not in stored


def test_code_stays_when_the_poster_changes() -> None:
    poster = PosterFactory(code="ZXCVB")
    poster.name = "Elsewhere"
    poster.save()

    assert Poster.objects.get(pk=poster.pk).code == "ZXCVB"


def test_every_code_of_the_fixture_is_written_down() -> None:
    holders = [*Space.objects.all(), *Poster.objects.all()]
    held = {(holder.code, holder.pk) for holder in holders}

    assert set(GivenCode.objects.values_list("code", "holder")) >= held
    call_command("loaddata", "fixtures/posters.json", verbosity=0)  # again, as an upgrade may
    assert {(p.code, p.pk) for p in Poster.objects.all()} <= held


# --- what is refused ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"longitude": None},
        {"latitude": 51.2},
        {"latitude": None, "longitude": None},  # the nearest to what?
        {"target": "elsewhere"},
        {"target": Poster.Target.SPACE},
        {"hung_on": date(2026, 5, 2), "taken_down_on": date(2026, 5, 1)},
    ],
)
def test_database_refuses_what_cannot_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PosterFactory(**wrong)


def test_database_refuses_a_given_space_that_nothing_leads_to() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PosterFactory(space=SpaceFactory())


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"languages": []}, "Choose from the list of languages"),
        ({"languages": ["fr", "xx"]}, "Choose from the list of languages"),
        ({"languages": "fr"}, "Choose from the list of languages"),
        ({"latitude": None, "longitude": None}, "Say where the poster hangs"),
        ({"target": Poster.Target.SPACE}, "Choose a space exactly where"),
        (
            {"hung_on": date(2026, 5, 2), "taken_down_on": date(2026, 5, 1)},
            "cannot be taken down before",
        ),
    ],
)
def test_form_says_what_is_wrong(wrong: dict[str, Any], sentence: str) -> None:
    poster = PosterFactory()
    for field, value in wrong.items():
        setattr(poster, field, value)

    with pytest.raises(ValidationError, match=sentence):
        poster.full_clean()


def test_invented_space_is_never_a_given_one() -> None:
    poster = PosterFactory()
    poster.target, poster.space = Poster.Target.SPACE, SpaceFactory(sample=True)

    with pytest.raises(ValidationError, match="invented example"):
        poster.full_clean()


# --- where it hangs, and for how long it is kept --------------------------------------------


def test_poster_hangs_at_its_point_else_at_its_stop() -> None:
    stop = PlaceFactory(latitude=50.86, longitude=4.33)

    at_stop = PosterFactory(stop=stop, latitude=None, longitude=None)
    beside = PosterFactory(stop=stop, latitude=50.87, longitude=4.34)
    nowhere = PosterFactory(target="character", latitude=None, longitude=None)

    assert at_stop.point == (50.86, 4.33)
    assert beside.point == (50.87, 4.34)
    assert nowhere.point is None


@pytest.mark.parametrize("mark", [{"print_run": 4}, {"hung_on": date(2026, 5, 1)}])
def test_poster_that_was_printed_or_hung_is_known_to_be(mark: dict[str, Any]) -> None:
    poster = PosterFactory(**mark)
    poster.print_run = poster.hung_on = None
    poster.save()

    assert Poster.objects.get(pk=poster.pk).was_printed
    assert not PosterFactory().was_printed


def test_stop_space_and_scans_of_a_poster_hold_it() -> None:
    space = SpaceFactory()
    stop = PlaceFactory()
    poster = PosterFactory(target="space", space=space, stop=stop)
    Scan.add(poster, date(2026, 5, 1), "fr")

    for thing in (space, stop, poster, poster.character):
        with pytest.raises(ProtectedError):
            thing.delete()
    assert Place.objects.filter(pk=stop.pk).exists()
