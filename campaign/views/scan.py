"""A poster's code: scanned, counted, and sent on; and its picture."""

import logging
from datetime import date

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_safe

from campaign import snapshot
from campaign.destinations import destination
from campaign.models import Poster, Scan
from campaign.scanners import is_person
from campaign.views.unknown import unknown_code
from config.languages import DEFAULT, LANGUAGES, preferred
from spaces.directory import published
from spaces.hours.opening import TIMEZONE
from spaces.models import DataVersion, codes
from spaces.paper import qr
from spaces.views.errors import unavailable

log = logging.getLogger(__name__)

LONGEST = 20  # characters of what is typed as a code

_DRAWN = {"svg": (qr.svg, "image/svg+xml"), "png": (qr.png, "image/png")}


@require_safe
def scan(request: HttpRequest, code: str) -> HttpResponse:
    """Send whoever scanned a poster's code to where it leads today, in their browser's language."""
    return _lead(request, code, preferred(request) or DEFAULT)


@require_safe
def typed(request: HttpRequest) -> HttpResponse:
    """Read the code, or the whole address, that somebody types from a poster, here or in the box.

    `lang` says in which language they read the site.
    """
    text = request.GET.get("code", "").strip().rpartition("/")[2][:LONGEST]
    language = request.GET.get("lang", "")
    if language not in LANGUAGES:
        language = preferred(request) or DEFAULT
    return _lead(request, text if text.isprintable() else "", language)


def _lead(request: HttpRequest, code: str, language: str) -> HttpResponse:
    try:
        version = DataVersion.current()
        directory, campaigns = published.current(version), snapshot.current(version)
    except (DatabaseError, InterfaceError):
        return unavailable(request)
    poster = codes.find(code, campaigns.posters)
    if poster is None:
        return unknown_code(request, directory, code)
    today = timezone.localdate(timezone=TIMEZONE)
    if is_person(request):
        _count(poster, today, language)
    with override(language):
        address = destination(poster, directory, today).address(campaigns.present(today))
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Language"}
    return HttpResponseRedirect(address, headers=headers)


@require_safe
def poster_code(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """Draw a poster's address as a QR code."""
    found: Poster = get_object_or_404(Poster, code=codes.read(code))
    draw, content_type = _DRAWN[kind]
    response = HttpResponse(draw(found.link), content_type=content_type)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _count(poster: Poster, today: date, language: str) -> None:
    """Count the scan; where the database refuses, the visitor goes on all the same."""
    try:
        Scan.add(poster, today, language)
    except (DatabaseError, InterfaceError) as error:
        log.warning("A scan of poster %s was lost: %s", poster.code, type(error).__name__)
