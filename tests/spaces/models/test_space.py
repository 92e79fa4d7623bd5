"""What a listing may hold: refused by the checks of forms, and by the database behind them."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.db.utils import DataError

from spaces.models import AccessFeature, Closure, Municipality, Place, Space, SpaceSlug
from tests.factories import (
    AccessFeatureFactory,
    ClosureFactory,
    OperatorFactory,
    PlaceFactory,
    SpaceFactory,
    complete_space,
)

pytestmark = pytest.mark.django_db

FLAGEY = (50.8275, 4.3725)  # in Ixelles, not in the City of Brussels
PARIS = (48.8566, 2.3522)


def problems(space: Space) -> dict[str, list[str]]:
    """Return what the checks say about the listing, by field."""
    try:
        space.full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


# --- what staff are told --------------------------------------------------------------------


def test_space_with_everything_right_is_accepted() -> None:
    assert problems(complete_space()) == {}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("opening_hours", "Mo-Fr nine to five", "nine to five"),
        ("opening_hours", "Mo-Fr 09:00+", "Write the time of closing"),
        ("phone", "12", "This is not a phone number that can be called."),
        ("phone", "call me", "This is not a phone number that can be called."),
        ("email", "nobody", "Enter a valid email address."),
        ("website", "javascript:alert(1)", "Enter a valid URL."),
        ("postal_code", "9000", "A postal code of the Region: 1000 to 1299."),
        ("spoken_languages", ["fr", "xx"], "Choose from the list of languages."),
        ("spoken_languages", "fr", "Choose from the list of languages."),
        ("sample_fields", ["phone"], "Choose from the list of invented parts."),
        ("label_year", 1999, "2019"),
        ("cost", "barter", "barter"),
        ("slug", "not an address", "slug"),
    ],
)
def test_space_with_a_wrong_value_is_refused_with_a_sentence(
    field: str, value: Any, sentence: str
) -> None:
    space = SpaceFactory()
    setattr(space, field, value)

    said = problems(space)

    assert list(said) == [field]
    assert sentence in " ".join(said[field])


@pytest.mark.parametrize("point", [FLAGEY, PARIS])
def test_point_outside_the_municipality_is_refused(point: tuple[float, float]) -> None:
    space = SpaceFactory()
    space.latitude, space.longitude = point

    assert problems(space) == {
        "latitude": ["This point is outside the municipality of the address."]
    }


@pytest.mark.parametrize(("latitude", "longitude"), [(50.8467, None), (None, 4.3525)])
def test_half_a_point_is_refused(latitude: float | None, longitude: float | None) -> None:
    space = SpaceFactory.build(
        municipality=Municipality.objects.get(nis="21004"),
        latitude=latitude,
        longitude=longitude,
    )

    said = " ".join(sentence for sentences in problems(space).values() for sentence in sentences)

    assert "latitude and longitude" in said


def test_check_without_a_checker_is_refused() -> None:
    space = SpaceFactory.build(
        municipality=Municipality.objects.get(nis="21004"), checked_on=date(2026, 11, 3)
    )

    assert "Say who checked the listing." in str(problems(space))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("02 555 01 23", "+3225550123"),
        ("02/555.01.23", "+3225550123"),
        ("+32 (0)2 555 01 23", "+3225550123"),
        ("0032 2 555 01 23", "+3225550123"),
        ("0470 12 34 56", "+32470123456"),
        ("+33 1 42 68 53 00", "+33142685300"),
        ("", ""),
    ],
)
def test_phone_is_kept_in_international_form(typed: str, kept: str) -> None:
    space = SpaceFactory(phone=typed)

    space.full_clean()

    assert space.phone == kept


def test_empty_hours_are_unknown_hours() -> None:
    space = SpaceFactory(opening_hours="  ")

    space.full_clean()

    assert space.opening_hours is None
    assert space.hours is None


def test_closure_that_ends_before_it_begins_is_refused() -> None:
    closure = ClosureFactory.build(
        space=SpaceFactory(), first_day=date(2026, 12, 24), last_day=date(2026, 12, 23)
    )

    with pytest.raises(ValidationError, match="last day comes before"):
        closure.full_clean()


# --- what the database refuses --------------------------------------------------------------


@pytest.mark.parametrize(
    "facts",
    [
        {"latitude": None},
        {"longitude": None},
        {"latitude": 48.8566, "longitude": 2.3522},
        {"latitude": 50.7599},
        {"longitude": 4.4901},
        {"label_year": 2018},
        {"label_year": 2101},
        {"checked_on": date(2026, 11, 3)},
        {"status": "asleep"},
        {"label_status": "famous"},
        {"point_quality": "sharp"},
        {"cost": "barter"},
        {"conditions": "nobody"},
        {"appointment": "maybe"},
        {"provenance": "rumour"},
    ],
)
def test_database_refuses_a_space_that_cannot_be(facts: dict[str, Any]) -> None:
    space = SpaceFactory()

    with pytest.raises((IntegrityError, DataError)), transaction.atomic():
        Space.objects.filter(pk=space.pk).update(**facts)


@pytest.mark.parametrize("field", ["code", "slug"])
def test_database_refuses_a_second_space_with_the_same_code_or_slug(field: str) -> None:
    first, second = SpaceFactory.create_batch(2)

    with pytest.raises(IntegrityError), transaction.atomic():
        Space.objects.filter(pk=second.pk).update(**{field: getattr(first, field)})


def test_database_refuses_a_second_answer_about_one_access_feature() -> None:
    space = SpaceFactory(access={"lift": "yes"})

    with pytest.raises(IntegrityError), transaction.atomic():
        AccessFeatureFactory(space=space, feature="lift", value="no")


def test_database_refuses_a_closure_that_ends_before_it_begins() -> None:
    closure = ClosureFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Closure.objects.filter(pk=closure.pk).update(last_day=date(2026, 12, 23))


@pytest.mark.parametrize("model", [Place, Municipality])
def test_database_refuses_a_place_outside_the_region(model: type[Place | Municipality]) -> None:
    somewhere = model.objects.all()[0]
    somewhere.latitude, somewhere.longitude = PARIS

    with pytest.raises(IntegrityError), transaction.atomic():
        somewhere.save()


def test_municipality_or_operator_in_use_stays() -> None:
    space = SpaceFactory(operator=OperatorFactory())

    with pytest.raises(ProtectedError):
        space.municipality.delete()
    with pytest.raises(ProtectedError):
        space.operator.delete()


# --- addresses that never die ---------------------------------------------------------------


def test_slug_is_made_from_the_name_when_none_is_given() -> None:
    space = SpaceFactory(slug="", name_fr="L’Espace à Côté")

    assert space.slug == "lespace-a-cote"


def test_slug_of_a_second_space_of_the_same_name_gets_a_number() -> None:
    slugs = [SpaceFactory(slug="", name_fr="Chez nous").slug for _ in range(3)]

    assert slugs == ["chez-nous", "chez-nous-2", "chez-nous-3"]


def test_slug_of_a_name_without_letters_is_the_code() -> None:
    space = SpaceFactory(slug="", name_fr="★★★", name_nl="★★★")

    assert space.slug == space.code.lower()


def test_slug_that_another_space_left_behind_is_refused() -> None:
    space = SpaceFactory(slug="first")
    space.slug = "second"
    space.save()
    other = SpaceFactory()
    other.slug = "first"

    assert problems(other) == {"slug": ["Another space has, or had, this address."]}


def test_slug_that_another_space_left_behind_cannot_be_saved_either() -> None:
    space = SpaceFactory(slug="first")
    space.slug = "second"
    space.save()

    with pytest.raises(ValidationError, match="Another space has, or had"):
        SpaceFactory(slug="first")
    assert not Space.objects.filter(slug="first").exists()


def test_slug_that_another_space_left_behind_is_not_made_again() -> None:
    space = SpaceFactory(slug="chez-nous")
    space.slug = "elsewhere"
    space.save()

    assert SpaceFactory(slug="", name_fr="Chez nous").slug == "chez-nous-2"


def test_space_may_take_its_own_old_slug_again() -> None:
    space = SpaceFactory(slug="first")
    for slug in ("second", "first"):
        space.slug = slug
        space.full_clean()
        space.save()

    assert set(SpaceSlug.objects.filter(space=space).values_list("slug", flat=True)) == {
        "first",
        "second",
    }


def test_code_stays_whatever_becomes_of_the_space() -> None:
    space = SpaceFactory()
    code = space.code

    space.slug, space.name_fr, space.status = "new-name", "Nouveau nom", Space.Status.CLOSED
    space.save()

    assert Space.objects.get(pk=space.pk).code == code


def test_code_cannot_be_edited_in_a_form() -> None:
    assert not Space._meta.get_field("code").editable  # noqa: SLF001


def test_space_made_without_a_code_gets_one() -> None:
    space = Space.objects.create(
        name_fr="Espace", name_nl="Ruimte", municipality=Municipality.objects.all()[0]
    )

    assert len(space.code) == 5


# --- invented cells -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "still_invented"),
    [
        ({"opening_hours"}, ["location"]),
        ({"latitude"}, ["opening_hours"]),
        ({"longitude", "opening_hours"}, []),
        ({"phone"}, ["opening_hours", "location"]),
        (set(), ["opening_hours", "location"]),
    ],
)
def test_cell_that_somebody_changes_becomes_real(
    changed: set[str], still_invented: list[str]
) -> None:
    space = SpaceFactory(sample_fields=["opening_hours", "location"])

    space.mark_real(changed)

    assert space.sample_fields == still_invented


def test_verified_space_has_no_invented_cells() -> None:
    space = SpaceFactory(provenance="verified", sample_fields=["opening_hours"])

    space.mark_real(set())

    assert space.sample_fields == []


def test_sample_space_is_invented_in_every_part() -> None:
    space = SpaceFactory(provenance="sample", sample_fields=[])

    assert space.has_sample_hours
    assert space.has_sample_location
    assert not space.shows_the_way


def test_hidden_cells_are_blank_and_the_real_ones_stay() -> None:
    space = complete_space(sample_fields=["opening_hours", "location"])

    space.hide_sample_cells()

    assert space.hours is None
    assert space.point is None
    assert space.phone == "+3225550123"


# --- words in the staff's lists ------------------------------------------------------------


def test_rows_are_shown_in_words() -> None:
    space = SpaceFactory(name_en="The Space")

    assert str(space) == "The Space"
    assert str(ClosureFactory(space=space)) == "24/12/2026 – 01/01/2027"
    assert str(AccessFeatureFactory(space=space, feature="lift", value="no")) == "Lift: no"
    assert str(PlaceFactory(name_fr="Bourse", name_nl="Beurs")) == "Bourse / Beurs"
    assert str(PlaceFactory(name_fr="Flagey", name_nl="Flagey")) == "Flagey"


def test_each_access_feature_has_one_row_a_space() -> None:
    space = SpaceFactory(access=dict.fromkeys(AccessFeature.Feature.values, "yes"))

    assert space.access_features.count() == len(AccessFeature.Feature)
