"""Many posters from a table: each line is a poster or says what is wrong; all are made or none."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from campaign import table
from campaign.models import Campaign, Character, Poster
from config.languages import CONTENT_LANGUAGES
from spaces.geo import REGION, Point
from spaces.models import DataVersion, Place
from spaces.text import fold

COLUMNS = {
    "name": ("nom", "naam"),
    "latitude": (),
    "longitude": (),
    "stop": ("arret", "halte"),
    "character": ("personnage", "personage"),
    "languages": ("langues", "talen"),
}
NEEDED = ("name", "character")
BOTH = ("fr", "nl")


class Row(NamedTuple):
    """A line of the table: the poster that it makes, or what is wrong with it."""

    number: int
    poster: Poster
    problems: list[str]


class Batch(NamedTuple):
    """A table that was read."""

    rows: list[Row]

    @property
    def wrong(self) -> list[Row]:
        """Return the lines that have to be put right first."""
        return [row for row in self.rows if row.problems]

    @property
    def posters(self) -> list[Poster]:
        """Return what would be made."""
        return [row.poster for row in self.rows]


def read(text: str, campaign: Campaign) -> Batch:
    """Return the posters that a table describes; raise TableError where it is none."""
    lines = table.read(text, COLUMNS, NEEDED)
    reader = _Reader(campaign)
    return Batch([reader.row(line) for line in lines])


@DataVersion.held()
def create(posters: Iterable[Poster]) -> None:
    """Store the posters, all of them or, where one is refused, none."""
    Poster.objects.bulk_create(posters)


class _Reader:
    """What the lines are read with: the campaign's characters and the stops, by name."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign = campaign
        self.characters: dict[str, Character] = {}
        for character in campaign.characters.all():
            self.characters |= {fold(character.name): character, character.slug: character}
        self.stops: dict[str, Place] = {}
        for stop in Place.objects.filter(kind__in=Place.STOPS):
            for name in (stop.name_fr, stop.name_nl):
                self.stops.setdefault(fold(name), stop)

    def row(self, line: table.Line) -> Row:
        """Return the poster of a line, and all that is wrong with it."""
        cells, problems = line.cells, list[str]()
        poster = Poster(name=cells.get("name", ""), languages=self._languages(cells, problems))
        self._place(poster, cells, problems)
        character = self.characters.get(fold(cells.get("character", "")))
        if character is None:
            known = ", ".join(sorted({c.name for c in self.characters.values()}))
            words = {"name": cells.get("character", ""), "names": known}
            problems.append(
                _("We do not know the character “%(name)s”. We know: %(names)s.") % words
            )
        else:
            poster.character = character
        if not problems:
            problems += _refusals(poster)
        return Row(line.number, poster, problems)

    def _place(self, poster: Poster, cells: dict[str, str], problems: list[str]) -> None:
        """Say where the poster hangs: its point, its stop, or both; the point goes first."""
        latitude, longitude = cells.get("latitude", ""), cells.get("longitude", "")
        name = cells.get("stop", "")
        if latitude or longitude:
            point = _read_point(latitude, longitude, problems)
            poster.latitude, poster.longitude = point or (None, None)
        elif not name:
            problems.append(_("Give a stop, or a latitude and a longitude."))
        if name:
            poster.stop = self.stops.get(fold(name))
            if poster.stop is None:
                problems.append(_("We do not know the stop “%(name)s”.") % {"name": name})

    def _languages(self, cells: dict[str, str], problems: list[str]) -> list[str]:
        asked = fold(cells.get("languages", "")).replace(",", " ").replace("/", " ").split()
        if unknown := [code for code in asked if code not in CONTENT_LANGUAGES]:
            words = {"name": ", ".join(unknown), "names": ", ".join(CONTENT_LANGUAGES)}
            problems.append(_("We do not know the language “%(name)s”. Write: %(names)s.") % words)
        return list(dict.fromkeys(asked)) or list(BOTH)


def _read_point(latitude: str, longitude: str, problems: list[str]) -> Point | None:
    try:
        point = Point(*(float(number.replace(",", ".")) for number in (latitude, longitude)))
    except ValueError:
        problems.append(_("Latitude and longitude are two numbers, as 50.8467 and 4.3525."))
        return None
    if not REGION.holds(point):
        problems.append(_("This point is not in the Brussels Region."))
        return None
    return point


def _refusals(poster: Poster) -> list[str]:
    """Return what the model itself finds wrong, as far as no query is needed to know."""
    try:
        poster.clean_fields(exclude={"character", "stop"})  # which we looked up
        poster.clean()
    except ValidationError as error:
        return [
            sentence if field == NON_FIELD_ERRORS else f"{_name(field)}: {sentence}"
            for field, sentences in error.message_dict.items()
            for sentence in sentences
        ]
    return []


def _name(name: str) -> str:
    field: Any = Poster._meta.get_field(name)  # noqa: SLF001
    return capfirst(str(field.verbose_name))
