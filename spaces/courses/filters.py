"""The filters of the list of courses: choices in groups, each with what it would leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spaces.courses.pipeline import CourseResults
from spaces.courses.query import LEVEL_CHOICES, ONE_OF, TimeOfDay, When
from spaces.directory.published import Directory
from spaces.directory.traits import FREE
from spaces.language.localized import localized
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Course
from spaces.search.filters import (
    Chip,
    Choice,
    Group,
    Panel,
    any_chosen,
    offered,
    panel,
    place_chips,
    switched_off,
)
from spaces.search.links import Links

# One tap away, the first that would change something.
QUICK = (
    ("time", TimeOfDay.WEEKEND.value),
    ("time", TimeOfDay.EVENING.value),
    ("level", Course.Level.FIRST_STEPS.value),
    ("when", When.WEEK.value),
    FREE,
)


@dataclass(frozen=True)
class CourseFilters:
    """The filters of a page of courses; a choice that no course to come has is not there."""

    results: CourseResults
    directory: Directory
    links: Links

    @cached_property
    def groups(self) -> list[Group]:
        """Return the filters in the order of the page."""
        towns = self.directory.municipalities_by_name()
        topics = self.directory.topics.items()
        groups = [
            self._group("topic", _("About what"), ((c, localized(t, "name")) for c, t in topics)),
            self._group("when", _("When"), When.choices),
            self._group("time", _("At what time"), TimeOfDay.choices),
            self._group("level", _("Level"), LEVEL_CHOICES),
            self._group("language", _("Language"), SPOKEN_LANGUAGES.items()),
            self._group("free", _("Price"), [(FREE[1], _("Free"))]),
            self._group(
                "municipality",
                _("Municipality"),
                ((town.nis, localized(town, "name")) for town in towns),
            ),
        ]
        return [group for group in groups if group.choices]

    @cached_property
    def asked(self) -> list[Chip]:
        """Return the place and all that is switched on, each with the address without it."""
        return [*place_chips(self.results, self.links), *switched_off(self.groups, self.links)]

    @cached_property
    def offered(self) -> list[Chip]:
        """Return the few that most people need, if they would leave some and not all."""
        return offered(self.groups, QUICK, self.links, self._changes)

    def _changes(self, choice: Choice) -> bool:
        """Tell whether a choice would change something; examples are not counted, but shown."""
        return self.results.only_examples or 0 < (choice.left or 0) < self.results.real

    @property
    def any_chosen(self) -> bool:
        """Tell whether anything is switched on."""
        return any_chosen(self.asked)

    @property
    def panel(self) -> Panel:
        """Return what the page shows of them."""
        return panel(self)._replace(
            action=reverse("courses"),
            show=_("Show the courses"),
            is_counted=not self.results.only_examples,
        )

    def _group(self, name: str, words: str, values: Iterable[tuple[Any, Any]]) -> Group:
        options = self.results.options
        choices = tuple(
            Choice(name, value, capfirst(str(label)), o.left, o.unknown, o.chosen)
            for value, label in values
            if (o := options.get((name, value)))
        )
        return Group(name, words, choices, name in ONE_OF)
