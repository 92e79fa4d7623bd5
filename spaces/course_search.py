"""The list of courses to come: a form's answers → a place → filters → a ranked, paged list."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from typing import NamedTuple

from spaces import facets
from spaces.course_dates import Session
from spaces.course_query import LEVELS, ONE_OF, CourseQuery, TimeOfDay, When
from spaces.directory import Directory
from spaces.facets import Option
from spaces.geo import Point, distance, walking_minutes
from spaces.models import Course, Space
from spaces.search import PAGE_SIZE, Where, locate, midnight
from spaces.spoken import SPOKEN_LANGUAGES
from spaces.traits import FREE, Trait, Traits

NOON, EVENING = 12, 17  # hours
SATURDAY = 5  # as Python counts from Monday, 0


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
class CourseResults:
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
    def pages(self) -> int:
        """Return the number of pages, at least 1."""
        return max(1, ceil(len(self.ranked) / PAGE_SIZE))

    @property
    def page(self) -> int:
        """Return the page shown: the one asked for, or the last."""
        return min(self.query.page, self.pages)

    @property
    def beyond_last_page(self) -> bool:
        """Tell whether the address asks for a page that there is not."""
        return self.query.page > self.pages

    @property
    def on_page(self) -> tuple[CourseResult, ...]:
        """Return the courses of the page shown."""
        return self.ranked[(self.page - 1) * PAGE_SIZE : self.page * PAGE_SIZE]

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


def run(query: CourseQuery, here: Directory, at: datetime) -> CourseResults:
    """Answer the query with the courses that have a session to come at this moment."""
    where = locate(query.q, query.position, here)
    every = [*_to_come(here.courses, query, where.origin, at)]
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
    for course in courses:
        sessions = list(course.schedule.sessions(at))
        if sessions:
            point = course.space.point
            asked = next((s for s in sessions if _is_asked(s, query, at)), sessions[0])
            metres = distance(origin, point) if origin and point else None
            yield CourseResult(course, _traits(course, sessions, query, at), asked, metres)


def _traits(course: Course, sessions: list[Session], query: CourseQuery, at: datetime) -> Traits:
    """Return what the course answers to every question; the two about time go together."""
    has: set[Trait] = {("municipality", course.space.municipality.nis)}
    for when in When:
        if any(_is_within(s, when, at) and _is_at(s, query.time) for s in sessions):
            has.add(("when", when.value))
    for time in TimeOfDay:
        if any(_is_at(s, time) and _is_within(s, query.when, at) for s in sessions):
            has.add(("time", time.value))
    traits = Traits(frozenset(has), frozenset())
    for trait, answer in _answers(course):
        traits = traits.adding(trait, answer)
    return traits


def _answers(course: Course) -> Iterator[tuple[Trait, bool | None]]:
    for level, _words in LEVELS:
        known = course.level != Course.Level.UNKNOWN
        yield ("level", level), course.level in (level, Course.Level.ALL) if known else None
    for language in SPOKEN_LANGUAGES:
        yield ("language", language), course.language == language if course.language else None
    yield FREE, {Course.Cost.FREE: True, Course.Cost.PAID: False}.get(Course.Cost(course.cost))


def _is_asked(session: Session, query: CourseQuery, at: datetime) -> bool:
    return _is_within(session, query.when, at) and _is_at(session, query.time)


def _is_within(session: Session, when: str, at: datetime) -> bool:
    if not when:
        return True
    last = midnight(at).date() + timedelta(days=When(when).days - 2)  # today is the first of them
    return session.day <= last


def _is_at(session: Session, time: str) -> bool:
    hour = session.starts.hour
    match time:
        case TimeOfDay.MORNING:
            return hour < NOON
        case TimeOfDay.AFTERNOON:
            return NOON <= hour < EVENING
        case TimeOfDay.EVENING:
            return hour >= EVENING
        case TimeOfDay.WEEKEND:
            return session.day.weekday() >= SATURDAY
    return True


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
