"""Every kind of page by keyboard, without scripts, in the system's colours, and without motion."""

from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.examined import EVERY_KIND, NARROW, WIDE, measured, unfold, visit
from tests.e2e.site import Site
from tests.kinds import Kind

STOPS = 500  # more than any page has


def tab_through(page: Page, key: str = "Tab") -> list[str]:
    """Press Tab until the page is left; return every way in which the focus was lost to sight."""
    problems: list[str] = []
    for _stop in range(STOPS):
        page.keyboard.press(key)
        if page.evaluate("document.activeElement === document.body"):
            return problems
        problems += measured(page, "focusProblems()")
    return [*problems, "the focus goes round and round"]


@EVERY_KIND
def test_focus_is_seen_wherever_it_goes(
    new_page: NewPage, furnished: Site, kind: Kind, language: str
) -> None:
    page = new_page(base_url=furnished.url, locale="de", viewport=NARROW, reduced_motion="reduce")
    visit(page, kind, language)
    unfold(page)
    page.evaluate("document.activeElement.blur()")

    assert tab_through(page) == []


def test_focus_is_seen_on_the_map_and_back(new_page: NewPage, furnished: Site) -> None:
    page = new_page(base_url=furnished.url, viewport=WIDE, reduced_motion="reduce")
    page.goto("/en/spaces/?q=Simonis")
    unfold(page)
    page.evaluate("document.activeElement.blur()")

    assert tab_through(page) == []
    assert tab_through(page, "Shift+Tab") == []


@EVERY_KIND
def test_page_is_whole_without_scripts(
    new_page: NewPage, furnished: Site, kind: Kind, language: str
) -> None:
    page = new_page(base_url=furnished.url, locale="de", viewport=NARROW, java_script_enabled=False)

    visit(page, kind, language)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert measured(page, "deadButtons()") == []
    assert measured(page, "tooWide()") == []


@EVERY_KIND
def test_page_keeps_its_meaning_in_the_systems_colours(
    new_page: NewPage, furnished: Site, kind: Kind, language: str
) -> None:
    page = new_page(base_url=furnished.url, locale="de", viewport=WIDE, forced_colors="active")
    visit(page, kind, language)
    unfold(page)

    assert measured(page, "edgeless()") == []
    assert measured(page, "toldByBackground()") == []


@EVERY_KIND
def test_page_stands_still_for_whom_motion_hurts(
    new_page: NewPage, furnished: Site, kind: Kind, language: str
) -> None:
    page = new_page(base_url=furnished.url, locale="de", viewport=WIDE, reduced_motion="reduce")
    visit(page, kind, language)
    unfold(page)

    assert measured(page, "moving()") == []
