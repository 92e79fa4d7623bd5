"""The map of the results: an enhancement of a list that is already complete."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations, pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.conftest import NewPage
from tests.e2e.watch import Watch

PHONE = {"viewport": {"width": 390, "height": 760}, "has_touch": True, "is_mobile": True}
ALL, NEAR = "/en/spaces/", "/en/spaces/?q=Simonis"


def open_map(page: Page, path: str = ALL) -> Locator:
    page.goto(path)
    page.locator("#map").scroll_into_view_if_needed()
    expect(pins(page).first).to_be_attached()
    expect(page.locator(".map-town").first).to_be_attached()
    return page.locator("[data-dps-canvas]")


def pins(page: Page) -> Locator:
    return page.locator("[data-dps-pin]")


def pin_of(page: Page, entry: Locator) -> Locator:
    return page.locator(f'[data-dps-pin="{entry.get_attribute("data-dps-space")}"]')


def entries(page: Page) -> Locator:
    return page.locator("#places > [data-dps-space]")


def place(page: Page) -> list[Any]:
    """Return where the first pins lie in the map: the page's scrolling does not change it."""
    return page.evaluate(
        """() => {
          const map = document.querySelector("[data-dps-canvas]").getBoundingClientRect();
          return [...document.querySelectorAll("[data-dps-pin]")].slice(0, 3).map((pin) => {
            const box = pin.getBoundingClientRect();
            return [Math.round(box.x - map.x), Math.round(box.y - map.y)];
          });
        }"""
    )


# --- pins and list --------------------------------------------------------------------------


@pytest.mark.parametrize("path", [ALL, NEAR, f"{NEAR}&page=2"])
def test_pins_are_numbered_as_the_list(page: Page, path: str) -> None:
    open_map(page, path)

    for entry in entries(page).all():
        pin = pin_of(page, entry)
        number = entry.get_attribute("data-dps-number")
        name = entry.get_by_role("heading").get_by_role("link").inner_text()
        expect(pin).to_have_text(number or "")
        assert (pin.get_attribute("aria-label") or "").startswith(f"{number}. {name}")


def test_pin_says_what_the_entry_says(page: Page) -> None:
    open_map(page)
    entry = entries(page).first

    label = pin_of(page, entry).get_attribute("aria-label") or ""

    assert entry.locator(".status").inner_text() in label


def test_invented_listing_is_tagged(page: Page) -> None:
    open_map(page)
    example = page.locator("[data-dps-pin^=sample-]").last

    expect(page.locator("[data-dps-map-key]")).to_be_visible()
    expect(example.locator(".map-pin__face--example")).to_have_count(1)
    assert ". Example. " in (example.get_attribute("aria-label") or "")
    example.focus()
    example.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Example")


def test_pins_are_large_enough(page: Page) -> None:
    open_map(page)

    boxes = [pin.bounding_box() for pin in pins(page).all()]

    assert all(box and box["width"] >= 44 and box["height"] >= 44 for box in boxes)


def test_lower_numbers_lie_above(page: Page) -> None:
    open_map(page)

    levels = [
        int(level)
        for level in page.locator(".map-pin").evaluate_all(
            "pins => pins.map((pin) => pin.style.zIndex)"
        )
    ]

    assert all(one > other for one, other in pairwise(levels))


def test_nearest_places_are_in_view(page: Page) -> None:
    canvas = open_map(page, NEAR).bounding_box()
    assert canvas

    for pin in pins(page).all()[:10]:
        box = pin.bounding_box()
        assert box
        assert canvas["x"] <= box["x"] <= canvas["x"] + canvas["width"] - box["width"]
        assert canvas["y"] <= box["y"] <= canvas["y"] + canvas["height"] - box["height"]


def test_pins_of_one_point_stand_apart(page: Page) -> None:
    page.route("**/api/spaces.geojson*", at_one_point)
    open_map(page)

    boxes = [pin.locator("span").bounding_box() for pin in pins(page).all()]
    middles = [complex(box["x"], box["y"]) for box in boxes if box]

    assert len(middles) > 20
    assert all(abs(one - other) > 15 for one, other in combinations(middles, 2))


def test_tap_beside_a_pin_means_it(page: Page) -> None:
    open_map(page, NEAR)
    entry = entries(page).nth(4)
    box = pin_of(page, entry).locator("span").bounding_box()
    assert box

    page.mouse.click(box["x"] - 4, box["y"] + box["height"] / 2)

    expect(entry).to_have_attribute("data-current", "")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_choosing_a_pin_marks_its_entry(page: Page) -> None:
    open_map(page)
    entry = entries(page).nth(6)
    pin = pin_of(page, entry)

    pin.click()

    expect(entry).to_have_attribute("data-current", "")
    expect(entry).to_be_in_viewport()
    expect(page.locator("[data-current]")).to_have_count(1)
    expect(pin).to_have_class(re.compile("--lit"))


