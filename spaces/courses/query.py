"""What a visitor asks of the courses, as the address of their list says it."""

from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.utils.translation import gettext_lazy as _

from spaces.directory.traits import FREE, LEVELS, Trait
from spaces.geo.points import Point

# Of these one can be chosen: another choice takes its place.
ONE_OF = ("topic", "when", "time", "level", "language", "municipality")


LEVEL_CHOICES = [(level.value, level.label) for level in LEVELS]


class When(models.TextChoices):
    """How soon; today counts."""

    WEEK = "week", _("In the next 7 days")
    MONTH = "month", _("In the next 30 days")

    @property
    def days(self) -> int:
        """Return how many days that is."""
        return {When.WEEK: 7, When.MONTH: 30}[self]


class TimeOfDay(models.TextChoices):
    """When people are free to come."""

    MORNING = "morning", _("In the morning")
    AFTERNOON = "afternoon", _("In the afternoon")
    EVENING = "evening", _("In the evening, after 17:00")
    WEEKEND = "weekend", _("On Saturday or Sunday")


@dataclass(frozen=True)
class CourseQuery:
    """What a visitor asks for."""

    q: str = ""
    position: Point | None = None
    line: str = ""
    near: bool = False
    topic: str = ""
    when: str = ""
    time: str = ""
    level: str = ""
    language: str = ""
    free: bool = False
    municipality: str = ""
    page: int = 1

    @cached_property
    def wanted(self) -> frozenset[Trait]:
        """Return the traits that every course in the list must have."""
        chosen = {(name, getattr(self, name)) for name in ONE_OF}
        traits = {trait for trait in chosen if trait[1]}
        return frozenset(traits | {FREE} if self.free else traits)
