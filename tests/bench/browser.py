"""What a browser sees: the bytes of a first load, and the time until the pins are seen."""

import shutil
from statistics import median
from time import perf_counter
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.e2e.chromium import CHROMIUM_ARGUMENTS

TIMES = 9
# No tile leaves the machine; routing requests through this process would slow each of them.
NO_TILES = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
LOOK = """
  const look = () => {
    const pin = document.querySelector("[data-dps-pin]");
    if (pin && pin.getBoundingClientRect().width > 0) performance.mark("pins");
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
"""
PINS = "performance.getEntriesByName('pins')[0]?.startTime"
MOVES = "performance.getEntriesByName('dps-map')[0]?.startTime"
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
PHONE, DESK = {"width": 360, "height": 640}, {"width": 1280, "height": 900}


class Seen(NamedTuple):
    """Compressed bytes of first loads, and medians of milliseconds since the navigation began."""

    bytes_without_map: int
    bytes_with_map: int
    blank_page: float
    pins: float
    blank_page_without_scripts: float
    pins_without_scripts: float


def measure(url: str, results: str) -> Seen:
    """Return the figures for a results page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*CHROMIUM_ARGUMENTS, NO_TILES]
        )
        without_map, _ = _load(browser, url, results, PHONE, "document.readyState === 'complete'")
        with_map, _ = _load(browser, url, results, DESK, MOVES)
        seen: list[list[float]] = [[], [], [], []]
        for _turn in range(TIMES):
            seen[0].append(_load(browser, url, "/bench/constant", DESK, LOADED)[1])
            seen[1].append(_load(browser, url, results, DESK, PINS)[1])
            seen[2].append(_wait(browser, f"{url}/bench/constant", "body"))
            seen[3].append(_wait(browser, f"{url}{results}", "[data-dps-pin]"))
        browser.close()
    return Seen(without_map, with_map, *(median(times) for times in seen))


def _wait(browser: Browser, address: str, selector: str) -> float:
    """Return the milliseconds until something is seen on a page, scripts off."""
    context = browser.new_context(viewport=DESK, java_script_enabled=False)
    page = context.new_page()
    start = perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(selector, state="attached")
    page.locator(selector).first.bounding_box()
    passed = 1000 * (perf_counter() - start)
    context.close()
    return passed


def _load(
    browser: Browser, url: str, path: str, viewport: dict[str, int], until: str
) -> tuple[int, float]:
    """Load a page in a new context; return its bytes and what `until` came to."""
    context = browser.new_context(viewport=viewport, bypass_csp=True)  # it forbids our waiting
    page = context.new_page()
    page.add_init_script(LOOK)
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(f"{url}{path}", wait_until="load")
    value = page.wait_for_function(until).json_value()
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(sizes), float(value)
