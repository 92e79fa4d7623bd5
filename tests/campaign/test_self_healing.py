"""Whatever becomes of a poster and its target, its code leads to somebody who helps."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from campaign.models import Poster
from config.languages import LANGUAGES
from spaces.curation import merging
from spaces.models import Space
from tests.factories import CampaignFactory, CharacterFactory, PosterFactory, SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]

HERE = 50.8467  # degrees of latitude: a thousandth is 111 m
NOW = {
    "campaign__year": 2026,
    "campaign__starts": date(2026, 12, 1),
    "campaign__ends": date(2026, 12, 31),
}


def near(name: str, thousandths: int, **facts: Any) -> Space:
    """Make a space so far north of the posters, which helps with what their character needs."""
    latitude = None if facts.get("nowhere") else HERE + thousandths / 1000
    where = {} if latitude is None else {"latitude": latitude}
    facts = {"services": ["training"]} | facts
    space: Space = SpaceFactory(slug=name, name_en=name, **where, **facts)
    return space


def poster(**facts: Any) -> Poster:
    """Make a poster of a character who wants to learn, in a campaign that is on."""
    character = (
        {} if "character" in facts else {"character": CharacterFactory(needs=["learn"], **NOW)}
    )
    made: Poster = PosterFactory(**character, **facts)
    return made


def scanned(client: Client, found: Poster, language: str = "en") -> str:
    response = client.get(f"/q/{found.code}", headers={"Accept-Language": language})
    assert response.status_code == 302
    return str(response["Location"])


def led(client: Client, found: Poster) -> str:
    """Return the slug of the space that a poster leads to; fail where that is no space."""
    address = scanned(client, found)
    assert address.startswith("/en/spaces/"), address
    assert address.endswith(f"/?poster={found.code}")
    return address.split("/")[3]


def own_page(client: Client, found: Poster, language: str = "en") -> Element:
    """Follow a scan to the poster's own page."""
    address = scanned(client, found, language)
    assert found.code in address.split("/"), address
    response = client.get(address)
    assert response.status_code == 200
    page = read(response)
    assert page.one("html")["lang"] == language
    assert page.one("form", role="search")
    assert page.one("meta", name="robots")["content"] == "noindex, follow"
    return page


def shown(page: Element) -> list[str]:
    """Return the spaces on a poster's own page, nearest first."""
    return [
        item.all("a")[0].text for listed in page.all(class_="near") for item in listed.all("li")
    ]


def shown_of(listed: Element) -> list[str]:
    """Return the names of a list on a poster's own page, each with how far it is."""
    far = [item.all("p")[-1].text.partition(", 1000")[0] for item in listed.all("li")]
    names = [item.all("a")[0].text for item in listed.all("li")]
    words = [words.rpartition(" · ")[0].replace("\N{NO-BREAK SPACE}", " ") for words in far]
    return [" ".join(pair) for pair in zip(names, words, strict=True)]


# --- the nearest that helps -----------------------------------------------------------------


def test_nearest_space_that_meets_a_need_is_the_target(client: Client) -> None:
    near("prints", 1, services=["printing"])
    near("unknown", 2, services=[])
    near("teaches", 5, services=["training"])
    near("teaches-far", 9, services=["training"])

    assert led(client, poster()) == "teaches"


def test_space_that_is_not_known_to_help_is_no_target(client: Client) -> None:
    near("prints", 1, services=["printing"])
    near("unknown", 2, services=[])

    page = own_page(client, poster())

    assert page.one("h1").text == "Nobody who helps with this is near the poster."
    assert shown(page) == ["prints", "unknown"]
    assert "We do not know if somebody there helps with this." in page.text


def test_space_that_is_more_than_half_an_hour_away_is_no_target(client: Client) -> None:
    near("close", 1, services=["printing"])
    near("far", 25)
    near("farther", 30)

    page = own_page(client, poster())

    assert page.one("h1").text == "Nobody who helps with this is near the poster."
    assert "more than 30 minutes away on foot" in page.text
    assert [shown_of(listed) for listed in page.all(class_="near")] == [
        ["far 2.7 km · 48 minutes on foot", "farther 3.3 km · 58 minutes on foot"],
        ["close 110 m · 2 minutes on foot"],
    ]


