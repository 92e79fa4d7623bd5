"""The watch itself: what it must notice, and what it must let pass."""

import pytest
from playwright.sync_api import Page

from tests.e2e.watch import Watch

INLINE_STYLE = (
    "document.body.append(Object.assign(document.createElement('style'), {innerText: 'p {}'}))"
)


@pytest.mark.parametrize(
    ("script", "noticed"),
    [
        ("console.error('a complaint')", "a complaint"),
        ("setTimeout(() => { throw new Error('a mistake') })", "a mistake"),
        (INLINE_STYLE, "Content Security Policy"),
        ("new Image().src = 'https://elsewhere.example/x.png'", "elsewhere.example"),
    ],
)
def test_watch_notices(page: Page, watch: Watch, script: str, noticed: str) -> None:
    page.goto("/fr/")

    page.evaluate(script)
    page.wait_for_timeout(300)
    verdict = watch.verdict()
    watch.problems.clear()
    watch.foreign.clear()

    assert any(noticed in problem for problem in verdict)


def test_watch_lets_a_refused_page_pass(page: Page, watch: Watch) -> None:
    response = page.goto("/fr/nothing-here/")

    assert response
    assert response.status == 404
    assert watch.verdict() == []
