"""Whether the site is alive, and able to serve."""

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, JsonResponse

from spaces.models import DataVersion


def healthz(request: HttpRequest) -> JsonResponse:
    """Answer: the process runs."""
    return _answer({"status": "alive"})


def readyz(request: HttpRequest) -> JsonResponse:
    """Answer whether the database does; 503 while it does not."""
    try:
        return _answer({"status": "ready", "data_version": DataVersion.current()})
    except (DatabaseError, InterfaceError):
        return _answer({"status": "the database does not answer"}, status=503)


def _answer(body: dict[str, object], status: int = 200) -> JsonResponse:
    return JsonResponse(body, status=status, headers={"Cache-Control": "no-store"})