def test_any_one_of_several_needs_is_enough(client: Client) -> None:
    near("teaches", 5)
    wants_both = CharacterFactory(needs=["fill_in_a_form", "learn"], **NOW)

    assert led(client, poster(character=wants_both)) == "teaches"


def test_somebody_who_helps_is_the_target_and_not_a_machine_that_is_nearer(client: Client) -> None:
    near("prints", 1, services=["printing", "internet"])
    near("helps", 5, services=["help_with_procedures"])
    sander = CharacterFactory(needs=["find_work", "print_or_scan"], **NOW)

    assert led(client, poster(character=sander)) == "helps"
    Space.objects.get(slug="helps").services.clear()
    assert shown(own_page(client, poster(character=sander))) == ["prints", "helps"]


def test_machine_is_enough_for_who_needs_no_more(client: Client) -> None:
    near("prints", 1, services=["printing"])

    who = CharacterFactory(needs=["print_or_scan"], **NOW)
    assert led(client, poster(character=who)) == "prints"


def test_poster_leads_on_when_its_target_closes_moves_or_comes_back(client: Client) -> None:
    first, second = near("first", 1), near("second", 2)
    found = poster()
    before = led(client, found)

    first.status = Space.Status.CLOSED
    first.save()
    closed = led(client, found)
    second.latitude = second.longitude = None
    second.save()
    page = own_page(client, found)
    first.status = Space.Status.PUBLISHED
    first.save()

    assert (before, closed, led(client, found)) == ("first", "second", "first")
    assert page.one("h1").text == "Nobody who helps with this is near the poster."


def test_poster_of_a_duplicate_leads_to_the_space_that_was_kept(client: Client) -> None:
    kept, other = near("kept", 1), near("other", 2)
    found = poster(target="space", space=other)

    merging.merge(kept, other)

    assert led(client, found) == "kept"


@pytest.mark.parametrize(
    "unfit",
    [
        {"closed_for_good": True},
        {"draft": True},
        {"sample": True},
        {"nowhere": True},
        {"sample_fields": ["location"]},
    ],
)
def test_space_that_nobody_can_be_sent_to_is_no_target(
    client: Client, unfit: dict[str, Any]
) -> None:
    near("unfit", 1, services=["training"], **unfit)
    near("fit", 9, services=["training"])

    assert led(client, poster()) == "fit"


@pytest.mark.parametrize("setting", ["show", "hide"])
def test_invented_listing_is_never_shown_as_near(
    client: Client, settings: Any, setting: str
) -> None:
    settings.SAMPLE_DATA = setting
    near("invented", 1, sample=True)
    near("real", 9)

    page = own_page(client, poster(taken_down_on=date(2026, 12, 1)))

    assert shown(page) == ["real"]


# --- a given space --------------------------------------------------------------------------


def given(space: Space, **facts: Any) -> Poster:
    return poster(target="space", space=space, **facts)


def test_given_space_is_the_target_however_far(client: Client) -> None:
    near("close", 1)

    assert led(client, given(near("far", 30))) == "far"


def test_given_space_is_followed_to_its_new_address(client: Client) -> None:
    space = near("old", 1)
    found = given(space)
    space.slug = "new"
    space.save()

    assert led(client, found) == "new"


def test_given_space_without_a_point_is_led_to_with_the_nearest_beside_it(client: Client) -> None:
    found = given(near("nowhere", 0, nowhere=True), latitude=None, longitude=None)
    near("close", 1)

    assert led(client, found) == "nowhere"
    page = read(client.get(scanned(client, found)))
    assert shown(page) == ["close"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"status": "closed"}, "The place on this poster has closed for good."),
        ({"status": "draft"}, "The place on this poster is not on our list now."),
        ({"provenance": "sample"}, "The place on this poster is not on our list now."),
    ],
)
def test_poster_whose_given_space_is_gone_says_so_and_shows_the_nearest(
    client: Client, change: dict[str, str], words: str
) -> None:
    space = near("gone", 0)
    found = given(space)
    near("second", 2)
    near("first", 1)
    Space.objects.filter(pk=space.pk).update(**change)

    page = own_page(client, found)

    assert page.one("h1").text == words
    assert shown(page) == ["first", "second"]
    Space.objects.filter(pk=space.pk).update(status="published", provenance="sourced")
    assert led(client, found) == "gone"


