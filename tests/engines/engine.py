"""What a journey asks of a browser, whoever drives it: open, tap, type, and look."""

import json
import shutil
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

PROGRAMS = ("firefox-esr", "node", "WebKitWebDriver", "Xvfb")
WIDTH, HEIGHT = 360, 640  # of the window, in CSS pixels: a small phone
NOWHERE = "127.0.0.1", 9  # the proxy for every host but this machine: nobody listens there
WAIT_SECONDS, PAUSE_SECONDS = 15, 0.05

# The first element that is shown, fits a selector and has these words.
_SHOWN = """
  [...document.querySelectorAll({selector})].find(
    (element) => element.checkVisibility({{ visibilityProperty: true }}) &&
      element.textContent.includes({words})
  ) ?? null
"""
_ASKED_OTHERS = """
  performance.getEntriesByType("resource").map(({ name }) => name)
    .filter((name) => name.startsWith("http") && !name.startsWith(location.origin))
"""


class NotYetError(Exception):
    """The browser could not do it now: the page is changing, or what was named is not there."""


class Engine(ABC):
    """A browser with one window; addresses are those of a site, without its host."""

    def __init__(self, site: str) -> None:
        self.site = site

    @abstractmethod
    def go(self, url: str) -> None:
        """Open this address and wait until the page is loaded."""

    @abstractmethod
    def tap_on(self, element: str) -> None:
        """Press in the middle of the element that an expression gives."""

    @abstractmethod
    def type_into(self, element: str, words: str) -> None:
        """Write into the element that an expression gives, key by key."""

    @abstractmethod
    def ask(self, expression: str) -> Any:
        """Return the value of an expression of JavaScript on the page."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def problems(self) -> list[str]:
        """Hand over what the browser complained of, and what the page asked of another host."""
        return [f"asked another host: {address}" for address in self.ask(_ASKED_OTHERS)]

    def open(self, address: str) -> None:
        """Open an address of the site."""
        self.go(self.site + address)

    def tap(self, selector: str, words: str = "") -> None:
        """Tap the first element shown that fits a selector and has these words."""
        self.see(selector, words)
        element = _shown(selector, words)
        self._until(lambda: self._is_at_rest(element), f"{element} at rest")
        self.tap_on(element)

    def see(self, selector: str, words: str = "") -> None:
        """Wait until something is shown that fits a selector and has these words."""
        self.wait(f"({_shown(selector, words)}) !== null")

    def type(self, selector: str, words: str) -> None:
        """Write into the first element shown that fits a selector."""
        self.type_into(_shown(selector), words)

    def wait(self, expression: str) -> Any:
        """Wait until an expression of JavaScript is true on the page; return its value."""
        return self._until(lambda: self.ask(expression), expression)

    def arrive(self, path: str) -> None:
        """Wait until the page at this path is whole."""
        self.wait(f'location.pathname === {json.dumps(path)} && document.readyState === "complete"')

    def path(self) -> str:
        """Return the path of the page's address."""
        return urlsplit(self.ask("location.href")).path

    def text(self, selector: str) -> str:
        """Return the words of the first element shown that fits a selector."""
        return " ".join(self.wait(f"({_shown(selector)})?.innerText").split())

    def _until(self, look: Callable[[], Any], what: str) -> Any:
        end = time.monotonic() + WAIT_SECONDS
        seen: object = None
        while time.monotonic() < end:
            try:
                seen = look()
            except NotYetError as problem:
                seen = problem
            else:
                if seen:
                    return seen
            time.sleep(PAUSE_SECONDS)
        page = self.ask("`${location.href}: ${document.querySelector('main')?.innerText}`")
        raise AssertionError(f"{what} was {seen!r} on {page[:1000]}")

    def _is_at_rest(self, element: str) -> bool:
        """Bring an element into view, and say whether it stays where it is."""
        self.ask(f"({element}).scrollIntoView({{ block: 'center', behavior: 'instant' }})")
        place = f"JSON.stringify(({element}).getBoundingClientRect())"
        before = self.ask(place)
        time.sleep(PAUSE_SECONDS)
        return bool(self.ask(place) == before)


def missing() -> str:
    """Name the programs that both engines need and this machine lacks."""
    return " and ".join(program for program in PROGRAMS if not shutil.which(program))


def _shown(selector: str, words: str = "") -> str:
    return _SHOWN.format(selector=json.dumps(selector), words=json.dumps(words)).strip()
