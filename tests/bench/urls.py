"""The site's addresses, and a view of constant bytes behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as site

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

BODY = b"constant " * 100


def constant(request: HttpRequest) -> HttpResponse:
    """Answer the same bytes: what a page costs is told in shares of this."""
    return HttpResponse(BODY)


urlpatterns = [path("bench/constant", constant), *site]
