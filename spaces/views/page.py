"""How a public page is served: from the cache while its words are true, always compressed."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from hashlib import sha256
from typing import Concatenate, NamedTuple, ParamSpec

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language

from config.languages import DEFAULT
from spaces.directory import published
from spaces.directory.published import Directory
from spaces.models import DataVersion
from spaces.views.compression import answer, answer_once, compress

log = logging.getLogger(__name__)
P = ParamSpec("P")

# Seconds that a browser or proxy may reuse a page: a corrected listing shows within a minute.
LONGEST_REUSE = 60


class Page(NamedTuple):
    """What a view answers with: a response, and until when its words hold.

    `fresh_until` is None for what nobody may keep: a visitor's position, an error.
    """

    response: HttpResponse
    fresh_until: datetime | None = None


class Same(NamedTuple):
    """What a view answers where its page is that of another query, which is kept but once.

    `fresh_until` is when the words will mean another one, None where they always mean this one.
    """

    parameters: QueryDict
    fresh_until: datetime | None = None


class _Held(NamedTuple):
    """A page in the cache: compressed, since that is how it is nearly always sent."""

    body: bytes
    etag: str
    content_type: str
    language: str
    fresh_until: datetime


def public_page(
    view: Callable[Concatenate[HttpRequest, Directory, P], Page | Same],
    methods: tuple[str, ...] = ("GET", "HEAD"),
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Serve a view that is given the directory, and cache what it answers.

    The key holds the release, the data version and the address, and nothing of the visitor. Of a
    list it is the address of the query as it was understood, whatever words asked for it.
    """

    @wraps(view)
    def served(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method not in methods:
            return HttpResponseNotAllowed(methods)
        return _answered(view, request, DataVersion.current(), *args, **kwargs)

    return served


def public_form(
    view: Callable[Concatenate[HttpRequest, Directory, P], Page],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Serve a view that also takes what a visitor sends; it lets nobody keep what it answers."""
    return public_page(view, ("GET", "HEAD", "POST"))


def _answered(
    view: Callable[Concatenate[HttpRequest, Directory, P], Page | Same],
    request: HttpRequest,
    version: int,
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> HttpResponse:
    """Answer from the cache, or from the view; where it says of what, as that is answered."""
    key = _key(request, version)
    held = _from_cache(key)
    if held is None:
        page = _page(view, request, published.current(version), *args, **kwargs)
        if isinstance(page, Same):
            _ask_instead(request, page.parameters)
            response = _answered(view, request, version, *args, **kwargs)
            return _no_longer_than(page.fresh_until, response)
        page.response.setdefault("Content-Language", get_language() or DEFAULT)
        if page.fresh_until is None:
            page.response["Cache-Control"] = "private, no-store"
            return answer_once(request, page.response)
        held = _hold(page.response, page.fresh_until)
        _into_cache(key, held)
    return _respond(request, held)


def _page(
    view: Callable[Concatenate[HttpRequest, Directory, P], Page | Same],
    request: HttpRequest,
    directory: Directory,
    /,
    *args: P.args,
    **kwargs: P.kwargs,
) -> Page | Same:
    """Ask the view; its page holds no longer than what is announced above it."""
    now = timezone.now()
    page = view(request, directory, *args, **kwargs)
    if isinstance(page, Same):
        return page
    response, fresh_until = page
    change = directory.announced_until(now)
    if fresh_until and change:
        fresh_until = min(fresh_until, change)
    return Page(response, fresh_until)


def _ask_instead(request: HttpRequest, parameters: QueryDict) -> None:
    request.GET = parameters  # type: ignore[assignment]
    request.META["QUERY_STRING"] = parameters.urlencode()


def _key(request: HttpRequest, version: int) -> str:
    release = getattr(staticfiles_storage, "manifest_hash", "")
    address = f"{release} {version} {settings.SAMPLE_DATA} {request.get_full_path()}"
    return f"page-{sha256(address.encode()).hexdigest()}"


def _hold(response: HttpResponse, fresh_until: datetime) -> _Held:
    tag = sha256(response.content).hexdigest()[:20]
    described = response["Content-Type"], response["Content-Language"]
    return _Held(compress(response.content), tag, *described, fresh_until)


def _from_cache(key: str) -> _Held | None:
    try:
        held = cache.get(key)
    except Exception:  # noqa: BLE001  whatever a cache that is down raises, the page is built
        log.warning("The page cache does not answer.")
        return None
    return held if isinstance(held, _Held) and held.fresh_until > timezone.now() else None


def _into_cache(key: str, held: _Held) -> None:
    seconds = (held.fresh_until - timezone.now()).total_seconds()
    try:
        cache.set(key, held, timeout=max(1, seconds))
    except Exception:  # noqa: BLE001  as above
        log.warning("The page cache does not answer.")


def _respond(request: HttpRequest, held: _Held) -> HttpResponse:
    response = answer(request, held.body, held.content_type, held.etag)
    response["Content-Language"] = held.language
    response["Cache-Control"] = f"public, max-age={_reuse(held.fresh_until)}"
    return response


def _no_longer_than(fresh_until: datetime | None, response: HttpResponse) -> HttpResponse:
    if fresh_until and response["Cache-Control"].startswith("public"):
        patch_cache_control(response, max_age=_reuse(fresh_until))
    return response


def _reuse(fresh_until: datetime) -> int:
    """Return for how many seconds a browser may show a page again."""
    left = (fresh_until - timezone.now()).total_seconds()
    return int(min(LONGEST_REUSE, max(left, 0)))
