"""Pages for what went wrong: each says what to do next. 500 needs no database, and no frame."""

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from config.languages import LANGUAGES
from spaces.directory import published


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that the address could not be read."""
    return render(request, "400.html", status=400)


def forbidden(
    request: HttpRequest, exception: Exception | None = None, reason: str = ""
) -> HttpResponse:
    """Say that this is not for the visitor."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page, and offer the search."""
    try:
        directory = published.current()
    except (DatabaseError, InterfaceError):
        directory = None
    return render(request, "404.html", {"directory": directory}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say, in every language, that the site failed."""
    return HttpResponseServerError(_in_every_language())


def unavailable(request: HttpRequest) -> HttpResponse:
    """Say, in every language, that the site fails for now: its database does not answer."""
    headers = {"Cache-Control": "no-store", "Retry-After": "60"}
    return HttpResponse(_in_every_language(), status=503, headers=headers)


def _in_every_language() -> str:
    context = {"help_line": settings.HELP_LINE, "languages": list(LANGUAGES.values())}
    return render_to_string("500.html", context)
