"""The filters as a page shows them: choices in groups, each with the address that it leads to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from spaces.directory import Directory
from spaces.hours_words import clock
from spaces.localized import localized
from spaces.models import AccessFeature
from spaces.query import NOW, ONE_OF, RADII
from spaces.search import Results
from spaces.spoken import SPOKEN_LANGUAGES
from spaces.text import fold
from spaces.traits import FREE, LABELLED, OPEN, WALK_IN, Trait

# The parameters that say where; the others say what.
PLACE = ("q", "lat", "lng", "bbox")


class Choice(NamedTuple):
    """One choice: what it says, what it would leave, and the address with it switched."""

    name: str
    value: str
    words: str
    left: int
    unknown: int
    chosen: bool
    href: str


class Group(NamedTuple):
    """The choices of one filter; `one_of` when a choice takes the place of another."""

    name: str
    words: str
    choices: list[Choice]
    one_of: bool


@dataclass(frozen=True)
class Filters:
    """The filters of a results page."""

    results: Results
    here: Directory
    parameters: QueryDict

    @cached_property
    def groups(self) -> list[Group]:
        """Return the filters about which something is known, in the order of the page."""
        groups = (
            Group(name, words, [*self._choices(traits)], name in ONE_OF)
            for name, words, traits in self._known()
        )
        return [group for group in groups if group.choices]

    @cached_property
    def chosen(self) -> list[Choice]:
        """Return what is switched on."""
        return [choice for group in self.groups for choice in group.choices if choice.chosen]

    @cached_property
    def quick(self) -> list[Choice]:
        """Return the few that most people need, and all that is switched on."""
        common = [
            OPEN,
            ("service", "help_with_procedures"),
            ("service", "printing"),
            FREE,
            ("access", AccessFeature.Feature.STEP_FREE.value),
        ]
        every = {(c.name, c.value): c for group in self.groups for c in group.choices}
        quick = [every[trait] for trait in map(_as_parameter, common) if trait in every]
        return quick + [choice for choice in self.chosen if choice not in quick]

    @property
    def without_any(self) -> str:
        """Return the address with nothing switched on, at the same place."""
        return _query(self.kept_place)

    @property
    def kept_place(self) -> list[tuple[str, str]]:
        """Return the parameters that say where: the filters' form hands them on."""
        return [pair for pair in self._pairs() if pair[0] in PLACE]

    @property
    def kept_choices(self) -> list[tuple[str, str]]:
        """Return the parameters that say what: the search form hands them on."""
        return [pair for pair in self._pairs() if pair[0] not in PLACE]

    @property
    def previous_page(self) -> str:
        """Return the address of the page before, '' on the first."""
        return self._page(self.results.page - 1) if self.results.page > 1 else ""

    @property
    def next_page(self) -> str:
        """Return the address of the page after, '' on the last."""
        results = self.results
        return self._page(results.page + 1) if results.page < results.pages else ""

    @property
    def moment(self) -> str:
        """Return the chosen date and time as the control shows it, '' for now."""
        asked = self.results.query.open
        return f"{asked:%Y-%m-%dT%H:%M}" if isinstance(asked, datetime) else ""

    def for_map(self, language: str) -> list[tuple[str, str]]:
        """Return the parameters with which the map asks for the same results."""
        return [("lang", language), *self._pairs()]

    def _page(self, number: int) -> str:
        return _query([*self._pairs(), ("page", str(number))])

    def _pairs(self) -> list[tuple[str, str]]:
        """Return the parameters as names and values, those without a value and the page apart."""
        return [
            (name, value)
            for name, values in self.parameters.lists()
            for value in values
            if value and name != "page"
        ]

    def _known(self) -> Iterator[tuple[str, str, Iterable[tuple[Trait, str]]]]:
        here = self.here
        yield "open", _("When"), [(OPEN, self._open_words())]
        yield (
            "need",
            _("I want to…"),
            [(("need", code), str(localized(n, "phrase"))) for code, n in here.needs.items()],
        )
        yield (
            "service",
            _("What there is"),
            [(("service", code), str(localized(s, "name"))) for code, s in here.services.items()],
        )
        yield (
            "terms",
            _("Good to know"),
            [
                (FREE, _("Free")),
                (WALK_IN, _("No appointment needed")),
                (LABELLED, _("Recognised by the Region")),
            ],
        )
        yield (
            "access",
            _("Access"),
            [(("access", f.value), str(f.label)) for f in AccessFeature.Feature],
        )
        spoken = [(("language", code), str(name)) for code, name in SPOKEN_LANGUAGES.items()]
        yield "language", _("They speak"), spoken
        yield "radius", _("How far"), [(("radius", str(r)), _distance(r)) for r in RADII]
        towns = here.municipalities.values()
        named = [(("municipality", town.nis), str(localized(town, "name"))) for town in towns]
        yield "municipality", _("Municipality"), sorted(named, key=lambda town: fold(town[1]))

    def _open_words(self) -> str:
        asked = self.results.query.open
        if not isinstance(asked, datetime):
            return _("Open now")
        words = {"day": date_format(asked, "l j F"), "time": clock(asked.time())}
        return _("Open on %(day)s at %(time)s") % words

    def _choices(self, traits: Iterable[tuple[Trait, str]]) -> Iterator[Choice]:
        for trait, words in traits:
            option = self.results.options.get(trait)
            if option is None:
                continue
            name, value = _as_parameter(trait)
            href = self._switched(name, value, on=not option.chosen)
            yield Choice(name, value, words, option.left, option.unknown, option.chosen, href)

    def _switched(self, name: str, value: str, *, on: bool) -> str:
        """Return the query with one choice switched on or off, back on the first page."""
        several = name in ("service", "access")
        others = [
            pair for pair in self._pairs() if pair != (name, value) and (several or pair[0] != name)
        ]
        return _query([*others, (name, value)] if on else others)


def _query(pairs: list[tuple[str, str]]) -> str:
    return f"?{urlencode(pairs)}"


def _as_parameter(trait: Trait) -> tuple[str, str]:
    return ("open", NOW) if trait == OPEN else trait


def _distance(radius: int) -> str:
    if radius < 1000:
        return _("Up to %(count)s m") % {"count": radius}
    return _("Up to %(count)s km") % {"count": radius // 1000}
