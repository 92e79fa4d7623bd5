"""Looks over the browser's shoulder: what may not happen on any page of the site."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

from tests.e2e import tiles


class Watch:
    """Records requests to other hosts, and every problem that the browser reports."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._refused: set[str] = set()

    def over(self, context: BrowserContext, own: str) -> None:
        """Watch all pages of a context whose site is at the address `own`."""
        context.on("page", self._page)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"script: {error.error}"))
        hosts = {urlsplit(own).netloc, tiles.HOST}
        context.on("request", lambda request: self._request(request, hosts))
        context.on("response", self._response)

    def report(self) -> list[str]:
        """Hand over the problems: console and script errors, CSP violations, other hosts."""
        problems, self.problems = self.problems, []
        return problems

    def _page(self, page: Page) -> None:
        page.on("crash", lambda page: self.problems.append(f"crashed: {page.url}"))

    def _console(self, message: ConsoleMessage) -> None:
        where = message.location["url"]
        if message.type not in ("error", "warning"):
            return
        if where in self._refused or urlsplit(where).netloc == tiles.HOST:
            return
        self.problems.append(f"console: {message.text} ({where})")

    def _request(self, request: Request, hosts: set[str]) -> None:
        """Note what goes to another host; the browser lets none of it out."""
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.netloc not in hosts:
            self.problems.append(f"asked another host: {request.url}")

    def _response(self, response: Response) -> None:
        """Note a page that was refused on purpose (4xx), and any failure of the server."""
        if response.status >= 500:
            self.problems.append(f"{response.status}: {response.url}")
        elif response.status >= 400 and response.request.is_navigation_request():
            self._refused.add(response.url)
