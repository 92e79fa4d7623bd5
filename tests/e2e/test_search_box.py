"""The search box: suggestions while typing, and the visitor's own position."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from spaces.geo.boxes import REGION
from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits
from tests.e2e.watch import Watch

SIMONIS = {"latitude": 50.863712, "longitude": 4.329458}
PAUSE = 400  # milliseconds: longer than the one without a key before the page asks
PARIS = {"latitude": 48.8566, "longitude": 2.3522}


def options(page: Page) -> Any:
    return page.locator("#where-suggestions [role=option]")


def status(page: Page) -> Any:
    return page.locator("[data-dps-suggestions-status]")


def type_simonis(page: Page) -> Any:
    box = page.get_by_role("combobox", name="What do you need, and where?")
    box.press_sequentially("simo")
    expect(options(page).first).to_contain_text("Simonis")
    return box


@pytest.mark.parametrize("path", ["/en/", "/en/spaces/"])
def test_suggestions_are_listed_and_announced(page: Page, path: str) -> None:
    page.goto(path)
    for folded in page.locator("[data-dps-asked] > summary").all():
        folded.click()

    box = type_simonis(page)

    expect(box).to_have_attribute("aria-expanded", "true")
    words = "suggestion below" if options(page).count() == 1 else "suggestions below"
    expect(status(page)).to_have_text(f"{options(page).count()} {words}")


def test_one_suggestion_is_announced_as_one(page: Page) -> None:
    page.route("**/api/places*", lambda route: answer(route, ["Simonis"]))
    page.goto("/en/")

    type_simonis(page)

    expect(status(page)).to_have_text("1 suggestion below")


def test_suggestion_is_chosen_by_keyboard(page: Page) -> None:
    page.goto("/en/")
    box = type_simonis(page)
    label = options(page).first.inner_text()

    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "where-suggestions-0")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    box.press("Enter")

    page.wait_for_url(re.compile(r"/en/spaces/\?q=Simonis"))
    expect(page.locator("#where")).to_have_value(label)


def test_suggestion_is_chosen_by_pointer(page: Page) -> None:
    page.goto("/en/")
    type_simonis(page)

    options(page).first.click()

    page.wait_for_url(re.compile(r"/en/spaces/\?q=Simonis"))


def test_arrows_go_round_past_what_was_typed(page: Page) -> None:
    page.route("**/api/places*", lambda route: answer(route, ["Simonis", "Simonson"]))
    page.goto("/en/")
    box = type_simonis(page)
    seen = []

    for _ in range(4):
        box.press("ArrowUp")
        seen.append(box.get_attribute("aria-activedescendant"))

    last, first = "where-suggestions-1", "where-suggestions-0"
    assert seen == [last, first, None, last]
    expect(box).to_have_value("simo")


def test_enter_searches_what_was_typed(page: Page) -> None:
    page.goto("/en/")
    box = type_simonis(page)

    box.press("Enter")

    page.wait_for_url(re.compile(r"/en/spaces/\?q=simo$"))


def test_escape_closes_and_keeps_what_was_typed(page: Page) -> None:
    page.goto("/en/")
    box = type_simonis(page)

    box.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("simo")
    expect(status(page)).to_have_text("")


def test_one_letter_asks_nothing(page: Page) -> None:
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.install()
    page.goto("/en/")

    page.get_by_role("combobox").press_sequentially("s")
    page.clock.run_for(PAUSE)

    assert not [url for url in asked if "/api/places" in url]


def test_former_request_is_given_up(page: Page) -> None:
    held: list[Route] = []
    page.route(re.compile(r"q=si$"), lambda route: held.append(route))
    page.goto("/en/")
    box = page.get_by_role("combobox")
    with page.expect_request(re.compile(r"q=si$")):
        box.press_sequentially("si")

    with page.expect_event("requestfailed"):
        box.press_sequentially("mo")

    assert len(held) == 1
    expect(options(page).first).to_contain_text("Simonis")


def test_search_works_while_suggestions_fail(page: Page, watch: Watch) -> None:
    page.route("**/api/places*", lambda route: route.abort())
    page.goto("/en/")
    box = page.get_by_role("combobox")

    with page.expect_console_message(lambda message: "ERR_FAILED" in message.text):
        box.press_sequentially("Simonis")
    assert all("ERR_FAILED" in problem for problem in watch.report())

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(status(page)).to_have_text("")
    box.press("Enter")
    page.wait_for_url(re.compile(r"\?q=Simonis$"))


def test_suggestions_are_wide_enough_for_a_finger(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, has_touch=True)
    page.goto("/en/")

    type_simonis(page)

    assert all(option.bounding_box()["height"] >= 48 for option in options(page).all())
    assert fits(page)


def test_suggestions_come_into_sight_where_the_screen_is_low(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 256})
    page.goto("/en/spaces/")
    page.locator("[data-dps-asked] > summary").click()

    box = type_simonis(page)

    assert box.bounding_box()["width"] > 240
    expect(box).to_be_in_viewport(ratio=1)
    expect(options(page).first).to_be_in_viewport(ratio=1)


def test_suggestions_leave_the_button_in_reach(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, has_touch=True)
    page.goto("/en/")
    type_simonis(page)

    page.get_by_role("button", name="Search").tap()

    page.wait_for_url(re.compile(r"/en/spaces/\?q=simo$"))


def test_position_becomes_a_rounded_address(new_page: NewPage) -> None:
    page = new_page(geolocation=SIMONIS, permissions=["geolocation"])
    page.goto("/en/spaces/?q=Uccle&service=printing")
    page.get_by_text("Change", exact=True).click()

    page.get_by_role("button", name="Use my position").click()

    page.wait_for_url(re.compile(r"/en/spaces/\?service=printing&lat=50\.864&lng=4\.329$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("near")


def test_refused_position_is_answered_in_words(page: Page) -> None:
    page.goto("/en/")
    button = page.get_by_role("button", name="Use my position")

    button.click()

    said = page.locator("[data-dps-position-status]")
    expect(said).to_contain_text("does not share your position")
    expect(button).not_to_have_attribute("aria-disabled", "true")


def test_position_outside_is_answered_in_words(new_page: NewPage) -> None:
    page = new_page(geolocation=PARIS, permissions=["geolocation"])
    page.goto("/en/")

    page.get_by_role("button", name="Use my position").click()

    expect(page.locator("[data-dps-position-status]")).to_contain_text("You are not in Brussels")
    assert page.url.endswith("/en/")


def test_region_is_the_one_of_the_search(page: Page) -> None:
    page.goto("/en/")

    region = page.locator("[data-dps-position]").get_attribute("data-region") or ""

    assert [float(edge) for edge in region.split(",")] == list(REGION)


def test_without_javascript_nothing_is_dead(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/en/")

    expect(page.get_by_text("Use my position")).to_be_hidden()
    page.get_by_role("searchbox").fill("1080")
    page.get_by_role("button", name="Search").click()

    page.wait_for_url(re.compile(r"\?q=1080$"))


def answer(route: Route, labels: list[str]) -> None:
    places = [{"label": label, "kind": "stop"} for label in labels]
    route.fulfill(body=json.dumps({"places": places}), content_type="application/json")
