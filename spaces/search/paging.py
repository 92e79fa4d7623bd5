"""Lists that are cut into pages of twenty, by Django's Paginator."""

from functools import cached_property
from typing import Generic, Protocol, TypeVar

from django.core.paginator import Page, Paginator

PAGE_SIZE = 20

Item = TypeVar("Item")


class AsksForPage(Protocol):
    """A query that asks for a page of the list, counted from 1."""

    @property
    def page(self) -> int:
        """Return the number of the page."""


class Paged(Generic[Item]):
    """A ranked list, and the query that asks for one of its pages."""

    query: AsksForPage
    ranked: tuple[Item, ...]

    @cached_property
    def page(self) -> Page[Item]:
        """Return the page shown: the one asked for, or the last."""
        return Paginator(self.ranked, PAGE_SIZE).get_page(self.query.page)

    @property
    def beyond_last_page(self) -> bool:
        """Tell whether the address asks for a page that there is not."""
        return self.query.page > self.page.number