def test_pin_without_an_entry_on_this_page_opens(page: Page) -> None:
    open_map(page)

    pins(page).last.focus()
    pins(page).last.press("Enter")

    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("[data-current]")).to_have_count(0)


def test_pointing_at_an_entry_lights_its_pin(page: Page) -> None:
    open_map(page)
    entry, other = entries(page).nth(0), entries(page).nth(1)

    entry.hover()
    expect(pin_of(page, entry)).to_have_class(re.compile("--lit"))
    other.get_by_role("heading").get_by_role("link").focus()
    expect(pin_of(page, other)).to_have_class(re.compile("--lit"))
    page.mouse.move(0, 0)
    expect(pin_of(page, entry)).not_to_have_class(re.compile("--lit"))


def test_choosing_an_entry_lights_its_pin(page: Page) -> None:
    open_map(page)
    entry = entries(page).first

    entry.locator(".status").click()
    page.mouse.move(0, 0)

    expect(entry).to_have_attribute("data-current", "")
    expect(pin_of(page, entry)).to_have_class(re.compile("--lit"))


# --- by keyboard ----------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_popup_by_keyboard(page: Page, key: str) -> None:
    open_map(page)
    entry = entries(page).first
    pin = pin_of(page, entry)

    pin.focus()
    page.keyboard.press(key)
    popup = page.get_by_role("dialog")
    name = entry.get_by_role("heading").get_by_role("link")
    link = popup.get_by_role("link", name=name.inner_text(), exact=True)

    expect(link).to_be_focused()
    expect(link).to_have_attribute("href", name.get_attribute("href") or "")
    expect(popup).to_contain_text(entry.locator(".status").inner_text())
    page.keyboard.press("Tab")
    expect(popup.get_by_role("link", name="See this place")).to_be_focused()

    page.keyboard.press("Escape")
    expect(popup).to_be_hidden()
    expect(pin).to_be_focused()
    expect(entry).not_to_have_attribute("data-current", "")


def test_popup_closes_by_its_button(page: Page) -> None:
    open_map(page)
    pins(page).first.click()

    page.get_by_role("button", name="Close", exact=True).click()

    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(pins(page).first).to_be_focused()


def test_pin_out_of_sight_comes_into_sight_with_the_focus(page: Page) -> None:
    canvas = open_map(page, NEAR).bounding_box()
    assert canvas
    page.locator("[data-dps-zoom-by='1']").click()
    page.wait_for_timeout(500)

    page.keyboard.press("Tab")  # the next zoom button
    pins(page).last.focus()
    page.wait_for_timeout(500)
    box = pins(page).last.bounding_box()

    assert box
    assert canvas["x"] <= box["x"] <= canvas["x"] + canvas["width"]
    assert canvas["y"] <= box["y"] <= canvas["y"] + canvas["height"]


def test_arrows_move_the_map(page: Page) -> None:
    canvas = open_map(page)
    before = place(page)

    canvas.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)

    assert place(page) != before
    expect(page.get_by_role("button", name="Search this area")).to_be_visible()


def test_map_is_passed_in_one_step(page: Page) -> None:
    open_map(page)
    skip = page.get_by_role("link", name="Skip the map")

    skip.focus()
    skip.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("!document.activeElement.closest('#map')")
    assert page.evaluate("Boolean(document.activeElement.closest('footer'))")


def test_map_is_passed_in_one_step_backwards(page: Page) -> None:
    open_map(page)
    back = page.get_by_role("link", name="Back to before the map")

    back.focus()
    back.press("Enter")
    page.keyboard.press("Shift+Tab")

    assert page.evaluate("!document.activeElement.closest('#map')")


# --- the page's scrolling is free -------------------------------------------------------------


