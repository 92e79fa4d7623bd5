"""A space's short link and its QR code: printed once, they always lead somewhere that helps."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import override

from config.languages import DEFAULT, preferred
from spaces.language.localized import localized
from spaces.models import Space, codes
from spaces.paper import qr
from spaces.search.links import query
from spaces.wording.sharing import short_link as short_link_of


def short_link(request: HttpRequest, code: str) -> HttpResponse:
    """Send whoever typed or scanned a space's code to its page, in their language.

    A space that is off the site for a while has none: the places near it help meanwhile. One that
    another replaced leads there.
    """
    found = _with_code(code)
    found = found.replaced_by or found
    with override(preferred(request) or DEFAULT):
        is_draft = found.status == Space.Status.DRAFT
        response = HttpResponseRedirect(
            places_near(found) if is_draft else reverse("space", args=[found.slug])
        )
    response["Vary"] = "Accept-Language"
    return response


def short_link_code(request: HttpRequest, code: str) -> HttpResponse:
    """Draw a space's short link as a QR code."""
    link = short_link_of(_with_code(code))
    response = HttpResponse(qr.svg(link), content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def places_near(space: Space) -> str:
    """Return the address of the results near a space, in the reader's language."""
    place = space.postal_code or str(localized(space.municipality, "name"))
    return reverse("results") + query([("q", place)])


def _with_code(text: str) -> Space:
    known = Space.objects.known_to_public().select_related(
        "municipality", "replaced_by__municipality"
    )
    spaces: dict[str, Space] = {
        space.code: space for space in known.filter(code__in=[*codes.readings(text)])
    }
    if found := codes.find(text, spaces):
        return found
    raise Http404
