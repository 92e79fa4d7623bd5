"""Where the visitor is: the gazetteer is asked first, then a geocoder, or the phone said it."""

from dataclasses import dataclass

from config.languages import current
from spaces import gazetteer
from spaces.gazetteer import Meaning, Resolution, geocoding
from spaces.geo.points import Point


@dataclass(frozen=True)
class Where:
    """Where the visitor is, as far as we understood."""

    text: str = ""
    resolution: Resolution | None = None
    position: Point | None = None
    geocoder_down: bool = False

    @property
    def meaning(self) -> Meaning | None:
        """Return the place that we take it for."""
        return self.resolution.meaning if self.resolution else None

    @property
    def origin(self) -> Point | None:
        """Return the point that distances are measured from."""
        return self.meaning.point if self.meaning else self.position

    @property
    def guessed(self) -> bool:
        """Tell whether something was forgiven, so that the page says what it understood."""
        return self.meaning is not None and not (self.resolution and self.resolution.exact)

    @property
    def not_found(self) -> bool:
        """Tell whether somebody typed a place that nobody knows."""
        return bool(self.text) and self.meaning is None

    @property
    def others(self) -> tuple[Meaning, ...]:
        """Return the other places that the words may mean."""
        return self.resolution.others if self.resolution else ()


def locate(text: str, position: Point | None, version: int) -> Where:
    """Return where the visitor is: by the words that they typed, else by the position.

    `version` is the data version whose gazetteer is asked.
    """
    if not text:
        return Where(position=position)
    resolution = gazetteer.resolve(text, version)
    if resolution.meaning and not resolution.unknown:
        return Where(text, resolution)
    answer = geocoding.resolve(text, current().code)
    if answer.meaning:
        return Where(text, Resolution(answer.meaning))
    return Where(text, resolution, geocoder_down=answer.unavailable)
