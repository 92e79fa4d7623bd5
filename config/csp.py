"""The content security policy: everything from ourselves, map tiles apart.

There are no nonces, so that pages can be cached and carry ETags. Isolated here so that
Django's own policy can take over.
"""

from urllib.parse import urlsplit


def origin(address: str) -> str:
    """Return the scheme and host of an address or tile template, '' where there is none."""
    parts = urlsplit(address.replace("{s}", "*"))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def policy(tile_addresses: list[str]) -> dict[str, object]:
    """Return django-csp's setting for a site whose map takes its tiles from these addresses."""
    tiles = sorted({host for host in map(origin, tile_addresses) if host})
    return {
        "DIRECTIVES": {
            "default-src": ["'self'"],
            "script-src": ["'self'"],
            "style-src": ["'self'"],
            "img-src": ["'self'", "data:", *tiles],
            "connect-src": ["'self'"],
            "object-src": ["'none'"],
            "base-uri": ["'none'"],
            "form-action": ["'self'"],
            "frame-ancestors": ["'none'"],
        }
    }
