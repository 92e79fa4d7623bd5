"""From the home page to a report, by keyboard alone, with the focus in sight at every step."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.examined import NARROW, WIDE, measured
from tests.e2e.site import Site

STOPS = 200  # of a page, before we give up


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus; it must be in sight wherever it stops."""
    expect(target).to_be_visible()
    page.wait_for_load_state()
    wanted = target.element_handle()
    for _stop in range(STOPS):
        page.keyboard.press("Tab")
        assert measured(page, "focusProblems()") == []
        if page.evaluate("wanted => document.activeElement === wanted", wanted):
            return
    raise AssertionError(f"Tab does not lead to {target}")


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_resident_finds_a_space_and_reports_it_by_keyboard(
    new_page: NewPage, furnished: Site, javascript: bool, viewport: dict[str, int]
) -> None:
    page = new_page(
        base_url=furnished.url,
        viewport=viewport,
        java_script_enabled=javascript,
        reduced_motion="reduce",
    )
    heading = page.get_by_role("heading", level=1)
    filters = page.get_by_role("navigation", name="Filters")
    asked = page.get_by_role("navigation", name="What you ask for")

    page.goto("/en/")
    tab_to(page, page.locator("#where"))
    page.keyboard.type("simonis")
    page.keyboard.press("Enter")
    expect(heading).to_contain_text("Simonis")

    tab_to(page, filters.get_by_role("link", name=re.compile("^Free")))
    page.keyboard.press("Enter")
    expect(asked.get_by_role("link", name=re.compile("^Remove this choice: *Free"))).to_be_visible()

    first = page.locator("[data-dps-space] h2 a").first
    name = first.inner_text()
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(heading).to_contain_text(name)

    tab_to(page, page.get_by_role("link", name="Something wrong? Tell us."))
    page.keyboard.press("Enter")
    expect(heading).to_have_text("What is wrong?")

    tab_to(page, page.get_by_role("button", name="The hours are wrong"))
    page.keyboard.press("Enter")  # sooner than anybody fills in a form: it comes back, and says so
    expect(page.get_by_role("alert")).to_be_visible()


def test_suggestion_is_chosen_by_keyboard(new_page: NewPage, furnished: Site) -> None:
    page = new_page(base_url=furnished.url, viewport=NARROW, reduced_motion="reduce")
    page.goto("/en/")
    tab_to(page, page.locator("#where"))

    page.keyboard.type("flag")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Flagey")


def test_first_stop_skips_to_the_content(new_page: NewPage, furnished: Site) -> None:
    page = new_page(base_url=furnished.url, viewport=NARROW, reduced_motion="reduce")
    page.goto("/en/spaces/")

    page.keyboard.press("Tab")
    assert measured(page, "focusProblems()") == []
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


def title_of(page: Page) -> str:
    """Return the heading of a page; where its lines may break is nothing to a voice."""
    heading = page.get_by_role("heading", level=1).inner_text()
    return heading.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    "query", ["", "?q=Simonis&service=printing", "?q=Flagey&free=1&radius=500"]
)
def test_count_is_the_first_thing_that_is_read_out(
    new_page: NewPage, furnished: Site, query: str
) -> None:
    """A filter is a link: the browser reads out the title of the page that it leads to."""
    page = new_page(base_url=furnished.url)
    page.goto(f"/en/spaces/{query}")

    count = re.search(r"\d+ places?", title_of(page))

    assert count
    assert count.group() in page.title()
