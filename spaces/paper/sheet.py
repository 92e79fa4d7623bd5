"""The helper's sheet: a few spaces on one page of paper, in the language of the person helped.

Everything stands in the address: `?space=<slug>&space=<slug>&for=nl`. Paper is read later than
today, so it says the usual hours and never “open now”.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.languages import LANGUAGES, Language, current
from spaces.directory import doors
from spaces.directory.published import Directory, Near
from spaces.directory.rides import Ride
from spaces.directory.stops import Stop
from spaces.language.bidi import isolated
from spaces.language.lists import listed
from spaces.language.localized import localized
from spaces.models import Space
from spaces.search.links import query
from spaces.search.trips import trip
from spaces.wording.hours import LastingHours

MOST = 5  # spaces that one page of A4 holds in large type
STOPS = 2  # for each
ROOMY = 28  # lines that the page holds with each day on a line of its own
WITH_DOORS = 22  # lines that it holds beside a map of each place


@dataclass(frozen=True)
class Entry:
    """A space on the sheet. Its words are those of the language that is active when read."""

    number: int
    space: Space
    stops: tuple[Near[Stop], ...]
    today: date
    ride: Ride | None = None

    @property
    def hours(self) -> LastingHours:
        """Return the hours as they hold on a later day."""
        return LastingHours(self.space, self.today)


@dataclass(frozen=True)
class Sheet:
    """What is printed, in which language, and what could not be understood."""

    entries: tuple[Entry, ...]
    language: Language
    problems: tuple[str, ...]
    today: date
    start: str = ""  # the place that the person sets out from
    may_change: bool = False  # what we know of that place, in a moment

    @property
    def overview(self) -> str:
        """Return the address of the map of all places, '' where no point is known."""
        spaces = [entry.space for entry in self.entries]
        return doors.overview_address(spaces) if any(space.point for space in spaces) else ""

    @property
    def has_doors(self) -> bool:
        """Tell whether there is room on the page for a map of each place."""
        return not self.is_full and self._lines <= WITH_DOORS

    @property
    def shows_samples(self) -> bool:
        """Tell whether anything on the sheet is invented."""
        return any(entry.space.is_sample or entry.space.sample_fields for entry in self.entries)

    @property
    def languages(self) -> list[tuple[Language, str]]:
        """Return the languages of the site, each with the address of this sheet in it."""
        slugs, start = self._slugs, self.start
        return [(each, address(slugs, each.code, start)) for each in LANGUAGES.values()]

    @property
    def without(self) -> list[tuple[Space, str]]:
        """Return each space with the address of the sheet without it."""
        return [(entry.space, self._without(entry.space)) for entry in self.entries]

    def _without(self, space: Space) -> str:
        slugs = [slug for slug in self._slugs if slug != space.slug]
        return address(slugs, self.language.code, self.start)

    @property
    def more(self) -> str:
        """Return the address of the list in which the spaces of this sheet are kept."""
        return reverse("results") + _query(self._slugs, self.language.code, q=self.start)

    @property
    def is_crowded(self) -> bool:
        """Tell whether the hours have to run on, so that all stays on one page."""
        return self._lines > ROOMY

    @property
    def is_full(self) -> bool:
        """Tell whether there is no room for another space."""
        return len(self.entries) >= MOST

    @property
    def _lines(self) -> int:
        return sum(3 + len([*each.hours]) for each in self.entries)

    @property
    def _slugs(self) -> list[str]:
        return [entry.space.slug for entry in self.entries]


def read(parameters: QueryDict, directory: Directory, today: date) -> Sheet:
    """Return the sheet that an address asks for; what it cannot hold is said among the problems."""
    problems = []
    known = chosen(parameters, directory)
    if unknown := len(_slugs(parameters)) - len(known):
        words = ngettext(
            "We do not know %(count)d of these places. We left it out.",
            "We do not know %(count)d of these places. We left them out.",
            unknown,
        )
        problems.append(words % {"count": unknown})
    if len(known) > MOST:
        names = listed(isolated(str(localized(space, "name"))) for space in known[MOST:])
        words = _("A sheet has room for five places. We left out: %(names)s.")
        problems.append(words % {"names": names})
    code = parameters.get("for") or current().code
    if code not in LANGUAGES:
        problems.append(_("We do not know this language. The sheet is in yours."))
    language = LANGUAGES.get(code, current())
    start = parameters.get("from", "")
    trips = [trip(start, space, directory) for space in known[:MOST]]
    entries = tuple(
        Entry(number, space, _stops(space, directory), today, way.ride if way else None)
        for number, (space, way) in enumerate(zip(known, trips, strict=False), start=1)
    )
    may_change = any(way and way.where.may_change for way in trips)
    return Sheet(entries, language, tuple(problems), today, start, may_change)


def chosen(parameters: QueryDict, directory: Directory) -> list[Space]:
    """Return the spaces that the address names, each once; unknown names are left out."""
    return [directory.by_slug[slug] for slug in _slugs(parameters) if slug in directory.by_slug]


def address(slugs: Iterable[str], code: str, start: str = "") -> str:
    """Return the address of a sheet, in the active language, for a person who reads `code`.

    `start` is where that person sets out from, if that is known.
    """
    return reverse("sheet") + _query(slugs, code, **{"from": start})


def _query(slugs: Iterable[str], code: str, **where: str) -> str:
    asked = [(name, text) for name, text in where.items() if text]
    return query([*(("space", slug) for slug in slugs), ("for", code), *asked])


def _slugs(parameters: QueryDict) -> list[str]:
    return list(dict.fromkeys(filter(None, parameters.getlist("space"))))


def _stops(space: Space, directory: Directory) -> tuple[Near[Stop], ...]:
    return tuple(directory.nearest_stops(space.real_point, count=STOPS))
