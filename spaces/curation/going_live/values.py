"""Of the settings: Django's own deployment checks, and what only this site knows."""

from collections.abc import Iterator
from ipaddress import ip_address

from django.conf import settings
from django.core.checks import Tags, run_checks
from django.http.request import validate_host
from django.utils.translation import gettext as _

from spaces.curation.going_live.core import Item, State, judged

# Django's checks that an item of ours tells in words that say which setting to change.
_DEBUG, _SECRET_KEY = "security.W018", "security.W009"
_HTTPS = {f"security.W{number}" for number in ("004", "008", "010", "011", "012", "016")}
_EXAMPLES = ("example", "invalid", "test", "localhost")  # RFC 2606
_EXAMPLE_HOSTS = {f"example.{ending}" for ending in ("com", "net", "org")}


def items() -> Iterator[Item]:
    """Yield each setting that a public site needs, then whatever else Django warns of."""
    warned = {
        str(warning.id): warning
        for warning in run_checks(tags=[Tags.security], include_deployment_checks=True)
    }
    yield judged(
        "DEBUG",
        _("Set DEBUG=off: with it, whoever meets an error is shown the site from within."),
        good=not settings.DEBUG,
    )
    yield judged(
        "SECRET_KEY",
        _("Set SECRET_KEY to a long random text that nobody else knows."),
        good=_SECRET_KEY not in warned,
    )
    host = settings.SITE_URL.split("://")[-1].split("/")[0].split(":")[0]
    yield judged(
        "SITE_URL",
        _("Set SITE_URL to the public address, https://…: cookies then never travel unprotected."),
        good=settings.SITE_URL.startswith("https://")
        and is_public(host)
        and not _HTTPS & warned.keys(),
        found=settings.SITE_URL,
    )
    yield judged(
        "ALLOWED_HOSTS",
        _("Write the site’s own name under ALLOWED_HOSTS, and no “*”."),
        good="*" not in settings.ALLOWED_HOSTS and validate_host(host, settings.ALLOWED_HOSTS),
        found=", ".join(settings.ALLOWED_HOSTS),
    )
    yield judged(
        "SAMPLE_DATA",
        _("Set SAMPLE_DATA=hide: visitors then see nothing that is invented."),
        good=settings.SAMPLE_DATA == "hide",
        found=settings.SAMPLE_DATA,
    )
    yield judged(
        "CACHE_URL",
        _("Set CACHE_URL to a cache that all processes share (redis://…)."),
        good=not settings.CACHES["default"]["BACKEND"].endswith(("LocMemCache", "DummyCache")),
    )
    yield judged(
        "TRUSTED_PROXIES",
        _("Set TRUSTED_PROXIES to the number of proxies before the site, mostly 1."),
        good=settings.TRUSTED_PROXIES > 0,
        found=str(settings.TRUSTED_PROXIES),
    )
    yield judged(
        "ADMIN_REQUIRE_OTP",
        _("Set ADMIN_REQUIRE_OTP=on: a stolen password is then not enough to sign in."),
        good=settings.ADMIN_REQUIRE_OTP,
    )
    yield judged(
        "SECURITY_CONTACT",
        _("Set SECURITY_CONTACT to whom one tells of a hole in the site: mailto:… or https://…"),
        good=bool(settings.SECURITY_CONTACT),
        found=settings.SECURITY_CONTACT,
    )
    for name in sorted(warned.keys() - {_DEBUG, _SECRET_KEY, *_HTTPS}):
        warning = warned[name]
        yield Item(name, State.TODO, str(warning.msg), str(warning.hint or ""))


def is_public(host: str) -> bool:
    """Tell whether a host's name can be the public's: no number, no example, no own machine."""
    try:
        ip_address(host)
    except ValueError:
        ending = host.rpartition(".")
        registered = ".".join(host.split(".")[-2:])
        return bool(ending[0]) and ending[2] not in _EXAMPLES and registered not in _EXAMPLE_HOSTS
    return False
