"""A space's short link and its QR code: printed once, they always lead somewhere that helps."""

from io import BytesIO

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import override

from config.languages import DEFAULT, preferred
from spaces import codes
from spaces.links import query
from spaces.localized import localized
from spaces.models import Space


def short_link(request: HttpRequest, code: str) -> HttpResponse:
    """Send whoever typed or scanned a space's code to its page, in their language.

    A space that is off the site for a while has none: the places near it help meanwhile.
    """
    found = _with_code(code)
    with override(preferred(request) or DEFAULT):
        is_draft = found.status == Space.Status.DRAFT
        response = HttpResponseRedirect(
            places_near(found) if is_draft else reverse("space", args=[found.slug])
        )
    response["Vary"] = "Accept-Language"
    return response


def short_link_code(request: HttpRequest, code: str) -> HttpResponse:
    """Draw a space's short link as a QR code, quiet zone inside, black on white."""
    # All upper case, the code stays in the compact alphanumeric mode.
    link = f"{settings.SITE_URL}/S/{_with_code(code).code}".upper()
    image = BytesIO()
    segno.make(link, error="q", micro=False).save(
        image, kind="svg", border=4, light="#fff", svgclass=None, lineclass=None, omitsize=True
    )
    response = HttpResponse(image.getvalue(), content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def places_near(space: Space) -> str:
    """Return the address of the results near a space, in the reader's language."""
    place = space.postal_code or str(localized(space.municipality, "name"))
    return reverse("results") + query([("q", place)])


def _with_code(text: str) -> Space:
    code = codes.read(text)
    if code is None:
        raise Http404
    known = Space.objects.known_to_public().select_related("municipality")
    found: Space = get_object_or_404(known, code=code)
    return found
