"""Somebody tells us what is wrong: two taps, with or without scripts, and their words are kept."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits
from tests.e2e.site import Site
from tests.kinds import sent

PHONE = {"width": 320, "height": 640}
SPACE = "/en/spaces/koekeltech/"
REPORT, MISSING = "report F3DJD", "missing space"  # what a form is for


def reports(site: Site) -> str:
    show = "from spaces.models import Report; print(*Report.objects.values_list('kind', 'text'))"
    return site.manage("shell", "--no-imports", "-c", show).strip()


def take_time(page: Page, purpose: str) -> None:
    """Make the form that is shown a minute old: people take their time, robots do not."""
    older = sent(purpose)()["token"]
    page.locator("input[name=token]").evaluate_all(
        "(inputs, token) => { for (const input of inputs) input.value = token; }", older
    )


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_visitor_reports_an_error_in_two_taps(
    own_site: Site, new_page: NewPage, javascript: bool
) -> None:
    page = new_page(
        base_url=own_site.url, viewport=PHONE, java_script_enabled=javascript, has_touch=True
    )
    taps = 0

    page.goto(SPACE)
    for name in ("Something wrong? Tell us.", "The hours are wrong"):
        target = page.get_by_text(name, exact=True)
        expect(target).to_be_visible()
        take_time(page, REPORT)
        target.tap()
        taps += 1

    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. You help everybody.")
    expect(page).to_have_url(re.compile(rf"{SPACE}report/thanks/$"))
    assert taps == 2
    assert reports(own_site) == "('hours', '')"
    assert page.context.cookies() == []

    page.reload()
    page.get_by_role("link", name=re.compile("Back to")).click()
    expect(page).to_have_url(re.compile(rf"{SPACE}$"))
    assert reports(own_site) == "('hours', '')", "loading the thanks again sends nothing"


def test_visitor_who_was_too_fast_keeps_their_words(own_site: Site, new_page: NewPage) -> None:
    page = new_page(base_url=own_site.url, java_script_enabled=False)
    words = page.get_by_label("Something else? Tell us in a few words.")

    page.goto(f"{SPACE}report/")
    words.fill("The bell is broken.")
    page.get_by_role("button", name="Send").click()

    expect(page.get_by_role("alert")).to_have_text("That was very fast. Please send it again.")
    expect(words).to_have_value("The bell is broken.")
    take_time(page, REPORT)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. You help everybody.")
    assert reports(own_site) == "('other', 'The bell is broken.')"


def test_visitor_fills_in_the_missing_place_with_the_keyboard(
    own_site: Site, new_page: NewPage
) -> None:
    page = new_page(base_url=own_site.url, java_script_enabled=False)

    page.goto("/en/missing-place/")
    page.get_by_label("The name of the place").focus()
    page.keyboard.type("Café Éclair")
    page.keyboard.press("Tab")
    page.keyboard.type("Place Flagey")
    take_time(page, MISSING)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/en/missing-place/thanks/$"))


@pytest.mark.parametrize("path", [f"{SPACE}report/", "/fr/lieu-manquant/", "/nl/plek-ontbreekt/"])
def test_form_fits_a_narrow_phone(new_page: NewPage, path: str) -> None:
    page: Page = new_page(viewport=PHONE)

    page.goto(path)

    assert fits(page)
    for button in page.locator("main button, main .back").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
    expect(page.locator(".trap")).to_be_hidden()
