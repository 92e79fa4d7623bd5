"""The map of a space's door, as a picture at an address of its own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from spaces.directory import doors
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.views.ground import POLICY
from spaces.views.page import Page, public_page


def door(request: HttpRequest, language: str, code: str) -> HttpResponse:
    """Send the map of a published space's door."""
    response = _door(request, language, code)
    response["Content-Security-Policy"] = POLICY
    return response


@public_page
def _door(request: HttpRequest, directory: Directory, language: str, code: str) -> Page:
    space = directory.by_code.get(code)
    if space is None:
        raise Http404
    response = HttpResponse(doors.drawn(space, directory, language), content_type="image/svg+xml")
    response["Content-Language"] = language.replace("-", ", ")
    return Page(response, lifetime.midnight(timezone.now()))
