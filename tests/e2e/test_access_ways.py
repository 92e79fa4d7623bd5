"""Every kind of page by keyboard, without scripts, in the system's colours, and without motion."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.examined import (
    EVERY_KIND,
    NARROW,
    WIDE,
    Found,
    measure,
    measured,
    unfold,
    visit,
    wrong,
)
from tests.e2e.on_map import rest
from tests.kinds import Kind

STOPS = 500  # more than any page has
FOCUS = "document.activeElement === document.body ? null : focusProblems()"


def tab_through(page: Page, key: str = "Tab") -> list[str]:
    """Press Tab until the page is left; return every way in which the focus was lost to sight."""
    problems: list[str] = []
    focus = measure(page, FOCUS)
    for _stop in range(STOPS):
        page.keyboard.press(key)
        found = focus.evaluate("(measure) => measure()")
        if found is None:
            return problems
        problems += found
    return [*problems, "the focus goes round and round"]


@EVERY_KIND
def test_page_serves_eyes_and_hands_of_every_kind(
    shared_page: NewPage, kind: Kind, language: str
) -> None:
    page = shared_page(viewport=WIDE, reduced_motion="reduce")
    visit(page, kind, language)
    unfold(page)

    found: Found = {"moving": measured(page, "moving()")}
    page.emulate_media(forced_colors="active", reduced_motion="no-preference")
    found["without an edge, in the system's colours"] = measured(page, "edgeless()")
    found["told by its background alone"] = measured(page, "toldByBackground()")
    page.emulate_media(forced_colors="none", reduced_motion="reduce")
    page.set_viewport_size(NARROW)
    rest(page)  # the map makes itself as narrow, and its pins with it
    page.evaluate("document.activeElement.blur()")
    found["focus, narrow"] = tab_through(page)

    assert wrong(found) == {}


def test_focus_is_seen_on_the_map_and_back(shared_page: NewPage) -> None:
    page = shared_page(viewport=WIDE, reduced_motion="reduce")
    page.goto("/en/spaces/?q=Simonis")
    unfold(page)
    page.evaluate("document.activeElement.blur()")

    assert tab_through(page) == []
    assert tab_through(page, "Shift+Tab") == []


@EVERY_KIND
def test_page_is_whole_without_scripts(shared_page: NewPage, kind: Kind, language: str) -> None:
    page = shared_page(viewport=NARROW, java_script_enabled=False)

    visit(page, kind, language)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert measured(page, "deadButtons()") == []
    assert measured(page, "tooWide()") == []
