"""The easy page: what is known of a space in short sentences, one idea a line."""

from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from spaces.directory import published
from spaces.hours.opening import TIMEZONE
from spaces.models import Space
from spaces.wording import easy
from spaces.wording.strengths import met_at
from tests.factories import ClosureFactory, PlaceFactory, SpaceFactory, complete_space
from tests.pages import Element, read
from tests.spaces.conftest import Clock

pytestmark = pytest.mark.django_db

ADDRESSES = {"fr": "/fr/espaces/{}/facile/", "nl": "/nl/ruimtes/{}/eenvoudig/"}
ADDRESSES |= {"en": "/en/spaces/{}/easy/", "ar": "/ar/spaces/{}/easy/"}
FAR_NORTH = {"latitude": 50.9187, "longitude": 4.3525}  # no stop of the gazetteer is near


def said(space: Space, at: str = "2026-12-16 10:00") -> list[str]:
    """Return the sentences about a space at a local time, by default on a Wednesday."""
    directory = published.current()
    shown = directory.by_slug[space.slug]
    moment = datetime.fromisoformat(at).replace(tzinfo=TIMEZONE)
    stops = directory.nearest_stops(shown.real_point)
    return easy.sentences(shown, stops, moment, met_at(shown, directory))


def page_of(client: Client, space: Space, language: str = "en") -> Element:
    response = client.get(ADDRESSES[language].format(space.slug))
    assert response.status_code == 200
    return read(response)


# --- the sentences --------------------------------------------------------------------------


def test_sentences_say_all_that_is_known() -> None:
    space = complete_space(**FAR_NORTH, spoken_languages=["fr", "nl", "ar"])
    PlaceFactory(name_fr="Autrique", latitude=50.9177, longitude=4.3525, lines=["13"])

    assert said(space) == [
        "You learn to use a computer and the internet.",
        "You can print a document there.",
        "There are 12 computers or tablets.",
        "Somebody sits beside you for this: learn from the start.",
        "You can do this yourself: print or scan.",
        "Ask first if you want this: use my bank’s app, send an e-mail, ask somebody for help.",
        "It is open now.",
        "Today it is open from 9:00 to 17:00.",
        "On Monday it is open from 9:00 to 17:00.",
        "On Tuesday it is open from 9:00 to 17:00.",
        "On Wednesday it is open from 9:00 to 17:00.",
        "On Thursday it is open from 9:00 to 17:00.",
        "On Friday it is open from 9:00 to 17:00.",
        "It is closed on Saturday and Sunday.",
        "It is free.",
        "You do not need an appointment.",
        "Everybody can come.",
        "They speak French, Dutch and Arabic.",
        "In part: Hearing loop.",
        "There is no lift.",
        "There is no step at the door.",
        "The Brussels Region recognises this place.",
        "The address is Rue Haute 12, 1000 Brussels.",
        "This line stops nearby: bus\N{NO-BREAK SPACE}13.",
        "Get off at the stop Autrique.",
        "From there you walk 2 minutes.",
        "You can call 02\N{NO-BREAK SPACE}555\N{NO-BREAK SPACE}01\N{NO-BREAK SPACE}23.",
        "You can write to bonjour@example.org.",
    ]


def test_sentences_about_a_space_of_which_little_is_known_do_not_guess() -> None:
    assert said(SpaceFactory(**FAR_NORTH)) == [
        "We do not know when it is open.",
        "We do not know if you pay.",
        "We do not know if you need an appointment.",
        "Ask there.",
        "The address is Rue Haute 12, 1000 Brussels.",
        "We do not know the phone number.",
        "You can ask the municipality: Brussels.",
    ]


@pytest.mark.parametrize(
    ("hours", "at", "sentences"),
    [
        ("We 14:00-18:00", "2026-12-16 10:00", ["It is closed now.", "It opens today at 14:00."]),
        ("We 14:00-18:00", "2026-12-16 17:40", ["It is open now.", "It closes in 20 minutes."]),
        ("We 14:00-18:00", "2026-12-16 17:59", ["It is open now.", "It closes in 1 minute."]),
        ("Th 09:00-12:00", "2026-12-16 10:00", ["It is closed now.", "It opens tomorrow at 9:00."]),
        ("Mo 9:00-12:00", "2026-12-16 10:00", ["It is closed now.", "It opens on Monday at 9:00."]),
        ("Dec 29 09:00-12:00", "2026-12-16 10:00",
         ["It is closed now.", "It opens on 29 December at 9:00."]),
        ("Mo-Fr 09:00-12:30,13:30-17:00", "2026-12-16 10:00",
         ["It is open now.", "Today it is open from 9:00 to 12:30 and from 13:30 to 17:00."]),
        ("2030 Jan 01 09:00-12:00", "2026-12-16 10:00", ["It is closed for now."]),
        ("24/7", "2026-12-16 10:00", ["It is open day and night."]),
    ],
)  # fmt: skip
def test_sentences_say_when_to_come(hours: str, at: str, sentences: list[str]) -> None:
    found = said(SpaceFactory(opening_hours=hours), at)

    assert found[: len(sentences)] == sentences


