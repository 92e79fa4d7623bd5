"""The page of a space: what somebody reads who wants to go there."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spaces.models import Space
from tests.factories import ClosureFactory, OperatorFactory, SpaceFactory, complete_space
from tests.pages import Element, read
from tests.spaces.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def page_of(client: Client, space: Space, language: str = "en") -> Element:
    segment = {"fr": "espaces", "nl": "ruimtes", "en": "spaces"}[language]
    response = client.get(f"/{language}/{segment}/{space.slug}/")
    assert response.status_code == 200
    return read(response)


def facts(page: Element) -> dict[str, str]:
    """Return what is “good to know”, by its heading."""
    items = page.one("section", aria_labelledby="good").all("li")
    return {
        item.all("b")[0].text: item.text.removeprefix(item.all("b")[0].text).strip()
        for item in items
    }


# --- what it says ---------------------------------------------------------------------------


def test_page_says_name_address_and_hours_first(client: Client) -> None:
    space = SpaceFactory(name_en="The Blue House", with_hours=True)

    page = page_of(client, space)

    assert page.one("h1").text == "The Blue House"
    assert "The Blue House, 1000 Brussels" in page.one("title").text
    assert page.one(class_="big-status").text == "Open now, until 17:00"
    assert page.one(class_="lead").text == "Rue Haute 12, 1000 Brussels"


def test_page_follows_the_clock(client: Client, clock: Clock) -> None:
    space = SpaceFactory(with_hours=True)

    sentences = {}
    for now in ("2026-12-16 16:40", "2026-12-16 18:00", "2026-12-18 18:00"):
        clock.set(now)
        sentences[now] = page_of(client, space).one(class_="big-status").text

    assert sentences == {
        "2026-12-16 16:40": "Closes in 20 minutes",
        "2026-12-16 18:00": "Closed. Opens tomorrow at 9:00",
        "2026-12-18 18:00": "Closed. Opens on Monday at 9:00",
    }


def test_page_lists_what_is_known(client: Client) -> None:
    page = page_of(client, complete_space())

    assert facts(page) == {
        "Phone": "02 555 01 23",
        "E-mail": "bonjour@example.org",
        "Website": "espace.example.org",
        "Price": "It is free.",
        "Appointment": "You do not need one.",
        "Who can come": "Everybody.",
        "They speak": "French, Arabic",
        "Computers or tablets": "12",
        "Step-free entrance": "Yes",
        "Lift": "No",
        "Hearing loop": "Partly",
    }


def test_page_of_a_space_of_which_little_is_known_does_not_guess(client: Client) -> None:
    page = page_of(client, SpaceFactory())

    assert page.one(class_="big-status").text == "We do not know the hours."
    assert facts(page) == {
        "Phone": "We do not know the number. You can ask the municipality: Brussels.",
        "Price": "We do not know. Ask there.",
        "Access": "We do not know yet.",
    }
    assert page.all("table") == []
    assert "Nobody has checked this page with the space yet." in page.text


def test_page_says_whom_to_ask_and_never_to_ask_where_nobody_is_known(
    client: Client, no_listings: None
) -> None:
    operator = OperatorFactory(name_en="The Library Service")
    without = page_of(client, SpaceFactory(operator=operator, house_number="", nowhere=True))
    with_mail = page_of(client, SpaceFactory(email="here@example.org"))

    assert "We do not know the hours. Ask before you come." in with_mail.text
    assert facts(with_mail)["Phone"] == "We do not know the number."
    assert facts(without)["Phone"] == (
        "We do not know the number. You can ask: The Library Service."
    )
    assert "Ask before you come." not in without.text
    assert "call" not in without.one("main").text.lower()


def test_page_says_what_one_can_do_there_and_what_to_expect(client: Client) -> None:
    page = page_of(client, complete_space())

    section = page.one(aria_labelledby="services")
    services = [item.one("b").text for item in section.all("li")]
    assert services[:2] == ["Take a course", "Print"]
    assert [item.text for item in section.all("li", class_="met")] == [
        "They sit beside you for this learn from the start",
        "You can do it here yourself print or scan",
        "Ask first use my bank’s app, send an e-mail, ask somebody for help",
    ]
    assert "Computers and help." in page.text
    assert page.one("section", aria_labelledby="expect").text.endswith("Ring the bell.")


def test_page_says_who_checked_it_and_when(client: Client) -> None:
    page = page_of(client, complete_space())

    assert "Checked by the space on 3 November 2026." in page.text


def test_page_names_its_sources(client: Client) -> None:
    space = SpaceFactory(
        source="https://www.example.org/list ; heard of it ; http://x.example/?a=1 ; "
        "OpenStreetMap (ODbL): https://www.openstreetmap.org/copyright"
    )

    page = page_of(client, space)

    assert [link.text for link in page.all("a", rel="noopener nofollow")] == [
        "example.org",
        "x.example",
        "© OpenStreetMap contributors",
    ]


def test_page_explains_the_label_and_since_when(client: Client) -> None:
    page = page_of(client, complete_space())

    assert page.one(class_="badge").text == "Recognised by the Region since 2021"
    assert page.one(aria_labelledby="label").one("h2").text == "What is the label?"


@pytest.mark.parametrize("status", ["candidate", "withdrawn", "none", "unknown"])
def test_page_without_the_label_does_not_mention_it(client: Client, status: str) -> None:
    page = page_of(client, SpaceFactory(label_status=status))

    assert page.all(class_="badge") == []
    assert "What is the label?" not in page.text


def test_page_shows_the_short_link_and_its_code(client: Client) -> None:
    space = SpaceFactory()

    page = page_of(client, space)

    assert f"TESTSERVER/S/{space.code}" in page.text
    assert page.one("img", alt="QR code of this page")["src"] == f"/s/{space.code}/qr.svg"


# --- the week -------------------------------------------------------------------------------


def test_week_is_a_table_with_today_marked(client: Client) -> None:
    space = SpaceFactory(opening_hours="Mo-Fr 09:00-12:30,13:30-17:00; Sa 10:00-12:00")

    table = page_of(client, space).one("table")

    rows = table.one("tbody").all("tr")
    days = {row.one("th").text: [span.text for span in row.all("span")] for row in rows}
    assert table.one("caption").text == "Hours this week"
    assert days["Monday"] == ["9:00–12:30", "13:30–17:00"]
    assert days["Saturday"] == ["10:00–12:00"]
    assert days["Sunday"] == []
    assert rows[6].one("td").text == "closed"
    assert [row.one("th").text for row in table.all("tr", class_="today")] == ["Wednesdaytoday"]


def test_week_says_why_a_day_is_special(client: Client, clock: Clock) -> None:
    clock.set("2026-12-22 10:00")
    space = SpaceFactory(opening_hours="Mo-Su 09:00-17:00; PH off")
    ClosureFactory(
        space=space,
        first_day=date(2026, 12, 24),
        last_day=date(2026, 12, 24),
        reason_en="stocktaking",
    )

    page = page_of(client, space)

    rows = [row.text for row in page.one("table").one("tbody").all("tr")]
    assert "stocktaking" in rows[3]
    assert "closed" in rows[4]
    assert "Christmas" in rows[4]
    assert "Closed on Thursday 24 December (stocktaking)" in page.text
    assert "Closed on Friday 25 December" in page.text


# --- other places ---------------------------------------------------------------------------


def near(page: Element) -> list[str]:
    return [item.all("a")[0].text for item in page.one(class_="near").all("li")]


def test_page_offers_the_three_nearest_others_and_no_example(
    client: Client, no_listings: None
) -> None:
    space = SpaceFactory()
    for north, name in enumerate("ABCD", start=1):
        SpaceFactory(name_en=name, latitude=50.8467 + north / 1000)
    SpaceFactory(name_en="Invented", sample=True)
    SpaceFactory(name_en="Draft", draft=True)
    SpaceFactory(name_en="Gone", closed_for_good=True)

    assert near(page_of(client, space)) == ["A", "B", "C"]


# --- languages ------------------------------------------------------------------------------


def test_page_speaks_its_language(client: Client) -> None:
    space = complete_space()

    pages = {language: page_of(client, space, language) for language in ("fr", "nl", "en")}

    assert {code: page.one("html")["lang"] for code, page in pages.items()} == {
        "fr": "fr",
        "nl": "nl",
        "en": "en",
    }
    assert pages["fr"].one("h1").text == space.name_fr
    assert pages["nl"].one("h1").text == space.name_nl
    assert "Rue Haute 12, 1000 Bruxelles" in pages["fr"].text
    assert "Hoogstraat 12, 1000 Brussel" in pages["nl"].text


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("nl", {"description_fr": "En français."}, ("fr", "En français.")),
        ("nl", {"description_fr": "En français.", "description_en": "In English."}, ("fr", "En f")),
        ("fr", {"description_nl": "In het Nederlands."}, ("nl", "In het Nederlands.")),
        ("en", {"description_nl": "In het Nederlands."}, ("nl", "In het Nederlands.")),
        ("fr", {"description_en": "In English."}, ("en", "In English.")),
    ],
)
def test_text_that_is_missing_falls_back_and_names_its_language(
    client: Client, language: str, written: dict[str, str], shown: tuple[str, str]
) -> None:
    page = page_of(client, SpaceFactory(**written), language)

    texts = [element for element in page.all("p", class_="lead") if element.has("lang", shown[0])]
    assert len(texts) == 1
    assert texts[0].text.startswith(shown[1])


# --- safety and speed -----------------------------------------------------------------------


def test_page_shows_markup_in_a_listing_as_text(client: Client) -> None:
    attack = "</script><script>alert(1)</script>"

    page = page_of(client, SpaceFactory(name_en=attack, description_en=attack))

    assert page.one("h1").text == attack
    assert [script for script in page.all("script") if "alert(1)" in "".join(
        child for child in script.children if isinstance(child, str)
    ) and script.attributes.get("type") != "application/ld+json"] == []  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_page_takes_one_query_once_the_directory_is_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, language: str
) -> None:
    space = complete_space()
    page_of(client, SpaceFactory())  # loads the directory

    with django_assert_num_queries(1):
        page_of(client, space, language)


def test_page_ends_with_the_words_about_a_neighbour(
    client: Client, clock: Clock, no_listings: None
) -> None:
    space = SpaceFactory(opening_hours="24/7")
    SpaceFactory(opening_hours="We 09:00-12:00")

    before = page_of(client, space).one(class_="near").one(class_="status").text
    clock.set("2026-12-16 12:01")
    after = page_of(client, space).one(class_="near").one(class_="status").text

    assert (before, after) == (
        "Open now, until 12:00",
        "Closed. Opens on 23 December at 9:00",
    )


# --- old addresses --------------------------------------------------------------------------


@pytest.mark.sql
@pytest.mark.parametrize("address", ["/fr/espaces", "/nl/ruimtes", "/en/spaces"])
def test_old_address_leads_to_the_present_one_with_its_query(client: Client, address: str) -> None:
    space = SpaceFactory(slug="old-name")
    space.slug = "new-name"
    space.save()

    response = client.get(f"{address}/old-name/?poster=ABCDE")

    assert response.status_code == 301
    assert response["Location"] == f"{address}/new-name/?poster=ABCDE"


@pytest.mark.parametrize("facts", [{"draft": True}, {"provenance": "sample", "draft": True}])
def test_draft_has_no_page(client: Client, facts: dict[str, Any]) -> None:
    space = SpaceFactory(**facts)

    assert client.get(f"/en/spaces/{space.slug}/").status_code == 404


def test_unknown_address_has_no_page(client: Client) -> None:
    assert client.get("/en/spaces/no-such-space/").status_code == 404
