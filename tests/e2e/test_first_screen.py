"""What a visitor sees before they scroll: the first result, and how long the rest is."""

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import NewPage

LISTS = ("/fr/espaces/", "/nl/ruimtes/", "/en/spaces/", "/ar/spaces/")
ASKED = {
    "a place": "?q=Simonis",
    "a need and a place": "?q=Simonis&need=use_my_banks_app",
    "a filter": "?free=1",
    "a sentence": "?q=imprimer+Flagey+samedi",
}
# For each window, in pixels, how far down the first name may begin.
WINDOWS = {(360, 640): 520, (768, 1024): 480, (1280, 800): 400}
PHONE = {"width": 360, "height": 640}
LONGEST_LIST, LONGEST_FOOT, STRIP = 6000, 500, 100  # pixels, on a phone


def top_of_first_name(page: Page) -> float:
    box = page.locator("[data-dps-space] h2 a").first.bounding_box()
    assert box
    return box["y"]


def height_of(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box
    return box["height"]


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_first_result_begins_on_the_first_screen(new_page: NewPage, javascript: bool) -> None:
    page = new_page(java_script_enabled=javascript)
    too_low = {}

    for path in LISTS:
        for asked, query in ASKED.items():
            page.goto(path + query)
            for (width, height), most in WINDOWS.items():
                page.set_viewport_size({"width": width, "height": height})
                top = top_of_first_name(page)
                if top > most:
                    too_low[path, asked, width] = top

    assert too_low == {}


def test_page_of_results_is_short_on_a_phone(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    too_long = {}

    for path in LISTS:
        page.goto(f"{path}?q=Simonis")
        assert page.locator("[data-dps-space]").count() == 20
        for part, most in {"#places": LONGEST_LIST, ".foot": LONGEST_FOOT, "#map": STRIP}.items():
            if (height := height_of(page, part)) > most:
                too_long[path, part] = height

    assert too_long == {}


def test_map_is_a_strip_after_the_first_card_on_a_phone_and_beside_the_list_else(
    new_page: NewPage,
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto("/en/spaces/?q=Simonis")
    first, second = (page.locator("[data-dps-space]").nth(n) for n in (0, 1))
    strip = page.locator("#map")

    tops = [part.bounding_box()["y"] for part in (first, strip, second)]  # type: ignore[index]
    page.set_viewport_size({"width": 1280, "height": 800})
    beside = strip.bounding_box()
    card = first.bounding_box()

    assert tops == sorted(tops)
    assert beside
    assert card
    assert beside["y"] <= card["y"] + card["height"]
    assert beside["x"] > card["x"] + card["width"]


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_line_of_what_is_asked_opens_to_the_box(new_page: NewPage, javascript: bool) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=javascript)
    page.goto("/en/spaces/?q=Simonis&need=use_my_banks_app")
    box = page.locator("#where")
    assert not box.is_visible()

    page.get_by_text("Change", exact=True).click()
    box.fill("Flagey")
    page.get_by_role("button", name="Search").click()

    page.wait_for_url("**/en/spaces/?q=Flagey&need=use_my_banks_app")
    assert "near Flagey" in page.get_by_role("heading", level=1).inner_text()
