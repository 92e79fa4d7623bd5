"""A right address under the wrong language: `/nl/espaces/` is `/nl/ruimtes/`."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import get_language

from config.languages import ENDINGS, SEGMENTS, WITH_EASY_PAGE, segment


def right_segment(request: HttpRequest, name: str, rest: str) -> HttpResponse:
    """Redirect to the same page under the segment of the address's language."""
    right = f"{segment(SEGMENTS[name])}/{_right_ending(rest, SEGMENTS[name])}"
    if right == f"{name}/{rest}":  # already right: what follows it is no page of ours
        raise Http404
    return moved(request, f"/{get_language()}/{right}")


def _right_ending(rest: str, kind: str) -> str:
    """Return what follows the first segment, its ending in the address's language.

    Right after the segment it would be a slug, but for pages that have an easy page themselves.
    """
    page, slash, ending = rest.rstrip("/").rpartition("/")
    known = ENDINGS.get(ending) if page or kind in WITH_EASY_PAGE else None
    return f"{page}{slash}{segment(known)}/" if known else rest


def moved(request: HttpRequest, address: str) -> HttpResponsePermanentRedirect:
    """Redirect for good, and hand on what the visitor asked for."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
