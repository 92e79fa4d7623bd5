"""Sessions, and so cookies, for the staff's pages only; the language by address."""

from typing import Any

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware

STAFF_PREFIX = "/admin/"


class SessionForStaff(SessionMiddleware):
    """Django's sessions; a public page gets an empty one that is never stored."""

    def process_request(self, request: HttpRequest) -> None:
        """Attach the session of the cookie on staff's pages, an empty one elsewhere."""
        if _is_staffs(request):
            super().process_request(request)
        else:
            request.session = self.SessionStore(None)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Send the session's cookie with staff's pages only."""
        if _is_staffs(request):
            response = super().process_response(request, response)
        return response


class LanguageOfAddress(LocaleMiddleware):
    """Django's choice of a language; what speaks to programs says its language itself."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        """Name the language, unless the view has done so."""
        if response.has_header("Content-Language"):
            return response
        return super().process_response(request, response)


def _is_staffs(request: HttpRequest) -> bool:
    return request.path_info.startswith(STAFF_PREFIX)
