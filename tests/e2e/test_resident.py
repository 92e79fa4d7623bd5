"""Somebody looks for help near them: from the home page to the right page of the right space."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from spaces.geo.points import walking_minutes
from spaces.search.order import BAND
from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits
from tests.e2e.site import serve

PHONE = {"width": 320, "height": 640}


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_resident_finds_a_space_from_a_stop_with_a_typing_error(
    new_page: NewPage, javascript: bool
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=javascript)

    page.goto("/en/")
    page.get_by_label("What do you need, and where?").and_(page.locator("input")).fill("simoniss")
    page.get_by_role("button", name="Search").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Simonis")
    expect(page.get_by_text("You typed “simoniss”.")).to_be_visible()
    distances = [
        float(result.get_attribute("data-dps-distance") or "inf")  # an invented point comes last
        for result in page.locator("[data-dps-space]").all()
    ]
    assert len(distances) == 20
    known = [distance for distance in distances if distance < float("inf")]
    assert known == distances[: len(known)]
    bands = [walking_minutes(distance) // BAND for distance in known]
    assert bands == sorted(bands)  # in a band, what one can reach comes first

    _filter(page, "Free")
    first = page.locator("[data-dps-space]").first
    expect(first).to_be_visible()
    slug = first.get_attribute("data-dps-space")
    name = first.get_by_role("heading").get_by_role("link").inner_text()
    first.get_by_role("heading").get_by_role("link").click()

    expect(page).to_have_url(re.compile(rf"/en/spaces/{slug}/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    expect(page.get_by_role("table")).to_be_visible()

    page.get_by_role("navigation", name="Languages").get_by_role("link", name="Nederlands").click()
    expect(page).to_have_url(re.compile(rf"/nl/ruimtes/{slug}/$"))
    expect(page.locator("html")).to_have_attribute("lang", "nl")


def test_resident_goes_back_to_the_same_results(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/en/spaces/?q=Flagey&service=printing")
    before = page.get_by_role("heading", level=1).inner_text()

    page.locator("[data-dps-space] h2 a").first.click()
    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text(before)


def test_resident_sees_all_choices_without_scripts(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/en/spaces/?q=1080")

    page.get_by_text("More choices").click()
    page.get_by_role("checkbox", name=re.compile("No appointment needed")).check()
    page.get_by_role("button", name="Show the places").click()

    expect(page).to_have_url(re.compile(r"q=1080.*walk_in=1"))
    expect(page.get_by_text(re.compile(r"For \d+ more places, we do not know"))).to_be_visible()


@pytest.mark.parametrize("path", ["/en/", "/nl/ruimtes/?q=Simonis", "/fr/espaces/koekeltech/"])
def test_page_fits_a_narrow_phone(new_page: NewPage, path: str) -> None:
    page = new_page(viewport=PHONE)

    page.goto(path)

    assert fits(page)


@pytest.mark.parametrize("path", ["/en/", "/en/spaces/", "/en/spaces/koekeltech/"])
def test_page_sets_no_cookie_and_keeps_nothing(new_page: NewPage, path: str) -> None:
    page = new_page()

    page.goto(path)

    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_site_serves_with_every_outside_service_down(
    prepared: Path, tmp_path: Path, new_page: NewPage
) -> None:
    nowhere = "http://127.0.0.1:9/"
    down = {
        "GEOCODER": "nominatim",
        "GEOCODER_URL": nowhere,
        "TILE_URL": f"{nowhere}{{z}}/{{x}}/{{y}}.png",
        "CACHE_URL": "redis://127.0.0.1:9/0",
    }
    with serve(prepared, tmp_path, **down) as site:
        page = new_page(base_url=site.url, java_script_enabled=False)

        known = page.goto("/en/spaces/?q=Simonis")
        assert known
        assert known.status == 200
        expect(page.locator("[data-dps-space]")).to_have_count(20)

        unknown = page.goto("/en/spaces/?q=quai+des+brumes+imaginaires")
        assert unknown
        assert unknown.status == 200
        expect(page.get_by_text("does not answer at the moment")).to_be_visible()
        expect(page.locator("[data-dps-space]")).to_have_count(20)

        space = page.goto("/en/spaces/koekeltech/")
        assert space
        assert space.status == 200


def _filter(page: Page, words: str) -> None:
    """Tap a filter's chip and wait for it to be switched on."""
    filters = page.get_by_role("navigation", name="Filters")
    filters.get_by_role("link", name=re.compile(rf"^{words}")).click()
    asked = page.get_by_role("navigation", name="What you ask for")
    expect(
        asked.get_by_role("link", name=re.compile(rf"Remove this choice:\s*{words}"))
    ).to_be_visible()


def test_resident_goes_back_to_the_search(page: Page) -> None:
    page.goto("/en/spaces/?q=Simonis&service=printing")
    page.locator("[data-dps-space] h2 a").first.click()

    page.get_by_role("link", name="Back to my search").click()

    page.wait_for_url("**/en/spaces/?q=Simonis&service=printing")
