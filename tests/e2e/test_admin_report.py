"""A visitor's report is handled, one of the commonest jobs: with scripts, without, by keyboard."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.on_desk import PUBLIC_PAGE, sign_in
from tests.e2e.site import Site

MEND = 5  # clicks from the desk's first page: the queue, the report, mend it, the field, save
REFUSE = 3  # the queue, the report, refuse it
TABS = 120  # more than any of these pages needs to get to its button
WORDS = "The phone number is the old one."
REPORT = f"""
from spaces.models import Report, Space
space = Space.objects.get(slug="bibliotheque-sesame")
Report.objects.create(space=space, kind="phone", language="fr", text="{WORDS}")
"""


@pytest.fixture
def reported_site(own_site: Site) -> Site:
    """Serve a site on which one report waits."""
    own_site.manage("shell", "-c", REPORT)
    return own_site


def queue(page: Page) -> Locator:
    return page.get_by_role("link", name="Reports of errors 1")


def report(page: Page) -> Locator:
    return page.locator("#result_list tbody th a")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def phone(page: Page) -> Locator:
    return page.get_by_label("Phone:")


def nothing_waits(page: Page) -> None:
    expect(page.locator(".messagelist .success").first).to_be_visible()
    expect(page.get_by_text("0 reports of errors")).to_be_visible()


def tab_to(page: Page, thing: Locator) -> None:
    """Go to a thing by the tabulator alone."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if thing.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"{thing} is out of the keyboard's reach")


@pytest.mark.parametrize("has_scripts", [True, False])
def test_report_is_mended_in_five_clicks(
    reported_site: Site, new_page: NewPage, has_scripts: bool
) -> None:
    page = new_page(base_url=reported_site.url, java_script_enabled=has_scripts)
    sign_in(page)

    save = page.get_by_role("button", name="Save", exact=True).last
    clicks = [queue(page), report(page), button(page, "Mend the listing"), phone(page), save]
    for thing in clicks:
        if thing is clicks[3]:
            expect(page.get_by_text(WORDS)).to_be_in_viewport()
        thing.click()
        if thing is clicks[3]:
            thing.fill("02 555 01 99")

    assert len(clicks) == MEND
    nothing_waits(page)
    page.goto(PUBLIC_PAGE)
    expect(page.locator('a[href="tel:+3225550199"]').first).to_be_visible()


def test_report_is_refused_in_three_clicks(reported_site: Site, new_page: NewPage) -> None:
    page = new_page(base_url=reported_site.url)
    sign_in(page)

    clicks = [queue(page), report(page), button(page, "Refuse")]
    for thing in clicks:
        thing.click()

    assert len(clicks) == REFUSE
    nothing_waits(page)


def test_report_is_mended_by_keyboard_alone(reported_site: Site, new_page: NewPage) -> None:
    page = new_page(base_url=reported_site.url)
    sign_in(page)

    for thing in (queue(page), report(page), button(page, "Mend the listing")):
        tab_to(page, thing)
        page.keyboard.press("Enter")
        page.wait_for_load_state()
    tab_to(page, phone(page))
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("02 555 01 99")
    page.keyboard.press("Enter")

    nothing_waits(page)
