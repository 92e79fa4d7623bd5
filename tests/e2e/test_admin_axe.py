"""axe-core finds nothing on our pages of the desk: French and Dutch, narrow and wide, dark."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import axe
from tests.e2e import site as sites
from tests.e2e.conftest import NewPage
from tests.e2e.examined import NARROW, WIDE, fits
from tests.e2e.on_desk import COOKIE
from tests.e2e.site import Site

# What Django writes itself, and we leave as it is.
DJANGOS = (
    ".tabular th.original",  # the empty head above the names of rows
    ".fixed-rows thead th:last-child",  # and above deletion, where there is none
)
# Not every combination is seen, but each width, and each scheme.
SETTINGS: dict[str, list[tuple[Any, str]]] = {
    "fr": [(WIDE, "light"), (NARROW, "dark")],
    "nl": [(NARROW, "light")],
}
FURNISH = """
import json
from config.languages import LANGUAGES
from tests import factories
from tests.spaces.admin import routes
routes.furnish()
for _time in range(2):
    factories.SpaceFactory(name_fr="Maison du Web", name_nl="Webhuis", name_en="Web house")
print(json.dumps({name: routes.address(name, takes, "fr") for name, takes in routes.routes()}))
"""
PAGES = (
    "index",
    "spaces_space_changelist",
    "spaces_space_change",
    "spaces_space_history",
    "spaces_space_put_back",
    "spaces_space_duplicates",
    "going_live",
    "spaces_space_import",
    "spaces_space_export",
    "spaces_closure_several",
    "spaces_course_change",
    "spaces_proposal_change",
    "spaces_report_change",
    "spaces_missingspace_change",
    "campaign_scan_changelist",
    "handbook",
    "handbook_chapter",
)

Addresses = dict[str, str]


class Desk:
    """The desk's pages, and the states of some to which no address leads."""

    def __init__(self, addresses: Addresses) -> None:
        self.addresses = addresses

    def open(self, page: Page, name: str) -> None:
        response = page.goto(self.addresses.get(f"admin:{name}") or self.addresses[name])
        assert response
        assert response.status == 200

    def closures_counted(self, page: Page) -> None:
        self.open(page, "spaces_closure_several")
        page.locator("#id_first_day").fill("2027-07-21")
        page.locator("form.desk-page [type=submit]").click()
        expect(page.locator("button[name=seen]")).to_be_visible()

    def import_previewed(self, page: Page) -> None:
        self._import(page, "code;phone\nF3DJD;02 555 01 99\n")
        expect(page.locator("input[name=confirm]")).to_be_visible()

    def import_refused(self, page: Page) -> None:
        self._import(page, "code;name_fr;municipality;phone\n;;Paris;12\n")
        expect(page.locator(".errornote")).to_be_visible()

    def _import(self, page: Page, text: str) -> None:
        self.open(page, "spaces_space_import")
        file = {"name": "list.csv", "mimeType": "text/csv", "buffer": text.encode()}
        page.locator("#id_import_file").set_input_files(file)  # type: ignore[arg-type]
        page.locator("form [type=submit]").last.click()

    def saved_too_late(self, page: Page) -> None:
        self.open(page, "spaces_space_change")
        other = page.context.new_page()
        self.open(other, "spaces_space_change")
        website = other.locator("#id_website")
        website.fill(f"https://example.org/{len(website.input_value())}")
        other.locator("[name=_save]").first.click()
        expect(other.locator(".messagelist .success")).to_be_visible()
        other.close()
        page.locator("[name=_save]").first.click()
        expect(page.locator(".clashes")).to_be_visible()

    def posters_on_paper(self, page: Page) -> None:
        self.open(page, "campaign_poster_changelist")
        for box in page.locator(".action-select").all()[:2]:
            box.check()
        page.locator("select[name=action]").select_option("print_posters")
        page.locator("button[name=index]").click()
        expect(page.locator("input[name=format]").first).to_be_visible()


STATES: tuple[Callable[[Desk, Page], None], ...] = (
    Desk.closures_counted,
    Desk.import_previewed,
    Desk.import_refused,
    Desk.saved_too_late,
    Desk.posters_on_paper,
)


@pytest.fixture(scope="module")
def busy(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Desk]]:
    """Serve a site on which there is work of every kind; tests leave theirs in it."""
    with sites.serve(prepared, tmp_path_factory.mktemp("busy")) as running:
        printed = running.manage("shell", "--no-imports", "-c", FURNISH)
        yield running, Desk(json.loads(printed))


@pytest.mark.parametrize("language", SETTINGS)
@pytest.mark.parametrize(
    "where", [*PAGES, *STATES], ids=lambda where: getattr(where, "__name__", where)
)
def test_axe_finds_nothing_at_the_desk(
    new_page: NewPage,
    busy: tuple[Site, Desk],
    where: str | Callable[[Desk, Page], None],
    language: str,
) -> None:
    site, desk = busy
    page = new_page(base_url=site.url, locale=language, bypass_csp=True)
    page.context.add_cookies([COOKIE])
    desk.open(page, where) if isinstance(where, str) else where(desk, page)
    axe.bring(page)

    found: list[str] = []
    for viewport, scheme in SETTINGS[language]:
        page.set_viewport_size(viewport)
        found += axe.violations(page, scheme, DJANGOS)
        if not fits(page):
            found.append("it is wider than the screen")

    assert found == []
