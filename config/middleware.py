"""Sessions, and so cookies, for the staff's pages only."""

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest

STAFF_PREFIX = "/admin/"


class SessionForStaff(SessionMiddleware):
    """Django's sessions; a public page gets an empty one that is never stored."""

    def process_request(self, request: HttpRequest) -> None:
        """Attach the session of the cookie on staff's pages, an empty one elsewhere."""
        super().process_request(request)
        if not request.path_info.startswith(STAFF_PREFIX):
            request.session = self.SessionStore(None)
