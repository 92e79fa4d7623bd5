"""Every kind of page, in every language, visited once and examined in every setting.

axe-core finds nothing, narrow or wide, light or dark; the page holds its words on a narrow phone,
enlarged four times, spaced out; and a finger hits what is there to be hit.
"""

from playwright.sync_api import Page

from tests.e2e import axe
from tests.e2e.conftest import NewPage
from tests.e2e.examined import (
    ENLARGED,
    EVERY_PAGE,
    NARROW,
    WIDE,
    Found,
    measured,
    space_out,
    unfold,
    visit,
    wrong,
)
from tests.kinds import Kind

LEAST = 44  # pixels of a target


@EVERY_PAGE
def test_page_keeps_nobody_out(shared_page: NewPage, kind: Kind, language: str) -> None:
    page = shared_page(viewport=WIDE)
    visit(page, kind, language)
    unfold(page)
    axe.bring(page)

    found = examined_by_axe(page, "wide")
    page.set_viewport_size(NARROW)
    found |= examined_by_axe(page, "narrow")
    found |= measured_on_a_phone(page)

    assert wrong(found) == {}


def examined_by_axe(page: Page, width: str) -> Found:
    return {f"axe, {width}, {scheme}": axe.violations(page, scheme) for scheme in ("dark", "light")}


def measured_on_a_phone(page: Page) -> Found:
    found = {
        "too wide": measured(page, "tooWide()"),
        "cut": measured(page, "clipped()"),
        "too small": measured(page, f"smallTargets({LEAST})"),
    }
    page.set_viewport_size(ENLARGED)
    found["too wide, enlarged"] = measured(page, "tooWide()")
    space_out(page)
    found["too wide, spaced"] = measured(page, "tooWide()")
    found["cut, spaced"] = measured(page, "clipped()")
    return found
