"""What stops a start: settings that can't work, each with a sentence that says what to do."""

import re
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from spaces.gazetteer.geocoding import GEOCODERS


@register()
def geocoder(**_kwargs: Any) -> list[CheckMessage]:
    """Refuse a geocoder that we don't know, and an address that is none."""
    errors: list[CheckMessage] = []
    if settings.GEOCODER not in GEOCODERS:
        errors.append(
            Error(
                f"GEOCODER is “{settings.GEOCODER}”: there is no such geocoder.",
                hint=f"Set it to one of: {', '.join(GEOCODERS)}.",
                id="spaces.E001",
            )
        )
    if settings.GEOCODER_URL and not re.match(r"https?://[^/\s]", settings.GEOCODER_URL):
        errors.append(
            Error(
                "GEOCODER_URL is no http or https address.",
                hint="Write it whole, https://… included; empty, the geocoder's own is used.",
                id="spaces.E002",
            )
        )
    return errors
