"""The list of courses to come: a form's answers → a place → filters → a ranked, paged list."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from spaces.courses.query import LEVELS, ONE_OF, CourseQuery, TimeOfDay, When
from spaces.directory.published import Directory
from spaces.directory.traits import FREE, Trait, Traits
from spaces.geo.points import Point, distance, walking_minutes
from spaces.hours.opening import TIMEZONE
from spaces.hours.schedule import Session
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Course, Space
from spaces.search import facets
from spaces.search.facets import Option
from spaces.search.paging import Paged
from spaces.search.pipeline import Where, locate, midnight

NOON, EVENING = 12, 17  # hours
SATURDAY = 5  # as Python counts from Monday, 0
WEEKEND = ("Sa", "Su")


class CourseResult(NamedTuple):
    """A course in the list: its next session (of those asked for), and how far it is."""

    course: Course
    traits: Traits
    session: Session
    metres: float | None = None

    @property
    def space(self) -> Space:
        """Return where it is."""
        return self.course.space

    @property
    def walking_minutes(self) -> int | None:
        """Return about how long the way takes on foot."""
        return None if self.metres is None else walking_minutes(self.metres)


@dataclass(frozen=True)
class CourseResults(Paged[CourseResult]):
    """Everything that the list of courses says."""

    query: CourseQuery
    where: Where
    at: datetime
    ranked: tuple[CourseResult, ...]
    not_known: int  # courses that might match: nobody told us
    any_real: bool  # whether any course to come is a real one
    options: dict[Trait, Option] = field(repr=False)
    fresh_until: datetime | None

    @property
    def real(self) -> int:
        """Return how many are real courses: the count that the public is told."""
        return sum(not result.course.is_example for result in self.ranked)

    @property
    def only_examples(self) -> bool:
        """Tell whether no course to come is real: then there is nothing to count."""
        return not self.any_real

    @property
    def examples(self) -> int:
        """Return how many are invented."""
        return len(self.ranked) - self.real


def run(query: CourseQuery, directory: Directory, at: datetime) -> CourseResults:
    """Answer the query with the courses that have a session to come at this moment."""
    where = locate(query.q, query.position, directory)
    every = [*_to_come(directory.courses, query, where.origin, at)]
    matching = [result for result in every if query.wanted <= result.traits.has]
    judged = [(result.traits, result.course.is_example) for result in every]
    fresh = fresh_until((result.session for result in every), at)
    return CourseResults(
        query=query,
        where=where,
        at=at,
        ranked=tuple(sorted(matching, key=_order(where.origin))),
        not_known=sum(_may_match(query.wanted, result) for result in every),
        any_real=not all(example for _traits, example in judged),
        options=facets.options(query.wanted, judged, ONE_OF),
        fresh_until=None if where.geocoder_down else fresh,
    )


def to_come(courses: Iterable[Course], at: datetime) -> list[CourseResult]:
    """Return those of the courses that have a session to come, the soonest first."""
    return sorted(_to_come(courses, CourseQuery(), None, at), key=_order(None))


def fresh_until(sessions: Iterable[Session], at: datetime) -> datetime:
    """Return when the words about these sessions change: one starts or ends, or midnight."""
    return min([midnight(at), *(session.words_change_at(at) for session in sessions)])


def _to_come(
    courses: Iterable[Course], query: CourseQuery, origin: Point | None, at: datetime
) -> Iterator[CourseResult]:
    ends = {when.value: _last_day(when, at) for when in When}
    for course in courses:
        soon = _soon(course, at)
        if soon:
            point = course.space.point
            metres = distance(origin, point) if origin and point else None
            day, traits = _judged(course, soon, query, ends)
            yield CourseResult(course, traits, course.schedule.on(day), metres)


def _soon(course: Course, at: datetime) -> dict[bool, date]:
    """Return the first day to come in the week (False) and at the weekend (True), if any.

    No question is about more than these two, so the days behind them are not worked out.
    """
    schedule = course.schedule
    kinds = {code in WEEKEND for code in schedule.weekdays}
    soon: dict[bool, date] = {}
    for day in schedule.days(at):
        soon.setdefault(day.weekday() >= SATURDAY, day)
        if soon.keys() == kinds:
            break
    return soon


def _judged(
    course: Course, soon: dict[bool, date], query: CourseQuery, ends: dict[str, date]
) -> tuple[date, Traits]:
    """Return the first day that is asked for, else the first, and what the course answers.

    The two questions about time are about one session: “in the next 7 days, at the weekend”.
    """
    times = {weekend: _times(course, weekend=weekend) for weekend in soon}
    end = ends.get(query.when, date.max)
    fitting = sorted(soon[kind] for kind in soon if not query.time or query.time in times[kind])
    has = {("municipality", course.space.municipality.nis)}
    has |= {("when", when) for when, last in ends.items() if fitting and fitting[0] <= last}
    has |= {("time", t) for kind, day in soon.items() if day <= end for t in times[kind]}
    unknown: set[Trait] = set()
    for trait, answer in _answers(course):
        if answer is None:
            unknown.add(trait)
        elif answer:
            has.add(trait)
    day = fitting[0] if fitting else min(soon.values())
    return day, Traits(frozenset(has), frozenset(unknown))


def _answers(course: Course) -> Iterator[tuple[Trait, bool | None]]:
    for level, _words in LEVELS:
        known = course.level != Course.Level.UNKNOWN
        yield ("level", level), course.level in (level, Course.Level.ALL) if known else None
    for language in SPOKEN_LANGUAGES:
        yield ("language", language), course.language == language if course.language else None
    yield FREE, {"free": True, "paid": False}.get(course.cost)


def _last_day(when: When, at: datetime) -> date:
    """Return the last of so many days, of which today is the first."""
    return at.astimezone(TIMEZONE).date() + timedelta(days=when.days - 1)


def _times(course: Course, *, weekend: bool) -> set[str]:
    """Return what fits a session in the week, or at the weekend."""
    hour = course.starts.hour
    time = TimeOfDay.EVENING if hour >= EVENING else TimeOfDay.AFTERNOON
    time = TimeOfDay.MORNING if hour < NOON else time
    return {time.value, TimeOfDay.WEEKEND.value} if weekend else {time.value}


def _may_match(wanted: frozenset[Trait], result: CourseResult) -> bool:
    """Tell whether a real course may fit: nobody told us that it does not."""
    traits = result.traits
    may = not wanted <= traits.has and wanted <= traits.has | traits.unknown
    return may and not result.course.is_example


def _order(origin: Point | None) -> Callable[[CourseResult], tuple[object, ...]]:
    """Return the order: nearest first where we know from where, else the soonest real ones."""

    def nearest(result: CourseResult) -> tuple[object, ...]:
        unknown = result.metres is None
        town = distance(origin, result.space.municipality.point) if origin and unknown else 0
        return (unknown, result.metres or town, *soonest(result)[1:])

    def soonest(result: CourseResult) -> tuple[object, ...]:
        return (result.course.is_example, result.session.starts, result.course.slug)

    return nearest if origin else soonest
