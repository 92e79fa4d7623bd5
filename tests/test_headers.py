"""Every public address: well-formed pages, safe headers, and no cookie, whatever it answers."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from django.utils import translation
from pytest_django import Settings

from config import csp
from config.languages import LANGUAGES
from tests.kinds import BESIDES, KINDS, Answer, everywhere, furnish
from tests.pages import Element, read
from tests.spaces.views import test_machines

pytestmark = pytest.mark.django_db

HTML = Answer("").type

Pages = list[tuple[str, Element]]


class Given(NamedTuple):
    """An address, the answer that was expected, and the one that the site gave."""

    expected: Answer
    response: HttpResponse

    @property
    def path(self) -> str:
        return self.expected.address

    @property
    def is_page(self) -> bool:
        return self.response["Content-Type"] == HTML and bool(self.response.content)


@pytest.fixture(scope="module")
def furnished(module_db: None) -> None:
    furnish()


@pytest.fixture(scope="module")
def answers(furnished: None) -> list[Given]:
    """Ask once for all that the public can ask for: every test looks at the same answers."""
    return [*_ask_for_pages(list(LANGUAGES)), *_ask_besides("en"), *_ask_besides("de")]


@pytest.fixture(scope="module")
def answers_to_cookies(furnished: None) -> list[Given]:
    """Ask once more, in one language, as a browser that brings cookies."""
    cookies = {"sessionid": "x" * 32, "csrftoken": "y" * 32}
    return [*_ask_for_pages(["en"], cookies), *_ask_besides("de", cookies)]


@pytest.fixture(scope="module")
def pages(answers: list[Given]) -> Pages:
    """Return every answer that is a page of HTML."""
    return [(given.path, read(given.response)) for given in answers if given.is_page]


def _ask_for_pages(languages: list[str], cookies: dict[str, str] | None = None) -> Iterator[Given]:
    client = _visitor("de", cookies)
    for kind, language in everywhere():
        if language in languages:
            expected = Answer(kind.address(language), kind.status)
            yield Given(expected, kind.answer(language, client))


def _ask_besides(language: str, cookies: dict[str, str] | None = None) -> Iterator[Given]:
    client = _visitor(language, cookies)
    for expected in BESIDES:
        yield Given(expected, client.get(expected.address))


def _visitor(language: str, cookies: dict[str, str] | None) -> Client:
    """Return somebody to whom nothing is answered from the cache that another one filled."""
    cache.clear()
    client = Client(enforce_csrf_checks=True, headers={"Accept-Language": language})
    client.cookies.load(cookies or {})
    return client


def routes(resolver: URLResolver, within: str = "") -> Iterator[str]:
    """Yield the name of every public route: its own, else that of its view."""
    for pattern in resolver.url_patterns:
        where = within + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, where)
        elif isinstance(pattern, URLPattern) and not where.startswith("admin/"):
            yield pattern.name or pattern.callback.__name__


def route_of(path: str) -> str:
    """Return the name of an address's route, as `routes` calls it; "" where it has none."""
    place = path.partition("?")[0]
    with translation.override(translation.get_language_from_path(place)):
        try:
            found = resolve(place)
        except Resolver404:
            return ""
    return found.url_name or found.func.__name__


def test_every_route_is_asked_for(answers: list[Given]) -> None:
    unasked = set(routes(get_resolver())) - {route_of(given.path) for given in answers}

    assert unasked == set(), "a page needs a line in KINDS of tests/kinds.py, else one in BESIDES"


def test_every_page_is_of_a_kind(answers: list[Given]) -> None:
    shown = {
        route_of(given.path)
        for given in answers
        if given.is_page and given.response.status_code == 200
    }

    assert shown == {kind.route for kind in KINDS}, "a page needs a line in KINDS of tests/kinds.py"


def test_pages_that_search_engines_may_list_are_described_to_them(answers: list[Given]) -> None:
    listed = {
        route_of(given.path)
        for given in answers
        if given.is_page
        and given.response.status_code == 200
        and not read(given.response).all("meta", name="robots")
        and "?" not in given.path
        and given.path != "/"  # in no language
    }

    assert listed == {name for name, _args in test_machines.KINDS}


def test_answers_are_what_their_kind_says(answers: list[Given]) -> None:
    wrong = [
        (given.path, given.response.status_code, given.response["Content-Type"])
        for given in answers
        if (given.response.status_code, given.response["Content-Type"]) != given.expected[1:]
    ]

    assert wrong == []


def test_what_a_visitor_says_of_themselves_is_kept_by_no_cache(answers: list[Given]) -> None:
    """What is public is one and the same for everybody: no position, no form's token, no error."""
    public = [given for given in answers if "public" in given.response.get("Cache-Control", "")]
    wrong = [
        given.path
        for given in public
        if given.response.status_code != 200
        or re.search(r"\b(lat|lng|t)=", given.path)
        or (given.is_page and read(given.response).all("form", method="post"))
        or (given.is_page and "Accept-Language" in given.response.get("Vary", ""))
    ]

    assert len(public) > 200
    assert wrong == []


def test_every_page_has_one_heading_a_title_and_a_language(pages: Pages) -> None:
    wrong = [
        path
        for path, page in pages
        if len(page.all("h1")) != 1
        or not page.one("h1").text
        or not page.one("title").text
        or page.one("html")["lang"] not in LANGUAGES
        or not page.all("meta", name="viewport")
    ]

    assert wrong == []


