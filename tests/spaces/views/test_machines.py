"""What search engines, assistants, phones and other sites read: complete, honest, well-formed."""

import json
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from django.conf import settings as site_settings
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import translation
from PIL import Image

from config.languages import LANGUAGES, TEXTS
from spaces.models import Course, Space, TextPage
from tests.factories import CharacterFactory, CourseFactory, SpaceFactory, complete_space
from tests.pages import Element, body, read

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
NAMES = {
    "map": "{http://www.sitemaps.org/schemas/sitemap/0.9}",
    "link": "{http://www.w3.org/1999/xhtml}",
}

# Every kind of page that search engines may list: the name of its route, and what follows it.
# `tests/test_headers.py` knows where one is missing.
KINDS: list[tuple[str, list[str]]] = [
    ("home", []),
    ("results", []),
    ("space", ["blue"]),
    ("space_easy", ["blue"]),
    ("courses", []),
    ("course", ["first-steps"]),
    ("course_easy", ["first-steps"]),
    ("guide_step", ["need"]),
    ("campaign", []),
    ("campaign_easy", []),
    ("campaign_of_year", ["2001"]),
    ("campaign_of_year_easy", ["2001"]),
    ("character", ["salima"]),
    ("character_easy", ["salima"]),
    ("character_of_year", ["2001", "nora"]),
    ("character_of_year_easy", ["2001", "nora"]),
    *((kind, []) for kind in TEXTS),
]


@pytest.fixture(autouse=True)
def _listings(clock: Any) -> None:
    CourseFactory(slug="first-steps", space=complete_space(slug="blue"))
    CharacterFactory(slug="nora", name="Nora", campaign__year=2001)


def address(name: str, args: list[str], language: str = "en") -> str:
    with translation.override(language):
        return reverse(name, args=args)


def site_map(client: Client) -> dict[str, dict[str, Any]]:
    """Return the addresses of the site map, each with its last change and its twins."""
    urls = ElementTree.fromstring(body(client.get("/sitemap.xml")))  # noqa: S314  our own
    found = {}
    for url in urls.iter(f"{NAMES['map']}url"):
        place = url.findtext(f"{NAMES['map']}loc") or ""
        links = url.iter(f"{NAMES['link']}link")
        found[place] = {
            "lastmod": url.findtext(f"{NAMES['map']}lastmod"),
            "twins": {link.get("hreflang"): link.get("href") for link in links},
        }
    return found


@pytest.mark.parametrize(
    ("name", "args"), [kind for kind in KINDS if not kind[0].endswith("_easy")], ids=str
)
def test_site_map_has_every_kind_of_page_and_its_twins(
    client: Client, name: str, args: list[str]
) -> None:
    found = site_map(client)

    twins = {code: SITE + address(name, args, code) for code in LANGUAGES}
    for place in twins.values():
        assert found[place]["twins"] == twins


def test_site_map_dates_what_has_a_last_change(client: Client) -> None:
    found = site_map(client)

    dated: list[tuple[str, list[str], Any]] = [
        ("space", ["blue"], Space.objects.get(slug="blue")),
        ("course", ["first-steps"], Course.objects.get(slug="first-steps")),
        ("privacy", [], TextPage.objects.get(kind="privacy")),
    ]
    for name, args, thing in dated:
        assert found[SITE + address(name, args)]["lastmod"] == f"{thing.updated_at:%Y-%m-%d}"


def test_addresses_of_the_site_map_answer(client: Client) -> None:
    places = [place for place in site_map(client) if "/en/" in place]

    assert {client.get(place.removeprefix(SITE)).status_code for place in places} == {200}


@pytest.mark.parametrize("sample_data", ["show", "hide"])
def test_site_map_names_no_draft_and_no_example(
    client: Client, settings: Any, sample_data: str
) -> None:
    settings.SAMPLE_DATA = sample_data
    hidden = [
        SpaceFactory(draft=True),
        SpaceFactory(closed_for_good=True),
        SpaceFactory(sample=True),
    ]
    courses = [CourseFactory(space=space) for space in hidden]

    found = "\n".join(site_map(client))

    assert "/en/spaces/blue/" in found
    assert [thing.slug for thing in (*hidden, *courses) if f"/{thing.slug}/" in found] == []
    assert "/sample-" not in found


def test_robots_shut_nobody_out(client: Client) -> None:
    lines = body(client.get("/robots.txt")).decode().splitlines()

    assert lines == ["User-agent: *", "Disallow: /admin/", f"Sitemap: {SITE}/sitemap.xml"]


def test_security_txt_says_whom_to_tell_and_until_when(
    client: Client, settings: Any, clock: Any
) -> None:
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    settings.SITE_URL = "https://spaces.example"
    clock.set("2026-12-31 23:30")

    response = client.get("/.well-known/security.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert body(response).decode().splitlines() == [
        "Contact: mailto:security@example.org",
        "Expires: 2027-06-29T00:00:00Z",
        "Preferred-Languages: fr, nl, en",
        "Canonical: https://spaces.example/.well-known/security.txt",
    ]


def test_security_txt_is_not_there_where_nobody_is_to_be_told(client: Client) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404


