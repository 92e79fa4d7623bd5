"""Where the visitor is: the gazetteer is asked first, then a geocoder, or the phone said it."""

from dataclasses import dataclass

from config.languages import current
from spaces import gazetteer
from spaces.directory.published import Directory
from spaces.directory.stops import Stop
from spaces.gazetteer import Meaning, Resolution, geocoding
from spaces.geo.points import Point


@dataclass(frozen=True)
class Where:
    """Where the visitor is, as far as we understood."""

    text: str = ""
    resolution: Resolution | None = None
    position: Point | None = None
    stops: tuple[Stop, ...] = ()  # of the line that was asked for
    geocoder_down: bool = False
    may_change: bool = False  # the geocoder may be back, or the gazetteer know more, in a moment

    @property
    def meaning(self) -> Meaning | None:
        """Return the place that we take it for."""
        return self.resolution.meaning if self.resolution else None

    @property
    def line(self) -> str:
        """Return the line of public transport that we take it for, '' for none."""
        return self.resolution.line if self.resolution else ""

    @property
    def unplaced(self) -> Meaning | None:
        """Return the street that we know by its name alone, if that is what was typed."""
        return self.resolution.unplaced if self.resolution else None

    @property
    def origin(self) -> Point | None:
        """Return the point where the visitor is, None where it is none or many."""
        return self.meaning.point if self.meaning else self.position

    @property
    def start(self) -> Point | None:
        """Return the point that one sets out from, None where it is but somewhere around."""
        meaning = self.meaning
        return None if meaning and meaning.is_around else self.origin

    @property
    def points(self) -> tuple[Point, ...]:
        """Return the points that distances are measured from, to the nearest of them."""
        if self.line:
            return tuple(stop.point for stop in self.stops)
        return (self.origin,) if self.origin else ()

    @property
    def guessed(self) -> bool:
        """Tell whether something was forgiven, so that the page says what it understood."""
        understood = self.meaning is not None or bool(self.line)
        return understood and not (self.resolution and self.resolution.exact)

    @property
    def unknown_number(self) -> str:
        """Return the number of the house, where only its street is known."""
        return self.resolution.unknown_number if self.resolution else ""

    @property
    def not_found(self) -> bool:
        """Tell whether somebody typed a place that nobody knows."""
        return bool(self.text) and not (self.meaning or self.line)

    @property
    def others(self) -> tuple[Meaning, ...]:
        """Return the other places that the words may mean."""
        return self.resolution.others if self.resolution else ()


def locate(text: str, position: Point | None, directory: Directory, line: str = "") -> Where:
    """Return where the visitor is: by the words that they typed, by the line, or the position."""
    if line and not text and position is None:
        return Where("", Resolution(line=line), stops=_stops_of(line, directory))
    if not text:
        return Where(position=position)
    passing = not gazetteer.is_current(directory.version)
    resolution = gazetteer.resolve(text, directory.version)
    if resolution.line:
        stops = _stops_of(resolution.line, directory)
        return Where(text, resolution, stops=stops, may_change=passing)
    if resolution.meaning and not (resolution.unknown or resolution.unplaced):
        return Where(text, resolution, may_change=passing)
    answer = geocoding.resolve(text, current().code)
    if answer.meaning:
        return Where(text, Resolution(answer.meaning))
    down = answer.unavailable
    return Where(text, resolution, geocoder_down=down, may_change=down or passing)


def _stops_of(line: str, directory: Directory) -> tuple[Stop, ...]:
    return tuple(stop for stop in directory.stops if line in stop.lines)
