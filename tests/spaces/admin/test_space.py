"""The form of a space: how it is laid out, and what saving does."""

import json
from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.test import Client

from spaces.models import (
    AccessFeature,
    Closure,
    DataVersion,
    Municipality,
    Space,
    SpaceSlug,
)
from tests.factories import AccessFeatureFactory, ClosureFactory, SpaceFactory, complete_space
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db

SECTIONS = [
    "What and where",
    "Photo of the door",
    "Opening hours",
    "Closures",
    "Services",
    "Access and languages",
    "Access",
    "Cost, conditions, appointment",
    "Label",
    "Français: 1 of 5 texts",
    "Nederlands: 1 of 5 texts",
    "English: 2 of 5 texts",
    "Internal",
]


# --- how it is laid out ---------------------------------------------------------------------


def test_form_goes_in_the_order_of_thinking(chief: Client, space: Space) -> None:
    form = desk.form_of(read(chief.get(desk.address(Space, "change", space.pk))), Space)

    assert [heading.text for heading in form.all("h2")] == SECTIONS


@pytest.mark.parametrize("page", ["change", "add"])
def test_form_has_every_translation_and_no_original(chief: Client, space: Space, page: str) -> None:
    where = desk.address(Space, page, *([space.pk] if page == "change" else []))

    names = {control["name"] for control in read(chief.get(where)).all(name=True)}

    translated = ["name", "description", "what_to_expect", "street"]
    translated += ["cost_note", "conditions_note", "appointment_note", "photo_alt"]
    assert names.isdisjoint({*translated, "code", "search_key"})
    assert {f"{name}_{code}" for name in translated for code in ("fr", "nl", "en")} <= names
    assert {"closures-0-reason_nl", "access_features-5-note_en"} <= names
    assert "access_features-6-note_en" not in names


def test_form_says_the_language_of_a_text(chief: Client, space: Space) -> None:
    page = read(chief.get(desk.address(Space, "change", space.pk)))

    for language in ("fr", "nl", "en"):
        for name in (f"description_{language}", f"closures-0-reason_{language}"):
            assert page.one(name=name)["lang"] == language


def test_form_shows_choices_as_checkboxes(chief: Client, space: Space) -> None:
    page = read(chief.get(desk.address(Space, "change", space.pk)))

    def ticked(name: str) -> int:
        return len(page.all("input", name=name, type="checkbox", checked=True))

    assert ticked("services") == 2
    assert ticked("spoken_languages") == 2
    assert len(page.all("input", name="sample_fields", type="checkbox")) == 2


def test_form_draws_its_map_with_our_files_only(chief: Client, space: Space) -> None:
    page = read(chief.get(desk.address(Space, "change", space.pk)))

    settings = page.one("script", id="point-picker-settings")
    assert json.loads(str(settings.children[0]))["tiles"].startswith("/tiles/")
    assert page.one("script", type="module", src="/static/js/point-picker.js")
    assert page.one("input", name="latitude")["value"] == "50.8467"


# --- what saving does -----------------------------------------------------------------------


def test_form_sent_back_untouched_changes_nothing(chief: Client) -> None:
    spaces = [*Space.objects.order_by("slug")[::7], complete_space()]
    ClosureFactory(space=spaces[-1])

    for space in spaces:
        before = desk.stored(space)
        response = desk.save(chief, space)

        assert response.status_code == 302, desk.problems(response)
        assert desk.stored(space) == before
        assert LogEntry.objects.latest("id").get_change_message() == "No fields changed."


def test_form_saves_and_keeps_a_log(chief: Client, space: Space) -> None:
    version = DataVersion.current()

    response = desk.save(chief, space, phone="02 555 01 99", latitude="50,84701")

    assert response.status_code == 302
    space.refresh_from_db()
    assert (space.phone, space.latitude) == ("+3225550199", 50.84701)
    assert DataVersion.current() != version
    entry = LogEntry.objects.get(object_id=str(space.pk))
    assert entry.action_flag == CHANGE
    assert entry.get_change_message() == "Changed Latitude and Phone."


