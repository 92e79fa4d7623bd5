"""What a browser sees: the bytes of a first load, and the time until the pins are seen."""

import shutil
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.chromium import CHROMIUM_ARGUMENTS

TIMES = 15
BLANK = "/bench/constant"
# No tile leaves the machine; routing requests through this process would slow each of them.
NO_TILES = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
# In the first frame that has it the mark is set, of the blank page as of the other.
LOOK = """
  const look = () => {
    const thing = document.querySelector("[data-dps-pin], body:not(:has(*))");
    if (thing && thing.getBoundingClientRect().width > 0) performance.mark("seen");
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
"""
SEEN = "performance.getEntriesByName('seen')[0]?.startTime"
MOVES = "performance.getEntriesByName('dps-map')[0]?.startTime"
WHOLE = "document.readyState === 'complete'"
PHONE, DESK = {"width": 360, "height": 640}, {"width": 1280, "height": 900}
OUR_SCRIPTS = "*/static/*.js"


class Seen(NamedTuple):
    """Compressed bytes of first loads, and medians of milliseconds since the navigation began.

    Without scripts means that none of ours is fetched.
    """

    bytes_without_map: int
    bytes_with_map: int
    blank_page: float
    pins: float
    pins_without_scripts: float


def measure(url: str, results: str) -> Seen:
    """Return the figures for a results page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*CHROMIUM_ARGUMENTS, NO_TILES]
        )
        without_map, _ = _load(browser, f"{url}{results}", PHONE, WHOLE)
        with_map, _ = _load(browser, f"{url}{results}", DESK, MOVES)
        seen: list[list[float]] = [[], [], []]
        for _turn in range(TIMES):
            seen[0].append(_load(browser, f"{url}{BLANK}", DESK, SEEN)[1])
            seen[1].append(_load(browser, f"{url}{results}", DESK, SEEN)[1])
            seen[2].append(_load(browser, f"{url}{results}", DESK, SEEN, blocked=OUR_SCRIPTS)[1])
        browser.close()
    return Seen(without_map, with_map, *(median(times) for times in seen))


def _load(
    browser: Browser, address: str, viewport: dict[str, int], until: str, blocked: str = ""
) -> tuple[int, float]:
    """Load a page in a new context; return its bytes and what `until` came to."""
    context = browser.new_context(viewport=viewport, bypass_csp=True)  # it forbids our waiting
    page = context.new_page()
    page.add_init_script(LOOK)
    if blocked:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.setBlockedURLs", {"urls": [blocked]})
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(address, wait_until="load")
    value = page.wait_for_function(until).json_value()
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(sizes), float(value)
