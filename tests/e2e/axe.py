"""axe-core, the program that examines a page for what keeps people out."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.conftest import require

AXE = Path(__file__).parents[1] / "node/node_modules/axe-core/axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PRELOAD: dict[str, Any] = {"preload": {"assets": ["media"]}}  # no rule of ours reads style sheets
OF_COLOURS = ("color-contrast", "link-in-text-block")  # dark changes nothing else

_EXAMINE = """
  async ([context, options]) => {
    const transitions = document.getAnimations().filter((a) => a instanceof CSSTransition);
    await Promise.allSettled(transitions.map((transition) => transition.finished));
    const asked = { resultTypes: ["violations"], ...options };
    const { violations } = await axe.run(context, asked);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target}: ${failureSummary}`));
  }
"""


def bring(page: Page) -> None:
    """Put the program into a page, once that stands as its visitor sees it."""
    require("axe-core", AXE.exists())
    page.wait_for_load_state()
    page.evaluate(AXE.read_text())


def violations(page: Page, scheme: str, without: tuple[str, ...] = ()) -> list[str]:
    """Return what axe finds, in light or dark, what matches these selectors apart."""
    options = {"runOnly": {"type": "tag", "values": STANDARDS}} | PRELOAD
    if scheme == "dark":
        options = {"runOnly": {"type": "rule", "values": OF_COLOURS}}
    context = {"include": [["html"]], "exclude": [[selector] for selector in without]}
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # "light" or "dark"
    found: list[str] = page.evaluate(_EXAMINE, [context, options])
    return found
