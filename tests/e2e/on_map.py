"""What the tests of the map do on a page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Locator, Page, expect

PHONE = {"viewport": {"width": 390, "height": 760}, "has_touch": True, "is_mobile": True}
ALL, NEAR = "/en/spaces/", "/en/spaces/?q=Simonis"

MOVING = "[data-dps-pins].leaflet-image-layer"  # the pins, once Leaflet has taken them over

FRAMES = 600  # in which a thing that moves must have begun to

_NEXT_FRAME = "() => new Promise(requestAnimationFrame)"
_REST = """
  async () => {
    const lie = () => {
      const things = [...document.querySelectorAll("[data-dps-pin], [role=dialog]")];
      const boxes = things.map((thing) => thing.getBoundingClientRect());
      return JSON.stringify([scrollY, boxes.map(({ x, y, width }) => [x, y, width])]);
    };
    for (let before = "", still = 0; still < 12; ) {
      await new Promise(requestAnimationFrame);
      const now = lie();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  }
"""


def open_map(page: Page, path: str = ALL) -> Locator:
    """Open a page of results and its map, and wait until that can be moved."""
    page.goto(path)
    if page.locator(".map__open").is_visible():
        page.locator(".map__open").click()
    page.locator("#map").scroll_into_view_if_needed()
    expect(page.locator(MOVING)).to_be_attached()
    return page.locator("[data-dps-canvas]")


def pins(page: Page) -> Locator:
    return page.locator("[data-dps-pin]")


def pin_of(page: Page, entry: Locator) -> Locator:
    return page.locator(f'[data-dps-pin="{entry.get_attribute("data-dps-space")}"]')


def entries(page: Page) -> Locator:
    return page.locator("#places > [data-dps-space]")


def hours_of(entry: Locator) -> str:
    """Return what an entry says of its hours, without a tag beside it."""
    words = entry.locator(".status").evaluate("status => status.firstChild.textContent")
    return str(words).strip()


def place(page: Page) -> list[Any]:
    """Return where the first pins lie in the map: the page's scrolling does not change it."""
    return page.evaluate(
        """() => {
          const map = document.querySelector("[data-dps-canvas]").getBoundingClientRect();
          return [...document.querySelectorAll("[data-dps-pin]")].slice(0, 3).map((pin) => {
            const box = pin.getBoundingClientRect();
            return [Math.round(box.x - map.x), Math.round(box.y - map.y)];
          });
        }"""
    )


def scrolled(page: Page) -> float:
    """Return how far the page is scrolled."""
    return page.evaluate("scrollY")


def rest(page: Page) -> None:
    """Wait until the page, its map and a popup have stood still for a dozen frames."""
    page.evaluate(_REST)


def leaves(page: Page, look: Callable[[Page], Any], before: Any) -> bool:
    """Wait until what one looks at is no more as before, and all is at rest; tell whether it is."""
    for _frame in range(FRAMES):
        if look(page) != before:
            rest(page)
            return bool(look(page) != before)
        page.evaluate(_NEXT_FRAME)
    return False


@contextmanager
def touching(page: Page) -> Iterator[Any]:
    """Give a function that puts fingers on the screen and moves them, as a device would."""
    session = page.context.new_cdp_session(page)

    def touch(kind: str, fingers: list[tuple[float, float]]) -> None:
        points = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(fingers)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.evaluate(_NEXT_FRAME)

    yield touch
    session.detach()
