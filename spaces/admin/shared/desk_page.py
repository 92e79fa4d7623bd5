"""The desk's pages beside those that Django makes of a model: a view, and who may open it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from spaces.admin.shared.rights import Right

View = Callable[..., HttpResponseBase]


def signed_in(view: View) -> View:
    """Open a page to staff who may enter the desk."""
    return admin.site.admin_view(view)


def only_with(right: Right) -> Callable[[View], View]:
    """Return a decorator that answers 403 to whoever lacks the right."""

    def decorate(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, **of: Any) -> HttpResponseBase:
            desk = {"desk": of["desk"]} if "desk" in of else {}
            if not right(request, **desk):
                raise PermissionDenied
            return view(request, **of)

        return checked

    return decorate


@dataclass(frozen=True)
class DeskPage:
    """A page: its address, its name, what answers, who may open it.

    A page of models stands below the list of each, and its view is given the ModelAdmin (`desk`),
    whose files it loads. A page of none stands below /admin/ itself.
    """

    address: str
    name: str
    view: View
    right: Right
    template: str = ""  # "" where the answer is a file, or for a program
    models: Collection[type[Model]] | None = None
    entrance: Callable[[View], View] = signed_in

    def route(self, desk: Any = None) -> URLPattern:
        """Return the page's own route, or the one below the list of a model."""
        view = self.entrance(only_with(self.right)(self.view))
        if desk is None:
            return path(self.address, view, name=self.name)
        name = f"{desk.opts.app_label}_{desk.opts.model_name}_{self.name}"
        return path(self.address, view, {"desk": desk}, name=name)


DESK_PAGES: list[DeskPage] = []


def register(*pages: DeskPage) -> None:
    """Add pages to the desk; each application brings its own before the addresses are read."""
    DESK_PAGES.extend(pages)


def routes_of(desk: Any) -> list[URLPattern]:
    """Return the routes of the pages of a model."""
    return [page.route(desk) for page in DESK_PAGES if desk.model in (page.models or ())]


def context_of(request: HttpRequest, desk: Any, title: str, **more: Any) -> dict[str, Any]:
    """Return what the template of a model's page needs."""
    context: dict[str, Any] = desk.admin_site.each_context(request)
    return context | {"opts": desk.opts, "media": desk.media, "title": title} | more
