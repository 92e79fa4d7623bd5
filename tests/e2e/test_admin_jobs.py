"""The commonest jobs from their beginning: how many clicks each takes, and by keyboard alone.

*Tuesday's hours change* has a file of its own, `test_admin_hours.py`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from playwright.sync_api import Locator, Page, expect

from tests.e2e import site as sites
from tests.e2e.conftest import NewPage
from tests.e2e.on_desk import NAME, PUBLIC_PAGE, START, middle, the_point, written
from tests.e2e.site import Site

TABS = 150  # more than any of these pages needs
FRIDAY = 4
MANAGER = (
    "from spaces.models import Space, SpaceContact;"
    f"space = Space.objects.get(name_fr={NAME!r});"
    "SpaceContact.objects.create(space=space, email='manager@example.org', language='en')"
)
CHECKS = f"from spaces.models import Space; print(Space.objects.get(name_fr={NAME!r}).checked_by)"


class Mouse:
    """A hand on the mouse, which counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, thing: Locator) -> None:
        thing.click()
        self.clicks += 1

    def drag(self, thing: Locator, across: int, down: int) -> None:
        thing.scroll_into_view_if_needed()
        x, y = middle(thing)
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + across, y + down, steps=5)
        self.page.mouse.up()
        self.clicks += 1


def reach(page: Page, thing: Locator) -> None:
    """Go on to a thing with the tabulator alone."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if thing.evaluate("thing => thing === document.activeElement"):
            return
    raise AssertionError(f"not reached by the keyboard: {thing}")


def follow(page: Page, thing: Locator) -> None:
    reach(page, thing)
    page.keyboard.press("Enter")


def spaces(page: Page) -> Locator:
    return page.get_by_role("link", name="Spaces", exact=True).first


def the_space(page: Page) -> Locator:
    return page.get_by_role("link", name=NAME, exact=True)


def save_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Save", exact=True).last


def find_by_keyboard(page: Page) -> None:
    """Go from the desk's first page to a space's form with the keyboard alone."""
    follow(page, spaces(page))
    expect(page).to_have_url(re.compile("/space/$"))
    reach(page, page.locator("#searchbar"))
    page.keyboard.type("sesame")
    page.keyboard.press("Enter")
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    follow(page, the_space(page))
    expect(page.get_by_role("heading", name="What and where")).to_be_visible()


def expect_saved(page: Page) -> None:
    expect(page.locator(".messagelist .success")).to_be_visible()


def next_friday() -> date:
    today = timezone.localdate()
    return today + timedelta(days=(FRIDAY - today.weekday()) % 7 or 7)


def first_day_closed(page: Page) -> Locator:
    return page.locator("#id_closures-0-first_day")


def expect_closed_on(page: Page, day: date) -> None:
    """Expect the space closed on that one day, at the desk and in public."""
    page.goto("/admin/spaces/closure/?q=sesame")
    row = page.locator("#result_list tbody tr")
    expect(row).to_have_count(1)
    for cell in ("first_day", "last_day"):
        expect(row.locator(f".field-{cell}")).to_have_text(date_format(day, "N j, Y"))
    page.goto(PUBLIC_PAGE)
    expect(page.get_by_text(f"Closed on {date_format(day, 'l j F')}")).to_be_visible()


@pytest.fixture
def link(prepared: Path, tmp_path: Path) -> Iterator[Callable[[], tuple[Site, str]]]:
    """Send a manager's mail from a site of its own; give the site, and the link in the mail."""
    mails = tmp_path / "mails"
    with sites.serve(prepared, tmp_path, EMAIL_URL=f"filemail:///{mails}") as running:

        def send() -> tuple[Site, str]:
            running.manage("shell", "--no-imports", "-c", MANAGER)
            assert "Sent 1, failed 0." in running.manage("remind", "--months=0")
            [file] = mails.iterdir()
            mail = message_from_bytes(file.read_bytes(), policy=policy.default)
            text = mail.get_body(("plain",))
            assert text
            found = re.search(rf"{re.escape(running.url)}\S+", text.get_content())
            assert found
            return running, found[0]

        yield send


def checked_by(site: Site) -> str:
    return site.manage("shell", "--no-imports", "-c", CHECKS).strip()


def test_next_friday_closes_in_four_clicks(desk: Page) -> None:
    mouse = Mouse(desk)

    mouse.click(spaces(desk))
    mouse.click(the_space(desk))
    mouse.click(first_day_closed(desk))
    desk.keyboard.type(str(next_friday()))
    mouse.click(save_button(desk))

    expect_saved(desk)
    assert mouse.clicks == 4
    expect_closed_on(desk, next_friday())


def test_next_friday_closes_by_keyboard_alone(desk: Page) -> None:
    find_by_keyboard(desk)

    reach(desk, first_day_closed(desk))
    desk.keyboard.type(str(next_friday()))
    desk.keyboard.press("Enter")

    expect_saved(desk)
    expect_closed_on(desk, next_friday())


def test_point_moves_in_four_clicks(desk: Page) -> None:
    mouse = Mouse(desk)

    mouse.click(spaces(desk))
    mouse.click(the_space(desk))
    mouse.drag(the_point(desk), across=30, down=-20)
    dragged = written(desk)
    mouse.click(save_button(desk))

    expect_saved(desk)
    assert mouse.clicks == 4
    assert (dragged[0] > START[0], dragged[1] > START[1]) == (True, True)
    expect_stored(desk, dragged)


def test_point_moves_by_keyboard_alone(desk: Page) -> None:
    find_by_keyboard(desk)

    reach(desk, the_point(desk))
    for key in ("ArrowDown", "Shift+ArrowLeft"):
        desk.keyboard.press(key)
    moved = written(desk)
    follow(desk, save_button(desk))

    expect_saved(desk)
    assert (moved[0] < START[0], moved[1] < START[1]) == (True, True)
    expect_stored(desk, moved)


def expect_stored(page: Page, point: tuple[float, float]) -> None:
    """Expect the point in the form when it is opened anew, and on the public page."""
    page.goto("/admin/spaces/space/?q=sesame")
    the_space(page).click()
    expect(the_point(page)).to_be_visible()
    assert written(page) == point
    page.goto(PUBLIC_PAGE)
    way = page.locator("[data-dps-map-app]").first.get_attribute("href") or ""
    assert all(str(degrees) in way for degrees in point), way


@pytest.mark.parametrize("has_scripts", [True, False])
def test_manager_confirms_from_the_mail_in_one_tap(
    link: Callable[[], tuple[Site, str]], new_page: NewPage, has_scripts: bool
) -> None:
    site, address = link()
    before = checked_by(site)
    phone = {"width": 360, "height": 740}
    page = new_page(base_url=site.url, viewport=phone, java_script_enabled=has_scripts)
    mouse = Mouse(page)

    page.goto(address)
    expect(page.get_by_text(NAME)).to_be_visible()
    assert checked_by(site) == before != "space"  # to open the link changes nothing
    mouse.click(page.get_by_role("button", name="All still right"))

    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert mouse.clicks == 1
    assert checked_by(site) == "space"


def test_manager_confirms_by_keyboard_alone(
    link: Callable[[], tuple[Site, str]], new_page: NewPage
) -> None:
    site, address = link()
    page = new_page(base_url=site.url)

    page.goto(address)
    follow(page, page.get_by_role("button", name="All still right"))

    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert checked_by(site) == "space"
