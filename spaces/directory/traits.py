"""What can be asked of a space or a course, as (filter, value) pairs: yes, no, or not known.

The pair is the parameter and value of the address: `("service", "printing")`. A space *has* a
trait, or it is among those *unknown*, or the answer is no. A search is then a comparison of
sets, and counting what a filter would leave is counting traits.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from config.languages import CONTENT_LANGUAGES
from spaces.directory.strengths import SURE, Strengths
from spaces.language.folding import fold
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import AccessFeature, Course, Need, Space, Strength

Trait = tuple[str, str]

LABELLED: Trait = ("label", "1")
FREE: Trait = ("free", "1")
WALK_IN: Trait = ("walk_in", "1")
OPEN: Trait = ("open", "1")
LIBRARY: Trait = ("kind", "library")
IN_VIEW: Trait = ("bbox", "1")

# A course for all levels is found under each.
LEVELS = (Course.Level.FIRST_STEPS, Course.Level.BASICS, Course.Level.ADVANCED)


# The word in the languages of the listings, folded.
_LIBRARIES = frozenset({"bibliotheque", "bibliotheek", "library", "mediatheque", "mediatheek"})


class Traits(NamedTuple):
    """What a space has, and what is not known of it."""

    has: frozenset[Trait]
    unknown: frozenset[Trait]

    def adding(self, answers: Mapping[Trait, bool | None]) -> "Traits":
        """Return the traits with the answers to more questions; None is not known."""
        yes = [trait for trait, answer in answers.items() if answer]
        unknown = [trait for trait, answer in answers.items() if answer is None]
        return Traits(self.has.union(yes), self.unknown.union(unknown))


def of_space(space: Space, needs: Iterable[Need], strengths: Strengths) -> Traits:
    """Return what the listing answers to every question that does not depend on the visitor.

    `strengths` say how well it meets the needs: where one has to ask, it is not known.
    """
    return _sorted_out(space.municipality.nis, _answers(space, needs, strengths))


def of_course(course: Course) -> Traits:
    """Return what the course answers to every question that does not depend on the moment."""
    return _sorted_out(course.space.municipality.nis, _answers_of_course(course))


def _sorted_out(nis: str, answers: Iterable[tuple[Trait, bool | None]]) -> Traits:
    has: set[Trait] = {("municipality", nis)}
    unknown: set[Trait] = set()
    for trait, answer in answers:
        if answer is None:
            unknown.add(trait)
        elif answer:
            has.add(trait)
    return Traits(frozenset(has), frozenset(unknown))


def _answers(
    space: Space, needs: Iterable[Need], strengths: Strengths
) -> Iterator[tuple[Trait, bool | None]]:
    offered = {service.code for service in space.services.all()}
    for need in needs:
        strength = strengths.get(need.code)
        to_ask = not offered or strength == Strength.ASK
        yield ("need", need.code), None if to_ask else strength in SURE
        for met in need.met_by.all():
            code = met.service.code
            yield ("service", code), code in offered if offered else None
    for code in offered:
        yield ("service", code), True
    yield LIBRARY, is_library(space)
    yield LABELLED, None if space.label_status == space.Label.UNKNOWN else space.is_labelled
    yield FREE, _yes(space.cost, space.Cost.FREE)
    yield WALK_IN, _yes(space.appointment, space.Appointment.WALK_IN, space.Appointment.EITHER)
    access = {feature.feature: feature.value for feature in space.access_features.all()}
    for feature in AccessFeature.Feature:
        value = access.get(feature, AccessFeature.Value.UNKNOWN)
        yes = (AccessFeature.Value.YES, AccessFeature.Value.PARTLY)
        yield ("access", feature.value), _yes(value, *yes)
    for language in SPOKEN_LANGUAGES:
        known = bool(space.spoken_languages)
        yield ("language", language), language in space.spoken_languages if known else None


def is_library(space: Space) -> bool:
    """Tell whether it is a library, or in one: by its name, or by whose hours it has.

    A listing that says neither is taken for none: most spaces are no libraries.
    """
    if space.hours_of == Space.HoursOf.LIBRARY:
        return True
    names = (getattr(space, f"name_{language}") or "" for language in CONTENT_LANGUAGES)
    words = {word for name in names for word in fold(name).split()}
    return not words.isdisjoint(_LIBRARIES)


def _answers_of_course(course: Course) -> Iterator[tuple[Trait, bool | None]]:
    for level in LEVELS:
        known = course.level != Course.Level.UNKNOWN
        yield ("level", level.value), course.level in (level, Course.Level.ALL) if known else None
    for language in SPOKEN_LANGUAGES:
        yield ("language", language), course.language == language if course.language else None
    yield FREE, {"free": True, "paid": False}.get(course.cost)


def _yes(value: str, *yes: str) -> bool | None:
    return None if value == "unknown" else value in yes
