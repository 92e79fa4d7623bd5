"""From a scan to a place that helps, in a browser; and posters at the desk under the policy."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits
from tests.e2e.on_desk import sign_in
from tests.e2e.site import Site

PHONE = {"width": 320, "height": 640}
POSTER, FALLEN, TO_MANU = "9FBGW", "C6YNA", "T3ZEK"  # to the nearest, to a given space, to a page


def colour_of(page: Page) -> str:
    strip = page.locator("aside.on-colour")
    return str(strip.evaluate("element => getComputedStyle(element).backgroundColor"))


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize(
    ("locale", "address", "direction", "strip", "others"),
    [
        (
            "fr-BE",
            "/fr/espaces/maks-cureghem/",
            "ltr",
            "Sander a trouvé de l’aide dans un lieu comme celui-ci.",
            "D’autres lieux : d’abord ceux qui aident, les ouverts avant les autres",
        ),
        (
            "nl-BE",
            "/nl/ruimtes/maks-cureghem/",
            "ltr",
            "Sander vond hulp op een plek zoals deze.",
            "Andere plekken: eerst die helpen, de open plekken voor de andere",
        ),
        (
            "ar",
            "/ar/spaces/maks-cureghem/",
            "rtl",
            "وصلت المساعدة إلى Sander في مكان كهذا.",
            "أماكن أخرى: أولًا التي تساعد، والمفتوحة قبل غيرها",
        ),
    ],
    ids=["fr", "nl", "ar"],
)
def test_scan_leads_to_the_space_in_the_language_of_the_phone(
    own_site: Site,
    new_page: NewPage,
    locale: str,
    address: str,
    direction: str,
    strip: str,
    others: str,
    javascript: bool,
) -> None:
    page = new_page(
        base_url=own_site.url, viewport=PHONE, locale=locale, java_script_enabled=javascript
    )

    page.goto(f"/Q/{POSTER}")

    expect(page).to_have_url(f"{own_site.url}{address}?poster={POSTER}")
    expect(page.locator("html")).to_have_attribute("dir", direction)
    expect(page.locator("aside.on-colour")).to_contain_text(strip)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Maks Anderlecht")
    expect(page.locator(".big-status")).to_be_visible()
    near = page.get_by_role("region", name=others)
    expect(near.get_by_role("listitem")).to_have_count(3)
    assert fits(page)
    near.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Maks Anderlecht")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_strip_has_the_colour_of_the_character(
    own_site: Site, new_page: NewPage, scheme: str
) -> None:
    page = new_page(base_url=own_site.url, color_scheme=scheme)

    page.goto(f"/q/{POSTER}")
    strip = colour_of(page)
    page.get_by_role("link", name="Read the story of Sander").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Sander")
    expect(page.locator(".on-colour").first).to_have_css("background-color", strip)


def test_poster_whose_space_has_gone_leads_to_who_is_near(
    own_site: Site, new_page: NewPage
) -> None:
    own_site.manage(
        "shell",
        "-c",
        "from spaces.models import Space; "
        "Space.objects.filter(slug='ocr-jette').update(status='closed')",
    )
    page = new_page(base_url=own_site.url, viewport=PHONE, locale="nl-BE")

    page.goto(f"/q/{FALLEN}")

    expect(page).to_have_url(f"{own_site.url}/nl/affiche/{FALLEN}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "De plek op deze affiche is definitief gesloten."
    )
    page.locator(".near").get_by_role("link").first.click()
    expect(page.locator(".big-status")).to_be_visible()


def test_posters_at_the_desk_keep_to_the_policy(own_site: Site, new_page: NewPage) -> None:
    page = new_page(base_url=own_site.url)
    for _scan in range(3):
        page.goto(f"/q/{POSTER}")
    sign_in(page)

    page.goto("/admin/campaign/poster/")
    expect(page.get_by_role("row", name=POSTER)).to_contain_text("Maks Anderlecht")
    page.get_by_role("link", name=POSTER).click()
    picture = page.get_by_alt_text(re.compile("QR code of"))
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 0
    page.locator(".field-stop .select2-selection").click()
    page.locator(".select2-search__field").fill("flagey")
    page.get_by_role("option", name=re.compile("Flagey")).first.click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    for by in ("campaign", "character", "poster", "day"):
        page.goto(f"/admin/campaign/scan/?by={by}")
        row = page.locator(".tally tbody tr").first
        expect(row.locator(".tally__count")).to_have_text("3")
        bar = row.locator("rect").bounding_box()
        assert bar
        assert bar["width"] > 100
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("CSV")).click()
    assert download.value.suggested_filename.startswith("scans-day-")
