"""Every kind of page, in every language, on a small phone that has not Chrome."""

import pytest

from tests.engines.engine import Engine
from tests.engines.test_journeys import FITS
from tests.kinds import everywhere

TITLES = "[...document.querySelectorAll('h1')].filter((h1) => h1.checkVisibility()).length"


@pytest.mark.thorough
def test_every_page_fits_and_has_one_title(engine: Engine) -> None:
    wrong = []

    for kind, language in everywhere():
        if kind.sent:
            continue
        engine.open(kind.address(language))
        found = {"fits": engine.ask(FITS), "titles": engine.ask(TITLES)}
        if found != {"fits": True, "titles": 1}:
            wrong.append((kind.name, language, found))

    assert wrong == []
