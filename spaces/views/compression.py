"""Answers are compressed once, kept so, and sent as they are to whoever can read them."""

import gzip
import re

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

LEVEL = 4  # of gzip: nearly as small as the highest, in half the time


def compress(body: bytes, level: int = LEVEL) -> bytes:
    """Return a body as gzip has it, the same bytes every time."""
    return gzip.compress(body, compresslevel=level, mtime=0)


def answer(request: HttpRequest, body: bytes, content_type: str, tag: str) -> HttpResponse:
    """Return the answer that holds a compressed body; `tag` changes with it."""
    is_compressed = _accepts_gzip(request)
    response = HttpResponse(
        body if is_compressed else gzip.decompress(body), content_type=content_type
    )
    response["ETag"] = f'"{tag}-gzip"' if is_compressed else f'"{tag}"'
    return _marked(request, response, is_compressed)


def answer_once(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Return an answer that is not kept, compressed where the visitor can read that."""
    is_compressed = _accepts_gzip(request)
    if is_compressed:
        response.content = compress(response.content)
    return _marked(request, response, is_compressed)


def _marked(request: HttpRequest, response: HttpResponse, is_compressed: bool) -> HttpResponse:
    """Say how long an answer is, and how it is written."""
    if is_compressed:
        response["Content-Encoding"] = "gzip"
    response["Content-Length"] = str(len(response.content))
    if request.method == "HEAD":
        response.content = b""
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _accepts_gzip(request: HttpRequest) -> bool:
    """Tell whether the visitor reads gzip."""
    accepted = request.headers.get("Accept-Encoding", "")
    return bool(re.search(r"\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))", accepted))
