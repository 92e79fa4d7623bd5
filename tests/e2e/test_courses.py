"""Somebody who works in the week looks for a course, and finds one on a Saturday."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits

PHONE = {"width": 320, "height": 640}


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_resident_finds_a_saturday_course_near_a_place(new_page: NewPage, javascript: bool) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=javascript)

    page.goto("/en/")
    page.get_by_role("link", name="See the courses").click()
    page.locator("[data-dps-asked] > summary").click()
    page.get_by_label("What do you need, and where?").and_(page.locator("input")).fill("Bockstael")
    page.get_by_role("button", name="Search").click()
    filters = page.get_by_role("navigation", name="Filters")
    filters.get_by_role("link", name=re.compile("On Saturday or Sunday")).click()

    expect(page).to_have_url(re.compile(r"/en/learn/\?q=Bockstael&time=weekend$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bockstael")
    cards = page.locator("[data-dps-course]")
    expect(cards.first).to_contain_text("Use my smartphone")
    for card in cards.all():
        expect(card).to_contain_text("Saturday")

    cards.first.get_by_role("heading").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Use my smartphone")
    expect(page.get_by_text("Every Saturday from 10:00 to 12:00")).to_be_visible()

    page.get_by_role("link", name="Easy to read").click()
    expect(page.get_by_text("It is every Saturday.")).to_be_visible()
    page.get_by_role("navigation", name="Languages").get_by_role("link", name="Nederlands").click()
    expect(page).to_have_url(re.compile(r"/nl/leren/[\w-]+/eenvoudig/$"))


def test_resident_combines_all_choices_without_scripts(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/fr/apprendre/")

    page.get_by_text("Plus de choix").click()
    page.get_by_role("combobox", name="Niveau").select_option("basics")
    page.get_by_role("combobox", name="Langue").select_option("ar")
    page.get_by_role("button", name="Voir les formations").click()

    expect(page).to_have_url(re.compile(r"level=basics.*language=ar"))
    expect(page.locator("[data-dps-course]")).to_have_count(1)
    expect(page.locator("[data-dps-course]")).to_contain_text("Envoyer un e-mail")


@pytest.mark.parametrize(
    "path",
    [
        "/en/learn/?q=Simonis",
        "/fr/apprendre/sample-photos/",
        "/nl/leren/sample-smartphone-saturday/eenvoudig/",
    ],
)
def test_page_of_courses_fits_a_narrow_phone(new_page: NewPage, path: str) -> None:
    page = new_page(viewport=PHONE)

    page.goto(path)

    assert fits(page)


@pytest.mark.parametrize("path", ["/en/learn/", "/en/learn/sample-email/"])
def test_targets_of_the_courses_are_large(new_page: NewPage, path: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(path)

    small = page.evaluate("""[...document.querySelectorAll("main a, main button, main summary")]
        .filter((target) => target.offsetParent)
        .map((target) => [target.innerText, target.getBoundingClientRect().height])
        .filter(([, height]) => height < 44)""")

    assert small == []


def test_list_of_courses_prints_without_what_is_only_for_screens(page: Page) -> None:
    page.goto("/en/learn/")

    page.emulate_media(media="print")

    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.locator("[data-dps-course]").first).to_be_visible()