def test_llms_text_says_what_the_site_is_and_lists_the_real_spaces(client: Client) -> None:
    SpaceFactory(sample=True, name_en="Invented")
    SpaceFactory(draft=True, name_en="Draft")

    response = client.get("/llms.txt")

    text = body(response).decode()
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert text.startswith("# Digital Public Spaces in Brussels\n\n> ")
    assert f"({SITE}/en/spaces/blue/): Rue Haute 12, 1000 Brussels; +3225550123; " in text
    assert "Invented" not in text
    assert "Draft" not in text
    assert "{" not in text
    links = {word.strip("()") for word in text.split("\n## Spaces")[0].split() if "://" in word}
    assert {client.get(link.removeprefix(SITE)).status_code for link in links} == {200}
    assert {f"{SITE}/{code}/" for code in LANGUAGES} <= links
    assert text.count("/en/learn/") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_manifest_is_in_the_language_and_its_icons_are_as_said(
    client: Client, language: str
) -> None:
    link = read(client.get(f"/{language}/")).one("link", rel="manifest")["href"]

    response = client.get(link)

    facts = json.loads(body(response))
    assert response["Content-Type"] == "application/manifest+json"
    assert facts["lang"] == language
    assert facts["dir"] == LANGUAGES[language].direction
    assert facts["name"]
    assert facts["short_name"]
    assert client.get(facts["start_url"]).status_code == 200
    assert facts["start_url"].startswith(facts["scope"])
    assert {icon["purpose"] for icon in facts["icons"]} == {"any", "maskable"}
    for icon in facts["icons"]:
        width, height = size_of(icon["src"])
        assert icon["sizes"] == f"{width}x{height}"
        assert icon["type"] == "image/png"
    assert {icon["sizes"] for icon in facts["icons"]} >= {"192x192", "512x512"}


def test_manifests_differ_by_language(client: Client) -> None:
    names = [
        json.loads(body(client.get(f"/{code}/manifest.webmanifest")))["name"] for code in LANGUAGES
    ]

    assert len(set(names)) == len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_sites_can_show_a_link_to_every_kind_of_page(client: Client, language: str) -> None:
    for name, args in KINDS:
        place = address(name, args, language)

        page = read(client.get(place))

        graph = {meta["property"]: meta["content"] for meta in page.all("meta", property=True)}
        assert graph["og:url"] == SITE + place
        assert graph["og:type"] == "website", place
        assert page.one("title").text == f"{graph['og:title']} · {region(language)}", place
        description = page.one("meta", name="description")["content"]
        assert graph["og:description"] == description, place
        assert graph["og:site_name"], place
        assert graph["og:image:alt"], place
        assert graph["og:image"].startswith((f"{SITE}/static/", f"{SITE}/share/")), place
        assert _shared_size(client, graph["og:image"].removeprefix(SITE)) == (1200, 630), place
        assert (graph["og:image:width"], graph["og:image:height"]) == ("1200", "630"), place


def test_link_to_a_choice_leads_to_the_same_choice(client: Client) -> None:
    page = read(client.get("/en/spaces/?q=1081&free=1"))

    assert page.one("meta", property="og:url")["content"] == f"{SITE}/en/spaces/?q=1081&free=1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_kinds_of_page_have_the_same_title_or_description(
    client: Client, language: str
) -> None:
    pages = [
        read(client.get(address(name, args, language)))
        for name, args in KINDS
        if "of_year" not in name  # the pages of an earlier campaign are of the same kind
    ]

    for texts in (
        [page.one("title").text for page in pages],
        [page.one("meta", name="description")["content"] for page in pages],
    ):
        assert [text for text, times in Counter(texts).items() if times > 1] == []
        assert all(10 < len(text) < 250 and "\n" not in text for text in texts), texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("home", {"WebSite"}),
        ("results", {"ItemList"}),
        ("space", {"WebPage"}),
        ("courses", {"ItemList"}),
        ("course", {"WebPage"}),
        *((kind, {"WebPage"}) for kind in TEXTS),
    ],
)
def test_linked_data_parses_and_says_what_the_page_is(
    client: Client, name: str, kinds: set[str], language: str
) -> None:
    place = address(name, dict(KINDS)[name], language)

    found = linked_data(read(client.get(place)))

    assert {data["@context"] for data in found} == {"https://schema.org"}
    assert {data["@type"] for data in found} == kinds


def test_text_page_says_where_it_stands_and_when_it_was_checked(client: Client) -> None:
    [data] = linked_data(read(client.get("/en/accessibility/")))

    assert data["url"] == f"{SITE}/en/accessibility/"
    assert data["name"] == "Accessibility statement"
    assert data["inLanguage"] == "en"
    assert data["lastReviewed"] == "2026-11-25"
    assert [step["item"] for step in data["breadcrumb"]["itemListElement"]] == [
        f"{SITE}/en/",
        f"{SITE}/en/accessibility/",
    ]


def linked_data(page: Element) -> list[dict[str, Any]]:
    """Return the page's linked data."""
    scripts = page.all("script", type="application/ld+json")
    return [json.loads("".join(map(str, script.children))) for script in scripts]


def size_of(place: str) -> tuple[int, int]:
    """Return the width and the height of a picture of ours, in pixels."""
    name = place.removeprefix(site_settings.STATIC_URL)
    path = finders.find(name)
    assert path, name
    with Image.open(Path(path)) as picture:
        return picture.size


def _shared_size(client: Client, path: str) -> tuple[int, int]:
    """Return the size of a file of ours, or of a picture that we draw."""
    if path.startswith("/static/"):
        return size_of(path)
    with Image.open(BytesIO(client.get(path).content)) as picture:
        return picture.size


def region(language: str) -> str:
    with translation.override(language):
        return translation.gettext("Brussels-Capital Region")
