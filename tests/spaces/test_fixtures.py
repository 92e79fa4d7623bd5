"""The data that the project ships: whole, valid, honest about what is invented, keys that stay."""

import json
import uuid
from itertools import pairwise
from typing import Any

import pytest
from django.conf import settings

from spaces.geo import outlines
from spaces.geo.boxes import REGION
from spaces.hours import opening as hours
from spaces.language.folding import fold
from spaces.models import (
    AccessFeature,
    Municipality,
    Need,
    Operator,
    Place,
    Service,
    Space,
    SpaceSlug,
    codes,
)

NAMES = (
    "municipalities",
    "places",
    "operators",
    "services",
    "needs",
    "need_services",
    "topics",
    "spaces",
    "courses",
    "campaigns",
    "characters",
)

# Keys are made once, from this and a natural key such as "space/brusurf", and never change.
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "digital-public-spaces.brussels")

# The only numbers and addresses that a public source gives: none is invented.
SOURCED_PHONES = {
    "bibliotheque-adolphe-max": "+3222305278",
    "bibliotheque-laeken": "+3222793790",
    "bibliotheque-mille-et-une-pages": "+3222403280",
    "bibliotheque-thomas-owen": "+3227357356",
    "entrela-evere": "+3222411583",
    "koekeltech": "+3224100048",
    "ocr-jette": "+3226462545",
}
SOURCED_EMAILS = {
    "bibliotheque-laeken": "bp2@brucity.education",
    "koekeltech": "info@koekeltech.be",
}


def read(name: str) -> list[dict[str, Any]]:
    text = (settings.BASE_DIR / "fixtures" / f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text)


def of_model(name: str, model: str) -> list[dict[str, Any]]:
    return [row for row in read(name) if row["model"] == f"spaces.{model}"]


def sentences(text: str) -> list[str]:
    return [sentence for sentence in text.split(". ") if sentence]


# --- the files ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "model", "count"),
    [
        ("municipalities", "municipality", 19),
        ("places", "place", 22 + 846 + 234),
        ("services", "service", 6),
        ("spaces", "space", 52),
        ("spaces", "spaceslug", 52),
    ],
)
def test_fixtures_hold_all_rows(name: str, model: str, count: int) -> None:
    assert len(of_model(name, model)) == count


@pytest.mark.parametrize("name", NAMES)
def test_fixture_keys_are_uuids_used_once(name: str) -> None:
    keys = [row["pk"] for row in read(name)]

    assert all(str(uuid.UUID(key)) == key for key in keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("name", "model", "natural_key"),
    [
        ("municipalities", "municipality", "nis"),
        ("services", "service", "order"),
        ("needs", "need", "order"),
        ("topics", "topic", "order"),
        ("courses", "course", "slug"),
        ("spaces", "space", "slug"),
        ("spaces", "spaceslug", "slug"),
    ],
)
def test_fixture_rows_are_in_stable_order(name: str, model: str, natural_key: str) -> None:
    rows = [row["fields"][natural_key] for row in of_model(name, model)]

    assert all(one < next_one for one, next_one in pairwise(rows))


def test_places_are_in_stable_order() -> None:
    kinds = list(dict.fromkeys(row["fields"]["kind"] for row in read("places")))
    rows = [
        (kinds.index(row["fields"]["kind"]), fold(row["fields"]["name_fr"]))
        for row in read("places")
    ]

    assert rows == sorted(rows)


def test_fixture_keys_come_from_the_natural_keys() -> None:
    expected = [
        (row["pk"], str(uuid.uuid5(NAMESPACE, natural)))
        for name, model, prefix, field in (
            ("municipalities", "municipality", "municipality", "nis"),
            ("services", "service", "service", "code"),
            ("needs", "need", "need", "code"),
            ("topics", "topic", "topic", "code"),
            ("courses", "course", "course", "slug"),
            ("spaces", "space", "space", "slug"),
        )
        for row in of_model(name, model)
        for natural in [f"{prefix}/{row['fields'][field]}"]
    ]

    assert all(key == made for key, made in expected)