def test_sentences_of_a_space_that_never_closes_name_no_day() -> None:
    assert not [words for words in said(SpaceFactory(opening_hours="24/7")) if "Monday" in words]


def test_sentences_announce_what_changes_the_hours() -> None:
    space = SpaceFactory(with_hours=True)
    ClosureFactory(space=space, reason_en="stocktaking")

    assert "Closed from 24 December to 1 January (stocktaking)" in said(space)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"cost": "paid"}, "You pay something."),
        ({"appointment": "required"}, "You must make an appointment first."),
        ({"appointment": "either"}, "You can come with or without an appointment."),
        ({"conditions": "residents"}, "It is for people who live in Brussels."),
        ({"conditions": "members"}, "Ask there how you become a member."),
        ({"conditions": "other"}, "It is for some people only."),
        ({"spoken_languages": ["ar"]}, "They speak Arabic."),
        ({"computers": 1}, "There is 1 computer or tablet."),
        ({"access": {"step_free": "no"}}, "There is a step at the door."),
        ({"access": {"accessible_toilet": "yes"}}, "There is a toilet for people in a wheelchair."),
        ({"access": {"screen_reader": "yes"}}, "There is a computer that reads aloud."),
        ({"access": {"children_welcome": "no"}}, "You cannot bring children."),
    ],
)
def test_sentences_tell_each_answer(facts: dict[str, Any], sentence: str) -> None:
    assert sentence in said(SpaceFactory(**facts))


def test_sentences_name_the_lines_of_the_nearest_stop() -> None:
    space = SpaceFactory(**FAR_NORTH)
    PlaceFactory(name_fr="Near", latitude=50.9182, longitude=4.3525, lines=["7", "92"])
    PlaceFactory(name_fr="Farther", latitude=50.9160, longitude=4.3525, lines=["13"])

    found = said(space)

    unbroken = [words.replace("\N{NO-BREAK SPACE}", " ") for words in found]
    assert "These lines stop nearby: tram 7 and tram 92." in unbroken
    assert "Get off at the stop Near." in found
    assert "From there you walk 1 minute." in found
    assert not [words for words in found if "Farther" in words]


@pytest.mark.parametrize("value", ["unknown", "partly"])
def test_sentences_say_no_more_of_access_than_is_known(value: str) -> None:
    found = said(SpaceFactory(access={"lift": value}))

    assert [words for words in found if "lift" in words.lower()] == (
        ["In part: Lift."] if value == "partly" else []
    )


# --- what is invented -----------------------------------------------------------------------


def test_sentences_mark_invented_hours_once() -> None:
    found = said(SpaceFactory(with_hours=True, sample_fields=["opening_hours"]))

    assert found[:4] == [
        "The hours are an example.",
        "The place exists, but nobody has checked them yet.",
        "It is open now.",
        "Today it is open from 9:00 to 17:00.",
    ]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"sample": True}, "We do not know the exact place."),
        ({"sample_fields": ["location"]}, "The address is Rue Haute 12, 1000 Brussels."),
        (
            {"sample_fields": ["location"], "house_number": ""},
            "We do not know the exact place.",
        ),
    ],
)
def test_sentences_send_nobody_to_an_invented_point(facts: dict[str, Any], sentence: str) -> None:
    found = said(SpaceFactory(**facts))

    assert sentence in found
    assert not [words for words in found if "the stop" in words]


def test_sentences_call_no_town_an_address() -> None:
    found = said(SpaceFactory(street_fr="", street_nl="", nowhere=True, phone="+3225550123"))

    assert found[-4:-1] == [
        "It is in Brussels (1000).",
        "We do not know the street.",
        "Ask before you come.",
    ]


def test_page_of_an_invented_space_says_so(client: Client) -> None:
    page = page_of(client, SpaceFactory(name_en="Made up", sample=True, with_hours=True))

    assert page.one("h1").text == "Made up Example"
    assert "This place is an example." in page.text
    assert page.one("meta", name="robots")["content"] == "noindex, follow"


# --- the page -------------------------------------------------------------------------------


def test_pages_lead_to_each_other(client: Client, clock: Clock) -> None:
    space = complete_space()

    there = read(client.get(f"/en/spaces/{space.slug}/"))
    page = page_of(client, space)

    assert there.one("a", href=f"/en/spaces/{space.slug}/easy/").text == "Easy to read"
    assert page.one("a", class_="back")["href"] == f"/en/spaces/{space.slug}/"
    assert page.one("h1").text == space.name_en
    assert "No person has reviewed them yet." in page.text


