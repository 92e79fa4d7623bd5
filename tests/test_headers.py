"""Every public address: well-formed pages, safe headers, and no cookie, whatever it answers."""

import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings

from config import csp
from config.languages import LANGUAGES
from tests.factories import CharacterFactory, CourseFactory, SpaceFactory
from tests.kinds import KINDS
from tests.pages import Element, body, read

pytestmark = pytest.mark.django_db

# An address of every kind that the URLconf knows, by the name of its route.
ADDRESSES = {
    "choose_language": ["/"],
    "home": ["/fr/", "/nl/", "/en/"],
    "results": ["/fr/espaces/", "/nl/ruimtes/?q=1081&free=1", "/en/spaces/?open=now&page=2"],
    "space": [
        "/fr/espaces/koekeltech/",
        "/nl/ruimtes/koekeltech/",
        "/en/spaces/sample-jette/",
        "/en/spaces/gone/",
        "/en/spaces/old/",
        "/en/spaces/no-such-space/",
    ],
    "right_segment": ["/nl/espaces/koekeltech/"],
    "short_link": ["/s/F3DJD", "/S/f3djd", "/s/22222"],
    "short_link_code": ["/s/F3DJD/qr.svg"],
    "spaces_geojson": ["/api/spaces.geojson?lang=nl", "/api/spaces.geojson?page=abc"],
    "places": ["/api/places?q=simo"],
    "space_easy": ["/fr/espaces/koekeltech/facile/", "/en/spaces/sample-jette/easy/"],
    "still_right": ["/en/still-right/", "/fr/toujours-exact/?t=x", "/nl/nog-juist/"],
    "still_right_thanks": ["/en/still-right/thanks/"],
    "guide": ["/en/guide/"],
    "guide_step": ["/en/guide/need/", "/nl/gids/where/?need=learn", "/en/guide/none/"],
    "courses": ["/fr/apprendre/", "/nl/leren/?q=1081&time=weekend", "/en/learn/?when=soon"],
    "course": ["/fr/apprendre/sample-email/", "/en/learn/over/", "/nl/leren/none/"],
    "course_easy": ["/nl/leren/sample-email/eenvoudig/", "/en/learn/over/easy/"],
    "campaign": ["/fr/campagne/", "/nl/campagne/", "/en/campaign/", "/ar/campaign/"],
    "campaign_of_year": ["/en/campaign/2001/", "/fr/campagne/2021/", "/nl/campagne/1999/"],
    "campaign_easy": ["/fr/campagne/facile/", "/ar/campaign/easy/"],
    "campaign_of_year_easy": ["/nl/campagne/2001/eenvoudig/", "/en/campaign/1999/easy/"],
    "character": ["/fr/campagne/salima/", "/ar/campaign/manu/", "/en/campaign/nobody/"],
    "character_of_year": ["/en/campaign/2001/salima/", "/nl/campagne/2021/salima/"],
    "poster": ["/fr/affiche/7K3PM/", "/ar/poster/t3zek/", "/en/poster/22222/"],
    "typed_code": ["/q/", "/Q?code=22222", "/q/?code=7k3pm"],
    "scan": ["/q/7K3PM", "/Q/t3zek", "/q/22222"],
    "poster_code": ["/q/7K3PM/qr.svg", "/Q/t3zek/qr.png"],
    "character_easy": ["/fr/campagne/manu/facile/", "/en/campaign/sander/easy/"],
    "character_of_year_easy": ["/nl/campagne/2001/salima/eenvoudig/"],
    "sheet": ["/en/sheet/?space=koekeltech&for=nl", "/fr/fiche/", "/en/sheet/?space=none"],
    "report": ["/en/spaces/koekeltech/report/"],
    "report_thanks": ["/en/spaces/koekeltech/report/thanks/"],
    "missing_space": ["/en/missing-place/"],
    "missing_space_thanks": ["/en/missing-place/thanks/"],
    "about": ["/fr/a-propos/", "/nl/over-deze-site/"],
    "questions": ["/nl/vragen/"],
    "accessibility": ["/en/accessibility/", "/fr/accessibilite/"],
    "privacy": ["/fr/vie-privee/"],
    "legal": ["/en/legal-notice/"],
    "photo": [f"/media/photos/{'0' * 32}.jpg"],
    "booklet": ["/booklet/fr.pdf"],
    "manifest": ["/en/manifest.webmanifest"],
    "offline": ["/fr/sur-mon-telephone/", "/nl/op-mijn-telefoon/?kept=1", "/en/on-my-phone/"],
    "offline_space": [
        "/fr/sur-mon-telephone/koekeltech/",
        "/en/on-my-phone/sample-jette/?kept=1",
        "/en/on-my-phone/gone/",
        "/en/on-my-phone/old/",
    ],
    "worker": ["/sw.js"],
    "robots": ["/robots.txt"],
    "security_txt": ["/.well-known/security.txt"],
    "llms": ["/llms.txt"],
    "sitemap": ["/sitemap.xml"],
    "healthz": ["/healthz"],
    "readyz": ["/readyz"],
    # What is wrong is answered as carefully as what is right.
    None: [
        "/nowhere/",
        "/en/spaces/?lat=50.847&lng=4.353",
        "/en/spaces/?lat=48.85&lng=2.35",
        "/en/spaces/?page=999",
        "/en/spaces/?q=xqzzy",
    ],
}
EVERY = [path for paths in ADDRESSES.values() for path in paths]