# Printed on paper: if this test fails, put the code back.
@pytest.mark.parametrize(
    ("slug", "code"),
    [("atelier-du-web", "35DE5"), ("koekeltech", "F3DJD"), ("maks-cureghem", "28PJB")],
)
def test_printed_codes_never_change(slug: str, code: str) -> None:
    codes_by_slug = {
        row["fields"]["slug"]: row["fields"]["code"] for row in of_model("spaces", "space")
    }

    assert codes_by_slug[slug] == code


def test_codes_are_readable_and_used_once() -> None:
    found = [row["fields"]["code"] for row in of_model("spaces", "space")]

    assert all(codes.read(code) == code for code in found)
    assert len(set(found)) == len(found)


# --- what they become -----------------------------------------------------------------------


@pytest.mark.sql
@pytest.mark.django_db
@pytest.mark.parametrize(
    "model", [Municipality, Operator, Service, Need, Place, Space, SpaceSlug, AccessFeature]
)
def test_every_row_is_valid(model: Any) -> None:
    step = 25 if model is Place else 1  # of thousands that are alike, some
    rows = list(model.objects.all())[::step]

    for row in rows:
        row.full_clean()
    assert rows


@pytest.mark.sql
@pytest.mark.django_db
def test_spaces_are_published_in_all_municipalities() -> None:
    spaces = Space.objects.published()

    assert spaces.count() == 51
    assert [draft.slug for draft in Space.objects.filter(status="draft")] == ["wsl-wolu-jeunes"]
    assert spaces.values("municipality").distinct().count() == 19
    assert spaces.filter(label_status=Space.Label.LABELLED).count() == 18


@pytest.mark.django_db
def test_postal_codes_are_the_twenty_two_of_the_region() -> None:
    postal_codes = Place.objects.filter(kind=Place.Kind.POSTAL_CODE)

    assert len({place.postal_code for place in postal_codes}) == 22
    assert set(Space.objects.values_list("postal_code", flat=True)) <= {
        place.postal_code for place in postal_codes
    }


@pytest.mark.django_db
def test_opening_hours_are_valid_where_they_are_known() -> None:
    unknown = Space.objects.filter(opening_hours=None).values_list("slug", flat=True)

    assert set(unknown) == {"digipunt-intec", "wsl-wolu-jeunes"}
    for space in Space.objects.exclude(opening_hours=None):
        hours.validate(space.opening_hours)


@pytest.mark.django_db
def test_hours_of_a_library_are_said_to_be_its_own() -> None:
    libraries = Space.objects.filter(hours_of=Space.HoursOf.LIBRARY)

    assert [space.slug for space in libraries] == [
        "bibliotheque-adolphe-max",
        "bibliotheque-mille-et-une-pages",
        "bibliotheque-sesame",
        "bibliotheque-thomas-owen",
    ]
    assert not any(space.has_sample_hours for space in libraries)


@pytest.mark.django_db
def test_slugs_are_kept_for_ever() -> None:
    kept = dict(SpaceSlug.objects.values_list("slug", "space_id"))

    assert kept == dict(Space.objects.values_list("slug", "id"))


@pytest.mark.sql
@pytest.mark.django_db
def test_search_keys_are_those_that_saving_gives() -> None:
    before = dict(Space.objects.values_list("slug", "search_key"))

    for space in Space.objects.all():
        space.save()

    assert dict(Space.objects.values_list("slug", "search_key")) == before


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Municipality, Place, Space])
def test_points_lie_in_the_region_and_their_municipality(model: Any) -> None:
    rows = model.objects.exclude(latitude=None)
    if model is not Municipality:
        rows = rows.select_related("municipality")
    for row in rows:
        municipality = row if model is Municipality else row.municipality
        assert REGION.holds(row.point)
        assert outlines.near(municipality.nis, row.point), row


# --- honesty --------------------------------------------------------------------------------


