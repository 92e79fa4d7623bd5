"""How good a listing is: a score out of its parts, and what to do next.

Each part is a condition that the database judges, so that lists of any length can be sorted and
narrowed by it; what is made of the answers is pure. The day is an argument.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import (
    Case,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.db.models.lookups import Contains
from django.utils.translation import gettext_lazy as _

from config.languages import CONTENT_LANGUAGES
from spaces.curation.freshness import oldest_fresh
from spaces.models import AccessFeature, Space

Rows = TypeVar("Rows", bound=QuerySet[Any])

_OFFERED = Space.services.through.objects.filter(space=OuterRef("pk"))
_ENTRANCE = AccessFeature.objects.filter(
    space=OuterRef("pk"), feature=AccessFeature.Feature.STEP_FREE
).exclude(value=AccessFeature.Value.UNKNOWN)

REAL = Q(sample_fields=[]) & ~Q(provenance=Space.Provenance.SAMPLE)


def invented(cell: str) -> Q:
    """Return the condition that a cell is invented; any database compares the list as text."""
    return Q(Contains(Cast("sample_fields", TextField()), f'"{cell}"'))


def _real(cell: str) -> Q:
    return ~invented(cell) & ~Q(provenance=Space.Provenance.SAMPLE)


def _written() -> Q:
    """Return the condition that name and description are there in every language of content."""
    condition = Q()
    for language in CONTENT_LANGUAGES:
        for text in ("name", "description"):
            column = f"{text}_{language}"
            condition &= Q(**{f"{column}__isnull": False}) & ~Q(**{column: ""})
    return condition


@dataclass(frozen=True)
class Part:
    """A part of a good listing: how much it counts, and what to do where it is missing."""

    code: str
    points: int
    title: Any
    todo: Any
    condition: Callable[[date], Q]


PARTS = (
    Part(
        "checked",
        20,
        _("checked within six months"),
        _("Ask the space whether all is still right, then write the date under “checked on”."),
        lambda at: Q(checked_on__gte=oldest_fresh(at)),
    ),
    Part(
        "hours",
        20,
        _("opening hours"),
        _("Write the opening hours of the space itself."),
        lambda _at: (
            Q(opening_hours__isnull=False, hours_of=Space.HoursOf.SPACE)
            & _real(Space.SampleCell.OPENING_HOURS)
        ),
    ),
    Part(
        "point",
        10,
        _("exact point"),
        _("Move the point to the door, and say that it shows the door."),
        lambda _at: (
            Q(latitude__isnull=False, point_quality=Space.PointQuality.EXACT)
            & _real(Space.SampleCell.LOCATION)
        ),
    ),
    Part(
        "phone",
        10,
        _("phone number"),
        _("Write a phone number that people can call."),
        lambda _at: ~Q(phone=""),
    ),
    Part(
        "texts",
        10,
        _("texts in every language"),
        _("Write the name and the description in French, Dutch and English."),
        lambda _at: _written(),
    ),
    Part(
        "services",
        10,
        _("services"),
        _("Tick what the space offers."),
        lambda _at: Q(Exists(_OFFERED)),
    ),
    Part(
        "access",
        10,
        _("access"),
        _("Say whether one can enter without a step."),
        lambda _at: Q(Exists(_ENTRANCE)),
    ),
    Part(
        "real",
        10,
        _("nothing invented"),
        _("Replace what is invented by the real thing."),
        lambda _at: REAL,
    ),
)
BY_CODE = {part.code: part for part in PARTS}


@dataclass(frozen=True)
class Quality:
    """What a listing has of the parts of a good one."""

    met: frozenset[str]

    @property
    def score(self) -> int:
        """Return the points of the parts that are there, 100 at most."""
        return sum(part.points for part in PARTS if part.code in self.met)

    @property
    def missing(self) -> list[Part]:
        """Return the parts that are not there, those that count most first."""
        lacking = [part for part in PARTS if part.code not in self.met]
        return sorted(lacking, key=lambda part: -part.points)


def scored(rows: Rows, at: date) -> Rows:
    """Return the spaces, each with its score as `quality`."""
    score = sum(
        (
            Case(
                When(part.condition(at), then=Value(part.points)),
                default=Value(0),
                output_field=IntegerField(),
            )
            for part in PARTS
        ),
        start=Value(0),
    )
    return rows.annotate(quality=score)


def of(space: Space, at: date) -> Quality:
    """Return how good the stored listing is, by one query."""
    named = {
        f"has_{part.code}": Case(When(part.condition(at), then=Value(1)), default=Value(0))
        for part in PARTS
    }
    row = Space.objects.filter(pk=space.pk).annotate(**named).values(*named).get()
    return Quality(frozenset(name.removeprefix("has_") for name, met in row.items() if met))