def test_form_makes_a_draft_of_two_names_and_a_municipality(chief: Client) -> None:
    where = desk.address(Space, "add")
    data = desk.filled(desk.form_of(read(chief.get(where)), Space))
    municipality = Municipality.objects.get(nis="21009")
    names = {"name_fr": "Chez Zoé", "name_nl": "Bij Zoë", "municipality": str(municipality.pk)}

    response = chief.post(where, data | names)

    assert response.status_code == 302
    made = Space.objects.get(slug="chez-zoe")
    assert made.status == Space.Status.DRAFT
    assert made.opening_hours is None
    assert list(made.access_features.all()) == list(made.closures.all()) == []


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({"phone": "+3225550199"}, ["opening_hours", "location"]),
        (desk.hours("Mo 10:00-12:00"), ["location"]),
        (desk.hours(None), ["location"]),
        ({"longitude": "4.3526"}, ["opening_hours"]),
        ({"longitude": "4.3526"} | desk.hours("24/7"), []),
        ({"longitude": "4.3525000"}, ["opening_hours", "location"]),
        ({"provenance": "verified"}, []),
        ({"sample_fields": []}, []),
        ({"sample_fields": ["location"]}, ["location"]),
    ],
)
def test_form_takes_sample_notices_away(
    chief: Client, changes: dict[str, Any], left: list[str]
) -> None:
    space = SpaceFactory(with_hours=True, sample_fields=["opening_hours", "location"])

    desk.save(chief, space, **changes)

    space.refresh_from_db()
    assert space.sample_fields == left


def test_form_lets_a_new_point_be_an_example(chief: Client) -> None:
    space = SpaceFactory(sample_fields=[])

    desk.save(chief, space, longitude="4.3526", sample_fields=["location"])

    space.refresh_from_db()
    assert space.sample_fields == ["location"]


def test_form_keeps_an_old_address(chief: Client, space: Space) -> None:
    desk.save(chief, space, slug="there")

    assert set(space.slugs.values_list("slug", flat=True)) == {"here", "there"}
    assert SpaceSlug.objects.get(slug="here").space == space


def test_form_stores_the_answers_on_access_that_are_given(chief: Client, space: Space) -> None:
    AccessFeatureFactory(space=space, feature="lift", value="no")

    page = read(chief.get(desk.address(Space, "change", space.pk)))
    rows = {
        row.one("strong").text: row.one("select")["name"].removesuffix("-value")
        for row in page.all("tr", class_="form-row")
        if row.all("strong") and "empty-form" not in row["class"]
    }
    desk.save(
        chief,
        space,
        **{f"{rows['Hearing loop']}-value": "yes", f"{rows['Lift']}-note_nl": "Stuk"},
    )

    assert set(rows) == set(AccessFeature.Feature.labels)
    answers = set(space.access_features.values_list("feature", "value", "note_nl"))
    assert answers == {("lift", "no", "Stuk"), ("hearing_loop", "yes", None)}


def test_form_adds_and_takes_away_closures(chief: Client, space: Space) -> None:
    old = ClosureFactory(space=space)

    desk.save(
        chief,
        space,
        **{
            "closures-0-DELETE": "on",
            "closures-1-first_day": "2027-07-01",
            "closures-1-last_day": "2027-07-31",
            "closures-1-reason_fr": "vacances",
        },
    )

    closures = list(space.closures.all())
    assert [str(closure) for closure in closures] == ["01/07/2027 – 31/07/2027"]
    assert closures[0].reason_fr == "vacances"
    assert not Closure.objects.filter(pk=old.pk).exists()


def test_form_closes_for_one_day_that_is_written_once(chief: Client, space: Space) -> None:
    desk.save(chief, space, **{"closures-0-first_day": "2027-07-21"})

    assert str(space.closures.get()) == "21/07/2027 – 21/07/2027"


@pytest.mark.parametrize(
    ("status", "has_link"), [("draft", False), ("published", True), ("closed", True)]
)
def test_form_links_to_the_page_that_the_public_sees(
    chief: Client, status: str, has_link: bool
) -> None:
    space = SpaceFactory(status=status)

    page = read(chief.get(desk.address(Space, "change", space.pk)))

    assert len(page.all("a", class_="viewsitelink")) == has_link


def test_form_links_to_no_page_of_a_hidden_example(chief: Client, settings: Any) -> None:
    space = SpaceFactory(sample=True)
    settings.SAMPLE_DATA = "hide"

    page = read(chief.get(desk.address(Space, "change", space.pk)))

    assert page.all("a", class_="viewsitelink") == []
