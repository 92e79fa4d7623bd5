"""The staff's desk in a browser: a listing is corrected, and the public sees it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits
from tests.e2e.on_desk import (
    PUBLIC_PAGE,
    START,
    degrees,
    give_password,
    middle,
    open_space,
    save,
    sign_in,
    the_point,
    written,
)
from tests.e2e.site import Site

STEP = (0.00005, 0.00007)  # degrees, as the picker has them
PHONE = {"width": 320, "height": 640}


@pytest.fixture
def form(page: Page) -> Page:
    """Sign in on the shared site and open a space's form, which is not to be saved."""
    sign_in(page)
    open_space(page)
    return page


def test_desk_corrects_a_listing_and_the_public_sees_it(desk: Page) -> None:
    open_space(desk)

    desk.get_by_label("Phone:").fill("02 555 01 99")
    the_point(desk).focus()
    for key in ("ArrowUp", "ArrowUp", "Shift+ArrowRight", "ArrowLeft"):
        desk.keyboard.press(key)
    expected = (round(START[0] + 2 * STEP[0], 5), round(START[1] + 9 * STEP[1], 5))
    assert written(desk) == pytest.approx(expected, abs=1e-6)
    moved = written(desk)
    save(desk)

    desk.goto(PUBLIC_PAGE)
    expect(desk.locator('a[href="tel:+3225550199"]').first).to_be_visible()
    way = desk.locator("[data-dps-map-app]").first.get_attribute("href") or ""
    assert all(str(number) in way for number in moved), way


def test_point_is_reached_by_the_keyboard_and_leaves_the_page_still(form: Page) -> None:
    degrees(form)[1].focus()

    for _ in range(8):
        form.keyboard.press("Tab")
        if the_point(form).evaluate("point => point === document.activeElement"):
            break
    scrolled = form.evaluate("scrollY")
    form.keyboard.press("ArrowDown")

    expect(the_point(form)).to_be_focused()
    assert form.evaluate("scrollY") == scrolled
    assert written(form)[0] < START[0]


def test_point_is_put_by_a_click_and_dragged(form: Page) -> None:
    canvas = form.get_by_role("group", name=re.compile("^Map"))
    canvas.scroll_into_view_if_needed()
    x, y = middle(canvas)

    form.mouse.click(x + 100, y - 60)
    clicked = written(form)
    assert middle(the_point(form)) == pytest.approx((x + 100, y - 60), abs=2)

    form.mouse.move(x + 100, y - 60)
    form.mouse.down()
    form.mouse.move(x, y, steps=5)
    form.mouse.move(x - 50, y + 60, steps=5)
    form.mouse.up()

    assert clicked[0] > START[0]
    assert clicked[1] > START[1]
    assert written(form)[0] < START[0]
    assert written(form)[1] < START[1]
    texts = [field.input_value() for field in degrees(form)]
    assert all(re.fullmatch(r"\d+\.\d{5}", text) for text in texts), texts


def test_point_follows_what_is_written(form: Page) -> None:
    latitude, longitude = degrees(form)
    note = form.get_by_role("status")

    latitude.fill("48,8566")
    expect(note).to_have_text("This point is outside the Brussels Region.")
    latitude.fill("50.8777")
    expect(note).to_have_text("")
    longitude.fill("somewhere")
    expect(the_point(form)).to_have_count(0)
    longitude.fill("4.3799")
    form.locator(".point-picker__map").scroll_into_view_if_needed()
    expect(the_point(form)).to_be_in_viewport()


def test_point_is_taken_away_and_put_back(form: Page) -> None:
    form.get_by_role("button", name="Take the point away").click()
    assert [field.input_value() for field in degrees(form)] == ["", ""]
    expect(the_point(form)).to_have_count(0)
    form.keyboard.press("Enter")  # the focus is on the button that puts a point

    expect(the_point(form)).to_be_focused()
    assert written(form) == pytest.approx(START, abs=1e-3)


def test_form_left_untouched_keeps_its_point(form: Page) -> None:
    expect(the_point(form)).to_be_visible()

    assert written(form) == START


def test_point_is_moved_without_tiles(page: Page) -> None:
    page.route("**/tiles/**", lambda route: route.fulfill(body=""))
    sign_in(page)
    open_space(page)

    the_point(page).press("ArrowUp")

    assert written(page)[0] > START[0]


def test_point_is_written_without_javascript(own_site: Site, new_page: NewPage) -> None:
    page = new_page(base_url=own_site.url, java_script_enabled=False)
    sign_in(page)
    open_space(page)

    expect(page.get_by_text("The map needs JavaScript.")).to_be_visible()
    degrees(page)[0].fill("50.8777")
    page.locator("#id_closures-0-first_day").fill("2027-07-01")
    page.locator("#id_closures-0-last_day").fill("2027-07-31")
    save(page)

    open_space(page)
    assert written(page) == (50.8777, START[1])
    expect(page.locator("#id_closures-0-first_day")).to_have_value("2027-07-01")


def test_closures_are_added_with_the_calendar(desk: Page) -> None:
    open_space(desk)

    desk.get_by_role("button", name="Add another Closure").click()
    row = desk.locator("#closures-1")
    row.get_by_text("Today").first.click()
    row.get_by_title("Choose a Date").last.click()
    desk.locator(".calendarbox:visible").get_by_text("Tomorrow").click()
    save(desk)

    open_space(desk)
    first, last = (desk.locator(f"#id_closures-0-{day}_day") for day in ("first", "last"))
    assert first.input_value() < last.input_value()


def test_place_is_added_with_the_map(desk: Page) -> None:
    desk.goto("/admin/spaces/place/add/")
    desk.get_by_label("Kind:").select_option("square")
    desk.get_by_label("Name in French:").fill("Place du Test")
    desk.get_by_label("Name in Dutch:").fill("Testplein")
    desk.get_by_label("Everyday names:").fill("le test\nde test")

    desk.get_by_role("button", name="Put the point in the middle of the map").click()
    the_point(desk).press("ArrowDown")
    save(desk)

    assert desk.goto("/en/spaces/?q=Testplein")
    expect(
        desk.get_by_text("Testplein").or_(desk.get_by_text("Place du Test")).first
    ).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/spaces/",
        "/admin/spaces/space/?status__exact=published",
        "/admin/spaces/space/add/",
        "/admin/spaces/place/?q=midi",
        "/admin/spaces/municipality/",
        "/admin/spaces/closure/add/",
        "/admin/spaces/need/add/",
        "/admin/spaces/spaceslug/",
        "/admin/auth/user/add/",
        "/admin/password_change/",
    ],
)
def test_desk_pages_break_no_policy(site: Site, page: Page, path: str) -> None:
    sign_in(page)

    response = page.goto(path)

    assert response
    assert response.status == 200
    page.wait_for_load_state("networkidle")


def test_desk_is_entered_on_a_narrow_screen(new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)

    page.goto("/admin/")
    assert fits(page)
    give_password(page)
    expect(page.get_by_role("heading", name="Staff’s desk")).to_be_visible()
    for path in ("/admin/", "/admin/spaces/space/", "/admin/spaces/space/add/"):
        page.goto(path)
        assert fits(page), path
