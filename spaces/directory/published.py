"""The published directory in memory: every public page reads from here.

About fifty spaces change a few times a week and are read all day. Each worker keeps one
snapshot, and asks on every request only for the data version, which any write moves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

from django.conf import settings
from django.db.models import Prefetch

from config.languages import reading_order
from spaces.directory import booklets as booklet_files
from spaces.directory.booklets import Booklet
from spaces.directory.candidates import (
    Candidate,
    CourseCandidate,
    candidate,
    course_candidate,
    measured,
)
from spaces.directory.rides import Lines, lines_near
from spaces.directory.snapshot import Snapshot
from spaces.directory.stops import Stop, stops
from spaces.directory.strengths import Strengths, of_space
from spaces.geo.points import Point, distance, walking_minutes
from spaces.language.folding import fold
from spaces.language.localized import localized
from spaces.models import (
    Announcement,
    Course,
    DataVersion,
    Municipality,
    Need,
    NeedService,
    Service,
    Space,
    TextPage,
    Topic,
)

T = TypeVar("T", Space, Stop)


class Near(NamedTuple, Generic[T]):
    """A space or a stop, and its straight-line distance in metres."""

    thing: T
    metres: float

    @property
    def walking_minutes(self) -> int:
        """Return about how long the way takes on foot."""
        return walking_minutes(self.metres)


@dataclass(frozen=True, eq=False)
class Directory:
    """All that public pages show, as it stood at one data version."""

    version: int
    spaces: dict[UUID, Space]
    _candidates: tuple[Candidate, ...] = field(repr=False)
    services: dict[str, Service]
    needs: dict[str, Need]
    topics: dict[str, Topic]
    municipalities: dict[str, Municipality]
    stops: tuple[Stop, ...] = field(repr=False)
    courses: dict[UUID, Course] = field(repr=False)  # those that are over too
    _course_candidates: tuple[CourseCandidate, ...] = field(repr=False)
    booklets: dict[str, Booklet]
    texts: dict[str, TextPage] = field(repr=False)
    announcements: tuple[Announcement, ...] = field(repr=False)
    # HTML that depends on nothing else, by its template, language and arguments.
    fragments: dict[tuple[object, ...], str] = field(default_factory=dict, repr=False)
    _lines: dict[UUID, Lines] = field(default_factory=dict, repr=False)

    def candidates(self, *points: Point) -> Iterator[tuple[Candidate, float | None]]:
        """Yield what a search near points compares, each with its metres from the nearest.

        All of the Region is one tile, in memory. A directory of more land has more tiles, and
        yields those around the points: the search asks for no others.
        """
        return measured(points, self._candidates)

    def course_candidates(self, *points: Point) -> Iterator[tuple[CourseCandidate, float | None]]:
        """Yield what a search for courses compares, those that are over too, as above."""
        return measured(points, self._course_candidates)

    @cached_property
    def by_slug(self) -> dict[str, Space]:
        """Return the spaces by their present slug."""
        return {space.slug: space for space in self.spaces.values()}

    @cached_property
    def by_code(self) -> dict[str, Space]:
        """Return the spaces by their code, as it is printed."""
        return {space.code: space for space in self.spaces.values()}

    @cached_property
    def lines(self) -> frozenset[str]:
        """Return the lines of public transport that call anywhere."""
        return frozenset(line for stop in self.stops for line in stop.lines)

    @cached_property
    def shows_samples(self) -> bool:
        """Tell whether anything invented is on show."""
        invented = (space.is_sample or space.sample_fields for space in self.spaces.values())
        return any(invented) or any(course.is_sample for course in self.courses.values())

    @cached_property
    def course_by_slug(self) -> dict[str, Course]:
        """Return the courses by their address, those that are over too."""
        return {course.slug: course for course in self.courses.values()}

    @cached_property
    def real_count(self) -> int:
        """Return how many listings are of real spaces: the number to tell the public."""
        return sum(not space.is_sample for space in self.spaces.values())

    @property
    def booklet(self) -> Booklet | None:
        """Return the booklet that the reader is offered first, None where none was made."""
        return next((self.booklets[c] for c in reading_order() if c in self.booklets), None)

    def municipalities_by_name(self) -> list[Municipality]:
        """Return the municipalities in the order of the reader's alphabet."""
        return sorted(
            self.municipalities.values(), key=lambda town: fold(str(localized(town, "name")))
        )

    def announced(self, at: datetime, most: int = 3) -> list[Announcement]:
        """Return the announcements of this moment, the newest first."""
        return [each for each in self.announcements if each.is_shown(at)][:most]

    def announced_until(self, at: datetime) -> datetime | None:
        """Return when an announcement next comes or goes, None where none does."""
        times = (time for each in self.announcements for time in (each.starts_at, each.ends_at))
        return min((time for time in times if time > at), default=None)

    def strengths(self, space: Space) -> Strengths:
        """Return how well a space meets the needs."""
        return of_space(space, self.needs.values())

    def alternatives(self, point: Point, besides: Space, count: int = 3) -> list[Near[Space]]:
        """Return the nearest other spaces, of those of which we know where they are."""
        others = (
            Near(self.spaces[other.key], metres)
            for other, metres in self.candidates(point)
            if metres is not None and other.key != besides.pk
        )
        return sorted(others, key=_metres)[:count]

    def nearest_stops(
        self, point: Point | None, count: int = 3, within: float = 800
    ) -> list[Near[Stop]]:
        """Return the nearest stops with lines, one of a name, within so many metres of a point.

        None is near a place of which we do not know where it is.
        """
        if point is None:
            return []
        found: dict[str, Near[Stop]] = {}
        near = (Near(stop, distance(point, stop.point)) for stop in self.stops)
        for stop in sorted(near, key=_metres):
            if stop.metres <= within:
                found.setdefault(stop.thing.name_fr, stop)
        return list(found.values())[:count]

    def lines_near(self, space: Space) -> Lines:
        """Return the lines that call near a space, none where its point is not known."""
        if space.pk not in self._lines:
            point = space.real_point
            self._lines[space.pk] = lines_near(point, self.stops) if point else {}
        return self._lines[space.pk]