@pytest.fixture(autouse=True)
def _spaces() -> None:
    SpaceFactory(slug="gone", closed_for_good=True)
    CharacterFactory(slug="salima", campaign__year=2001)
    CourseFactory(slug="over", once=True, first_day=date(2026, 1, 10))
    space = SpaceFactory(slug="old")
    space.slug = "new"
    space.save()


def routes(resolver: URLResolver, within: str = "") -> Iterator[str]:
    """Yield the name of every public route: its own, else that of its view."""
    for pattern in resolver.url_patterns:
        where = within + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, where)
        elif isinstance(pattern, URLPattern) and not where.startswith("admin/"):
            yield pattern.name or pattern.callback.__name__


_read: list[tuple[str, Element]] = []


def pages(client: Client) -> list[tuple[str, Element]]:
    """Return every answer that is a page of HTML; read once, as every test starts from the same."""
    if not _read:
        for path, language in product(EVERY, ("en", "de")):
            response = client.get(path, headers={"Accept-Language": language})
            if response["Content-Type"].startswith("text/html") and body(response):
                _read.append((path, read(response)))
    return _read


def test_addresses_are_of_every_kind_there_is() -> None:
    assert set(routes(get_resolver())) == {name for name in ADDRESSES if name}


def test_every_page_is_of_a_kind_that_is_looked_at(client: Client) -> None:
    shown = {
        name
        for name, paths in ADDRESSES.items()
        for response in (client.get(path, headers={"Accept-Language": "de"}) for path in paths)
        if name and response.status_code == 200 and response["Content-Type"].startswith("text/html")
    }

    assert shown == {kind.route for kind in KINDS}, "each route needs a line in tests/kinds.py"


def test_every_page_has_one_heading_a_title_and_a_language(client: Client) -> None:
    wrong = [
        path
        for path, page in pages(client)
        if len(page.all("h1")) != 1
        or not page.one("h1").text
        or not page.one("title").text
        or page.one("html")["lang"] not in LANGUAGES
        or not page.all("meta", name="viewport")
    ]

    assert wrong == []


def test_every_page_has_one_main_part_and_a_link_that_skips_to_it(client: Client) -> None:
    for path, page in pages(client):
        main = page.one("main")
        if path != "/":
            assert page.all("a", class_="skip")[0]["href"] == f"#{main['id']}", path


def test_no_page_skips_a_level_of_heading(client: Client) -> None:
    skips = {}
    for path, page in pages(client):
        levels = [int(tag[1]) for tag in (e.tag for e in page.all()) if re.match(r"h[1-6]$", tag)]
        if any(deeper - level > 1 for level, deeper in zip([0, *levels], levels, strict=False)):
            skips[path] = levels

    assert skips == {}


def test_no_page_uses_an_id_twice(client: Client) -> None:
    twice = {
        path: [name for name in ids if ids.count(name) > 1]
        for path, page in pages(client)
        if len(ids := [element["id"] for element in page.all(id=True)]) != len(set(ids))
    }

    assert twice == {}


def test_references_between_elements_lead_somewhere(client: Client) -> None:
    lost = [
        (path, element.tag, element[name])
        for path, page in pages(client)
        for name in ("for", "aria-labelledby", "aria-describedby")
        for element in page.all()
        if name in element.attributes and not page.all(id=element[name])
    ]

    assert lost == []


def test_every_field_and_button_has_a_name(client: Client) -> None:
    nameless = [
        (path, field.attributes)
        for path, page in pages(client)
        for field in page.all("input") + page.all("select") + page.all("button")
        if field.attributes.get("type") != "hidden"
        and not field.text
        and not field.attributes.get("aria-label")
        and not page.all("label", for_=field.attributes.get("id", "?"))
        and not [label for label in page.all("label") if field in label.all()]
    ]

    assert nameless == []


