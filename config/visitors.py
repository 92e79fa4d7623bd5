"""Where a request comes from: what is counted against robots and wrong passwords, never kept."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def visitor_address(request: HttpRequest) -> str:
    """Return where the request comes from, '' when that is not known.

    Each proxy adds whom it was asked by at the end of X-Forwarded-For. Only what our own
    `TRUSTED_PROXIES` proxies added is believed; what stands before it, anybody may have written.
    An IPv6 address stands for its /64: a household has as many as it likes.
    """
    given = str(request.META.get("REMOTE_ADDR", ""))
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")
    if settings.TRUSTED_PROXIES and forwarded != [""]:
        given = forwarded[-settings.TRUSTED_PROXIES :][0].strip()
    try:
        address = ipaddress.ip_address(given)
    except ValueError:
        return given
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def address_to_count_by(request: HttpRequest) -> str | None:
    """Return the same for django-axes, which wants an address or None; IPv6 by its /64."""
    return visitor_address(request).partition("/")[0] or None
