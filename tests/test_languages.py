"""Languages stand in the address: literal, for ever, and each page is one tap from its twins."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from config.languages import LANGUAGES
from spaces.models import Space
from tests.factories import SpaceFactory
from tests.pages import read

pytestmark = pytest.mark.django_db

# Printed, linked and bookmarked: if this test fails, put the address back.
ADDRESSES = {
    "fr": {
        "home": "/fr/",
        "results": "/fr/espaces/",
        "space": "/fr/espaces/koekeltech/",
        "campaign": "/fr/campagne/",
        "character": "/fr/campagne/salima/",
    },
    "nl": {
        "home": "/nl/",
        "results": "/nl/ruimtes/",
        "space": "/nl/ruimtes/koekeltech/",
        "campaign": "/nl/campagne/",
        "character": "/nl/campagne/salima/",
    },
    "en": {
        "home": "/en/",
        "results": "/en/spaces/",
        "space": "/en/spaces/koekeltech/",
        "campaign": "/en/campaign/",
        "character": "/en/campaign/salima/",
    },
    "ar": {
        "home": "/ar/",
        "results": "/ar/spaces/",
        "space": "/ar/spaces/koekeltech/",
        "campaign": "/ar/campaign/",
        "character": "/ar/campaign/salima/",
    },
}
KINDS = ("home", "results", "space", "campaign", "character")


@pytest.mark.parametrize("language", ADDRESSES)
def test_addresses_never_change(client: Client, language: str) -> None:
    with translation.override(language):
        made = {
            "home": reverse("home"),
            "results": reverse("results"),
            "space": reverse("space", args=["koekeltech"]),
            "campaign": reverse("campaign"),
            "character": reverse("character", args=["salima"]),
        }

    assert made == ADDRESSES[language]
    assert {client.get(address).status_code for address in made.values()} == {200}


def test_every_language_has_its_addresses() -> None:
    assert set(ADDRESSES) == set(LANGUAGES)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ADDRESSES)
def test_page_names_its_twins_to_search_engines(client: Client, language: str, kind: str) -> None:
    page = read(client.get(ADDRESSES[language][kind]))

    twins = {link["hreflang"]: link["href"] for link in page.all("link", rel="alternate")}
    choice = twins.pop("x-default", "http://testserver/")
    assert twins == {code: f"http://testserver{ADDRESSES[code][kind]}" for code in ADDRESSES}
    assert (kind, choice) == (kind, "http://testserver/")
    assert page.one("html")["lang"] == language
    assert page.one("html")["dir"] == ("rtl" if language == "ar" else "ltr")


@pytest.mark.parametrize("query", ["", "?q=1081&service=printing&service=training&free=1"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ADDRESSES)
def test_other_language_is_one_tap_away_with_what_was_asked(
    client: Client, language: str, kind: str, query: str
) -> None:
    page = read(client.get(ADDRESSES[language][kind] + query))

    links = page.one("nav", class_="languages").all("a")

    assert {link["hreflang"]: link["href"] for link in links} == {
        code: ADDRESSES[code][kind] + query for code in ADDRESSES
    }
    assert [link["lang"] for link in links if link.has("aria-current", "true")] == [language]
    assert {client.get(link["href"]).status_code for link in links} == {200}


def test_switch_names_each_language_in_its_own_script(client: Client) -> None:
    nav = read(client.get("/fr/")).one("nav", class_="languages")

    short = [span.text for span in nav.all("span", class_="languages__short")]
    assert short == ["FR", "NL", "EN", "عربي"]
    names = [span.text for span in nav.all("span", class_="languages__name")]
    assert names == [language.name for language in LANGUAGES.values()]


def test_closed_space_and_lost_page_offer_the_other_languages_too(client: Client) -> None:
    SpaceFactory(slug="gone", closed_for_good=True)

    closed, lost = (read(client.get(f"/nl/ruimtes/{slug}/")) for slug in ("gone", "no-such"))

    assert {link["href"] for link in closed.one("nav", class_="languages").all("a")} == {
        "/fr/espaces/gone/",
        "/nl/ruimtes/gone/",
        "/en/spaces/gone/",
        "/ar/spaces/gone/",
    }
    assert all(
        client.get(link["href"]).status_code in (200, 404)
        for link in lost.one("nav", class_="languages").all("a")
    )


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ("/nl/espaces/", "/nl/ruimtes/"),
        ("/fr/ruimtes/", "/fr/espaces/"),
        ("/fr/spaces/", "/fr/espaces/"),
        ("/en/espaces/", "/en/spaces/"),
        ("/nl/espaces/koekeltech/", "/nl/ruimtes/koekeltech/"),
        ("/en/ruimtes/koekeltech/?poster=ABCDE", "/en/spaces/koekeltech/?poster=ABCDE"),
        (
            "/nl/espaces/?q=chauss%C3%A9e&service=printing&service=training",
            "/nl/ruimtes/?q=chauss%C3%A9e&service=printing&service=training",
        ),
    ],
)
def test_right_segment_under_a_wrong_language_is_put_right(
    client: Client, asked: str, right: str
) -> None:
    response = client.get(asked)

    assert response.status_code == 301
    assert response["Location"] == right
    assert client.get(right).status_code == 200


@pytest.mark.parametrize("path", ["/fr/espaces/a/b/", "/fr/espace/", "/de/spaces/", "/fr/locaux/"])
def test_wrong_segment_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("cookie", ["django_language", "unused", "language"])
def test_language_of_a_cookie_is_ignored(client: Client, cookie: str) -> None:
    client.cookies[cookie] = "nl"

    home = read(client.get("/fr/"))
    chosen = client.get("/", headers={"Accept-Language": "en"})

    assert home.one("html")["lang"] == "fr"
    assert chosen["Location"] == "/en/"


@pytest.mark.parametrize("header", ["nl", "en"])
def test_language_of_the_address_wins_over_the_browser(client: Client, header: str) -> None:
    response = client.get("/fr/espaces/", headers={"Accept-Language": header})

    assert read(response).one("html")["lang"] == "fr"
    assert response["Content-Language"] == "fr"
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.parametrize("kind", KINDS)
def test_page_holds_nothing_untranslated(client: Client, kind: str) -> None:
    """Compare the page's own words with the English ones: names may be alike, sentences may not."""
    english = _sentences(client, ADDRESSES["en"][kind])

    for language in ("fr", "nl", "ar"):
        shared = english & _sentences(client, ADDRESSES[language][kind])
        assert shared == set(), language


def _sentences(client: Client, path: str) -> set[str]:
    """Return what stands between tags, in three words or more, and in no listing or address."""
    listed = " ".join(
        str(value)
        for space in Space.objects.all().values_list()
        for value in space
        if isinstance(value, str)
    )
    words = [
        text.strip()
        for element in read(client.get(path)).one("body").all()
        if element.tag != "script"
        for text in element.children
        if isinstance(text, str)
    ]
    return {
        text
        for text in words
        if re.search(r"[^\W\d]{2}", text)  # a telephone number is alike everywhere
        and len(text.split()) >= 3
        and text not in listed
        and not re.search(r"\b1\d{3} \w", text)
    }
