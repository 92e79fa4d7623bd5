"""Looks over the browser's shoulder: what may not happen on any page of the site."""

import base64
import re
from urllib.parse import urlsplit

from django.conf import settings
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response, Route

from config import csp

TILE_HOST = urlsplit(csp.origin(settings.TILE_URL)).netloc
TILE = base64.b64decode(  # one transparent point
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


class Watch:
    """Records requests to other hosts, and every problem that the browser reports."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.foreign: list[str] = []
        self.tiles = "up"
        self._refused: set[str] = set()

    def over(self, context: BrowserContext, own: str) -> None:
        """Watch all pages of a context whose site is at the address `own`."""
        context.on("page", self._page)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"script: {error.error}"))
        context.on("response", self._response)
        context.route(re.compile(rf"^https?://(?!{re.escape(urlsplit(own).netloc)}/)"), self._route)

    def verdict(self) -> list[str]:
        """Return the problems: console errors, script errors, CSP violations, other hosts."""
        others = [url for url in self.foreign if urlsplit(url).netloc != TILE_HOST]
        return self.problems + [f"asked another host: {url}" for url in others]

    def _page(self, page: Page) -> None:
        page.on("crash", lambda page: self.problems.append(f"crashed: {page.url}"))

    def _console(self, message: ConsoleMessage) -> None:
        where = message.location["url"]
        if message.type not in ("error", "warning"):
            return
        if where in self._refused or urlsplit(where).netloc == TILE_HOST:
            return
        self.problems.append(f"console: {message.text} ({where})")

    def _response(self, response: Response) -> None:
        """Note a page that was refused on purpose (4xx), and any failure of the server."""
        if response.status >= 500:
            self.problems.append(f"{response.status}: {response.url}")
        elif response.status >= 400 and response.request.is_navigation_request():
            self._refused.add(response.url)

    def _route(self, route: Route) -> None:
        """Answer for the tile server; let nothing else out."""
        url = route.request.url
        self.foreign.append(url)
        if urlsplit(url).netloc == TILE_HOST and self.tiles == "up":
            route.fulfill(body=TILE, content_type="image/png")
        else:
            route.abort()
