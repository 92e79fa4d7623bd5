"""The map of the results: pins, list, keyboard, fingers."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.on_map import (
    ALL,
    NEAR,
    PHONE,
    entries,
    hours_of,
    leaves,
    open_map,
    pin_of,
    pins,
    place,
    rest,
    scrolled,
    touching,
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

    assert hours_of(entry) in label


def test_invented_listing_is_tagged(page: Page) -> None:
    open_map(page, f"{ALL}?page=3")
    example = page.locator("[data-dps-pin^=sample-]").last

    expect(page.locator(".map__key")).to_be_visible()
    expect(example.locator(".map-pin__face--example")).to_have_count(1)
    assert ". Example: " in (example.get_attribute("aria-label") or "")
    example.focus()
    example.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Example")


def test_pins_are_large_enough(page: Page) -> None:
    open_map(page)

    boxes = [pin.bounding_box() for pin in pins(page).all()]

    # To the pixel: a pin's place is a share of the picture, and no whole number.
    assert all(box and round(box["width"]) >= 44 and round(box["height"]) >= 44 for box in boxes)


def test_nearest_places_are_in_view(page: Page) -> None:
    canvas = open_map(page, NEAR).bounding_box()
    assert canvas

    for pin in pins(page).all()[:10]:
        box = pin.bounding_box()
        assert box
        assert canvas["x"] <= box["x"] <= canvas["x"] + canvas["width"] - box["width"]
        assert canvas["y"] <= box["y"] <= canvas["y"] + canvas["height"] - box["height"]


def test_phone_that_is_turned_still_shows_them(new_page: NewPage) -> None:
    page = new_page(viewport={"width": 320, "height": 700}, has_touch=True)
    open_map(page, NEAR)

    page.set_viewport_size({"width": 700, "height": 320})
    page.locator("[data-dps-canvas]").scroll_into_view_if_needed()

    for pin in pins(page).all()[:10]:
        expect(pin).to_be_in_viewport(ratio=0.99)


def test_pins_stand_apart_however_far_one_looks(page: Page) -> None:
    open_map(page, NEAR)
    before = place(page)

    page.locator("[data-dps-move=out]").click()
    assert leaves(page, place, before)

    boxes = [pin.bounding_box() for pin in page.locator(".map-pin:not(.map-pin--dot)").all()]
    middles = [complex(box["x"], box["y"]) for box in boxes if box]
    assert len(middles) == 20
    assert all(
        abs((one - other).real) > 43 or abs((one - other).imag) > 43
        for one, other in combinations(middles, 2)
    )


def test_tap_beside_a_pin_means_it(page: Page) -> None:
    open_map(page, NEAR)
    entry = entries(page).nth(4)
    pin = pin_of(page, entry)
    pin.scroll_into_view_if_needed()
    box = pin.locator(".map-pin__face").bounding_box()
    assert box

    page.mouse.click(box["x"] + 1, box["y"] + box["height"] / 2)  # its edge is drawn around it

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
    expect(popup).to_contain_text(hours_of(entry))
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
    before = place(page)
    page.locator("[data-dps-move=in]").click()
    assert leaves(page, place, before)

    page.keyboard.press("Tab")  # the next of the map's buttons: the focus shows
    pins(page).last.focus()
    rest(page)
    box = pins(page).last.bounding_box()

    assert box
    assert canvas["x"] <= box["x"] <= canvas["x"] + canvas["width"]
    assert canvas["y"] <= box["y"] <= canvas["y"] + canvas["height"]


def test_arrows_move_the_map(page: Page) -> None:
    canvas = open_map(page)
    before = place(page)

    canvas.focus()
    page.keyboard.press("ArrowRight")

    assert leaves(page, place, before)
    expect(page.get_by_role("button", name="Search this area")).to_be_visible()


def test_map_is_passed_in_one_step(page: Page) -> None:
    open_map(page)
    skip = page.get_by_role("link", name="Skip the map")

    skip.focus()
    skip.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("Boolean(document.activeElement.closest('#places'))")


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
    rest(page)
    before, high = place(page), scrolled(page)

    with touching(page) as touch:
        box = canvas.bounding_box()
        assert box
        x, y = box["x"] + 60, box["y"] + 60
        touch("touchStart", [(x, y)])
        for step in range(1, 8):
            touch("touchMove", [(x, y + 25 * step)])
        expect(page.locator("[data-dps-map-hint]")).to_be_visible()
        touch("touchEnd", [])

    assert scrolled(page) < high - 100
    assert place(page) == before
    assert canvas.evaluate("map => getComputedStyle(map).touchAction") == "pan-x pan-y"
    expect(page.locator("[data-dps-map-hint]")).to_be_hidden()


def test_two_fingers_move_the_map(new_page: NewPage) -> None:
    page = new_page(**PHONE)
    canvas = open_map(page)
    rest(page)
    before, high = place(page), scrolled(page)

    with touching(page) as touch:
        box = canvas.bounding_box()
        assert box
        x, y = box["x"] + 60, box["y"] + 60
        touch("touchStart", [(x, y), (x + 90, y)])
        for step in range(1, 8):
            touch("touchMove", [(x, y + 15 * step), (x + 90, y + 15 * step)])
        touch("touchEnd", [])

    assert leaves(page, place, before)
    assert scrolled(page) == high
    expect(page.get_by_role("button", name="Search this area")).to_be_visible()


def test_wheel_moves_the_page_and_with_control_the_map(page: Page) -> None:
    canvas = open_map(page)
    rest(page)
    canvas.hover(position={"x": 300, "y": 40})
    before, high = place(page), scrolled(page)

    page.mouse.wheel(0, 200)
    assert leaves(page, scrolled, high)
    assert place(page) == before
    assert scrolled(page) > high

    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    assert leaves(page, place, before)
