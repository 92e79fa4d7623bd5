"""What holds robots off a public form, without a cookie and without keeping anything.

Three checks, each of which raises `RefusedError` with a sentence for whoever is held up by mistake:
where the request comes from, a signed token that says when the form was shown, and a limit on
how often one address sends.
"""

import logging
import secrets
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from config.visitors import visitor_address

log = logging.getLogger(__name__)

SOONEST, LATEST = 2, 24 * 3600  # seconds between showing a form and sending it
MOST = 10  # messages that one address may send within WINDOW
WINDOW = 3600  # seconds
DAY = 24 * 3600  # seconds

_FOREIGN = _("We could not see that this came from our page. Please send it again.")
_TOO_SOON = _("That was very fast. Please send it again.")
_TOO_LATE = _("This page was open for a long time. Please send it again.")
_TOO_OFTEN = _("We got many messages from you. Please wait an hour, then send it again.")


class RefusedError(Exception):
    """Why a form is not taken: a sentence for the visitor, and the answer's status."""

    def __init__(self, sentence: str | Promise, status: int = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


def token(purpose: str, at: datetime) -> str:
    """Return a signed text that says what a form is for and when it was shown."""
    return _signer().sign(f"{purpose}:{int(at.timestamp())}")


def check_token(text: str, purpose: str, *, at: datetime) -> None:
    """Refuse a token that is not ours, is for another form, or has the wrong age."""
    try:
        shown_for, _colon, shown_at = _signer().unsign(text).rpartition(":")
    except signing.BadSignature as error:
        raise RefusedError(_TOO_LATE) from error  # as old as our last secret key, for all we know
    age = at.timestamp() - int(shown_at)
    if shown_for != purpose or age > LATEST:
        raise RefusedError(_TOO_LATE)
    if age < SOONEST:
        raise RefusedError(_TOO_SOON)


def check_origin(request: HttpRequest) -> None:
    """Refuse what another site's page had a visitor's browser send.

    Every browser of the last years names the origin of a POST: it must be ours, and “null”, which
    a page that hides where it comes from sends, is not. An older one sends no `Origin`, but most
    often a `Referer`: then that must be ours. Neither is let through: an old browser behind a
    proxy that strips headers, which another site's page cannot bring about in a present one.
    """
    named = request.headers.get("Origin") or request.headers.get("Referer")
    if named and _origin(named) not in _our_origins(request):
        raise RefusedError(_FOREIGN, HTTPStatus.FORBIDDEN)


def check_rate(request: HttpRequest) -> None:
    """Count this message; refuse it after `MOST` from one address. A cache that is down counts 0.

    The address itself is not kept: the cache holds, for an hour, a digest of it that is made with
    a salt of the day, which the cache alone has.
    """
    address = visitor_address(request)
    if not address:
        return
    try:
        count = _count(address)
    except Exception:  # noqa: BLE001  whatever a cache that is down raises
        log.warning("The cache does not answer: public forms have no limit.")
        return
    if count > MOST:
        raise RefusedError(_TOO_OFTEN, HTTPStatus.TOO_MANY_REQUESTS)


def first_time(key: str) -> bool:
    """Tell whether this key was not seen within the life of a token; without a cache it was not."""
    try:
        return bool(cache.add(key, 1, timeout=LATEST))
    except Exception:  # noqa: BLE001  as above
        return True


def forget(key: str) -> None:
    """Let a key be seen for the first time again."""
    with suppress(Exception):
        cache.delete(key)


def _count(address: str) -> int:
    """Return how many messages came from an address within the hour, this one included."""
    salt = cache.get_or_set("public-forms-salt", secrets.token_hex, timeout=DAY)
    digest = salted_hmac(f"public-forms-{salt}", address, algorithm="sha256").hexdigest()
    key = f"sender-{digest}"
    if cache.add(key, 1, timeout=WINDOW):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # the hour ended between the two lines
        return 1


def _signer() -> signing.Signer:
    return signing.Signer(salt="spaces.public_forms")


def _origin(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:  # half an IPv6 address, for one
        return ""
    return f"{parts.scheme}://{parts.netloc}"


def _our_origins(request: HttpRequest) -> set[str]:
    """Return the site's own origin, and the allowed name under which it was asked for."""
    return {_origin(settings.SITE_URL), f"{request.scheme}://{request.get_host()}"}
