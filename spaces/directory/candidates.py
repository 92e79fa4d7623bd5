"""What a search compares of a space or a course: nothing that only its card shows.

A candidate is light, so that a search can look at very many; what a page shows is loaded whole,
by the candidates' keys.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar
from uuid import UUID

from django.utils.translation import override

from config.languages import LANGUAGES
from spaces.directory import strengths
from spaces.directory.strengths import Strengths
from spaces.directory.traits import Traits, of_course, of_space
from spaces.geo.points import Point, distance
from spaces.hours.opening import OpeningHours
from spaces.hours.schedule import Schedule
from spaces.language.folding import fold
from spaces.models import Course, Need, Space


class Candidate(NamedTuple):
    """A published space, as a search compares it; `names` are folded, one for each language.

    An invented point is none here: nothing is near it.
    """

    key: UUID
    slug: str
    names: dict[str, str]
    point: Point | None
    town: Point
    traits: Traits
    strengths: Strengths  # how well it meets the needs
    hours: OpeningHours | None
    is_sample: bool
    is_labelled: bool
    missing: int  # of what one goes by


class CourseCandidate(NamedTuple):
    """A course, as a search compares it; where it is, is where its space is."""

    key: UUID
    slug: str
    space: UUID
    point: Point | None
    town: Point
    traits: Traits
    schedule: Schedule
    is_sample: bool


def candidate(space: Space, needs: Sequence[Need]) -> Candidate:
    """Return what a search compares of a space."""
    met = strengths.of_space(space, needs)
    return Candidate(
        key=space.pk,
        slug=space.slug,
        names=_names(space),
        point=space.real_point,
        town=space.municipality.point,
        traits=of_space(space, needs, met),
        strengths=met,
        hours=space.hours,
        is_sample=space.is_sample,
        is_labelled=space.is_labelled,
        missing=_missing(space),
    )


def course_candidate(course: Course) -> CourseCandidate:
    """Return what a search compares of a course."""
    return CourseCandidate(
        key=course.pk,
        slug=course.slug,
        space=course.space.pk,
        point=course.space.real_point,
        town=course.space.municipality.point,
        traits=of_course(course),
        schedule=course.schedule,
        is_sample=course.is_example,
    )


def _missing(space: Space) -> int:
    """Count what is not known of what one goes by: a street or a number, and hours."""
    has_hours = space.hours is not None and not space.has_sample_hours
    return (not (space.has_street or space.can_be_asked)) + (not has_hours)


def _names(space: Space) -> dict[str, str]:
    names = {}
    for code in LANGUAGES:
        with override(code):
            names[code] = fold(space.name)
    return names


C = TypeVar("C", Candidate, CourseCandidate)


def measured(points: Sequence[Point], candidates: Iterable[C]) -> Iterator[tuple[C, float | None]]:
    """Yield each candidate with its metres from the nearest of the points.

    None stands where there is no point, or where that of the candidate is not known.
    """
    for each in candidates:
        here = each.point
        yield each, min((distance(point, here) for point in points), default=None) if here else None
