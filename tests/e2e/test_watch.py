"""The watch itself: what it must notice, and what it must let pass."""

import pytest
from playwright.sync_api import Page

from tests.e2e.watch import Watch

INLINE_STYLE = (
    "document.body.append(Object.assign(document.createElement('style'), {innerText: 'p {}'}))"
)


@pytest.mark.parametrize(
    ("script", "event", "noticed"),
    [
        ("console.error('a complaint')", "console", "a complaint"),
        ("setTimeout(() => { throw new Error('a mistake') })", "weberror", "a mistake"),
        (INLINE_STYLE, "console", "Content Security Policy"),
        ("new Image().src = 'https://elsewhere.example/x.png'", "console", "elsewhere.example"),
        ("location.assign('https://elsewhere.example/')", "requestfailed", "asked another host"),
    ],
)
def test_watch_notices(page: Page, watch: Watch, script: str, event: str, noticed: str) -> None:
    page.goto("/fr/")

    with page.context.expect_event(event):  # type: ignore[call-overload]
        page.evaluate(script)

    assert any(noticed in problem for problem in watch.report())


def test_watch_lets_a_refused_page_pass(page: Page, watch: Watch) -> None:
    response = page.goto("/fr/nothing-here/")

    assert response
    assert response.status == 404
    assert watch.report() == []
