"""How many queries a page asks and what it weighs, through Django's own door."""

from typing import NamedTuple

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


class Page(NamedTuple):
    """Queries with the directory in memory and nothing cached, from the cache; gzipped bytes."""

    queries_built: int
    queries_cached: int
    bytes: int


def measure(paths: dict[str, str]) -> dict[str, Page]:
    """Return what each page asks and weighs."""
    client = Client(headers={"accept-encoding": "gzip", "host": "127.0.0.1"})
    for path in paths.values():  # the directory and the gazetteer come into memory
        client.get(path)
    return {name: _page(client, path) for name, path in paths.items()}


def _page(client: Client, path: str) -> Page:
    cache.clear()
    with CaptureQueriesContext(connection) as built:
        body = client.get(path).content
    with CaptureQueriesContext(connection) as cached:
        client.get(path)
    return Page(len(built), len(cached), len(body))
