"""The helper's sheet: a few spaces on one page of paper, in the language of the person helped.

Everything stands in the address: `?space=<slug>&space=<slug>&for=nl`, with `from`, where the person
sets out, and `need` and `topic`, what they want. Paper is read later than today, so it says the
usual hours and never “open now”.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.languages import LANGUAGES, Language, current
from spaces.directory import doors
from spaces.directory.published import Directory, Near
from spaces.directory.rides import Ride
from spaces.directory.stops import Stop
from spaces.geo.points import walking_minutes
from spaces.language.bidi import isolated
from spaces.language.lists import listed
from spaces.language.localized import localized
from spaces.models import Need, Space, Strength
from spaces.search.links import query
from spaces.search.trips import Trip, trip
from spaces.wording import sharing
from spaces.wording.counter_card import AT_THE_COUNTER, Request, wanted
from spaces.wording.distances import distance_words
from spaces.wording.hours import LastingHours
from spaces.wording.sharing import Message
from spaces.wording.strengths import why

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
    metres: float | None = None  # from where the person sets out
    strength: Strength | None = None  # how well it meets the need

    @property
    def hours(self) -> LastingHours:
        """Return the hours as they hold on a later day."""
        return LastingHours(self.space, self.today)

    @property
    def lines(self) -> int:
        """Return about how many lines it takes, each day on one of its own."""
        said = (self.reason, self.offers)
        return 3 + len([*self.hours]) + sum(map(bool, said))

    @property
    def reason(self) -> str:
        """Return why the space is on the sheet: how well it meets the need, and how far it is."""
        how_well = why(self.strength) if self.strength else ""
        how_far = ""
        if self.metres is not None:
            how_far = distance_words(self.metres, walking_minutes(self.metres))
        return " · ".join(filter(None, (how_well, how_far)))

    @property
    def offers(self) -> str:
        """Return what one can do there, '' where nobody told us."""
        return listed(str(localized(each, "name")) for each in self.space.services.all())


@dataclass(frozen=True)
class Sheet:
    """What is printed, in which language, and what could not be understood."""

    entries: tuple[Entry, ...]
    language: Language
    problems: tuple[str, ...]
    today: date
    request: Request
    start: str = ""  # the place that the person sets out from
    may_change: bool = False  # what we know of that place, in a moment

    @property
    def overview(self) -> str:
        """Return the address of the map of all places, '' where no point is known."""
        spaces = [entry.space for entry in self.entries]
        return doors.overview_address(spaces) if any(space.point for space in spaces) else ""

    @property
    def has_request(self) -> bool:
        """Tell whether there is something to show at a counter: a wish, or a language to speak."""
        return bool(self.request.need) or self.language.code not in AT_THE_COUNTER

    @property
    def message(self) -> Message:
        """Return the sheet as a message, in the language of the person."""
        with translation.override(self.language.code):
            return sharing.list_message([entry.space for entry in self.entries], self.today)

    @property
    def has_doors(self) -> bool:
        """Tell whether there is room on the page for a map of each place."""
        return not self.is_full and self._lines <= WITH_DOORS

    @property
    def out_of_reach(self) -> list[Space]:
        """Return the places of which neither street nor phone nor e-mail is known."""
        spaces = [entry.space for entry in self.entries]
        return [each for each in spaces if not (each.can_be_reached or each.is_sample)]

    @property
    def shows_samples(self) -> bool:
        """Tell whether anything on the sheet is invented."""
        return any(entry.space.is_sample or entry.space.sample_fields for entry in self.entries)

    @property
    def languages(self) -> list[tuple[Language, str]]:
        """Return the languages of the site, each with the address of this sheet in it."""
        return [(each, self._address(self._slugs, each.code)) for each in LANGUAGES.values()]

    @property
    def without(self) -> list[tuple[Space, str]]:
        """Return each space with the address of the sheet without it."""
        return [(entry.space, self._without(entry.space)) for entry in self.entries]

    def _without(self, space: Space) -> str:
        slugs = [slug for slug in self._slugs if slug != space.slug]
        return self._address(slugs, self.language.code)

    def _address(self, slugs: Iterable[str], code: str) -> str:
        asked = [("from", self.start)] if self.start else []
        return address(slugs, code, *asked, *self.request.parameters)

    @property
    def more(self) -> str:
        """Return the address of the list in which the spaces of this sheet are kept."""
        asked = [("q", self.start)] if self.start else []
        return reverse("results") + _query(
            self._slugs, self.language.code, *asked, *self.request.parameters
        )

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
        return sum(each.lines for each in self.entries)

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
    request = wanted(parameters, directory, language.code)
    trips = [trip(start, space, directory) for space in known[:MOST]]
    entries = tuple(
        _entry(number, space, way, request.need, directory, today)
        for number, (space, way) in enumerate(zip(known, trips, strict=False), start=1)
    )
    may_change = any(way and way.where.may_change for way in trips)
    return Sheet(entries, language, tuple(problems), today, request, start, may_change)


def _entry(
    number: int,
    space: Space,
    way: Trip | None,
    need: Need | None,
    directory: Directory,
    today: date,
) -> Entry:
    metres = way.metres_to(space) if way else None
    strength = directory.strengths(space).get(need.code) if need else None
    ride = way.ride if way else None
    return Entry(number, space, _stops(space, directory), today, ride, metres, strength)


def chosen(parameters: QueryDict, directory: Directory) -> list[Space]:
    """Return the spaces that the address names, each once; unknown names are left out."""
    return [directory.by_slug[slug] for slug in _slugs(parameters) if slug in directory.by_slug]


def address(slugs: Iterable[str], code: str, *asked: tuple[str, str]) -> str:
    """Return the address of a sheet, in the active language, for a person who reads `code`.

    `asked` are the parameters that say where the person sets out from and what they want.
    """
    return reverse("sheet") + _query(slugs, code, *asked)


def _query(slugs: Iterable[str], code: str, *asked: tuple[str, str]) -> str:
    return query([*(("space", slug) for slug in slugs), ("for", code), *asked])


def _slugs(parameters: QueryDict) -> list[str]:
    return list(dict.fromkeys(filter(None, parameters.getlist("space"))))


def _stops(space: Space, directory: Directory) -> tuple[Near[Stop], ...]:
    return tuple(directory.nearest_stops(space.real_point, count=STOPS))
