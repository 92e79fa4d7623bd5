"""How a picture is served that we draw from the directory: as pages are, under its own policy."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.views.ground import POLICY
from spaces.views.page import Page, public_page


def public_picture(draw: Callable[..., str | None]) -> Callable[..., HttpResponse]:
    """Serve what is drawn of the directory, in the language of an address, as SVG; None is 404."""

    @public_page
    def page(request: HttpRequest, directory: Directory, /, language: str, **codes: str) -> Page:
        picture = draw(directory, language, **codes)
        if picture is None:
            raise Http404
        response = HttpResponse(picture, content_type="image/svg+xml")
        response["Content-Language"] = language.replace("-", ", ")
        return Page(response, lifetime.midnight(timezone.now()))

    @wraps(draw)
    def served(request: HttpRequest, language: str, **codes: str) -> HttpResponse:
        response = page(request, language, **codes)
        response["Content-Security-Policy"] = POLICY
        return response

    return served