def current(version: int | None = None) -> Directory:
    """Return the directory as the database has it now: one query, unless something changed."""
    return _snapshot.at(DataVersion.current() if version is None else version)


def as_shown(space: Space) -> Space:
    """Return the space as the public sees it: on a real site without its invented cells."""
    if settings.SAMPLE_DATA == "hide":
        space.hide_sample_cells()
    return space


def forget() -> None:
    """Drop what is held: for tests, whose databases share version numbers."""
    _snapshot.forget()


def _load(version: int) -> Directory:
    with_services = NeedService.objects.select_related("service")
    needs = list(Need.objects.prefetch_related(Prefetch("met_by", with_services)))
    spaces = {space.pk: space for space in _published()}
    courses = {course.pk: course for course in _courses(spaces)}
    return Directory(
        version=version,
        spaces=spaces,
        _candidates=tuple(candidate(space, needs) for space in spaces.values()),
        services={service.code: service for service in Service.objects.all()},
        needs={need.code: need for need in needs},
        topics={topic.code: topic for topic in Topic.objects.select_related("need")},
        municipalities={town.nis: town for town in Municipality.objects.all()},
        stops=stops(),
        courses=courses,
        _course_candidates=tuple(map(course_candidate, courses.values())),
        booklets=booklet_files.on_offer(),
        texts={text.kind: text for text in TextPage.objects.all()},
        announcements=tuple(Announcement.objects.all()),
    )


_snapshot = Snapshot(_load)


def _published() -> Iterator[Space]:
    return map(as_shown, Space.objects.published().with_details())


def _courses(spaces: dict[UUID, Space]) -> Iterator[Course]:
    """Return the courses of these spaces, each with its space as it is shown."""
    for course in Course.objects.shown().prefetch_related("days_left_out"):
        if space := spaces.get(course.space_id):
            course.space = space
            yield course


def _metres(near: Near[T]) -> float:
    return near.metres
