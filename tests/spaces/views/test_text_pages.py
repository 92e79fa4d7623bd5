"""The pages of text: at their addresses for ever, in every language, safe whatever staff write."""

from datetime import date

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from config.languages import LANGUAGES, TEXTS
from spaces.language import markup
from spaces.models import DataVersion, TextPage
from tests.pages import parse, read

pytestmark = pytest.mark.django_db

CREDITS = {"https://www.openstreetmap.org/copyright"}  # where a licence asks for its link

# Printed, linked and bookmarked: if this test fails, put the address back.
ADDRESSES = {
    "fr": {
        "about": "/fr/a-propos/",
        "questions": "/fr/questions/",
        "accessibility": "/fr/accessibilite/",
        "privacy": "/fr/vie-privee/",
        "legal": "/fr/mentions-legales/",
    },
    "nl": {
        "about": "/nl/over-deze-site/",
        "questions": "/nl/vragen/",
        "accessibility": "/nl/toegankelijkheid/",
        "privacy": "/nl/privacy/",
        "legal": "/nl/juridische-informatie/",
    },
    "en": {
        "about": "/en/about/",
        "questions": "/en/questions/",
        "accessibility": "/en/accessibility/",
        "privacy": "/en/privacy/",
        "legal": "/en/legal-notice/",
    },
    "ar": {
        "about": "/ar/about/",
        "questions": "/ar/questions/",
        "accessibility": "/ar/accessibility/",
        "privacy": "/ar/privacy/",
        "legal": "/ar/legal-notice/",
    },
}
EVERY = [(code, kind) for code in LANGUAGES for kind in TEXTS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_addresses_never_change(client: Client, language: str) -> None:
    with translation.override(language):
        made = {kind: reverse(kind) for kind in TEXTS}

    assert made == ADDRESSES[language]
    assert {client.get(address).status_code for address in made.values()} == {200}


def test_address_under_another_language_leads_to_the_right_one(client: Client) -> None:
    response = client.get("/nl/accessibilite/")

    assert (response.status_code, response["Location"]) == (301, "/nl/toegankelijkheid/")


def test_every_page_has_its_kind_and_its_route() -> None:
    assert list(TEXTS) == TextPage.Kind.values
    assert {page.kind for page in TextPage.objects.all()} == set(TEXTS)


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_page_is_written_in_the_language_of_its_address(
    client: Client, language: str, kind: str
) -> None:
    text = TextPage.objects.get(kind=kind)

    page = read(client.get(ADDRESSES[language][kind]))

    assert page.one("h1").text == getattr(text, f"title_{language}")
    assert page.one("main").all("h2")
    assert page.one("div", class_="text__body").all(lang=True) == []
    assert page.one("title").text.startswith(page.one("h1").text)


@pytest.mark.parametrize(("language", "kind"), EVERY)
def test_links_of_a_page_lead_somewhere(client: Client, language: str, kind: str) -> None:
    page = read(client.get(ADDRESSES[language][kind]))

    links = page.one("div", class_="text__body").all("a")
    for link in (link for link in links if link["href"] not in CREDITS):
        assert link["href"].startswith((f"/{language}/", "/api/")), link["href"]
        assert client.get(link["href"]).status_code == 200, link["href"]


@pytest.mark.parametrize("path", ["/fr/", "/nl/ruimtes/", "/en/spaces/koekeltech/", "/en/no-such/"])
def test_foot_of_each_page_leads_to_all_texts(client: Client, path: str) -> None:
    page = read(client.get(path))

    links = page.one("footer").one("nav").all("a")

    assert [link["href"] for link in links] == list(ADDRESSES[path[1:3]].values())


def test_statement_follows_the_model_and_leaves_marked_blanks(client: Client) -> None:
    page = read(client.get("/en/accessibility/"))

    assert [heading.text for heading in page.one("main").all("h2")] == [
        "Compliance status",
        "Content that is not accessible",
        "How we tested",
        "Tell us about a problem",
        "If our answer does not help you",
    ]
    assert "partially compliant" in page.text
    assert "2018/1523" in page.text
    assert "Last checked on 25 November 2026." in page.text
    boxes = [box.text for box in page.one("main").all("div", class_="notice")]
    assert len(boxes) == 3
    assert all(box.startswith("[To be completed by the operator") for box in boxes)


def test_page_that_is_not_translated_says_so_and_names_its_language(client: Client) -> None:
    TextPage.objects.filter(kind="about").update(title_en="", body_en="")

    page = read(client.get("/en/about/"))

    assert "This page is not there in your language yet." in page.text
    body = page.one("div", class_="text__body")
    assert (body["lang"], body["dir"]) == ("fr", "ltr")
    assert page.one("h1").one("span")["lang"] == "fr"


def test_page_without_a_date_tells_none(client: Client) -> None:
    assert "Last checked" not in read(client.get("/en/about/")).text


def test_page_that_nobody_wrote_is_not_found(client: Client) -> None:
    TextPage.objects.filter(kind="about").delete()

    assert client.get("/en/about/").status_code == 404


def test_change_shows_at_once(client: Client) -> None:
    client.get("/en/about/")
    before = DataVersion.current()
    text = TextPage.objects.get(kind="about")

    text.body_en = "Changed."
    text.checked_on = date(2026, 12, 1)
    text.save()

    assert DataVersion.current() != before
    assert "Changed. Last checked on 1 December 2026." in read(client.get("/en/about/")).text


def test_page_asks_the_database_for_the_version_alone(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.get("/en/about/")

    with django_assert_num_queries(1):
        client.get("/en/privacy/")


@pytest.mark.sql
def test_older_site_gets_its_texts_and_keeps_what_staff_wrote() -> None:
    TextPage.objects.all().delete()
    call_command("seed", verbosity=0)
    assert TextPage.objects.count() == len(TEXTS)

    TextPage.objects.filter(kind="legal").update(title_en="Ours")
    call_command("seed", verbosity=0)
    assert TextPage.objects.get(kind="legal").title_en == "Ours"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One\n\nTwo", "<p>One</p><p>Two</p>"),
        ("# Big\n## Same\n### Small", "<h2>Big</h2><h2>Same</h2><h3>Small</h3>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("**Bold** and *slanted*", "<p><strong>Bold</strong> and <strong>slanted</strong></p>"),
        ("> Box", '<div class="notice"><p>Box</p></div>'),
        ("[us](/en/)", '<p><a href="/en/">us</a></p>'),
        ("[call](tel:+3225550123)", '<p><a href="tel:+3225550123">call</a></p>'),
        (
            "[them](https://example.org/?a=1&b=2)",
            '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener">them</a></p>',
        ),
        ("", ""),
        ("{name} %(name)s {{ name }}", "<p>{name} %(name)s {{ name }}</p>"),
        ("[To be completed: a (b)]", "<p>[To be completed: a (b)]</p>"),
    ],
)
def test_markup_writes_what_staff_mean(text: str, html: str) -> None:
    assert markup.html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b onclick=x>b</b>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>)",
        "[x](//evil.example/)",
        "<javascript:alert(1)>",
        "[x](vbscript:x)",
        '[x](/en/"onmouseover=alert(1))',
        "> <img src=x onerror=alert(1)>",
    ],
)
def test_markup_lets_nothing_through(text: str) -> None:
    page = parse(markup.html(text))

    assert {element.tag for element in page.all()} <= {"p", "a", "div"}
    assert {name for element in page.all() for name in element.attributes} <= {"href", "class"}
    assert [link["href"] for link in page.all("a") if not link["href"].startswith("/en/")] == []


def test_markup_bears_an_address_that_is_none() -> None:
    assert "x" in markup.html("[x](http://[)")


def test_summary_is_the_first_paragraph_in_plain_words() -> None:
    assert markup.first_paragraph("## Title\n\nA **bold** [link](/en/)\nhere.\n\nMore.") == (
        "A bold link here."
    )
    assert markup.first_paragraph("- only a list") == ""
