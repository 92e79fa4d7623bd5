"""Signing in: where somebody comes from, to count wrong passwords."""

from django.http import HttpRequest

from spaces.inbox.robots import visitor_address


def address_of(request: HttpRequest) -> str | None:
    """Return the address, as far as `TRUSTED_PROXIES` lets it be believed; IPv6 by its /64."""
    return visitor_address(request).partition("/")[0] or None