@pytest.mark.django_db
def test_samples_are_marked_and_say_so_in_words() -> None:
    samples = Space.objects.filter(provenance=Space.Provenance.SAMPLE)

    assert samples.count() == 15
    for space in samples:
        assert space.slug.startswith("sample-")
        assert space.sample_fields == ["opening_hours", "location"]
        assert space.point_quality == Space.PointQuality.APPROXIMATE
        assert "inventé" in space.description_fr
        assert "Verzonnen" in space.description_nl
        assert "invented" in space.description_en


@pytest.mark.django_db
def test_sourced_listings_name_their_source_and_invent_nothing() -> None:
    sourced = Space.objects.filter(provenance=Space.Provenance.SOURCED)

    assert sourced.count() == 37
    for space in sourced:
        assert "http" in space.source
        assert set(space.sample_fields) <= {"opening_hours", "location"}
        assert not space.what_to_expect
        assert space.spoken_languages == (["nl"] if space.slug == "digipunt-intec" else [])
        assert space.appointment == Space.Appointment.UNKNOWN
        assert not space.access_features.exists()


@pytest.mark.django_db
def test_credit_of_openstreetmap_stands_where_its_map_was_asked() -> None:
    leads = {"espace-s", "maks-molenbeek"}  # what it says there is not shown
    asked = [space for space in Space.objects.all() if "OpenStreetMap" in space.source_note]

    asked = [space for space in asked if space.slug not in leads]

    assert len(asked) == 16
    assert all("https://www.openstreetmap.org/copyright" in space.source for space in asked)


@pytest.mark.django_db
def test_point_is_known_of_half_of_the_real_places() -> None:
    real = Space.objects.filter(provenance=Space.Provenance.SOURCED)

    assert sum(space.shows_the_way for space in real) == 18


@pytest.mark.django_db
def test_invented_points_are_not_said_to_be_doors() -> None:
    for space in Space.objects.exclude(point_quality=Space.PointQuality.APPROXIMATE):
        assert not space.has_sample_location


@pytest.mark.django_db
def test_no_listing_is_said_to_be_checked() -> None:
    assert not Space.objects.exclude(checked_on=None, checked_by="").exists()


@pytest.mark.django_db
def test_phones_and_emails_are_the_sourced_ones() -> None:
    assert dict(Space.objects.exclude(phone="").values_list("slug", "phone")) == SOURCED_PHONES
    assert dict(Space.objects.exclude(email="").values_list("slug", "email")) == SOURCED_EMAILS


# --- languages ------------------------------------------------------------------------------


@pytest.mark.django_db
def test_texts_are_in_three_languages_or_in_none() -> None:
    for space in Space.objects.all():
        for field in ("description", "what_to_expect", "cost_note", "conditions_note"):
            texts = [bool(getattr(space, f"{field}_{code}")) for code in ("fr", "nl", "en")]
            assert all(texts) or not any(texts), (space.slug, field)


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["fr", "nl", "en"])
def test_services_and_needs_are_in_every_language(code: str) -> None:
    words = [
        *Service.objects.values_list(f"name_{code}", flat=True),
        *Service.objects.values_list(f"description_{code}", flat=True),
        *Need.objects.values_list(f"phrase_{code}", flat=True),
    ]

    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.django_db
def test_needs_are_few_and_met_by_something() -> None:
    assert 6 <= Need.objects.count() <= 8
    assert not Need.objects.filter(services__spaces=None).exists()


@pytest.mark.parametrize("field", ["description", "what_to_expect"])
@pytest.mark.parametrize("code", ["fr", "nl", "en"])
def test_texts_are_two_or_three_short_sentences(field: str, code: str) -> None:
    for row in of_model("spaces", "space"):
        found = sentences(row["fields"][f"{field}_{code}"] or "")
        assert len(found) <= 3
        assert all(len(sentence.split()) <= 15 for sentence in found), found


# --- everyday names -------------------------------------------------------------------------


@pytest.mark.django_db
def test_aliases_add_names_that_the_place_does_not_have() -> None:
    for place in Place.objects.exclude(aliases=[]):
        names = [fold(name) for name in (place.name_fr, place.name_nl, *place.aliases)]
        own = len({fold(place.name_fr), fold(place.name_nl)})
        assert all(names)
        assert len(set(names)) == own + len(place.aliases), place
