"""The directory in numbers, municipality by municipality."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from spaces.hours.opening import HoursError, parse
from spaces.language.folding import fold
from spaces.models import Municipality, Space

# What is read of a space.
READ = ("municipality", "provenance", "label_status", "sample_fields", "opening_hours", "hours_of")


@dataclass
class Tally:
    """How many spaces there are, how many are labelled, and how long they are open in a week."""

    spaces: int = 0
    labelled: int = 0
    minutes: int = 0
    examples: int = 0  # listings that are invented: they are in no other number
    invented: int = 0  # spaces whose hours are examples: they are not in the minutes
    unknown: int = 0  # spaces whose own hours are not known, or can't be read

    @property
    def hours(self) -> int:
        """Return the whole hours open in a week."""
        return self.minutes // 60

    def add(self, space: Space, at: date) -> None:
        """Count a space."""
        if space.is_sample:
            self.examples += 1
            return
        self.spaces += 1
        self.labelled += space.is_labelled
        minutes = weekly_minutes(space, at)
        if minutes is None:
            self.unknown += 1
        elif space.has_own_hours:
            self.minutes += minutes
        elif space.has_sample_hours:
            self.invented += 1
        else:
            self.unknown += 1


def weekly_minutes(space: Space, at: date) -> int | None:
    """Return the minutes open in the week of a day, None where the hours are not known."""
    return _minutes(space.opening_hours, at) if space.opening_hours else None


def by_municipality(
    spaces: Iterable[Space], towns: Iterable[Municipality], at: date
) -> tuple[dict[Municipality, Tally], Tally]:
    """Return the numbers of each municipality, those without a space too, and of all together."""
    total, found = Tally(), {town.pk: (town, Tally()) for town in towns}
    for space in spaces:
        total.add(space, at)
        found[space.municipality_id][1].add(space, at)
    in_order = sorted(found.values(), key=lambda row: fold(str(row[0])))
    return dict(in_order), total


@lru_cache(maxsize=16_384)
def _minutes(text: str, at: date) -> int | None:
    try:
        return parse(text).weekly_minutes(at)
    except HoursError:
        return None
