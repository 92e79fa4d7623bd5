"""The address services that we can ask, each behind geopy and called alike.

`geocode(text, language=…)` returns a geopy Location whose `raw` has `postal_code` and
`house_number`, both perhaps empty; or None. A service that fails, or answers anything but what
it should, raises.
"""

from time import monotonic
from typing import Any
from urllib.parse import urlencode, urlsplit

from geopy.adapters import URLLibAdapter
from geopy.exc import GeocoderParseError, GeocoderServiceError, GeocoderTimedOut
from geopy.geocoders import Nominatim as GeopyNominatim
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from spaces.geo.boxes import REGION


class BoundedAdapter(URLLibAdapter):  # type: ignore[misc]
    """Read only so much, and for so long.

    geopy's timeout is for each read from the socket: a server that sends a byte now and then
    would keep a thread for ever.
    """

    BYTES = 1_000_000
    SECONDS = 2

    def _decode_page(self, page: Any) -> str:
        deadline = monotonic() + self.SECONDS
        body = b""
        with page:
            while chunk := page.read1(65_536):
                body += chunk
                if len(body) > self.BYTES:
                    raise GeocoderParseError("The answer is too long.")
                if monotonic() > deadline:
                    raise GeocoderTimedOut("The answer takes too long.")
        return body.decode(errors="replace")

    def _read_http_error_body(self, error: Any) -> None:
        error.close()  # unread: the page may repeat the visitor's words


class UrbIS(Geocoder):  # type: ignore[misc]
    """Ask UrbIS, the Region's own address service, which speaks French and Dutch."""

    DEFAULT_URL = "https://geoservices.irisnet.be/localization/Rest/Localize/getaddresses"

    # From 0 to 100. UrbIS always answers with something: what scores lower is another street. Not
    # measured, as the service can't be reached where this was built: tune it on the real one.
    LOWEST_SCORE = 60

    def __init__(self, url: str, user_agent: str) -> None:
        super().__init__(user_agent=user_agent, adapter_factory=BoundedAdapter)
        self.api = url or self.DEFAULT_URL

    def geocode(
        self, query: str, *, language: str = "fr", timeout: Any = DEFAULT_SENTINEL
    ) -> Location | None:
        """Return the best address; None when it scores too low."""
        parameters = {
            "language": "nl" if language == "nl" else "fr",
            "spatialReference": 4326,
            "address": query,
        }
        url = f"{self.api}?{urlencode(parameters)}"
        location: Location | None = self._call_geocoder(url, self._parse_json, timeout=timeout)
        return location

    def _parse_json(self, answer: Any) -> Location | None:
        if answer["error"]:
            raise GeocoderServiceError("UrbIS says that it failed.")
        best = max(answer["result"], key=lambda result: float(result["score"]), default=None)
        if best is None or not float(best["score"]) >= self.LOWEST_SCORE:  # nor not-a-number
            return None
        street = best["address"]["street"]
        return _location(
            road=street["name"],
            house_number=best["address"].get("number"),
            postal_code=street.get("postCode"),
            town=street.get("municipality"),
            point=(best["point"]["y"], best["point"]["x"]),
        )


class Nominatim(GeopyNominatim):  # type: ignore[misc]
    """Ask a Nominatim: OpenStreetMap's public one, if its usage policy allows, or one's own."""

    DEFAULT_URL = "https://nominatim.openstreetmap.org"

    def __init__(self, url: str, user_agent: str) -> None:
        parts = urlsplit(url or self.DEFAULT_URL)
        super().__init__(
            scheme=parts.scheme,
            domain=parts.netloc + parts.path,
            user_agent=user_agent,
            adapter_factory=BoundedAdapter,
        )

    def geocode(
        self, query: str, *, language: str = "fr", timeout: Any = DEFAULT_SENTINEL
    ) -> Location | None:
        """Return the best address inside the Region's box."""
        location: Location | None = super().geocode(
            query,
            timeout=timeout,
            language=language,
            addressdetails=True,
            country_codes="be",
            viewbox=[(REGION.south, REGION.west), (REGION.north, REGION.east)],
            bounded=True,
        )
        return location

    def _parse_json(self, answer: Any, exactly_one: bool) -> Location | None:  # noqa: ARG002
        if not isinstance(answer, list):
            raise GeocoderServiceError("Nominatim says that it failed.")
        if not answer:
            return None
        place = answer[0]
        address = place["address"]
        return _location(
            road=address.get("road") or place["display_name"].partition(",")[0],
            house_number=address.get("house_number"),
            postal_code=address.get("postcode"),
            town=address.get("town") or address.get("municipality") or address.get("city"),
            point=(place["lat"], place["lon"]),
        )


def _location(
    *, road: str, house_number: Any, postal_code: Any, town: Any, point: tuple[Any, Any]
) -> Location:
    """Return an address as Belgium writes it; raise ValueError for a point that is none."""
    street = " ".join(str(part) for part in (road, house_number) if part)
    place = " ".join(str(part) for part in (postal_code, town) if part)
    return Location(
        ", ".join(part for part in (street, place) if part),
        (float(point[0]), float(point[1])),
        {"postal_code": str(postal_code or ""), "house_number": str(house_number or "")},
    )
