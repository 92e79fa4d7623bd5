"""Send it: a short message about a space, and links that every phone reads."""

from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.test import Client
from django.utils import translation

from spaces.models import Space
from spaces.wording.sharing import message
from tests.factories import SpaceFactory, complete_space
from tests.pages import read

pytestmark = pytest.mark.django_db

WEDNESDAY = date(2026, 12, 16)
LINK = "https://epn.example/S/ZZ222"


def text_of(space: Space) -> str:
    return message(space, LINK, WEDNESDAY).text


# --- the message ----------------------------------------------------------------------------


def test_message_says_what_one_needs_to_go_there() -> None:
    space = complete_space(name_en="The Blue House")

    assert text_of(space).splitlines() == [
        "The Blue House",
        "Rue Haute 12, 1000 Brussels",
        "Monday to Friday: 9:00–17:00",
        "Phone: 02\N{NO-BREAK SPACE}555\N{NO-BREAK SPACE}01\N{NO-BREAK SPACE}23",
        LINK,
    ]


def test_message_speaks_the_language_of_the_page() -> None:
    space = complete_space(name_nl="Het Blauwe Huis")

    with translation.override("nl"):
        lines = text_of(space).splitlines()

    assert lines[:3] == [
        "Het Blauwe Huis",
        "Hoogstraat 12, 1000 Brussel",
        "Maandag tot en met vrijdag: 9:00–17:00",
    ]


def test_message_without_hours_or_phone_says_only_what_is_known() -> None:
    lines = text_of(SpaceFactory(name_en="X")).splitlines()

    assert lines[2:] == ["We do not know the hours.", LINK]


def test_message_marks_what_is_invented() -> None:
    invented = text_of(SpaceFactory(name_en="X", sample=True, with_hours=True))
    hours = text_of(SpaceFactory(name_en="X", sample_fields=["opening_hours"], with_hours=True))

    assert invented.splitlines()[0] == "X (example)"
    assert "Example: " not in invented
    assert hours.splitlines()[0] == "X"
    assert "Example: Monday to Friday" in hours


# --- the links ------------------------------------------------------------------------------

NASTY = 'L’Étoile "d\'or" & fils + 100 % = ?#; <b> ÀÉ مرحبا'


def test_links_carry_every_character() -> None:
    sent = message(complete_space(name_en=NASTY), LINK, WEDNESDAY)

    sms, whatsapp, mail = (
        parse_qs(urlsplit(link).query or link.partition("?")[2], keep_blank_values=True)
        for link in (sent.sms, sent.whatsapp, sent.email)
    )

    assert sms["body"] == [sent.text]
    assert whatsapp["text"] == [sent.text]
    assert mail["subject"] == [NASTY]
    assert mail["body"] == [sent.text.replace("\n", "\r\n")]


def test_links_have_no_character_that_ends_them() -> None:
    sent = message(complete_space(name_en=NASTY), LINK, WEDNESDAY)

    for link, head in (
        (sent.sms, "sms:?&body="),
        (sent.whatsapp, "https://wa.me/?text="),
        (sent.email, "mailto:?subject="),
    ):
        assert link.startswith(head)
        assert not set(link.removeprefix(head).replace("&body=", "")) & set(" \n\"'&+#<>?")
    assert "%0D%0A" in sent.email
    assert "+" not in unquote(sent.sms).replace(NASTY, "")


def test_page_offers_the_links_and_hides_what_needs_a_script(client: Client) -> None:
    space = complete_space(name_en=NASTY)

    section = read(client.get(f"/en/spaces/{space.slug}/")).one(data_dps_send=True)

    sent = message(space, f"http://testserver/S/{space.code}", WEDNESDAY)
    sheet = f"/en/sheet/?space={space.slug}"
    ways = [sent.sms, sent.whatsapp, sent.email, sheet]
    assert [link["href"] for link in section.all("a")] == ways
    assert section["data-text"] == sent.text
    assert all(button.has("hidden", True) for button in section.all("li", data_dps_copy=True))
    assert all(button.has("hidden", True) for button in section.all("li", data_dps_share=True))
