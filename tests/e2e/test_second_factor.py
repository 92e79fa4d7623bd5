"""The second factor on a phone: set up, given, and replaced by a recovery code, without scripts."""

import time
from base64 import b32decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from django_otp.oath import TOTP
from playwright.sync_api import Page, expect

from tests.e2e import axe
from tests.e2e import site as sites
from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits
from tests.e2e.on_desk import give_password
from tests.e2e.site import Site

PHONE = {"width": 320, "height": 640}


@pytest.fixture
def guarded(prepared: Path, tmp_path: Path) -> Iterator[Site]:
    """Serve a site whose staff need a second factor."""
    with sites.serve(prepared, tmp_path, ADMIN_REQUIRE_OTP="on") as running:
        yield running


def key_on(page: Page) -> bytes:
    return b32decode(page.locator(".second-factor__key").inner_text().replace(" ", ""))


def code(key: bytes, steps: int = 0) -> str:
    """Return what the app shows, some half minutes from now."""
    clock = TOTP(key)
    clock.time = time.time() + 30 * steps
    return f"{clock.token():06d}"


def test_second_factor_is_set_up_and_given_without_scripts(
    guarded: Site, new_page: NewPage
) -> None:
    page = new_page(base_url=guarded.url, viewport=PHONE, java_script_enabled=False)
    give_password(page)
    expect(page.get_by_role("heading", name="Set up your second factor")).to_be_visible()
    page.goto("/admin/spaces/space/")
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    key = key_on(page)

    page.get_by_label("The 6 digits").fill(code(key))
    page.keyboard.press("Enter")
    expect(page.get_by_text("They are shown only now.")).to_be_visible()
    recovery = page.locator(".second-factor__codes li").all_inner_texts()
    page.get_by_role("link", name="go on").click()
    expect(page.get_by_role("heading", name="Select space to change")).to_be_visible()
    page.get_by_role("button", name="Log out").click()

    give_password(page)
    box = page.get_by_label("Code")
    expect(box).to_be_focused()
    box.fill(code(key, steps=1))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Staff’s desk")).to_be_visible()
    page.get_by_role("button", name="Log out").click()

    give_password(page)
    page.get_by_label("Code").fill(recovery[0])
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("9 are left")).to_be_visible()
    page.get_by_role("link", name="My second factor").click()
    expect(page.get_by_text("You have 9 recovery codes left.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_fit_a_phone_and_axe_finds_nothing(
    guarded: Site, new_page: NewPage, scheme: str
) -> None:
    page = new_page(base_url=guarded.url, viewport=PHONE, bypass_csp=True)

    def examined() -> None:
        assert fits(page), page.url
        axe.bring(page)
        assert axe.violations(page, scheme) == [], page.url

    give_password(page)
    expect(page.get_by_label("The 6 digits")).to_be_visible()
    examined()
    key = key_on(page)
    page.get_by_label("The 6 digits").fill("12")
    page.keyboard.press("Enter")
    expect(page.get_by_text("A code has 6 digits")).to_be_visible()
    examined()
    page.get_by_label("The 6 digits").fill(code(key))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    examined()
    for path in ("mine/", "new/"):
        page.goto(f"/admin/second-factor/{path}")
        examined()
    page.get_by_role("button", name="Log out").click()
    give_password(page)
    expect(page.get_by_label("Code")).to_be_visible()
    examined()
