"""The search: a form's answers → a place → filters → a ranked, paged result.

The filters compare sets of traits, in memory. The database is asked only where the gazetteer has
to be built anew, a geocoder only for what the gazetteer does not know.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from config.languages import current
from spaces import gazetteer
from spaces.directory.published import Directory
from spaces.directory.traits import IN_VIEW, OPEN, Trait, Traits
from spaces.gazetteer import Meaning, Resolution, geocoding
from spaces.geo.points import Point, distance, walking_minutes
from spaces.hours.opening import TIMEZONE, State
from spaces.language.folding import fold
from spaces.models import Space
from spaces.search import facets
from spaces.search.facets import Option
from spaces.search.paging import Paged
from spaces.search.query import ONE_OF, RADII, Query


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


class Result(NamedTuple):
    """A space in the list: its number, how far it is, and its hours at that moment."""

    space: Space
    traits: Traits
    state: State | None
    metres: float | None
    number: int = 0

    @property
    def walking_minutes(self) -> int | None:
        """Return about how long the way takes on foot."""
        return None if self.metres is None else walking_minutes(self.metres)


@dataclass(frozen=True)
class Results(Paged[Result]):
    """Everything that a results page says."""

    query: Query
    where: Where
    at: datetime
    ranked: tuple[Result, ...]
    not_known: int  # spaces that might match: nobody told us
    nothing_open: bool  # so these are the next to open
    options: dict[Trait, Option] = field(repr=False)
    fresh_until: datetime | None  # None: nobody may keep this, the geocoder may be back

    @property
    def real(self) -> int:
        """Return how many results are real spaces: the count that the public is told."""
        return sum(not result.space.is_sample for result in self.ranked)

    @property
    def examples(self) -> int:
        """Return how many results are invented listings."""
        return len(self.ranked) - self.real


def run(query: Query, directory: Directory, at: datetime) -> Results:
    """Answer the query with what the directory holds, at this moment."""
    where = locate(query.q, query.position, directory)
    if where.origin is None and query.radius:  # near what? Nobody is left out
        query = replace(query, radius=None)
    if not query.wanted:  # then every place fits
        query = replace(query, to_check=False)
    moment = query.open if isinstance(query.open, datetime) else at
    every = [_result(space, traits, query, where, moment) for space, traits in directory.listings]
    unsure = [result for result in every if _may_match(query.wanted, result)]
    fitting = [result for result in every if query.wanted <= result.traits.has]
    matching = unsure if query.to_check else fitting
    nothing_open = bool(query.open) and not matching and not query.to_check
    if nothing_open:
        closed_too = query.wanted - {OPEN}
        matching = [
            result
            for result in every
            if closed_too <= result.traits.has and result.state and result.state.changes_at
        ]
    watched = every if query.open else matching  # what opens meanwhile joins those that are open
    fresh = fresh_until((result.state for result in watched), at)
    ranked = sorted(matching, key=(_next_to_open if nothing_open else _order)(where.origin))
    return Results(
        query=query,
        where=where,
        at=moment,
        ranked=tuple(_numbered(ranked)),
        not_known=len(unsure),
        nothing_open=nothing_open,
        options=_options(query, every),
        fresh_until=None if where.geocoder_down else fresh,
    )


def locate(text: str, position: Point | None, directory: Directory) -> Where:
    """Return where the visitor is: the gazetteer first, then, for what it misses, the geocoder."""
    if not text:
        return Where(position=position)
    resolution = gazetteer.resolve(text, directory.version)
    if resolution.meaning and not resolution.unknown:
        return Where(text, resolution)
    answer = geocoding.resolve(text, current().code)
    if answer.meaning:
        return Where(text, Resolution(answer.meaning))
    return Where(text, resolution, geocoder_down=answer.unavailable)


def _result(space: Space, traits: Traits, query: Query, where: Where, moment: datetime) -> Result:
    hours = space.hours
    state = hours.state(moment) if hours else None
    metres = distance(where.origin, space.point) if where.origin and space.point else None
    answers: dict[Trait, bool | None] = {OPEN: state.is_open if state else None}
    if query.bbox:
        answers[IN_VIEW] = query.bbox.holds(space.point) if space.point else None
    if where.origin:
        for radius in {*RADII, query.radius or RADII[0]}:
            answers["radius", str(radius)] = None if metres is None else metres <= radius
    return Result(space, traits.adding(answers), state, metres)


def _may_match(wanted: frozenset[Trait], result: Result) -> bool:
    """Tell whether a real space may fit: nobody told us that it does not."""
    traits = result.traits
    may = not wanted <= traits.has and wanted <= traits.has | traits.unknown
    return may and not result.space.is_sample


def _numbered(results: Iterable[Result]) -> Iterable[Result]:
    return (result._replace(number=number) for number, result in enumerate(results, start=1))


def _order(origin: Point | None) -> Callable[[Result], tuple[object, ...]]:
    """Return the order of results: nearest first where we know from where, else surest first."""

    def nearest(result: Result) -> tuple[object, ...]:
        return _how_far(result, origin)

    def surest(result: Result) -> tuple[bool, bool, str]:
        return (result.space.is_sample, not result.space.is_labelled, fold(result.space.name))

    return nearest if origin else surest


def _next_to_open(origin: Point | None) -> Callable[[Result], tuple[object, ...]]:
    """Return the order by the day of the next opening, and on one day nearest first."""

    def soonest(result: Result) -> tuple[object, ...]:
        opens = result.state.changes_at if result.state else None
        unknown, metres, slug = _how_far(result, origin)
        return (opens.date() if opens else date.max, unknown, metres, opens, slug)

    return soonest


def _how_far(result: Result, origin: Point | None) -> tuple[bool, float, str]:
    """Sort by distance; without a point a space comes last, by how far its municipality is."""
    if result.metres is not None:
        return (False, result.metres, result.space.slug)
    town = distance(origin, result.space.municipality.point) if origin else 0
    return (True, town, result.space.slug)


def _options(query: Query, every: list[Result]) -> dict[Trait, Option]:
    """Count what each choice would leave; at night one may ask for what opens next, too."""
    known = {OPEN} if any(result.state for result in every) else set()
    judged = [(result.traits, result.space.is_sample) for result in every]
    return facets.options(query.wanted, judged, ONE_OF, known)


def midnight(at: datetime) -> datetime:
    """Return the next midnight in Brussels, when “today” and “tomorrow” change."""
    tomorrow = at.astimezone(TIMEZONE).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), TIMEZONE)


def fresh_until(states: Iterable[State | None], at: datetime) -> datetime:
    """Return when the words about these states change: an opening, a closing, or midnight."""
    changes = (state.words_change_at for state in states if state)
    return min([midnight(at), *(change for change in changes if change and change > at)])
