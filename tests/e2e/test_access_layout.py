"""Every kind of page holds its words: on a narrow phone, enlarged four times, spaced out."""

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import NewPage
from tests.e2e.examined import EVERY_PAGE, NARROW, TEXT_SPACING, measured, unfold, visit
from tests.e2e.site import Site
from tests.kinds import Kind

LEAST = 44  # pixels of a target
ENLARGED = {"width": 320, "height": 256}  # a window of 1280 × 1024, at 400 %


@pytest.fixture
def narrow(new_page: NewPage, furnished: Site) -> Page:
    """Open a page on a narrow phone, whose language is none of ours."""
    return new_page(base_url=furnished.url, locale="de", viewport=NARROW, bypass_csp=True)


@EVERY_PAGE
def test_page_fits_and_can_be_hit(narrow: Page, kind: Kind, language: str) -> None:
    page = narrow
    visit(page, kind, language)
    unfold(page)

    found = {"too wide": measured(page, "tooWide()"), "cut": measured(page, "clipped()")}
    found["too small"] = measured(page, f"smallTargets({LEAST})")
    page.set_viewport_size(ENLARGED)
    found["too wide, enlarged"] = measured(page, "tooWide()")
    page.add_style_tag(content=TEXT_SPACING)
    found["too wide, spaced"] = measured(page, "tooWide()")
    found["cut, spaced"] = measured(page, "clipped()")

    assert {name: elements for name, elements in found.items() if elements} == {}
