"""What the form of a space refuses: in plain words, and nothing that was typed is lost."""

from typing import Any, NamedTuple

import pytest
from django.contrib.auth.models import User
from django.test import Client

from spaces.models import Space
from tests.factories import SpaceFactory, complete_space
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db

PUBLISHED_NEIGHBOUR = "already-taken"
OUTSIDE = "In the Brussels Region, the latitude is from 50.76 to 50.92."
BOTH = "Give both latitude and longitude, inside the Brussels Region, or neither."
DEGREES = "Write degrees, such as 50.84655."
NO_NUL = "Null characters are not allowed."
BAD_INPUT = [
    ({"name_fr": ""}, "This field is required."),
    ({"name_nl": "\x00"}, NO_NUL),
    ({"latitude": "north"}, DEGREES),
    ({"latitude": "nan"}, DEGREES),
    ({"latitude": "1e999"}, DEGREES),
    ({"latitude": ""}, BOTH),
    ({"longitude": " "}, BOTH),
    ({"latitude": "48.8566", "longitude": "2.3522"}, OUTSIDE),
    (
        {"latitude": "50.829", "longitude": "4.293"},
        "This point is outside the municipality of the address.",
    ),
    (
        {"opening_hours_more": "Mo-Fr 09:00-17:00\nSH off"},
        "School holidays (SH) are not known here: add closures instead.",
    ),
    ({"opening_hours_more": "Mo-Fr 09:00-17:00\x00"}, NO_NUL),
    ({"opening_hours_tu": "9-12\x00"}, NO_NUL),
    ({"opening_hours_more": "x" * 501}, "Write at most 500 characters: these are"),
    ({"opening_hours_tu": "mornings"}, "Tuesday: “mornings” is not understood."),
    ({"opening_hours_tu": "17-9"}, "Tuesday: “17:00-09:00” closes before it opens."),
    ({"opening_hours_fr": "18-2", "opening_hours_sa": "9-12"}, "runs into"),
    ({"opening_hours_holidays": "own"}, "Public holidays: write the hours, or choose “Closed”."),
    ({"opening_hours_holiday_hours": "9-12"}, "Public holidays: you wrote hours."),
    (
        {"opening_hours_known": "unknown", "opening_hours_sa": "9-12"},
        "You wrote hours and chose “not known”",
    ),
    ({**desk.hours(None), "opening_hours_known": "known"}, "No day has hours."),
    ({"phone": "abc"}, "This is not a phone number that can be called."),
    ({"email": "nobody"}, "Enter a valid email address."),
    ({"website": "not a site"}, "Enter a valid URL."),
    ({"postal_code": "9000"}, "A postal code of the Region: 1000 to 1299."),
    ({"slug": PUBLISHED_NEIGHBOUR}, "Another space has, or had, this address."),
    (
        {"slug": "no spaces, please"},
        "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.",
    ),
    ({"label_year": "1800"}, "Ensure this value is greater than or equal to 2019."),
    ({"computers": "a few"}, "Enter a whole number."),
    ({"computers": "1" * 30}, "Ensure this value is less than or equal to"),
    ({"status": "sleeping"}, "Select a valid choice. sleeping is not one of"),
    ({"municipality": "Paris"}, "“Paris” is not a valid UUID."),
    ({"services": ["nonsense"]}, "“nonsense” is not a valid UUID."),
    ({"spoken_languages": ["fr", "xx"]}, "Select a valid choice. xx is not one of"),
    ({"sample_fields": ["phone"]}, "Select a valid choice. phone is not one of"),
    ({"checked_on": "2026-02-31", "checked_by": "region"}, "Enter a valid date."),
    ({"checked_on": "2026-11-02", "checked_by": ""}, "Say who checked the listing."),
    (
        {"closures-0-first_day": "2026-12-24", "closures-0-last_day": "2026-12-01"},
        "The last day comes before the first day.",
    ),
    ({"closures-0-first_day": "Christmas"}, "Enter a valid date."),
    ({"closures-0-reason_fr": "x" * 121}, "Ensure this value has at most 120 characters"),
    ({"access_features-0-value": "perhaps"}, "Select a valid choice. perhaps is not one of"),
    (
        {"access_features-0-feature": "lift", "access_features-0-value": "yes"}
        | {"access_features-2-value": "no"},
        "Please correct the duplicate data for feature.",
    ),
    ({"source": "\x00"}, NO_NUL),
]


class Opened(NamedTuple):
    """A space whose form somebody opened: what stands in the inputs, and where they are sent."""

    client: Client
    space: Space
    inputs: dict[str, Any]

    def send(self, language: str = "en", **changes: Any) -> Any:
        where = desk.address(Space, "change", self.space.pk)
        headers = {"Accept-Language": language}
        return self.client.post(where, self.inputs | changes, headers=headers)


@pytest.fixture(scope="module")
def opened(module_db: None) -> Opened:
    """Open the form of a space of which all is known, once: what is refused changes nothing."""
    SpaceFactory(slug=PUBLISHED_NEIGHBOUR)
    space = complete_space(slug="here", access={})
    client = Client(headers={"Accept-Language": "en"})
    client.force_login(User.objects.create_superuser("opener"))
    page = read(client.get(desk.address(Space, "change", space.pk)))
    return Opened(client, space, desk.filled(desk.form_of(page, Space)))


@pytest.mark.parametrize(
    ("changes", "sentence"), BAD_INPUT, ids=[str(changes)[:40] for changes, _ in BAD_INPUT]
)
def test_form_refuses_in_words_and_loses_nothing(
    opened: Opened, changes: dict[str, Any], sentence: str
) -> None:
    before = desk.stored(opened.space)
    changes = {"description_nl": "Ik typte dit net.", **changes}

    response = opened.send(**changes)

    said = desk.problems(response)
    assert any(sentence in problem for problem in said), said
    shown = desk.filled(desk.form_of(read(response), Space))
    unknown_choices = {"status", "municipality", "access_features-0-value"}
    for name in changes.keys() - unknown_choices:
        assert shown.get(name, []) in (changes[name], [changes[name]], ["fr"], [])
    assert desk.stored(opened.space) == before


def test_form_says_each_thing_once(opened: Opened) -> None:
    said = desk.problems(
        opened.send(slug=PUBLISHED_NEIGHBOUR, phone="abc", latitude="x", name_fr="")
    )

    assert len(said) == len(set(said)) == 4


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "Ce champ est obligatoire."), ("nl", "Dit veld is verplicht.")],
)
def test_form_refuses_in_the_readers_language(opened: Opened, language: str, sentence: str) -> None:
    assert sentence in desk.problems(opened.send(language, name_fr=""))


def test_form_refuses_an_empty_new_space(chief: Client) -> None:
    count = Space.objects.count()

    response = chief.post(desk.address(Space, "add"), {})

    assert response.status_code == 200
    assert Space.objects.count() == count
