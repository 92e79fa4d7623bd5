"""Somebody follows a character: from the home page to a place that helps with the same."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage

PHONE = {"width": 320, "height": 640}


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize(
    ("home", "story", "where", "results"),
    [
        ("/fr/", "/fr/campagne/salima/", "De quoi avez-vous besoin, et où ?", "/fr/espaces/"),
        ("/nl/", "/nl/campagne/salima/", "Wat hebt u nodig, en waar?", "/nl/ruimtes/"),
    ],
)
def test_visitor_goes_from_salima_to_places_near_a_stop(
    new_page: NewPage,
    home: str,
    story: str,
    where: str,
    results: str,
    javascript: bool,
) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=javascript)

    page.goto(home)
    page.get_by_role("link", name="Salima").click()
    expect(page).to_have_url(re.compile(rf"{story}$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Salima")
    box = page.get_by_label(where).and_(page.locator("input"))
    box.fill("Flagey")
    box.press("Enter")

    expect(page).to_have_url(re.compile(rf"{results}\?q=Flagey&need=fill_in_a_form$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Flagey")
    distances = [
        float(result.get_attribute("data-dps-distance") or "inf")  # an invented point comes last
        for result in page.locator("[data-dps-space]").all()
    ]
    assert distances
    assert distances == sorted(distances)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_character_has_its_colour_light_and_dark(new_page: NewPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme)

    page.goto("/en/campaign/manu/")

    band = page.locator(".on-colour")
    expect(band).to_have_css("background-color", "rgb(53, 182, 166)")
    expect(band.get_by_role("heading")).to_have_css("color", "rgb(27, 30, 61)")
    expect(band.get_by_role("link", name="Find help near me")).to_have_css(
        "color", "rgb(255, 255, 255)"
    )


def test_portraits_are_drawn(page: Page) -> None:
    page.goto("/en/campaign/")

    widths = page.locator(".character img").evaluate_all("all => all.map(i => i.naturalWidth)")

    assert len(widths) == 4
    assert all(widths)
