"""The hours on a space's form: a grid that loses nothing, and how they read."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from spaces.models import Space
from tests.factories import SpaceFactory
from tests.pages import Element, read
from tests.spaces.admin import desk
from tests.spaces.hours.texts import ACCEPTED_TEXTS, REAL_TEXTS

pytestmark = pytest.mark.django_db

PREVIEW = "admin:spaces_space_hours_preview"
OFFICE = "Mo-Th 09:00-12:30,13:30-17:00; Fr 09:00-12:30; Sa[1] 10:00-12:00; PH off"


def grid(page: Element) -> dict[str, Any]:
    """Return what stands in the inputs of the grid."""
    form = desk.filled(desk.form_of(page, Space))
    start = "opening_hours_"
    return {name.removeprefix(start): form[name] for name in form if name.startswith(start)}


def opened(client: Client, space: Space) -> Element:
    return read(client.get(desk.address(Space, "change", space.pk)))


def hours_of(space: Space) -> str | None:
    return Space.objects.get(pk=space.pk).opening_hours


def test_form_shows_the_hours_day_by_day(chief: Client) -> None:
    shown = grid(opened(chief, SpaceFactory(opening_hours=OFFICE)))

    assert shown["known"] == ["known"]
    assert shown["mo"] == shown["th"] == "09:00-12:30, 13:30-17:00"
    assert (shown["fr"], shown["sa"]) == ("09:00-12:30", "")
    assert (shown["holidays"], shown["more"]) == (["closed"], "Sa[1] 10:00-12:00")


def test_form_has_a_label_for_each_day(chief: Client, space: Space) -> None:
    page = opened(chief, space)

    for part in ("mo", "tu", "we", "th", "fr", "sa", "su", "holidays", "more"):
        control = page.one(name=f"opening_hours_{part}")
        assert page.one("label", for_=control["id"]).text, part


def test_form_shows_hours_that_are_not_known(chief: Client) -> None:
    space = SpaceFactory(opening_hours=None)
    shown = grid(opened(chief, space))

    assert shown["known"] == ["unknown"]
    assert not any(shown[day] for day in ("mo", "tu", "we", "th", "fr", "sa", "su", "more"))
    assert desk.save(chief, space).status_code == 302
    assert hours_of(space) is None


@pytest.mark.parametrize(
    ("changes", "stored"),
    [
        (
            {"tu": "10h-12h"},
            (
                "Mo,We,Th 09:00-12:30,13:30-17:00; Tu 10:00-12:00; Fr 09:00-12:30; "
                "Sa[1] 10:00-12:00; PH off"
            ),
        ),
        (
            {"tu": "fermé", "fr": ""},
            "Mo,We,Th 09:00-12:30,13:30-17:00; Sa[1] 10:00-12:00; PH off",
        ),
        (
            {"holidays": "own", "holiday_hours": "10-12"},
            "Mo-Th 09:00-12:30,13:30-17:00; Fr 09:00-12:30; Sa[1] 10:00-12:00; PH 10:00-12:00",
        ),
        (
            {"holidays": "usual", "more": "Jul-Aug off\r\n 2026 Dec 24   09:00-12:00 \r\n"},
            "Mo-Th 09:00-12:30,13:30-17:00; Fr 09:00-12:30; Jul-Aug off; 2026 Dec 24 09:00-12:00",
        ),
        ({"known": "unknown"}, None),
        ({"mo": "9-12.30 et 13h30-17", "fr": "9:00 – 12:30"}, OFFICE),
    ],
)
def test_form_stores_what_was_typed(
    chief: Client, changes: dict[str, str], stored: str | None
) -> None:
    space = SpaceFactory(opening_hours=OFFICE)

    response = desk.save(
        chief, space, **{f"opening_hours_{day}": text for day, text in changes.items()}
    )

    assert response.status_code == 302, desk.problems(response)
    assert hours_of(space) == stored


@pytest.mark.parametrize("text", [*REAL_TEXTS, *ACCEPTED_TEXTS])
def test_form_leaves_hours_that_nobody_touched_as_they_are(chief: Client, text: str) -> None:
    space = SpaceFactory(opening_hours=text, sample_fields=["opening_hours"])

    response = desk.save(chief, space, phone="+3225550199")

    assert response.status_code == 302, desk.problems(response)
    space.refresh_from_db()
    assert (space.opening_hours, space.sample_fields) == (text, ["opening_hours"])


def test_form_takes_hours_typed_beside_not_known(chief: Client) -> None:
    space = SpaceFactory(opening_hours=None)

    desk.save(chief, space, opening_hours_we="14-18")

    assert hours_of(space) == "We 14:00-18:00"


def test_form_names_every_day_that_is_wrong(chief: Client) -> None:
    space = SpaceFactory(opening_hours=OFFICE)

    response = desk.save(chief, space, opening_hours_tu="mornings", opening_hours_su="17-9")

    tuesday, sunday = desk.problems(response)
    assert tuesday.startswith("Tuesday: “mornings” is not understood.")
    assert sunday == "Sunday: “17:00-09:00” closes before it opens."
    assert grid(read(response))["tu"] == "mornings"
    assert hours_of(space) == OFFICE


def test_form_shows_hours_that_cannot_be_read(chief: Client, space: Space) -> None:
    Space.objects.filter(pk=space.pk).update(opening_hours="never")

    assert grid(opened(chief, space))["more"] == "never"


def test_late_save_takes_the_others_hours(chief: Client) -> None:
    space = SpaceFactory(opening_hours="Mo 09:00-12:00")
    space.save()
    mine = desk.filled(desk.form_of(opened(chief, space), Space))
    desk.save(chief, space, opening_hours_tu="10-12")

    response = chief.post(desk.address(Space, "change", space.pk), mine | {"name_fr": "Mien"})
    again = desk.filled(desk.form_of(read(response), Space))
    chief.post(desk.address(Space, "change", space.pk), again)

    assert grid(read(response))["tu"] == "10:00-12:00"
    space.refresh_from_db()
    assert (space.name_fr, space.opening_hours) == ("Mien", "Mo 09:00-12:00; Tu 10:00-12:00")


# --- how the hours read ---------------------------------------------------------------------


def test_form_says_in_words_how_the_saved_hours_read(chief: Client) -> None:
    page = opened(chief, SpaceFactory(opening_hours="Mo-Fr 09:00-17:00"))

    box = page.one("div", class_="hours-preview")
    assert "Monday to Friday: 9:00–17:00" in box.text
    assert box["data-dps-hours-preview"] == reverse(PREVIEW)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ({"tu": "9-17", "known": "known"}, {"lines": ["Tuesday: 9:00–17:00"]}),
        ({"known": "unknown"}, {"sentence": "We do not know the hours. Ask before you come."}),
        ({}, {"sentence": "We do not know the hours. Ask before you come."}),
        ({"tu": "17-9"}, {"problems": ["Tuesday: “17:00-09:00” closes before it opens."]}),
        ({"tu": "\x00"}, {"problems": ["Null characters are not allowed."]}),
    ],
)
def test_preview_answers_what_is_typed(
    chief: Client, typed: dict[str, str], answer: dict[str, Any]
) -> None:
    query = {f"opening_hours_{part}": text for part, text in typed.items()}

    said = chief.get(reverse(PREVIEW), query).json()

    assert said | answer == said


def test_preview_is_for_staff_who_see_spaces(client: Client, staff: Client) -> None:
    assert staff.get(reverse(PREVIEW)).status_code == 403
    client.logout()
    assert client.get(reverse(PREVIEW)).status_code == 302
