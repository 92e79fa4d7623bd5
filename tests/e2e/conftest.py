"""A real browser before the site as it runs in production.

`page` has JavaScript, `page_without_javascript` has not; `new_page(viewport=…, locale=…,
color_scheme=…)` makes a page with any of Playwright's context options. The site is shared and
read only: a test that writes takes `own_site` and `new_page(base_url=own_site.url)`. A test that
only looks at a page of `furnished` takes `shared_page(…)`, which others use too. After
each test the browser must have had nothing to complain about (see `watch`).
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests import kinds
from tests.conftest import require
from tests.e2e import site as sites
from tests.e2e import tiles
from tests.e2e.chromium import CHROMIUM_ARGUMENTS
from tests.e2e.on_desk import sign_in
from tests.e2e.watch import Watch

# Playwright's loop runs in this thread, where Django would refuse to touch its database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

DESKTOP = {"width": 1280, "height": 800}
SECONDS = 1000  # Playwright counts milliseconds

expect.set_options(timeout=15 * SECONDS)  # a busy machine is slow, and wrong answers stay wrong

NewPage = Callable[..., Page]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this directory, which `-m "not e2e"` leaves out."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium with a new profile; it finds this machine and our tiles, and no other host.

    It is the one without windows, which opens a page five times as fast. Routes in the tests could
    hold off other hosts as well, but with them a browser keeps no file for its next page.
    """
    program = shutil.which("chromium-headless-shell")
    require("chromium-headless-shell", program)
    with tiles.serve() as port, sync_playwright() as playwright:
        hosts = f"MAP {tiles.HOST} 127.0.0.1:{port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
        chromium = playwright.chromium.launch(
            executable_path=program,
            headless=True,
            args=[*CHROMIUM_ARGUMENTS, f"--host-resolver-rules={hosts}"],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Prepare a site's files, once for all the processes of this run."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    directory = shared / "prepared"
    with (shared / "prepared.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not directory.exists():
            sites.prepare(directory)
    return directory


@pytest.fixture(scope="session")
def site(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sites.Site]:
    """Serve the site with the listings of fixtures/; read only."""
    with sites.serve(prepared, tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture
def own_site(prepared: Path, tmp_path: Path) -> Iterator[sites.Site]:
    """Serve a site of its own, with the same listings, which the test may change."""
    with sites.serve(prepared, tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def furnished(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sites.Site]:
    """Serve a site that has every kind of page, see `tests.kinds`; read only."""
    directory = tmp_path_factory.mktemp("furnished")
    with sites.serve(prepared, directory, HELP_LINE=kinds.HELP_LINE) as running:
        running.manage("shell", "--no-imports", "-c", "from tests import kinds; kinds.furnish()")
        yield running


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fail the test at its end for whatever the browser complained about."""
    watching = Watch()
    yield watching
    assert watching.report() == []


@pytest.fixture
def new_page(browser: Browser, site: sites.Site, watch: Watch) -> Iterator[NewPage]:
    """Give a function that opens a page in a context of its own."""
    contexts = []

    def open_page(**options: Any) -> Page:
        context = _context(browser, watch, {"base_url": site.url} | options)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def shared_pages() -> Iterator[dict[str, tuple[Page, Watch]]]:
    """Keep what `shared_page` opened, one page for each of its settings."""
    pages: dict[str, tuple[Page, Watch]] = {}
    yield pages
    for page, _watch in pages.values():
        page.context.close()


@pytest.fixture
def shared_page(
    browser: Browser, furnished: sites.Site, shared_pages: dict[str, tuple[Page, Watch]]
) -> Iterator[NewPage]:
    """Give a function that hands out a page on `furnished` which other tests had before.

    Its files are there already, its scripts compiled: it opens the next address twice as fast as a
    new one. Its browser speaks none of our languages.
    """
    used: list[Watch] = []

    def open_page(**options: Any) -> Page:
        setting = repr(sorted(options.items()))
        if setting not in shared_pages:
            watch = Watch()
            where = {"base_url": furnished.url, "locale": "de"}
            shared_pages[setting] = _context(browser, watch, where | options).new_page(), watch
        page, watch = shared_pages[setting]
        used.append(watch)
        page.set_viewport_size(options["viewport"])
        motion = options.get("reduced_motion", "no-preference")
        page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion=motion)
        return page

    yield open_page
    assert [problem for watch in used for problem in watch.report()] == []


def _context(browser: Browser, watch: Watch, options: dict[str, Any]) -> BrowserContext:
    usual = {"locale": "en-GB", "timezone_id": "Europe/Brussels", "viewport": DESKTOP}
    context = browser.new_context(**(usual | options))
    context.set_default_timeout(10 * SECONDS)
    watch.over(context, options["base_url"])
    return context


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """Open a page on a desktop screen, in English."""
    return new_page()


@pytest.fixture
def page_without_javascript(new_page: NewPage) -> Page:
    """Open a page that runs no script."""
    return new_page(java_script_enabled=False)


@pytest.fixture
def desk(own_site: sites.Site, new_page: NewPage) -> Page:
    """Sign in on a site that may be changed; stand on the desk's first page."""
    page = new_page(base_url=own_site.url)
    sign_in(page)
    return page
