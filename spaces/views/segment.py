"""A right address under the wrong language: `/nl/espaces/` is `/nl/ruimtes/`."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from config.languages import current


def right_segment(request: HttpRequest, segment: str, rest: str) -> HttpResponse:
    """Redirect to the same page under the segment of the address's language."""
    if segment == current().spaces:  # already right: what follows it is no page of ours
        raise Http404
    return moved(request, reverse("results") + rest)


def moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """Redirect for good, and hand on what the visitor asked for."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
