"""The time that a visitor asks about: this moment, another one, a day, or a span of a day."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from spaces.hours.opening import TIMEZONE, OpeningHours, State


class Span(NamedTuple):
    """From when to when; without an end it is one moment."""

    begins: datetime
    ends: datetime | None = None

    def state(self, hours: OpeningHours) -> State:
        """Return the hours at the first moment of the span at which it is open, else its begin."""
        state = hours.state(self.begins)
        opens = None if state.is_open else state.changes_at
        return hours.state(opens) if opens and self.ends and opens < self.ends else state


def span_of(asked: datetime | date | str | None, until: time | None, at: datetime) -> Span:
    """Return the time that is asked about; what is past of this day is not."""
    if isinstance(asked, datetime):
        ends = datetime.combine(asked.date(), until, TIMEZONE) if until else None
        return Span(asked, ends if ends and ends > asked else None)
    if isinstance(asked, date):
        begins = datetime.combine(asked, time(), TIMEZONE)
        return Span(
            max(begins, at) if _is_day_of(at, asked) else begins, begins + timedelta(days=1)
        )
    return Span(at)


def _is_day_of(at: datetime, day: date) -> bool:
    return at.astimezone(TIMEZONE).date() == day
