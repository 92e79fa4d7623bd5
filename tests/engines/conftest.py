"""Two more engines before the site as it runs in production, each started once.

`engine` is Firefox, then WebKit; `engine_without_scripts` is WebKit. The window is that of a small
phone, the site has every kind of page (`tests.kinds`), and may be written to by nobody but the
journey that reports. After each test the browser must have had nothing to complain about.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import kinds
from tests.conftest import require
from tests.e2e import site as sites
from tests.engines import engine as engines
from tests.engines.engine import Engine
from tests.engines.firefox import Firefox
from tests.engines.webkit import WebKit, screen


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this directory, which has a step of its own."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.engines)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sites.Site]:
    """Serve a site that has every kind of page, once the browsers are found."""
    lacking = engines.missing()
    require(lacking, not lacking)
    directory = tmp_path_factory.mktemp("engines")
    prepared = directory / "prepared"
    sites.prepare(prepared)
    with sites.serve(prepared, directory, HELP_LINE=kinds.HELP_LINE) as running:
        running.manage("shell", "--no-imports", "-c", "from tests import kinds; kinds.furnish()")
        yield running


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Give WebKit a screen."""
    with screen() as display:
        yield display


@pytest.fixture(scope="session")
def firefox(site: sites.Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Start Firefox."""
    browser = Firefox(site.url, tmp_path_factory.mktemp("firefox"))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def webkit(
    site: sites.Site, display: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """Start WebKit."""
    browser = WebKit(site.url, tmp_path_factory.mktemp("webkit"), display, scripts=True)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def webkit_without_scripts(
    site: sites.Site, display: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """Start WebKit so that it runs no script of a page."""
    browser = WebKit(site.url, tmp_path_factory.mktemp("webkit"), display, scripts=False)
    yield browser
    browser.close()


@pytest.fixture(params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Hand out one browser after the other."""
    yield from _examined(request.getfixturevalue(request.param))


@pytest.fixture(params=["firefox", "webkit", "webkit_without_scripts"])
def any_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Hand out the browsers, and one that runs no scripts, for what needs none."""
    yield from _examined(request.getfixturevalue(request.param))


def _examined(browser: Engine) -> Iterator[Engine]:
    yield browser
    assert browser.problems() == []
