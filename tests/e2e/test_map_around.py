"""The map of the results: an area of it, what is missing, when it is wanted, the way there."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import tiles
from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits
from tests.e2e.on_map import (
    ALL,
    MOVING,
    NEAR,
    PHONE,
    entries,
    leaves,
    open_map,
    pin_of,
    pins,
    place,
    rest,
    scrolled,
)
from tests.e2e.site import serve
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
    shown = apart(page)

    with page.expect_navigation():
        page.get_by_role("button", name="Search this area").click()
    open_map(page, page.url)

    assert apart(page) == pytest.approx(shown, rel=0.01)


def apart(page: Page) -> float:
    """Return how large the map is drawn: by the picture of the Region that lies under it."""
    return page.evaluate(
        """() => {
          const { width } = document.querySelector("[data-dps-pins]").getBoundingClientRect();
          const [west, , east] = document.querySelector("#map").dataset.bounds.split(",");
          return width / (east - west);
        }"""
    )


# --- who is asked -----------------------------------------------------------------------------


def test_map_asks_nobody_else(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    open_map(page, NEAR)
    page.get_by_role("button", name="Zoom in").click()
    expect(page.locator(".leaflet-tile-loaded").first).to_be_attached()
    rest(page)

    own = urlsplit(page.url).netloc
    assert {urlsplit(url).netloc for url in asked if url.startswith("http")} == {own}
    assert any("/tiles/" in url for url in asked)


def test_map_takes_no_tiles_before_it_moves(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    open_map(page, NEAR)
    rest(page)

    assert len([url for url in asked if "/map/" in url]) == 1
    assert not [url for url in asked if "/tiles/" in url]


def test_another_server_may_have_the_tiles(
    prepared: Path, tmp_path: Path, new_page: NewPage
) -> None:
    with serve(prepared, tmp_path, TILE_URL=tiles.URL, TILE_ATTRIBUTION="Another") as site:
        page = new_page(base_url=site.url)

        open_map(page, NEAR)

        expect(page.locator(f".leaflet-tile-loaded[src*='{tiles.HOST}']").first).to_be_attached()
        expect(page.locator("#map").get_by_text("Another")).to_be_visible()


# --- when something is missing ------------------------------------------------------------------


def test_map_without_tiles(page: Page, watch: Watch) -> None:
    page.route("**/tiles/**", lambda route: route.abort())
    open_map(page)

    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Zoom in").click()
    rest(page)

    expect(page.locator("[data-dps-ground]")).to_be_visible()
    expect(page.locator("[data-dps-map-status]")).to_have_text("")
    pins(page).first.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert all("ERR_FAILED" in problem for problem in watch.report())


def test_map_without_what_the_page_does_not_list(page: Page, watch: Watch) -> None:
    page.route("**/api/spaces.geojson*", lambda route: route.abort())

    open_map(page)

    expect(pins(page)).to_have_count(20)
    assert all("ERR_FAILED" in problem for problem in watch.report())


@pytest.mark.parametrize("part", ["**/leaflet.*.js", "**/map.*.js"])
def test_map_that_does_not_move_by_hand_says_so(page: Page, watch: Watch, part: str) -> None:
    page.route(part, lambda route: route.abort())
    page.goto(ALL)
    page.locator("#map").scroll_into_view_if_needed()

    said = page.locator("[data-dps-map-status]")

    expect(said).to_have_text("The map cannot be moved by hand. Its buttons work.")
    expect(pins(page)).to_have_count(20)
    expect(page.locator("#map").get_by_role("link", name="Zoom in")).to_be_visible()
    assert all("ERR_FAILED" in problem for problem in watch.report())


# --- without scripts ----------------------------------------------------------------------------


def test_map_without_javascript(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto(NEAR)
    canvas = page.locator("[data-dps-canvas]").bounding_box()
    assert canvas

    expect(page.locator("[data-dps-ground]")).to_be_visible()
    assert page.locator("[data-dps-ground]").evaluate("image => image.naturalWidth") in (640, 768)
    expect(page.get_by_text("You are here")).to_be_visible()
    for pin in pins(page).all():
        box = pin.bounding_box()
        assert box
        assert canvas["x"] <= box["x"] + 22 <= canvas["x"] + canvas["width"]
        assert canvas["y"] <= box["y"] + 44 <= canvas["y"] + canvas["height"]
    expect(page.get_by_text("Search this area")).to_be_hidden()
    expect(page.locator("#map").get_by_role("link", name="OpenStreetMap")).to_be_visible()


def test_pins_lead_to_the_list_without_javascript(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto(NEAR)
    entry = entries(page).nth(6)

    pin_of(page, entry).click()

    expect(entry).to_be_in_viewport()
    assert urlsplit(page.url).fragment == "place-7"


def test_map_moves_by_links_without_javascript(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto(NEAR)
    all_of_it = shown(page)

    page.get_by_role("link", name="Zoom in").click()
    nearer = shown(page)
    page.get_by_role("link", name="To the east").click()
    beside = shown(page)
    page.get_by_role("link", name="Zoom out").click()

    assert nearer[1] == pytest.approx(all_of_it[1] / 2, rel=0.01)
    assert beside[0] == pytest.approx(nearer[0] + nearer[1] / 2, abs=nearer[1] / 8)
    assert shown(page)[1] == pytest.approx(all_of_it[1], rel=0.01)
    assert "q=Simonis" in page.url


def shown(page: Page) -> tuple[float, float]:
    """Return the western edge of what the map shows, and how wide that is, in degrees."""
    west, _south, east, _north = map(
        float, page.locator("#map").get_attribute("data-bounds").split(",")
    )
    return west, east - west


def test_strip_of_a_phone_opens_without_javascript(new_page: NewPage) -> None:
    page = new_page(**PHONE, java_script_enabled=False)
    page.goto(NEAR)
    strip = page.locator("#map").bounding_box()
    assert strip

    page.get_by_role("link", name="See the map").click()
    whole = page.locator("#map").bounding_box()
    page.get_by_role("link", name="Back to the list").click()
    again = page.locator("#map").bounding_box()

    assert whole
    assert again
    assert strip["height"] == again["height"] <= 100
    assert whole["height"] > 300


# --- when it is wanted --------------------------------------------------------------------------


def test_map_is_fetched_when_asked_for(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ALL, wait_until="networkidle")
    rest(page)
    assert not [url for url in asked if "leaflet" in url or "geojson" in url]

    page.get_by_role("link", name="See the map").click()

    expect(page.locator(MOVING)).to_be_attached()
    expect(page.locator("#map")).to_be_in_viewport()


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
    assert fits(page)


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