def test_one_finger_moves_the_page(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    canvas = open_map(page)
    page.wait_for_timeout(700)
    before, scrolled = place(page), page.evaluate("scrollY")

    with touching(page) as touch:
        box = canvas.bounding_box()
        assert box
        x, y = box["x"] + 60, box["y"] + 60
        touch("touchStart", [(x, y)])
        for step in range(1, 8):
            touch("touchMove", [(x, y + 25 * step)])
        expect(page.locator("[data-dps-map-hint]")).to_be_visible()
        touch("touchEnd", [])

    assert page.evaluate("scrollY") < scrolled - 100
    assert place(page) == before
    assert canvas.evaluate("map => getComputedStyle(map).touchAction") == "pan-x pan-y"
    expect(page.locator("[data-dps-map-hint]")).to_be_hidden()


def test_two_fingers_move_the_map(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    canvas = open_map(page)
    page.wait_for_timeout(700)
    before, scrolled = place(page), page.evaluate("scrollY")

    with touching(page) as touch:
        box = canvas.bounding_box()
        assert box
        x, y = box["x"] + 60, box["y"] + 60
        touch("touchStart", [(x, y), (x + 90, y)])
        for step in range(1, 8):
            touch("touchMove", [(x, y + 15 * step), (x + 90, y + 15 * step)])
        touch("touchEnd", [])
    page.wait_for_timeout(500)

    assert page.evaluate("scrollY") == scrolled
    assert place(page) != before
    expect(page.get_by_role("button", name="Search this area")).to_be_visible()


def test_wheel_moves_the_page_and_with_control_the_map(page: Page) -> None:
    canvas = open_map(page)
    page.wait_for_timeout(500)
    canvas.hover(position={"x": 300, "y": 40})
    before, scrolled = place(page), page.evaluate("scrollY")

    page.mouse.wheel(0, 200)
    page.wait_for_timeout(500)
    assert place(page) == before
    assert page.evaluate("scrollY") > scrolled

    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_timeout(700)
    assert place(page) != before


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
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_timeout(600)
    shown = page.locator(".map-town").first.evaluate("town => town.getBBox().width")

    with page.expect_navigation():
        page.get_by_role("button", name="Search this area").click()
    open_map(page, page.url)

    assert page.locator(".map-town").first.evaluate("town => town.getBBox().width") == shown


# --- when something is missing ------------------------------------------------------------------


def test_map_without_tiles(page: Page, watch: Watch) -> None:
    watch.tiles = "down"

    open_map(page)
    page.wait_for_timeout(500)

    expect(page.locator(".map-town")).to_have_count(19)
    assert page.locator(".map-town").first.evaluate("t => getComputedStyle(t).fillOpacity") == "1"
    expect(page.locator("[data-dps-map-status]")).to_have_text("")
    pins(page).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_map_without_outlines(page: Page, watch: Watch) -> None:
    page.route("**/municipalities*", lambda route: route.abort())
    page.goto(ALL)
    page.locator("#map").scroll_into_view_if_needed()

    pins(page).first.click()

    expect(page.get_by_role("dialog")).to_be_visible()
    assert all("ERR_FAILED" in problem for problem in watch.problems)
    watch.problems.clear()


@pytest.mark.parametrize("part", ["**/api/spaces.geojson*", "**/leaflet.*.js", "**/map.*.js"])
def test_map_that_fails_says_so(page: Page, watch: Watch, part: str) -> None:
    page.route(part, lambda route: route.abort())
    page.goto(ALL)
    page.locator("#map").scroll_into_view_if_needed()

    said = page.locator("[data-dps-map-status]")

    expect(said).to_have_text("The map does not load. The list has everything.")
    expect(entries(page)).to_have_count(20)
    assert all("ERR_FAILED" in problem for problem in watch.problems)
    watch.problems.clear()


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
    page.goto(ALL)
    page.wait_for_timeout(500)
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
    page.wait_for_timeout(700)
    scrolled = page.evaluate("scrollY")

    pins(page).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)

    expect(page.get_by_role("dialog")).to_be_visible()
    expect(entries(page).first).to_have_attribute("data-current", "")
    assert page.evaluate("scrollY") == scrolled


def test_popup_fits_a_small_phone(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, has_touch=True)
    canvas = open_map(page, NEAR)

    for pin in pins(page).all()[:6]:
        pin.focus()
        pin.press("Enter")
        page.wait_for_timeout(400)
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
    page.wait_for_timeout(400)
    assert before != after == place(page)


def test_map_is_not_printed(page: Page) -> None:
    open_map(page)

    page.emulate_media(media="print")

    expect(page.locator("#map")).to_be_hidden()
    expect(entries(page).first).to_be_visible()


def at_one_point(route: Route) -> None:
    """Answer with the same spaces, all of them at one address."""
    response = route.fetch()
    collection = response.json()
    for feature in collection["features"]:
        feature["geometry"]["coordinates"] = [4.35, 50.85]
    route.fulfill(response=response, json=collection)


# --- the device's own map app -------------------------------------------------------------------

SPACE = "/en/spaces/koekeltech/"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"


@pytest.mark.parametrize(
    ("device", "address"),
    [
        (PHONE | {"user_agent": IPHONE}, r"^https://maps\.apple\.com/\?daddr=50\.8\d+,4\.3\d+$"),
        (PHONE | {"user_agent": ANDROID}, r"^geo:50\.8"),
        ({}, r"^https://www\.openstreetmap\.org/"),
        ({"java_script_enabled": False}, r"^geo:50\.8"),
    ],
)
def test_go_there_opens_the_map_app_of_the_device(
    new_page: NewPage, device: dict[str, Any], address: str
) -> None:
    page = new_page(**device)
    page.goto(SPACE)

    expect(page.get_by_role("link", name="Go there")).to_have_attribute("href", re.compile(address))


@contextmanager
def touching(page: Page) -> Iterator[Any]:
    """Give a function that puts fingers on the screen and moves them, as a device would."""
    session = page.context.new_cdp_session(page)

    def touch(kind: str, fingers: list[tuple[float, float]]) -> None:
        points = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(fingers)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(30)

    yield touch
    session.detach()
