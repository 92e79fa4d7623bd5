"""axe-core finds nothing on any kind of page, in any language, narrow or wide, light or dark."""

from tests.e2e import axe
from tests.e2e.conftest import NewPage
from tests.e2e.examined import EVERY_PAGE, NARROW, WIDE, unfold, visit
from tests.e2e.site import Site
from tests.kinds import Kind


@EVERY_PAGE
def test_axe_finds_nothing(new_page: NewPage, furnished: Site, kind: Kind, language: str) -> None:
    page = new_page(base_url=furnished.url, locale="de", viewport=WIDE, bypass_csp=True)
    visit(page, kind, language)
    unfold(page)
    axe.bring(page)

    found = {}
    for viewport in (WIDE, NARROW):
        page.set_viewport_size(viewport)
        for scheme in ("light", "dark"):
            found[viewport["width"], scheme] = axe.violations(page, scheme)

    assert {setting: violations for setting, violations in found.items() if violations} == {}
