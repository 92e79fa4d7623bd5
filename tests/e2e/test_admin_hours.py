"""Tuesday's hours change, the commonest job at the desk: with scripts, without, by keyboard."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.on_desk import NAME, PUBLIC_PAGE, open_space, sign_in
from tests.e2e.site import Site

FEWEST = 4  # clicks from the desk's first page: the list, the space, the day, save
TABS = 120  # more than the form needs to get to the hours


@pytest.fixture
def form(page: Page) -> Page:
    """Open a space's form on the shared site, not to be saved."""
    sign_in(page)
    open_space(page)
    return page


def day(page: Page, name: str) -> Locator:
    return page.get_by_role("textbox", name=name, exact=True)


def lines(page: Page) -> Locator:
    return page.locator("[data-dps-lines]")


def change_tuesday(page: Page) -> int:
    """Change Tuesday's hours from the desk's first page; return the number of clicks."""
    tuesday = day(page, "Tuesday")
    clicks = [
        page.get_by_role("link", name="Spaces", exact=True).first,
        page.get_by_role("link", name=NAME, exact=True),
        tuesday,
        page.get_by_role("button", name="Save", exact=True).last,
    ]
    for thing in clicks:
        thing.click()
        if thing is tuesday:
            tuesday.fill("9h-12h30, 13h30-17h")
    expect(page.locator(".messagelist .success")).to_be_visible()
    return len(clicks)


def public_tuesday(page: Page) -> Locator:
    page.goto(PUBLIC_PAGE)
    return page.locator("table.hours tr").filter(has_text="Tuesday")


@pytest.mark.parametrize("has_scripts", [True, False])
def test_tuesday_changes_in_four_clicks(
    own_site: Site, new_page: NewPage, has_scripts: bool
) -> None:
    page = new_page(base_url=own_site.url, java_script_enabled=has_scripts)
    sign_in(page)

    clicks = change_tuesday(page)

    assert clicks == FEWEST
    expect(public_tuesday(page)).to_contain_text("9:00–12:30")
    expect(public_tuesday(page)).to_contain_text("13:30–17:00")


def test_tuesday_changes_by_keyboard_alone(own_site: Site, new_page: NewPage) -> None:
    page = new_page(base_url=own_site.url)
    sign_in(page)
    open_space(page)
    page.locator("body").press("Home")

    for _ in range(TABS):
        page.keyboard.press("Tab")
        if day(page, "Tuesday").evaluate("input => input === document.activeElement"):
            break
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("10-12")
    page.keyboard.press("Enter")

    expect(page.locator(".messagelist .success")).to_be_visible()
    expect(public_tuesday(page)).to_contain_text("10:00–12:00")


def test_day_is_copied_to_others(form: Page) -> None:
    day(form, "Monday").fill("10-12")
    form.get_by_role("button", name="Copy: Monday").click()
    form.get_by_role("button", name="Paste: Saturday").click()
    assert day(form, "Saturday").input_value() == "10-12"
    assert day(form, "Tuesday").input_value() != "10-12"

    form.get_by_role("button", name="Paste on Monday to Friday").click()

    expect(form.get_by_role("button", name="Copy: Monday")).to_be_focused()
    assert [day(form, name).input_value() for name in ("Tuesday", "Friday")] == ["10-12"] * 2
    assert day(form, "Sunday").input_value() == ""
    expect(lines(form)).to_contain_text("Monday to Saturday: 10:00–12:00")


def test_hours_are_read_back_while_one_types(form: Page) -> None:
    form.get_by_label("Hours not known").check()
    expect(form.get_by_text("You wrote hours and chose")).to_have_count(0)
    day(form, "Tuesday").fill("9-12.30 et 14-16")
    assert form.get_by_label("As written below").is_checked()
    expect(lines(form)).to_contain_text("Tuesday: 9:00–12:30, 14:00–16:00")

    day(form, "Tuesday").fill("17-9")

    expect(form.locator("[data-dps-problems]")).to_have_text(
        "Tuesday: “17:00-09:00” closes before it opens."
    )
    expect(lines(form)).to_be_empty()


def test_hours_can_be_written_while_the_preview_is_silent(form: Page) -> None:
    form.route("**/hours-preview/**", lambda route: route.fulfill(status=204))

    day(form, "Tuesday").fill("9-12")

    expect(form.get_by_text("The preview does not answer.")).to_be_visible()
    assert day(form, "Tuesday").input_value() == "9-12"
