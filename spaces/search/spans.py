"""The time that a visitor asks about: this moment, another one, days, or a span of a day."""

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


def span_of(asked: datetime | date | str | None, until: time | date | None, at: datetime) -> Span:
    """Return the time that is asked about; what is past of it is not, unless all is."""
    if isinstance(asked, datetime):
        ends = datetime.combine(asked.date(), until, TIMEZONE) if isinstance(until, time) else None
        return Span(asked, ends if ends and ends > asked else None)
    if isinstance(asked, date):
        last = max(asked, until) if isinstance(until, date) else asked
        begins = datetime.combine(asked, time(), TIMEZONE)
        ends = datetime.combine(last + timedelta(days=1), time(), TIMEZONE)
        return Span(at if begins < at < ends else begins, ends)
    return Span(at)
