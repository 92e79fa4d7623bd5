"""The staff's desk for campaigns: every language, clear refusals, nothing typed lost."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from campaign.models import Campaign, Character
from tests.factories import CharacterFactory
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(admin_client: Client) -> Client:
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def salima() -> Character:
    return Character.objects.get(slug="salima")


@pytest.mark.parametrize("language", ["fr", "nl", "en", "ar"])
def test_editor_changes_a_story_in_a_language(chief: Client, language: str) -> None:
    response = desk.save(chief, salima(), **{f"now_{language}": "Autre chose."})

    assert response.status_code == 302
    assert getattr(salima(), f"now_{language}") == "Autre chose."


@pytest.mark.parametrize("language", ["fr", "nl", "en", "ar"])
def test_editor_changes_a_campaign_in_a_language(chief: Client, language: str) -> None:
    campaign = Campaign.objects.get(year=2021)

    response = desk.save(chief, campaign, **{f"summary_{language}": "Autre chose."})

    assert response.status_code == 302
    campaign.refresh_from_db()
    assert getattr(campaign, f"summary_{language}") == "Autre chose."


def test_editor_chooses_colour_portrait_and_needs_among_what_there_is(chief: Client) -> None:
    page = read(chief.get(desk.address(Character, "change", salima().pk)))

    form = desk.form_of(page, Character)
    for name, choices in (("palette", Character.Palette), ("portrait", Character.Portrait)):
        offered = {option["value"] for option in form.one("select", name=name).all("option")}
        assert offered - {""} == set(choices.values)
    assert len(form.all("input", type="checkbox", name="needs")) == 8
    assert not form.all(name="slug")  # printed links hold it


def test_editor_makes_a_character(chief: Client) -> None:
    made = CharacterFactory.build()
    data = desk.filled(desk.form_of(read(chief.get(desk.address(Character, "add"))), Character)) | {
        "campaign": Campaign.objects.get(year=2021).pk,
        "name": "Noor",
        "slug": "noor",
        "portrait": "manu",
        "palette": "sea",
        "origin": "project",
        **{
            f"{text}_{code}": getattr(made, f"{text}_{code}")
            for text in ("situation", "before", "that_day", "now")
            for code in ("fr", "nl")
        },
    }

    refused = desk.problems(chief.post(desk.address(Character, "add"), data | {"slug": "2021"}))
    accepted = chief.post(desk.address(Character, "add"), data)

    assert refused == ["A slug begins with a small letter."]
    assert accepted.status_code == 302
    assert read(chief.get("/en/campaign/noor/")).one("h1").text == "Noor"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"ends": "2021-04-01"}, "The last day comes before the first day."),
        ({"title_nl": ""}, "This field is required."),
        ({"year": "1066"}, "Ensure this value is greater than or equal to 2000."),
    ],
)
def test_desk_refuses_a_campaign_in_words(
    chief: Client, wrong: dict[str, str], sentence: str
) -> None:
    response = desk.save(chief, Campaign.objects.get(year=2021), **wrong)

    assert desk.problems(response) == [sentence]


def test_campaign_with_characters_is_not_deleted(chief: Client) -> None:
    campaign = Campaign.objects.get(year=2021)

    chief.post(desk.address(Campaign, "delete", campaign.pk), {"post": "yes"})

    assert Campaign.objects.filter(pk=campaign.pk).exists()


def test_who_may_only_look_at_characters_changes_nothing(client: Client) -> None:
    user = User.objects.create_user("reader", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_character"))
    client.force_login(user)

    page = client.get(desk.address(Character, "change", salima().pk))
    refused = client.post(desk.address(Character, "change", salima().pk), {"name": "X"})

    assert (page.status_code, refused.status_code) == (200, 403)
