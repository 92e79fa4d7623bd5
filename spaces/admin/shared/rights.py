"""Who may do what at the desk: the answers that its pages and lists ask for."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

# Asked of a request, and of the model's ModelAdmin (`desk`) where the page is a model's.
Right = Callable[..., bool]


def may(action: str) -> Right:
    """Return the right to do something with the rows of a model, as its ModelAdmin grants it."""

    def right(request: HttpRequest, desk: Any) -> bool:
        return bool(getattr(desk, f"has_{action}_permission")(request))

    return right


def anybody(request: HttpRequest) -> bool:
    """Let in whoever the desk let in."""
    return True


def by_row(request: HttpRequest, desk: Any) -> bool:
    """Leave it to `row_for`, where a row that one may not see is not found."""
    return True


def may_see_all(request: HttpRequest) -> bool:
    """Tell whether this person answers for every space, not for their own alone."""
    return request.user.has_perm("spaces.view_every_space")
