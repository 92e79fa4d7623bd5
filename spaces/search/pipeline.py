"""The search: a form's answers → a place → candidates → filters → a ranked, paged result.

The filters compare sets of traits, in memory. The database is asked only where the gazetteer has
to be built anew, a geocoder only for what the gazetteer does not know.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from spaces.directory.candidates import Candidate
from spaces.directory.published import Directory
from spaces.directory.rides import Lines, Ride
from spaces.directory.stops import Call, nearest_call
from spaces.directory.traits import IN_VIEW, OPEN, Trait, Traits
from spaces.geo.points import walking_minutes
from spaces.hours import lifetime
from spaces.hours.opening import State
from spaces.models import Space, Strength
from spaces.search import facets
from spaces.search.order import next_to_open, order, order_words
from spaces.search.query import ONE_OF, RADII, Query
from spaces.search.results import Results, judge
from spaces.search.sentence import Asked, ask
from spaces.search.spans import Span, span_of
from spaces.search.trips import lines_from, ride
from spaces.search.where import Where, locate


class SpaceMatch(NamedTuple):
    """A candidate in the list: its number, how far it is, and its hours at that moment."""

    candidate: Candidate
    traits: Traits
    state: State | None
    metres: float | None
    number: int = 0

    @property
    def is_sample(self) -> bool:
        """Tell whether it is invented."""
        return self.candidate.is_sample


class SpaceResult(NamedTuple):
    """A space as a page shows it in a list."""

    space: Space
    state: State | None
    metres: float | None
    number: int
    strength: Strength | None = None  # how well it meets the need asked for
    call: Call | None = None  # from where it is so far, if a line was asked for
    ride: Ride | None = None  # from the place asked for

    @property
    def walking_minutes(self) -> int | None:
        """Return about how long the way takes on foot."""
        return None if self.metres is None else walking_minutes(self.metres)


@dataclass(frozen=True)
class SpaceResults(Results[SpaceMatch]):
    """Everything that a results page says."""

    query: Query
    now: datetime
    nothing_open: bool  # so these are the next to open

    @property
    def asks_for_place(self) -> bool:
        """Tell whether the visitor said what, and nobody has said where."""
        query, where = self.query, self.where
        said = query.near or bool(query.wanted)
        placed = where.points or where.text or query.municipality or query.bbox
        return said and not placed

    @cached_property
    def shown(self) -> list[SpaceResult]:
        """Return the spaces of the page shown."""
        return self.whole(self.page)

    @property
    def order(self) -> str:
        """Return why they stand in this order."""
        return order_words(bool(self.where.points), self.nothing_open, bool(self.only_some_help))

    @property
    def only_some_help(self) -> int:
        """Count those where somebody helps, 0 where that is all of them, or nobody asked."""
        return self.by_strength.get(Strength.HELPED, 0) if len(self.by_strength) > 1 else 0

    def whole(self, matches: Iterable[SpaceMatch]) -> list[SpaceResult]:
        """Return the spaces of these matches, with all that is known of each."""
        lines = lines_from(self.where, self.directory)
        return [self._whole(match, lines) for match in matches]

    def strength_of(self, match: SpaceMatch) -> Strength | None:
        """Return how well a match meets the need asked for, None where none is asked for.

        Of a space that lists no service nobody says so either: ask.
        """
        need = self.query.need
        return match.candidate.strengths.get(need, Strength.ASK) if need else None

    @cached_property
    def by_strength(self) -> Mapping[Strength, int]:
        """Count how well the real ones meet the need asked for; empty where none is asked for."""
        real = (self.strength_of(match) for match in self.ranked if not match.is_sample)
        return Counter(strength for strength in real if strength)

    def _whole(self, match: SpaceMatch, lines: Lines) -> SpaceResult:
        where, space = self.where, self.directory.spaces[match.candidate.key]
        return SpaceResult(
            space,
            match.state,
            match.metres,
            match.number,
            self.strength_of(match),
            nearest_call(where.line, where.stops, match.candidate.point),
            ride(where, lines, space, self.directory),
        )


def run(query: Query, directory: Directory, at: datetime) -> SpaceResults:
    """Answer the query with what the directory holds, at this moment."""
    return answer(ask(query, directory, at), directory, at)


def answer(asked: Asked, directory: Directory, at: datetime) -> SpaceResults:
    """Answer a query whose sentence has been read."""
    where = locate(asked.query.q, asked.query.position, directory, asked.query.line)
    query = _sensible(asked.query, where)
    span = span_of(query.open, query.until, at)
    every = [
        _match(candidate, metres, query, where, span, directory)
        for candidate, metres in directory.candidates(*where.points)
    ]
    fitting, unsure = judge(query.wanted, every)
    matching = unsure if query.to_check else fitting
    nothing_open = bool(query.open) and not matching and not query.to_check
    if nothing_open:
        matching = _opening_later(query.wanted - {OPEN}, every)
    watched = every if query.open else matching  # what opens meanwhile joins those that are open
    fresh_until = lifetime.of_states((match.state for match in watched), at)
    in_order = next_to_open if nothing_open else order
    ranked = sorted(matching, key=in_order(query, where.points))
    return SpaceResults(
        query=query,
        where=where,
        at=span.begins,
        ranked=tuple(m._replace(number=number) for number, m in enumerate(ranked, start=1)),
        not_known=len(unsure),
        options=_options(query, every),
        fresh_until=None if where.may_change else asked.sentence.holds(fresh_until),
        directory=directory,
        sentence=asked.sentence,
        now=at,
        nothing_open=nothing_open,
    )


def _sensible(query: Query, where: Where) -> Query:
    """Return the query without what means nothing: near no place, or nothing to be sure of."""
    if not where.points and query.radius:  # nobody is left out
        query = replace(query, radius=None)
    if not query.wanted:  # then every place fits
        query = replace(query, to_check=False)
    return query


def _match(
    candidate: Candidate,
    metres: float | None,
    query: Query,
    where: Where,
    span: Span,
    directory: Directory,
) -> SpaceMatch:
    state = span.state(candidate.hours) if candidate.hours else None
    answers: dict[Trait, bool | None] = {OPEN: state.is_open if state else None}
    if query.bbox:
        point = candidate.point
        answers[IN_VIEW] = query.bbox.holds(point) if point else None
    if query.line and not where.line:
        lines = directory.lines_near(directory.spaces[candidate.key])
        answers["line", query.line] = query.line in lines if candidate.point else None
    if where.points:
        for radius in {*RADII, query.radius or RADII[0]}:
            answers["radius", str(radius)] = None if metres is None else metres <= radius
    return SpaceMatch(candidate, candidate.traits.adding(answers), state, metres)


def _opening_later(wanted: frozenset[Trait], every: list[SpaceMatch]) -> list[SpaceMatch]:
    return [
        match
        for match in every
        if wanted <= match.traits.has and match.state and match.state.changes_at
    ]


def _options(query: Query, every: list[SpaceMatch]) -> dict[Trait, facets.Option]:
    """Count what each choice would leave; at night one may ask for what opens next, too."""
    known = {OPEN} if any(match.state for match in every) else set()
    return facets.options(query.wanted, every, ONE_OF, known)