def test_nearest_to_a_given_space_that_is_gone_needs_no_place_of_the_poster(client: Client) -> None:
    gone = near("gone", 30, closed_for_good=True)
    near("far", 1)
    near("close", 29)

    page = own_page(client, given(gone, latitude=None, longitude=None))

    assert shown(page) == ["close", "far"]


# --- the poster and its campaign ------------------------------------------------------------


@pytest.mark.parametrize("target", ["nearest", "character"])
def test_poster_that_was_taken_down_says_so_and_shows_the_nearest(
    client: Client, target: str
) -> None:
    near("b", 2)
    near("a", 1)

    page = own_page(client, poster(target=target, taken_down_on=date(2026, 12, 16)))

    assert page.one("h1").text == "This poster has been taken down."
    assert shown(page) == ["a", "b"]


def test_poster_that_will_be_taken_down_leads_on_until_then(client: Client) -> None:
    near("a", 1)

    assert led(client, poster(taken_down_on=date(2026, 12, 17))) == "a"


@pytest.mark.parametrize("language", LANGUAGES)
def test_poster_of_a_campaign_that_is_over_still_leads_to_help(
    client: Client, language: str
) -> None:
    near("a", 1)
    near("b", 2)
    found = poster(character=CharacterFactory(campaign=CampaignFactory()))

    page = read(client.get(scanned(client, found, language)))

    assert page.one("html")["lang"] == language
    assert len(page.one("aside", class_="on-colour").all("p")) == 2
    assert len(page.one("ul", class_="near").all("li")) == 1


def test_campaign_that_is_over_is_told_beside_the_place(client: Client) -> None:
    near("a", 1)
    over = poster(character=CharacterFactory(campaign=CampaignFactory()))

    words = "The poster campaign is over. The help is still here."

    assert words in read(client.get(scanned(client, over))).text
    assert words not in read(client.get(scanned(client, poster()))).text


def test_poster_to_a_character_shows_the_nearest_once_the_campaign_is_over(client: Client) -> None:
    near("a", 1)
    who = CharacterFactory(campaign=CampaignFactory())

    page = own_page(client, poster(target="character", character=who))

    assert page.one("h1").text == "This poster campaign is over."
    assert shown(page) == ["a"]


def test_poster_to_a_character_leads_to_the_character(client: Client) -> None:
    found = poster(target="character")

    address = scanned(client, found)

    assert address == f"/en/campaign/{found.character.slug}/"
    assert client.get(address).status_code == 200


def test_poster_of_a_campaign_to_come_shows_the_nearest(client: Client) -> None:
    near("a", 1)
    campaign = CampaignFactory(year=2027, starts=date(2027, 3, 1), ends=date(2027, 3, 31))
    who = CharacterFactory(campaign=campaign)

    page = own_page(client, poster(target="character", character=who))

    assert shown(page) == ["a"]
    assert [link for link in page.all("a") if who.slug in link["href"]] == []


def test_poster_without_any_space_offers_the_search(client: Client) -> None:
    page = own_page(client, poster())

    assert shown(page) == []
    assert "Tell us where you are" in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_poster_has_its_page_in_every_language(client: Client, language: str) -> None:
    near("a", 1)

    page = own_page(client, poster(taken_down_on=date(2026, 1, 1)), language)

    assert len(page.one("ul", class_="near").all("li")) == 1


@pytest.mark.parametrize("code", ["22222", "no-code", "ZYXWVU"])
def test_page_of_no_poster_is_not_found(client: Client, code: str) -> None:
    response = client.get(f"/en/poster/{code}/")

    assert response.status_code == 404
    assert read(response).one("form", role="search")
