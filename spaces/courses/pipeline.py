"""The search among courses to come: the pipeline of `spaces.search`, with its questions of time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from spaces.courses.query import ONE_OF, CourseQuery, TimeOfDay, When
from spaces.courses.sentence import EVENING, NOON, SATURDAY, CourseAsked, ask
from spaces.courses.topics import topics
from spaces.directory.candidates import CourseCandidate
from spaces.directory.published import Directory
from spaces.directory.stops import Call, nearest_call
from spaces.directory.traits import Trait, Traits
from spaces.geo.points import Point, distance, walking_minutes
from spaces.hours import lifetime
from spaces.hours.opening import TIMEZONE
from spaces.hours.schedule import Schedule, Session
from spaces.models import Course, Space
from spaces.search import facets
from spaces.search.results import Results, judge
from spaces.search.where import Where, locate

WEEKEND = ("Sa", "Su")


class CourseMatch(NamedTuple):
    """A candidate in the list: its next session (of those asked for), and how far it is."""

    candidate: CourseCandidate
    traits: Traits
    session: Session
    metres: float | None

    @property
    def is_sample(self) -> bool:
        """Tell whether it is invented."""
        return self.candidate.is_sample


class CourseResult(NamedTuple):
    """A course as a page shows it in a list."""

    course: Course
    session: Session
    metres: float | None
    call: Call | None = None  # from where it is so far, if a line was asked for

    @property
    def space(self) -> Space:
        """Return where it is."""
        return self.course.space

    @property
    def walking_minutes(self) -> int | None:
        """Return about how long the way takes on foot."""
        return None if self.metres is None else walking_minutes(self.metres)


@dataclass(frozen=True)
class CourseResults(Results[CourseMatch]):
    """Everything that the list of courses says."""

    query: CourseQuery
    any_real: bool  # whether any course to come is a real one

    @property
    def only_examples(self) -> bool:
        """Tell whether no course to come is real: then there is nothing to count."""
        return not self.any_real

    @cached_property
    def shown(self) -> list[CourseResult]:
        """Return the courses of the page shown."""
        return _whole(self.page, self.directory, self.where)


def run(query: CourseQuery, directory: Directory, at: datetime) -> CourseResults:
    """Answer the query with the courses that have a session to come at this moment."""
    return answer(ask(query, directory, at), directory, at)


def answer(asked: CourseAsked, directory: Directory, at: datetime) -> CourseResults:
    """Answer a query whose sentence has been read."""
    query, sentence = asked
    where = locate(query.q, query.position, directory, query.line)
    about = topics(directory)
    every = [
        match._replace(traits=match.traits.adding(_about(about.get(match.candidate.key, ()))))
        for match in _to_come(directory.course_candidates(*where.points), query, at)
    ]
    fitting, unsure = judge(query.wanted, every)
    fresh_until = lifetime.of_sessions((match.session for match in every), at)
    return CourseResults(
        query=query,
        where=where,
        at=at,
        ranked=tuple(sorted(fitting, key=_order(where.points))),
        not_known=len(unsure),
        options=facets.options(query.wanted, every, ONE_OF),
        fresh_until=None if where.may_change else sentence.holds(fresh_until),
        directory=directory,
        sentence=sentence,
        any_real=not all(match.is_sample for match in every),
    )


def _about(codes: Iterable[str]) -> dict[Trait, bool | None]:
    return {("topic", code): True for code in codes}


def to_come(directory: Directory, at: datetime, space: UUID | None = None) -> list[CourseResult]:
    """Return the courses that have a session to come, of one space or of all, soonest first."""
    candidates = (
        (candidate, metres)
        for candidate, metres in directory.course_candidates()
        if space in (None, candidate.space)
    )
    return _whole(sorted(_to_come(candidates, CourseQuery(), at), key=_order(())), directory)


def _whole(
    matches: Iterable[CourseMatch], directory: Directory, where: Where | None = None
) -> list[CourseResult]:
    line, stops = (where.line, where.stops) if where else ("", ())
    return [
        CourseResult(
            directory.courses[match.candidate.key],
            match.session,
            match.metres,
            nearest_call(line, stops, match.candidate.point),
        )
        for match in matches
    ]


def _to_come(
    candidates: Iterable[tuple[CourseCandidate, float | None]], query: CourseQuery, at: datetime
) -> Iterator[CourseMatch]:
    ends = {when.value: _last_day(when, at) for when in When}
    for candidate, metres in candidates:
        if soon := _soon(candidate.schedule, at):
            day, answers = _answers(candidate.schedule, soon, query, ends)
            session = candidate.schedule.on(day)
            yield CourseMatch(candidate, candidate.traits.adding(answers), session, metres)


def _soon(schedule: Schedule, at: datetime) -> dict[bool, date]:
    """Return the first day to come in the week (False) and at the weekend (True), if any.

    No question is about more than these two, so the days behind them are not worked out.
    """
    kinds = {code in WEEKEND for code in schedule.weekdays}
    soon: dict[bool, date] = {}
    for day in schedule.days(at):
        soon.setdefault(day.weekday() >= SATURDAY, day)
        if soon.keys() == kinds:
            break
    return soon


def _answers(
    schedule: Schedule, soon: dict[bool, date], query: CourseQuery, ends: dict[str, date]
) -> tuple[date, dict[Trait, bool | None]]:
    """Return the first day that is asked for, else the first, and the answers about time.

    The two questions about time are about one session: “in the next 7 days, at the weekend”.
    """
    times = {weekend: _times(schedule, weekend=weekend) for weekend in soon}
    end = ends.get(query.when, date.max)
    fitting = sorted(soon[kind] for kind in soon if not query.time or query.time in times[kind])
    answers: dict[Trait, bool | None] = {
        ("when", when): True for when, last in ends.items() if fitting and fitting[0] <= last
    }
    answers |= {("time", t): True for kind, day in soon.items() if day <= end for t in times[kind]}
    return fitting[0] if fitting else min(soon.values()), answers


def _last_day(when: When, at: datetime) -> date:
    """Return the last of so many days, of which today is the first."""
    return at.astimezone(TIMEZONE).date() + timedelta(days=when.days - 1)


def _times(schedule: Schedule, *, weekend: bool) -> set[str]:
    """Return what fits a session in the week, or at the weekend."""
    hour = schedule.starts.hour
    time = TimeOfDay.EVENING if hour >= EVENING else TimeOfDay.AFTERNOON
    time = TimeOfDay.MORNING if hour < NOON else time
    return {time.value, TimeOfDay.WEEKEND.value} if weekend else {time.value}


def _order(points: tuple[Point, ...]) -> Callable[[CourseMatch], tuple[object, ...]]:
    """Return the order: nearest first where we know from where, else the soonest real ones."""

    def nearest(match: CourseMatch) -> tuple[object, ...]:
        unknown = match.metres is None
        town = min(distance(point, match.candidate.town) for point in points) if unknown else 0
        is_last = unknown and match.is_sample
        return (unknown, is_last, match.metres or town, *soonest(match)[1:])

    def soonest(match: CourseMatch) -> tuple[object, ...]:
        return (match.is_sample, match.session.starts, match.candidate.slug)

    return nearest if points else soonest
