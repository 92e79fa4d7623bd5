"""How the tests of accessibility go to a kind of page, and what they measure there."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import JSHandle, Page, Response, Route, expect

from config.languages import DEFAULT
from tests.e2e.on_map import MOVING
from tests.kinds import Kind, everywhere

MEASURES = (Path(__file__).parent / "measures.js").read_text()
NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
ENLARGED = {"width": 320, "height": 256}  # a window of 1280 × 1024, at 400 %

# WCAG 1.4.12: with these, nothing may be lost.
TEXT_SPACING = """
  * {
    line-height: 1.5 !important;
    letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important;
  }
  p { margin-block-end: 2em !important; }
"""
_ADD_STYLE = """
  (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }
"""  # a way that the site's policy leaves open

Found = dict[str, list[str]]  # what is wrong, by what was asked


# What goes to every page, and what goes to every kind of page, in one language.
PAGES = {f"{kind.name}-{language}": (kind, language) for kind, language in everywhere()}
EVERY_PAGE = pytest.mark.parametrize(("kind", "language"), PAGES.values(), ids=PAGES)
KINDS = {name: page for name, page in PAGES.items() if page[1] == DEFAULT}
EVERY_KIND = pytest.mark.parametrize(("kind", "language"), KINDS.values(), ids=KINDS)


def visit(page: Page, kind: Kind, language: str) -> Response:
    """Go to a kind of page, as a browser that sends the form does where there is one to send."""
    address = kind.address(language)

    def send(route: Route) -> None:
        assert kind.sent
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        route.continue_(method="POST", post_data=urlencode(kind.sent()), headers=headers)

    if kind.sent:
        page.route(f"**{address}", send, times=1)
    response = page.goto(address)
    assert response
    assert response.status == kind.status, address
    return response


def unfold(page: Page) -> None:
    """Wait for the map, where there is one in sight, and open what is folded."""
    is_in_sight = page.locator("[data-dps-map]").count() and page.viewport_size == WIDE
    if is_in_sight:
        expect(page.locator(MOVING)).to_be_attached()
    for summary in page.locator("main summary").all():
        summary.click()


def fits(page: Page) -> bool:
    """Return whether the page, once its style sheets are there, is no wider than its window."""
    page.wait_for_load_state()
    assert page.viewport_size
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width <= page.viewport_size["width"]


def measured(page: Page, measure: str) -> Any:
    """Return what a function of measures.js finds on the page: `smallTargets(44)`."""
    return page.evaluate(f"() => {{ {MEASURES}; return {measure}; }}")


def measure(page: Page, measure: str) -> JSHandle:
    """Return a function of the page that measures this whenever it is called."""
    return page.evaluate_handle(f"() => {{ {MEASURES}; return () => {measure}; }}")


def space_out(page: Page) -> None:
    """Set the page's text as wide as a reader may want it."""
    page.evaluate(_ADD_STYLE, TEXT_SPACING)


def wrong(found: Found) -> Found:
    """Leave out what was asked and is right."""
    return {asked: problems for asked, problems in found.items() if problems}
