"""Two spaces close for a holiday, from the list; without scripts too."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.on_desk import sign_in
from tests.e2e.site import Site


def tick(page: Page, count: int) -> None:
    for box in page.locator("#result_list .action-select").all()[:count]:
        box.check()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_ticked_spaces_close_on_the_same_days(
    own_site: Site, new_page: NewPage, has_scripts: bool
) -> None:
    page = new_page(base_url=own_site.url, java_script_enabled=has_scripts)
    sign_in(page)
    page.goto("/admin/spaces/space/")

    tick(page, 2)
    page.locator("select[name=action]").select_option("close_for_some_days")
    page.locator("button[name=index]").click()
    page.get_by_label("First day closed").fill("2027-07-21")
    page.get_by_label("Last day closed").fill("2027-07-21")
    page.get_by_label("Reason [fr]").fill("fête nationale")
    page.get_by_label("Reason [fr]").press("Enter")
    expect(page.get_by_text("Nothing is closed yet.")).to_be_visible()
    page.get_by_role("button", name="Close 2 spaces").click()

    expect(page.locator(".messagelist .success")).to_have_text("2 spaces are closed.")
    expect(page.locator("#result_list tbody tr")).to_have_count(2)