def test_every_picture_has_an_alternative(client: Client) -> None:
    assert [path for path, page in pages(client) if page.all("img", alt=False)] == []


def test_no_page_holds_script_or_style_of_its_own(client: Client) -> None:
    own = []
    for path, page in pages(client):
        own += [
            (path, element.tag, name)
            for element in page.all()
            for name in element.attributes
            if name == "style" or name.startswith("on")
        ]
        own += [(path, "style", "") for _ in page.all("style")]
        for script in page.all("script", src=False):
            assert script["type"] in {"application/ld+json", "application/json"}, path
            json.loads("".join(str(child) for child in script.children))

    assert own == []


def test_pages_take_everything_from_the_site_itself(client: Client) -> None:
    elsewhere = [
        (path, element["src" if "src" in element.attributes else "href"])
        for path, page in pages(client)
        for element in page.all("script", src=True)
        + page.all("img")
        + page.all("link", rel="stylesheet")
        + page.all("link", rel="icon")
        if not element["src" if "src" in element.attributes else "href"].startswith("/")
    ]

    assert elsewhere == []


def test_links_to_other_sites_give_them_no_handle_on_ours(client: Client) -> None:
    wrong = [
        (path, link["href"])
        for path, page in pages(client)
        for link in page.all("a")
        if re.match(r"https?://", link["href"]) and "noopener" not in link.attributes.get("rel", "")
    ]

    assert wrong == []


def test_no_page_shows_what_only_programs_understand(client: Client) -> None:
    signs = re.compile(
        r"__proxy__|object at 0x|&lt;(span|bdi)|%\(\w+\)[sd]|\{\{|\{%|\bNone\b|\bnan\b"
    )

    found = {
        path: match.group() for path, page in pages(client) if (match := signs.search(page.text))
    }

    assert found == {}


@pytest.mark.parametrize("path", EVERY)
def test_answer_carries_the_headers_of_a_careful_site(client: Client, path: str) -> None:
    headers = client.get(path, headers={"Accept-Language": "de"}).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == (
        "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"
    )
    policy = policy_of(headers["Content-Security-Policy"])
    assert policy == {
        "default-src": {"'self'"},
        "script-src": {"'self'"},
        "style-src": {"'self'"},
        "img-src": {"'self'", "data:", "https://geoservices-urbis.irisnet.be"},
        "connect-src": {"'self'"},
        "object-src": {"'none'"},
        "base-uri": {"'none'"},
        "form-action": {"'self'"},
        "frame-ancestors": {"'none'"},
    }


def policy_of(header: str) -> dict[str, set[str]]:
    directives = (directive.split() for directive in header.split(";") if directive.strip())
    return {name: set(sources) for name, *sources in directives}


@pytest.mark.parametrize("cookies", [{}, {"sessionid": "x" * 32, "csrftoken": "y" * 32}])
@pytest.mark.parametrize("path", EVERY)
def test_answer_sets_no_cookie_and_heeds_none(
    client: Client, path: str, cookies: dict[str, str]
) -> None:
    client.cookies.load(cookies)

    response = client.get(path)

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_site_on_https_asks_browsers_to_stay_there(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000

    plain = client.get("/en/spaces/?q=1081")
    secure = client.get("/en/spaces/", secure=True)

    assert plain.status_code == 301
    assert plain["Location"] == "https://testserver/en/spaces/?q=1081"
    assert secure["Strict-Transport-Security"].startswith("max-age=31536000")


@pytest.mark.parametrize(
    ("tiles", "sources"),
    [
        (["https://tiles.example/{z}/{x}/{y}.png"], ["https://tiles.example"]),
        (["https://{s}.tiles.example/{z}.png"], ["https://*.tiles.example"]),
        (["http://127.0.0.1:9000/{z}/{x}/{y}"], ["http://127.0.0.1:9000"]),
        (["/tiles/{z}/{x}/{y}.png"], []),
        ([""], []),
    ],
)
def test_policy_lets_in_pictures_of_the_tiles_host_and_nothing_else(
    tiles: list[str], sources: list[str]
) -> None:
    directives = csp.policy(tiles)["DIRECTIVES"]

    assert isinstance(directives, dict)
    assert directives["img-src"] == ["'self'", "data:", *sources]
    assert {name for name, allowed in directives.items() if set(sources) & set(allowed)} <= {
        "img-src"
    }
