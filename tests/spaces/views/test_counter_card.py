"""The card to show at a counter: what somebody wants, in their language and in the counter's."""

import pytest
from django.test import Client

from spaces.models import Need, SpaceSlug
from tests.factories import SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def said(page: Element) -> dict[str, tuple[str, str]]:
    """Return what the card says in each of its languages: the request, and what one speaks."""
    return {
        section["lang"]: (section.one("h2").text, section.one("p").text)
        for section in page.one("article").all("section")
    }


def card(client: Client, query: str = "", language: str = "ar") -> Element:
    space = SpaceFactory(slug="haute", name_fr="La Haute", code="ABCDE")
    return read(client.get(f"/{language}/spaces/{space.slug}/card/{query}"))


def test_card_says_it_in_the_language_of_the_person_and_of_the_counter(client: Client) -> None:
    page = card(client, "?need=use_my_banks_app")

    assert said(page) == {
        "ar": ("أودّ المساعدة في استعمال تطبيق مصرفي.", "أتكلّم العربية."),
        "fr": ("Je voudrais de l’aide avec l’application de ma banque.", "Je parle arabe."),
        "nl": ("Ik wil graag hulp bij de app van mijn bank.", "Ik spreek Arabisch."),
    }
    assert page.one("article").one("section", lang="ar")["dir"] == "rtl"


def test_card_names_the_topic_and_a_language_that_the_site_has_not(client: Client) -> None:
    page = card(client, "?need=fill_in_a_form&topic=itsme&language=tr", "en")

    assert said(page) == {
        "en": ("I would like help with itsme.", "I speak Turkish."),
        "fr": ("Je voudrais de l’aide avec itsme.", "Je parle turc."),
        "nl": ("Ik wil graag hulp bij itsme.", "Ik spreek Turks."),
    }


def test_card_without_a_wish_asks_for_help(client: Client) -> None:
    page = card(client, language="en")

    assert said(page)["nl"] == ("Ik wil graag hulp, alstublieft.", "Ik spreek Engels.")


def test_need_without_a_sentence_still_makes_a_card(client: Client) -> None:
    Need.objects.filter(code="learn").update(request_fr="", request_nl="", request_en="")
    page = card(client, "?need=learn", "en")

    assert said(page)["en"][0] == "I would like some help, please."


def test_card_leads_back_and_warns(client: Client) -> None:
    page = card(client, language="en")

    assert "TESTSERVER/S/ABCDE" in page.one("article").text.upper()
    assert page.one("article").one("img")["src"] == "/s/ABCDE/qr.svg"
    assert "Never give your code or your password to anybody." in page.text


@pytest.mark.parametrize("wrong", ["need=x", "topic=x", "language=xx", "need=%00"])
def test_choice_that_is_not_known_is_said_and_the_card_stays(client: Client, wrong: str) -> None:
    space = SpaceFactory()

    response = client.get(f"/en/spaces/{space.slug}/card/?{wrong}")

    assert response.status_code == 400
    page = read(response)
    assert page.one("p", role="status").text == "We do not know this choice. Choose below."
    assert said(page)["en"] == ("I would like some help, please.", "I speak English.")


def test_each_choice_keeps_the_others(client: Client) -> None:
    page = card(client, "?need=learn&language=tr", "en")

    chips = {link.text: link["href"] for link in page.all("a", class_="chip")}
    assert chips["print or scan"] == "/en/spaces/haute/card/?need=print_or_scan&language=tr"
    assert chips["itsme"].endswith("card/?need=fill_in_a_form&topic=itsme&language=tr")
    assert chips["Arabic"] == "/en/spaces/haute/card/?need=learn&language=ar"
    chosen = [link.text for link in page.all("a", class_="chip", aria_current="true")]
    assert chosen == ["learn from the start", "Turkish"]


def test_former_address_leads_to_the_present_card(client: Client) -> None:
    space = SpaceFactory(slug="new")
    SpaceSlug.objects.create(space=space, slug="old")

    response = client.get("/fr/espaces/old/a-montrer/?need=learn")

    assert response.status_code == 301
    assert response["Location"] == "/fr/espaces/new/a-montrer/?need=learn"


def test_page_of_a_space_begins_a_sheet(client: Client) -> None:
    space = SpaceFactory()

    page = read(client.get(f"/nl/ruimtes/{space.slug}/"))

    link = page.one("a", href=f"/nl/blad/?space={space.slug}")
    assert link.text == "Op een blad om af te drukken"


def test_page_of_a_space_offers_its_card(client: Client) -> None:
    space = SpaceFactory()

    page = read(client.get(f"/nl/ruimtes/{space.slug}/"))

    assert page.one("a", href=f"/nl/ruimtes/{space.slug}/om-te-tonen/").text
