"""A right address under the wrong language: `/nl/espaces/` is `/nl/ruimtes/`."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import get_language

from config.languages import SEGMENTS, segment


def right_segment(request: HttpRequest, name: str, rest: str) -> HttpResponse:
    """Redirect to the same page under the segment of the address's language."""
    right = segment(SEGMENTS[name])
    if name == right:  # already right: what follows it is no page of ours
        raise Http404
    return moved(request, f"/{get_language()}/{right}/{rest}")


def moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """Redirect for good, and hand on what the visitor asked for."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