def test_page_calls_and_writes(client: Client) -> None:
    page = page_of(client, complete_space())

    assert page.one("a", href="tel:+3225550123").text == "You can call 02 555 01 23."
    assert page.all("a", href="mailto:bonjour@example.org")


def test_page_offers_to_read_aloud_only_with_a_script(client: Client) -> None:
    page = page_of(client, complete_space())

    assert page.one(data_dps_listen=True).has("hidden", True)
    assert len(page.all(data_dps_read=True)) > 20


@pytest.mark.parametrize("language", ADDRESSES)
def test_page_speaks_its_language(client: Client, language: str, clock: Clock) -> None:
    space = complete_space()

    page = page_of(client, space, language)

    with translation.override(language):
        words = said(space)
    assert page.one("html")["lang"] == language
    assert [element.text for element in page.all("p", data_dps_read=True)] == [
        " ".join(sentence.split()) for sentence in words
    ]
    others = {link["hreflang"]: link["href"] for link in page.all("a", hreflang=True)}
    assert others == {code: path.format(space.slug) for code, path in ADDRESSES.items()}


def test_page_names_the_language_of_a_sentence_that_falls_back(client: Client) -> None:
    space = complete_space()
    service = space.services.first()
    assert service
    service.description_en, service.description_nl = None, None
    service.save()

    page = page_of(client, space)

    assert [p.text for p in page.all("p", data_dps_read=True, lang="fr")] == [
        service.description_fr
    ]


# --- addresses ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        "/nl/espaces/koekeltech/facile/",
        "/nl/ruimtes/koekeltech/facile/",
        "/nl/spaces/koekeltech/eenvoudig/",
        "/nl/ruimtes/koekeltech/easy/",
    ],
)
def test_address_of_another_language_redirects(client: Client, wrong: str) -> None:
    response = client.get(f"{wrong}?a=1")

    assert response.status_code == 301
    assert response["Location"] == "/nl/ruimtes/koekeltech/eenvoudig/?a=1"


@pytest.mark.parametrize("path", ["/en/spaces/koekeltech/other/", "/en/spaces/easy/easy/"])
def test_address_of_no_page_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.sql
def test_old_address_leads_to_the_present_one(client: Client) -> None:
    space = SpaceFactory(slug="old-name")
    space.slug = "new-name"
    space.save()

    response = client.get("/en/spaces/old-name/easy/")

    assert (response.status_code, response["Location"]) == (301, "/en/spaces/new-name/easy/")


def test_closed_space_has_only_its_page(client: Client) -> None:
    SpaceFactory(slug="gone", closed_for_good=True)

    response = client.get("/en/spaces/gone/easy/")

    assert (response.status_code, response["Location"]) == (301, "/en/spaces/gone/")


def test_draft_has_no_easy_page(client: Client) -> None:
    draft = SpaceFactory(draft=True)

    assert client.get(f"/en/spaces/{draft.slug}/easy/").status_code == 404


# --- freshness and speed --------------------------------------------------------------------


def test_page_ends_with_its_words(client: Client, clock: Clock) -> None:
    space = SpaceFactory(opening_hours="We 09:00-12:00")
    ClosureFactory(space=space, first_day=date(2027, 3, 1), last_day=date(2027, 3, 2))

    before = page_of(client, space).text
    clock.set("2026-12-16 12:01")

    assert "It is open now." in before
    assert "It is closed now." in page_of(client, space).text


def test_page_takes_one_query_once_the_directory_is_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    space = complete_space()
    page_of(client, SpaceFactory())  # loads the directory

    with django_assert_num_queries(1):
        page_of(client, space)


@pytest.mark.usefixtures("clock")
def test_what_is_invented_is_read_before_it_is_said(client: Client) -> None:
    space = complete_space(sample_fields=["opening_hours"])

    read_aloud = [one.text for one in page_of(client, space).all(data_dps_read=True)]

    said_first = read_aloud.index("The hours are an example.")
    assert said_first < read_aloud.index("It is open now.")


def test_easy_page_goes_on_to_the_way_the_full_page_and_the_message(client: Client) -> None:
    space = SpaceFactory()

    page = page_of(client, space)

    assert page.all("a", href=f"/en/spaces/{space.slug}/#way")
    assert page.one("a", class_="button--plain")["href"] == f"/en/spaces/{space.slug}/"
    assert f"/S/{space.code}" in page.one(data_dps_send=True)["data-text"]


def test_sentences_say_for_what_somebody_helps_and_what_one_has_to_ask() -> None:
    there = SpaceFactory(services=["training", "internet"])
    nowhere = SpaceFactory(services=["training"], nowhere=True, street_fr="", street_nl="")

    assert {
        "Somebody sits beside you for this: learn from the start.",
        "You can do this yourself: find work, send an e-mail.",
        "Ask first if you want this: use my bank’s app, ask somebody for help.",
    } <= set(said(there))
    assert not [words for words in said(nowhere) if words.startswith("Ask first")]
