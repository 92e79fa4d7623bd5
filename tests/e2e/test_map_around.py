"""The map of the results: an area of it, what is missing, when it is wanted, the way there."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import tiles
from tests.e2e.conftest import NewPage
from tests.e2e.on_map import (
    ALL,
    NEAR,
    PHONE,
    entries,
    leaves,
    open_map,
    pins,
    place,
    rest,
    scrolled,
)
from tests.e2e.watch import Watch

# --- this area --------------------------------------------------------------------------------


def test_search_this_area(new_page: NewPage) -> None:
    page = new_page(reduced_motion="reduce")  # a map that stops where it is left
    canvas = open_map(page, "/en/spaces/?service=printing&page=2")
    count = pins(page).count()
    area = page.get_by_role("button", name="Search this area")
    expect(area).to_be_hidden()
    box = canvas.bounding_box()
    assert box
    x, y = box["x"] + 40, box["y"] + 40

    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 210, y + 60, steps=8)
    page.mouse.up()
    with page.expect_navigation():
        area.click()

    query = parse_qs(urlsplit(page.url).query)
    assert query.keys() == {"service", "bbox"}
    assert re.fullmatch(r"(-?\d+\.\d{4},?){4}", query["bbox"][0])
    open_map(page, page.url)
    assert 0 < pins(page).count() < count
    expect(area).to_be_hidden()
    assert page.get_by_role("heading", level=1).inner_text() != f"{count} places"


def test_area_opens_on_the_same_map(page: Page) -> None:
    open_map(page)
    before = place(page)
    page.get_by_role("button", name="Zoom in").click()
    assert leaves(page, place, before)
    shown = page.locator(".map-town").first.evaluate("town => town.getBBox().width")

    with page.expect_navigation():
        page.get_by_role("button", name="Search this area").click()
    open_map(page, page.url)

    assert page.locator(".map-town").first.evaluate("town => town.getBBox().width") == shown


# --- when something is missing ------------------------------------------------------------------


def test_map_without_tiles(page: Page) -> None:
    page.route(tiles.ALL, lambda route: route.abort())

    with page.expect_event("requestfailed"):
        open_map(page)
    rest(page)

    expect(page.locator(".map-town")).to_have_count(19)
    assert page.locator(".map-town").first.evaluate("t => getComputedStyle(t).fillOpacity") == "1"
    expect(page.locator("[data-dps-map-status]")).to_have_text("")
    pins(page).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_map_names_municipalities_in_the_language_of_the_page(page: Page) -> None:
    open_map(page, "/ar/spaces/")

    expect(page.locator(".map-town-name").filter(has_text="أودرغم")).to_have_count(1)


def test_map_without_outlines(page: Page, watch: Watch) -> None:
    page.route("**/municipalities*", lambda route: route.abort())
    page.goto(ALL)
    page.locator("#map").scroll_into_view_if_needed()

    pins(page).first.click()

    expect(page.get_by_role("dialog")).to_be_visible()
    assert all("ERR_FAILED" in problem for problem in watch.report())


@pytest.mark.parametrize("part", ["**/api/spaces.geojson*", "**/leaflet.*.js", "**/map.*.js"])
def test_map_that_fails_says_so(page: Page, watch: Watch, part: str) -> None:
    page.route(part, lambda route: route.abort())
    page.goto(ALL)
    page.locator("#map").scroll_into_view_if_needed()

    said = page.locator("[data-dps-map-status]")

    expect(said).to_have_text("The map does not load. The list has everything.")
    expect(entries(page)).to_have_count(20)
    assert all("ERR_FAILED" in problem for problem in watch.report())


def test_results_without_javascript(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto(ALL)

    expect(entries(page)).to_have_count(20)
    expect(page.locator("#map")).to_be_hidden()
    expect(page.get_by_text("See the map")).to_be_hidden()
    expect(page.get_by_text("Search this area")).to_be_hidden()
    assert entries(page).first.evaluate("e => e.getBoundingClientRect().width") > 700


# --- when it is wanted --------------------------------------------------------------------------


def test_map_is_fetched_when_asked_for(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ALL, wait_until="networkidle")
    rest(page)
    assert not [url for url in asked if "leaflet" in url or "geojson" in url]

    page.get_by_role("link", name="See the map").click()

    expect(pins(page).first).to_be_attached()
    expect(page.locator("#map")).to_be_in_viewport()


def test_markers_are_timed(page: Page) -> None:
    open_map(page)

    assert page.evaluate("performance.getEntriesByName('dps-markers').length") == 1


def test_choosing_on_a_phone_leaves_the_page_where_it_is(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    open_map(page)
    rest(page)
    high = scrolled(page)

    pins(page).first.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("dialog")).to_be_visible()
    expect(entries(page).first).to_have_attribute("data-current", "")
    rest(page)
    assert scrolled(page) == high


def test_popup_fits_a_small_phone(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, has_touch=True)
    canvas = open_map(page, NEAR)

    for pin in pins(page).all()[:6]:
        pin.focus()
        pin.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        rest(page)
        outer, inner = canvas.bounding_box(), page.get_by_role("dialog").bounding_box()
        assert outer
        assert inner
        assert outer["x"] <= inner["x"] <= outer["x"] + outer["width"] - inner["width"]
        assert outer["y"] <= inner["y"] <= outer["y"] + outer["height"] - inner["height"]
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_map_that_does_not_move_by_itself(new_page: NewPage) -> None:
    page = new_page(reduced_motion="reduce")
    open_map(page)
    before = place(page)

    page.get_by_role("button", name="Zoom in").click()

    after = place(page)
    rest(page)
    assert before != after == place(page)


def test_map_is_not_printed(page: Page) -> None:
    open_map(page)

    page.emulate_media(media="print")

    expect(page.locator("#map")).to_be_hidden()
    expect(entries(page).first).to_be_visible()


# --- the device's own map app -------------------------------------------------------------------

SPACE = "/en/spaces/koekeltech/"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"


@pytest.mark.parametrize(
    ("device", "address"),
    [
        (PHONE | {"user_agent": IPHONE}, r"^https://maps\.apple\.com/\?daddr=50\.8\d+,4\.3\d+$"),
        (PHONE | {"user_agent": ANDROID}, r"^geo:50\.8"),
        ({}, r"^https://www\.openstreetmap\.org/directions\?to=50\.8"),
        ({"java_script_enabled": False}, r"^https://www\.openstreetmap\.org/directions\?to=50\.8"),
    ],
)
def test_go_there_opens_the_map_app_of_the_device(
    new_page: NewPage, device: dict[str, Any], address: str
) -> None:
    page = new_page(**device)
    page.goto(SPACE)

    expect(page.get_by_role("link", name="Go there")).to_have_attribute("href", re.compile(address))
