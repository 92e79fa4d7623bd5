"""The map's ground: pictures of frames, and tiles, drawn when first asked for and then kept.

An address holds the edition of the map, so that whoever keeps a picture may keep it for ever.
"""

from collections.abc import Callable
from hashlib import sha256
from threading import Lock
from zlib import crc32

from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from config.languages import current
from spaces.cartography.drawing import frame_svg, tile_svg
from spaces.cartography.edition import edition
from spaces.cartography.frame import Frame
from spaces.cartography.pins import NO_MARKS, Marks, hidden, read, written
from spaces.views.compression import answer, compress

# A picture has its colours of day and night inside, as a style of its own; it loads nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
FOR_EVER = "public, max-age=31536000, immutable"
BRIEFLY = "public, max-age=300"  # what was asked of another edition
SMALLEST = 9  # the level of gzip: a picture is compressed once

_drawing = tuple(Lock() for _each in range(64))  # no picture is drawn twice at a time


@require_safe
def tile(
    request: HttpRequest, asked: str, language: str, zoom: str, column: str, row: str
) -> HttpResponse:
    """Send a tile of the Region, numbered as every web map does."""
    frame = Frame.of_tile(int(zoom), int(column), int(row))
    if not frame.is_of_region:
        raise Http404
    key = f"tile {language} {frame}"
    return _send(request, asked, language, key, lambda: tile_svg(frame, language))


@require_safe
def picture(
    request: HttpRequest, asked: str, language: str, zoom: str, corner: str, size: str
) -> HttpResponseBase:
    """Send the picture of a frame; one that we do not draw leads to its neighbour."""
    numbers = (int(text) for text in (zoom, *corner.split(","), *size.split("x")))
    given, marks = Frame(*numbers), read(request.GET.get("pins", ""))
    frame = given.snapped()
    if frame != given:
        return HttpResponseRedirect(address(frame, language))
    key = f"map {language} {frame} {written(marks)}"
    return _send(
        request, asked, language, key, lambda: frame_svg(frame, language, hidden(frame, marks))
    )


def address(frame: Frame, language: str, marks: Marks = NO_MARKS) -> str:
    """Return where the picture of a frame is; its names stand clear of these marks."""
    corner, size = f"{frame.left},{frame.top}", f"{frame.width}x{frame.height}"
    path = reverse("map", args=(edition(), language, frame.zoom, corner, size))
    return f"{path}?pins={written(marks)}" if any(marks) else path


def tiles(language: str) -> str:
    """Return the address of the tiles, as Leaflet reads it: ours, or those of `TILE_URL`."""
    if settings.TILE_URL:
        return str(settings.TILE_URL).replace(
            "{language}", "NL" if current().code == "nl" else "FR"
        )
    tile = reverse("tile", args=(edition(), language, "10", "524", "343"))
    return tile.replace("10/524/343", "{z}/{x}/{y}")


def _send(
    request: HttpRequest, asked: str, language: str, key: str, draw: Callable[[], str]
) -> HttpResponse:
    now = edition()
    body = _kept(f"{now}-{sha256(key.encode()).hexdigest()}", draw)
    response = answer(request, body, "image/svg+xml", now)
    response["Cache-Control"] = FOR_EVER if asked == now else BRIEFLY
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Language"] = language.replace("-", ", ")
    return response


def _kept(key: str, draw: Callable[[], str]) -> bytes:
    """Return a compressed picture: from the cache, or drawn while whoever asks too waits."""
    kept = caches["ground"]
    body = kept.get(key)
    if body is None:
        with _drawing[crc32(key.encode()) % len(_drawing)]:
            body = kept.get(key)
            if body is None:
                body = compress(draw().encode(), SMALLEST)
                kept.set(key, body)
    return bytes(body)
