"""axe-core finds nothing on any kind of page, in any language, narrow or wide, light or dark."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import require
from tests.e2e.conftest import NewPage
from tests.e2e.examined import EVERY_PAGE, NARROW, WIDE, unfold, visit
from tests.e2e.site import Site
from tests.kinds import Kind

AXE = Path(__file__).parents[1] / "node/node_modules/axe-core/axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ("color-contrast", "link-in-text-block")  # dark changes nothing else

EXAMINE = """
  async (options) => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"], ...options });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`));
  }
"""


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the program that examines a page."""
    require("axe-core", AXE.exists())
    return AXE.read_text()


@EVERY_PAGE
def test_axe_finds_nothing(
    new_page: NewPage, furnished: Site, axe: str, kind: Kind, language: str
) -> None:
    page = new_page(base_url=furnished.url, locale="de", viewport=WIDE, bypass_csp=True)
    visit(page, kind, language)
    unfold(page)
    page.evaluate(axe)

    found = {}
    for viewport in (WIDE, NARROW):
        page.set_viewport_size(viewport)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found[viewport["width"], scheme] = page.evaluate(EXAMINE, _options(scheme))

    assert {setting: violations for setting, violations in found.items() if violations} == {}


def _options(scheme: str) -> dict[str, Any]:
    if scheme == "dark":
        return {"runOnly": {"type": "rule", "values": OF_COLOURS}}
    return {"runOnly": {"type": "tag", "values": STANDARDS}}
