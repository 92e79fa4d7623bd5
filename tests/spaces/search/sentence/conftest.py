"""What is asked of the sentence: the query that a text means, in the directory of fixtures/."""

from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from django.utils import timezone

from spaces.directory import published
from spaces.search.canonical import canonical
from spaces.search.query import Query
from spaces.search.sentence import Asked, ask
from tests.spaces.conftest import Clock, clock

__all__ = ["clock"]

Asks = Callable[[str], Asked]
Understands = Callable[[str], dict[str, str]]


@pytest.fixture
def asks(clock: Clock, db: None) -> Asks:
    """Return what reads a text on Wednesday 16 December 2026 at 10:00."""
    directory = published.current()
    return lambda text: ask(Query(q=text), directory, timezone.now())


@pytest.fixture
def understands(asks: Asks) -> Understands:
    """Return what turns a text into the parameters of its query, several values with a comma."""

    def understand(text: str) -> dict[str, str]:
        found = parse_qs(canonical(asks(text).query))
        return {name: ",".join(values) for name, values in found.items()}

    return understand
