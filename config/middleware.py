"""Sessions, and so cookies, for the staff's pages only."""

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

STAFF_PREFIX = "/admin/"


class SessionForStaff(SessionMiddleware):
    """Django's sessions; a public page gets an empty one that is never stored."""

    def process_request(self, request: HttpRequest) -> None:
        """Attach the session of the cookie on staff's pages, an empty one elsewhere."""
        super().process_request(request)
        if not _is_for_staff(request):
            request.session = self.SessionStore(None)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Set or delete the cookie on staff's pages; leave public answers alone."""
        return super().process_response(request, response) if _is_for_staff(request) else response


def _is_for_staff(request: HttpRequest) -> bool:
    return request.path_info.startswith(STAFF_PREFIX)