def test_every_page_has_one_main_part_and_a_link_that_skips_to_it(pages: Pages) -> None:
    for path, page in pages:
        main = page.one("main")
        if path != "/":
            assert page.all("a", class_="skip")[0]["href"] == f"#{main['id']}", path


def test_no_page_skips_a_level_of_heading(pages: Pages) -> None:
    skips = {}
    for path, page in pages:
        levels = [int(tag[1]) for tag in (e.tag for e in page.all()) if re.match(r"h[1-6]$", tag)]
        if any(deeper - level > 1 for level, deeper in zip([0, *levels], levels, strict=False)):
            skips[path] = levels

    assert skips == {}


def test_no_page_uses_an_id_twice(pages: Pages) -> None:
    twice = {
        path: [name for name in ids if ids.count(name) > 1]
        for path, page in pages
        if len(ids := [element["id"] for element in page.all(id=True)]) != len(set(ids))
    }

    assert twice == {}


def test_references_between_elements_lead_somewhere(pages: Pages) -> None:
    lost = [
        (path, element.tag, element[name])
        for path, page in pages
        for name in ("for", "aria-labelledby", "aria-describedby")
        for element in page.all()
        if name in element.attributes and not page.all(id=element[name])
    ]

    assert lost == []


def test_every_link_leads_somewhere(pages: Pages) -> None:
    leading_nowhere = [
        (path, link.text)
        for path, page in pages
        for link in page.all("a")
        if not link.attributes.get("href", "").strip()
    ]

    assert leading_nowhere == []


def test_every_field_and_button_has_a_name(pages: Pages) -> None:
    nameless = [
        (path, field.attributes)
        for path, page in pages
        for field in page.all("input") + page.all("select") + page.all("button")
        if field.attributes.get("type") != "hidden"
        and not field.text
        and not field.attributes.get("aria-label")
        and not page.all("label", for_=field.attributes.get("id", "?"))
        and not [label for label in page.all("label") if field in label.all()]
    ]

    assert nameless == []


def test_every_picture_has_an_alternative(pages: Pages) -> None:
    assert [path for path, page in pages if page.all("img", alt=False)] == []


def test_no_page_holds_script_or_style_of_its_own(pages: Pages) -> None:
    own = []
    for path, page in pages:
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


def test_pages_take_everything_from_the_site_itself(pages: Pages) -> None:
    elsewhere = [
        (path, element["src" if "src" in element.attributes else "href"])
        for path, page in pages
        for element in page.all("script", src=True)
        + page.all("img")
        + page.all("link", rel="stylesheet")
        + page.all("link", rel="icon")
        if not element["src" if "src" in element.attributes else "href"].startswith("/")
    ]

    assert elsewhere == []


def test_links_to_other_sites_give_them_no_handle_on_ours(pages: Pages) -> None:
    wrong = [
        (path, link["href"])
        for path, page in pages
        for link in page.all("a")
        if re.match(r"https?://", link["href"]) and "noopener" not in link.attributes.get("rel", "")
    ]

    assert wrong == []


def test_no_page_shows_what_only_programs_understand(pages: Pages) -> None:
    signs = re.compile(
        r"__proxy__|object at 0x|&lt;(span|bdi)|%\(\w+\)[sd]|\{\{|\{%|\bNone\b|\bnan\b"
    )

    found = {path: match.group() for path, page in pages if (match := signs.search(page.text))}

    assert found == {}


def test_answers_carry_the_headers_of_a_careful_site(answers: list[Given]) -> None:
    for given in answers:
        headers = given.response.headers
        is_picture = given.path.startswith(("/map/", "/tiles/")) and not given.is_page
        pictures_policy = {
            "default-src": {"'none'"},
            "style-src": {"'unsafe-inline'"},
            "frame-ancestors": {"'none'"},
        }
        assert headers["X-Content-Type-Options"] == "nosniff", given.path
        assert headers["X-Frame-Options"] == "DENY", given.path
        assert headers["Referrer-Policy"] == "same-origin", given.path
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin", given.path
        assert headers["Permissions-Policy"] == (
            "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"
        ), given.path
        expected = {
            "default-src": {"'self'"},
            "script-src": {"'self'"},
            "style-src": {"'self'"},
            "img-src": {"'self'", "data:"},
            "connect-src": {"'self'"},
            "object-src": {"'none'"},
            "base-uri": {"'none'"},
            "form-action": {"'self'"},
            "frame-ancestors": {"'none'"},
        }
        policy = policy_of(headers["Content-Security-Policy"])
        is_drawn = is_picture and given.response.status_code == 200
        assert policy == (pictures_policy if is_drawn else expected), given.path


def policy_of(header: str) -> dict[str, set[str]]:
    directives = (directive.split() for directive in header.split(";") if directive.strip())
    return {name: set(sources) for name, *sources in directives}


def test_answers_set_no_cookie_and_heed_none(
    answers: list[Given], answers_to_cookies: list[Given]
) -> None:
    wrong = [
        given.path
        for given in answers + answers_to_cookies
        if given.response.cookies or "Cookie" in given.response.get("Vary", "")
    ]

    assert wrong == []


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
