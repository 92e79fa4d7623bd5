"""A helper beside somebody: tick places, choose the person's language, print one page."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.chromium import CHROMIUM_ARGUMENTS, with_fonts_of_paper
from tests.e2e.conftest import NewPage
from tests.e2e.examined import fits
from tests.e2e.site import Site
from tests.papers import opened

LIST = "/fr/espaces/?q=Simonis"
A4 = (210, 297)  # millimetres
# As much as a listing may say: five groups of hours, a closure, a telephone, a long address.
CROWD = """
from datetime import date
from spaces.models import Closure, Space
for space in Space.objects.published().exclude(latitude=None).order_by("-municipality__name")[:5]:
    space.opening_hours = "Mo,Tu,Th 09:00-12:30,13:30-17:00; We 13:30-19:00; Fr 09:00-12:00"
    space.opening_hours += "; Sa[1] 10:00-12:00; PH off"
    space.street_fr, space.house_number = "Avenue du Président Franklin Roosevelt", "112 bis"
    space.phone = "+3225550123"
    space.sample_fields = ["opening_hours"]
    space.save()
    Closure.objects.create(space=space, first_day=date(2020, 1, 1), last_day=date(2090, 1, 1))
    print(space.slug)
"""


@pytest.fixture(scope="module")
def browser(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start another Chromium, whose letters are as wide as those of most people's computers.

    What fits a page depends on them; on a bare machine there is only DejaVu, which is wider.
    """
    chromium = browser.browser_type.launch(
        executable_path=shutil.which("chromium-headless-shell"),
        args=[*CHROMIUM_ARGUMENTS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
        env=with_fonts_of_paper(tmp_path_factory.mktemp("fonts")),
    )
    yield chromium
    chromium.close()


def pages_of(page: Page, file: Path) -> int:
    """Print the page to a PDF; return how many sheets of paper it takes."""
    pdf = file / "page.pdf"
    page.pdf(path=pdf, prefer_css_page_size=True)
    with opened(pdf.read_bytes()) as paper:
        assert paper.sizes == {A4}
        return len(paper.file)


def tick(page: Page, count: int) -> list[str]:
    """Tick the first places of the list; return their names."""
    cards = page.locator("[data-dps-space]")
    for number in range(count):
        cards.nth(number).get_by_role("checkbox").check()
    return [cards.nth(n).locator("h2 a").inner_text() for n in range(count)]


def make_sheet(page: Page, language: str = "") -> None:
    """Open the line of the sheet, choose its language, and make it."""
    fold = page.locator("[data-dps-sheet]")
    fold.locator("summary").click()
    if language:
        fold.get_by_role("combobox").select_option(language)
    fold.get_by_role("button").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_helper_prints_a_sheet_in_the_language_of_the_person(
    new_page: NewPage, tmp_path: Path, javascript: bool
) -> None:
    page = new_page(java_script_enabled=javascript, locale="fr-BE")
    page.goto(LIST)

    tick(page, 5)
    make_sheet(page, "nl")

    paper = page.locator(".paper")
    expect(page.get_by_role("heading", level=1)).to_have_text("Fiche à imprimer")
    expect(paper).to_have_attribute("lang", "nl")
    expect(paper).to_contain_text("Plekken met computers")
    expect(paper.locator("ol li")).to_have_count(5)
    expect(page.get_by_role("button", name="Imprimer")).to_have_count(int(javascript))
    expect(page.get_by_text("Pour imprimer, choisissez")).to_be_visible(visible=not javascript)
    assert pages_of(page, tmp_path) == 1


def test_crowded_sheet_is_one_page_in_large_type(
    own_site: Site, new_page: NewPage, tmp_path: Path
) -> None:
    slugs = own_site.manage("shell", "--no-imports", "-c", CROWD).split()
    query = "&".join(f"space={slug}" for slug in slugs)
    page = new_page(base_url=own_site.url)

    taken = {}
    for language in ("fr", "nl", "en"):
        page.goto(f"/fr/fiche/?{query}&for={language}")
        page.get_by_role("textbox").fill("Demander Fatima. Apporter la carte d’identité.")
        taken[language] = pages_of(page, tmp_path)

    assert len(slugs) == 5
    assert taken == {"fr": 1, "nl": 1, "en": 2}  # the card to show is a sheet of its own
    page.emulate_media(media="print")
    sizes = page.locator(".paper li p, .paper li h3, .paper textarea").evaluate_all(
        "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    )
    assert min(sizes) >= 14


def test_note_is_printed_and_kept_nowhere(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/en/sheet/?space=koekeltech")
    note = page.get_by_role("textbox")

    note.fill("Ask for Fatima.")
    page.emulate_media(media="print")
    expect(note).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    expect(page.get_by_role("banner")).to_be_hidden()

    page.emulate_media(media="screen")
    page.get_by_role("link", name="Nederlands").last.click()
    assert "Fatima" not in page.url
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    expect(page.get_by_role("textbox")).to_have_value("")


@pytest.mark.parametrize("sizes_itself", [True, False], ids=["field-sizing", "script"])
def test_note_shows_every_line_on_screen_and_paper(new_page: NewPage, sizes_itself: bool) -> None:
    page = new_page()
    page.goto("/en/sheet/?space=koekeltech")
    note = page.get_by_role("textbox")
    if not sizes_itself:  # as in a browser that does not know it
        page.evaluate("CSS.supports = () => false")
        note.evaluate("note => { note.style.fieldSizing = 'fixed'; }")
        script = page.locator("script[src*='note']").get_attribute("src")
        page.evaluate("script => import(`${script}?again`)", script)

    note.fill("Ask for Fatima.\nBring the card.\nCome early.\nRing twice.\nWait.")

    hidden = "note => note.scrollHeight - note.clientHeight"
    assert note.evaluate(hidden) <= 0
    page.emulate_media(media="print")
    assert note.evaluate(hidden) <= 0
    expect(note).to_be_focused()
    expect(note).to_have_css("outline-style", "none")
    expect(note).to_have_css("box-shadow", "none")


def test_button_prints(new_page: NewPage) -> None:
    page = new_page()
    page.context.add_init_script("window.print = () => { window.printed = true; }")

    for path, name in (
        ("/en/sheet/?space=koekeltech", "Print"),
        ("/en/spaces/", "Print this list"),
    ):
        page.goto(path)
        page.get_by_role("button", name=name).click()
        assert page.evaluate("printed")


def test_sixth_place_is_said_to_be_too_many(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/en/spaces/")

    tick(page, 6)
    make_sheet(page)

    expect(page.locator(".notice--problem")).to_contain_text("room for five places")
    expect(page.locator(".paper ol li")).to_have_count(5)


def test_helper_adds_a_place_of_another_page(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/en/spaces/?q=Simonis")
    (first,) = tick(page, 1)
    page.get_by_role("button", name="Next page, with what is ticked").click()
    (second,) = tick(page, 1)
    make_sheet(page)

    page.get_by_role("link", name="Add another place").click()
    page.get_by_role("link", name="Next page").click()
    cards = page.locator("[data-dps-space]")
    cards.nth(1).get_by_role("checkbox").check()
    third = cards.nth(1).locator("h2 a").inner_text()
    make_sheet(page)

    expect(page.locator(".paper li h3 bdi")).to_have_text([first, second, third])


def test_places_are_counted_aloud_from_page_to_page(page: Page) -> None:
    page.goto("/en/spaces/?q=Simonis")
    bar = page.locator("[data-dps-sheet-bar]")
    expect(bar).to_be_hidden()

    first, second = tick(page, 2)
    expect(bar.get_by_role("status")).to_have_text("2 of 5 on the sheet")
    page.get_by_role("link", name="Next page").click()
    page.wait_for_url("**page=2**")
    (third,) = tick(page, 1)
    expect(bar.get_by_role("status")).to_have_text("3 of 5 on the sheet")
    bar.get_by_role("button").click()

    expect(page.locator(".paper li h3 bdi")).to_have_text([first, second, third])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_sheet_fits_a_narrow_phone(new_page: NewPage, scheme: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)

    page.goto("/fr/fiche/?space=koekeltech&space=epn-uccle&for=nl")

    assert fits(page)


# --- the other pages on paper ---------------------------------------------------------------


def test_list_is_printed_with_numbers_hours_addresses_and_telephones(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/en/spaces/?q=1030")
    page.emulate_media(media="print")

    card = page.locator("[data-dps-space='bibliotheque-mille-et-une-pages']")

    expect(card.locator(".pin")).to_be_visible()
    expect(card.locator(".status")).to_be_hidden()
    expect(card.locator(".offline__hours")).to_be_visible()
    expect(card.get_by_text("Place de la Reine 1, 1030 Schaerbeek")).to_be_visible()
    expect(card.locator("b.print-only")).to_have_text("02 240 32 80")
    expect(card.get_by_role("checkbox")).to_be_hidden()
    for hidden in ("#sheet", ".search", ".chips", ".pages", "[data-dps-print]", "[data-dps-map]"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_space_is_printed_without_what_passes(page: Page) -> None:
    page.goto("/en/spaces/bibliotheque-mille-et-une-pages/")
    page.emulate_media(media="print")

    expect(page.locator(".printed")).to_be_visible()
    expect(page.locator(".hours")).to_be_visible()
    for passing in (".big-status", ".hours .today small"):
        expect(page.locator(passing)).to_be_hidden()


def test_space_with_much_to_say_is_printed_on_one_page(
    own_site: Site, new_page: NewPage, tmp_path: Path
) -> None:
    slugs = own_site.manage("shell", "--no-imports", "-c", CROWD + FULL).split()
    page = new_page(base_url=own_site.url)

    page.goto(f"/fr/espaces/{slugs[0]}/")

    assert pages_of(page, tmp_path) == 1


FULL = f"""
from spaces.models import AccessFeature, Service
from datetime import timedelta
space = Space.objects.filter(closures__isnull=False).order_by("-municipality__name")[0]
space.closures.all().delete()
for weeks in (0, 1, 2):
    day = date.fromisoformat("{date.today().isoformat()}") + timedelta(weeks=weeks, days=2)
    Closure.objects.create(space=space, first_day=day, last_day=day, reason_fr="inventaire")
space.services.set(Service.objects.all())
space.spoken_languages = ["fr", "nl", "ar", "en", "tr"]
space.computers, space.cost, space.appointment = 12, "free", "required"
space.email, space.website = "bonjour@example.org", "https://example.org/"
space.description_fr = "Des ordinateurs et de l’aide. " * 4
space.what_to_expect_fr = "Sonnez à la porte. Quelqu’un vous accueille. " * 3
space.save()
for feature in AccessFeature.Feature:
    space.access_features.update_or_create(feature=feature, defaults={{"value": "yes"}})
"""  # noqa: DTZ011
