"""The filters as a page shows them: choices in groups, each with what it would leave."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, Protocol

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.languages import current
from spaces.directory.published import Directory
from spaces.directory.traits import FREE, LABELLED, LIBRARY, OPEN, WALK_IN, Trait
from spaces.language.localized import localized
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import AccessFeature
from spaces.search.links import PLACE, Links
from spaces.search.moments import Moment, PartOfDay, day_of, days, in_words, part_of, soon, value_of
from spaces.search.pipeline import SpaceResults
from spaces.search.query import NOW, ONE_OF, RADII
from spaces.search.results import Results
from spaces.search.wording import near
from spaces.wording.lines import line_name

# One tap away, the first that would change something.
QUICK = (
    OPEN,
    FREE,
    ("service", "printing"),
    WALK_IN,
    ("access", AccessFeature.Feature.STEP_FREE.value),
    ("service", "help_with_procedures"),
)
MOST = 4  # filters in sight, those that are switched on among them


class Choice(NamedTuple):
    """One choice of a filter, and what choosing it would leave."""

    name: str  # the parameter and its value in the address
    value: str
    words: str
    left: int | None  # None where nobody counted
    unknown: int
    chosen: bool

    @property
    def counts(self) -> str:
        """Return how many results it would leave and, where it matters, how many are unknown."""
        if self.left is None:
            return ""
        if not self.unknown:
            return str(self.left)
        words = {"left": self.left, "unknown": self.unknown}
        said = ngettext(
            "%(left)d sure, %(unknown)d to check", "%(left)d sure, %(unknown)d to check", self.left
        )
        return said % words


class Group(NamedTuple):
    """The choices of one filter; `one_of` when a choice takes the place of another."""

    name: str
    words: str
    choices: tuple[Choice, ...]
    one_of: bool


class Chip(NamedTuple):
    """A choice that is one tap away, and the address with it switched."""

    choice: Choice
    href: str


class Panel(NamedTuple):
    """All that the filters of a page show. Panels that show the same are equal.

    `parts` are the parts of a day to choose among, `action` and `show` where the form leads and
    what its button says, both '' for the list of spaces.
    """

    offered: tuple[Chip, ...]
    groups: tuple[Group, ...]
    carried: tuple[tuple[str, str], ...]
    without_choices: str  # '' where nothing is switched on
    parts: tuple[tuple[str, Any], ...] = ()
    part: str = ""
    action: str = ""
    show: str = ""
    is_counted: bool = True
    asks_for_place: bool = False
    handed_on: tuple[tuple[str, str], ...] = ()  # with the place


class OnPage(Protocol):
    """The filters of a list, of spaces as of courses."""

    @property
    def links(self) -> Links:
        """Return the addresses with another choice."""

    @property
    def groups(self) -> list[Group]:
        """Return the filters in the order of the page."""

    @property
    def offered(self) -> list[Chip]:
        """Return the few that are one tap away."""

    @property
    def any_chosen(self) -> bool:
        """Tell whether anything is switched on."""


@dataclass(frozen=True)
class Filters:
    """The filters of a results page; one about which nothing is known anywhere is not there."""

    results: SpaceResults
    directory: Directory
    links: Links

    @cached_property
    def groups(self) -> list[Group]:
        """Return the filters in the order of the page."""
        groups = [Group("open", _("When"), tuple(self._days()), one_of=True)]
        groups += [
            Group(name, words, tuple(self._choices(traits)), name in ONE_OF)
            for name, words, traits in _vocabulary(self.directory, current().code)
        ]
        return [group for group in groups if group.choices]

    @cached_property
    def asked(self) -> list[Chip]:
        """Return the place and all that is switched on, each with the address without it."""
        place = place_chips(self.results, self.links)
        groups = [group for group in self.groups if group.name != "open"]
        return [*place, *self._topic(), *self._moment(), *switched_off(groups, self.links)]

    @cached_property
    def offered(self) -> list[Chip]:
        """Return the few that most people need, if they would leave some and not all."""
        quick, real = map(_as_parameter, QUICK), self.results.real
        found = offered(self.groups, quick, self.links, lambda c: 0 < (c.left or 0) < real)
        return [_said_alone(chip) for chip in found]

    def _topic(self) -> list[Chip]:
        topic = self.directory.topics.get(self.results.query.topic)
        words = str(localized(topic, "name")) if topic else ""
        return [switched_on("topic", topic.code, words, self.links)] if topic else []

    def _moment(self) -> list[Chip]:
        query = self.results.query
        value = dict(self.links.pairs).get("open", "")
        return [switched_on("open", value, in_words(query), self.links)] if query.open else []

    @property
    def panel(self) -> Panel:
        """Return what the page shows of them."""
        return panel(self)._replace(
            parts=tuple(self.parts),
            part=self.part,
            asks_for_place=self.results.asks_for_place,
            handed_on=tuple(self.links.choices),
        )

    @property
    def any_chosen(self) -> bool:
        """Tell whether anything is switched on."""
        return any_chosen(self.asked)

    @property
    def part(self) -> str:
        """Return the part of a day that is asked for, '' for none."""
        return part_of(self.results.query)

    @property
    def parts(self) -> list[tuple[str, Any]]:
        """Return the parts of a day to choose among."""
        return list(PartOfDay.choices)

    @cached_property
    def soon(self) -> list[Choice]:
        """Return the few moments that most people choose among."""
        return [*self._moments(soon(self.results.now), value_of(self.results.query))]

    def _days(self) -> Iterator[Choice]:
        """Yield the days to choose among, and what is asked for where it is none of them."""
        query = self.results.query
        asked, offered = day_of(query), [*days(self.results.now)]
        if asked and asked not in {moment.value for moment in offered}:
            offered.append(Moment(asked, in_words(query)))
        return self._moments(offered, asked)

    def _moments(self, offered: Iterable[Moment], asked: str) -> Iterator[Choice]:
        """Yield them; only of one do we know what it would leave: now, or what is asked for."""
        if option := self.results.options.get(OPEN):
            counted = asked or NOW
            for value, words in offered:
                left = option.left if value == counted else None
                yield Choice("open", value, words, left, option.unknown, value == asked)

    def _choices(self, traits: tuple[tuple[Trait, str], ...]) -> Iterator[Choice]:
        for trait, words in traits:
            if option := self.results.options.get(trait):
                name, value = _as_parameter(trait)
                yield Choice(name, value, words, option.left, option.unknown, option.chosen)


def _said_alone(chip: Chip) -> Chip:
    """Return a chip that says what “now” means away from the question “when”."""
    if chip.choice.value != NOW:
        return chip
    return chip._replace(choice=chip.choice._replace(words=_("Open now")))


def any_chosen(asked: Iterable[Chip]) -> bool:
    """Tell whether anything is switched on, the place apart."""
    return any(chip.choice.name not in PLACE for chip in asked)


def panel(filters: OnPage) -> Panel:
    """Return what the filters of any list show."""
    return Panel(
        tuple(filters.offered),
        tuple(filters.groups),
        tuple(filters.links.carried),
        filters.links.without_choices if filters.any_chosen else "",
    )


def switched_off(groups: Iterable[Group], links: Links) -> list[Chip]:
    """Return all that is switched on, each with the address without it."""
    on = (choice for group in groups for choice in group.choices if choice.chosen)
    return [Chip(c, links.switched(c.name, c.value, on=False)) for c in on]


def offered(
    groups: Iterable[Group],
    quick: Iterable[tuple[str, str]],
    links: Links,
    changes: Callable[[Choice], bool],
) -> list[Chip]:
    """Return the first of these choices that would change something, each with its address."""
    every = {(c.name, c.value): c for group in groups for c in group.choices}
    chosen = sum(choice.chosen for choice in every.values())
    found = [every[p] for p in quick if p in every and not every[p].chosen and changes(every[p])]
    room = max(0, MOST - chosen)
    return [Chip(c, links.switched(c.name, c.value, on=True)) for c in found[:room]]


def place_chips(found: Results[Any], links: Links) -> list[Chip]:
    """Return where the visitor asks for, each part with the address without it."""
    where, parameters = found.where, dict(links.pairs)
    chips = []
    if "q" in parameters and (where.meaning or where.line):
        chips.append(switched_on("q", parameters["q"], capfirst(near(where)), links))
    if line := parameters.get("line"):
        chips.append(switched_on("line", line, capfirst(line_name(line)), links))
    if "near" in parameters:
        chips.append(switched_on("near", parameters["near"], _("Near me"), links))
    if box := parameters.get("bbox"):
        chips.append(switched_on("bbox", box, _("In this part of the map"), links))
    return chips


def switched_on(name: str, value: str, words: str, links: Links) -> Chip:
    """Return the chip of something that is asked for, which takes it off."""
    choice = Choice(name, value, words, left=0, unknown=0, chosen=True)
    return Chip(choice, links.switched(name, value, on=False))


@lru_cache(maxsize=8)
def _vocabulary(
    directory: Directory, _language: str
) -> tuple[tuple[str, str, tuple[tuple[Trait, str], ...]], ...]:
    """Return what can be asked, in the active language: groups of traits with their words."""
    terms = ((FREE, _("Free")), (WALK_IN, _("No appointment needed")))
    return (
        (
            "need",
            _("I want to…"),
            tuple(
                (("need", n.code), str(localized(n, "phrase"))) for n in directory.needs.values()
            ),
        ),
        (
            "service",
            _("What there is"),
            tuple(
                (("service", s.code), str(localized(s, "name")))
                for s in directory.services.values()
            ),
        ),
        ("kind", _("What kind of place"), ((LIBRARY, _("Library")),)),
        ("terms", _("Good to know"), (*terms, (LABELLED, _("Recognised by the Region")))),
        (
            "access",
            _("Access"),
            tuple((("access", f.value), str(f.label)) for f in AccessFeature.Feature),
        ),
        (
            "language",
            _("They speak"),
            tuple((("language", code), str(name)) for code, name in SPOKEN_LANGUAGES.items()),
        ),
        ("radius", _("How far"), tuple((("radius", str(r)), _up_to(r)) for r in RADII)),
        (
            "municipality",
            _("Municipality"),
            tuple(
                (("municipality", town.nis), str(localized(town, "name")))
                for town in directory.municipalities_by_name()
            ),
        ),
    )


def _as_parameter(trait: Trait) -> tuple[str, str]:
    return ("open", NOW) if trait == OPEN else trait


def _up_to(radius: int) -> str:
    if radius < 1000:
        return _("Up to %(count)s m") % {"count": radius}
    return _("Up to %(count)s km") % {"count": radius // 1000}
