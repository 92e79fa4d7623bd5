"""What the tests of the desk do on its pages, and the space that they change."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.site import ADMINISTRATOR, PASSWORD, SESSION

NAME = "Bibliothèque Sésame"
PUBLIC_PAGE = "/en/spaces/bibliotheque-sesame/"
START = (50.870221, 4.383745)
COOKIE: Any = {"name": "sessionid", "value": SESSION, "domain": "127.0.0.1", "path": "/admin/"}

Point = tuple[float, float]


def give_password(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill(ADMINISTRATOR)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def sign_in(page: Page) -> None:
    """Come to the desk as somebody who gave the password a while ago."""
    page.context.add_cookies([COOKIE])
    page.goto("/admin/")
    expect(page.get_by_role("heading", name="Staff’s desk")).to_be_visible()


def open_space(page: Page) -> None:
    page.goto("/admin/spaces/space/")
    page.locator("#searchbar").fill("sesame")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=NAME, exact=True).click()
    expect(page.get_by_role("heading", name="What and where")).to_be_visible()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def degrees(page: Page) -> list[Locator]:
    return [page.locator(f"#id_{name}") for name in ("latitude", "longitude")]


def written(page: Page) -> Point:
    latitude, longitude = (float(field.input_value()) for field in degrees(page))
    return latitude, longitude


def the_point(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("^The point"))


def middle(thing: Locator) -> Point:
    box = thing.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
