"""Schedules of courses, and moments to ask about them, for the property tests."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from spaces.hours.schedule import Pause, Schedule
from spaces.hours.syntax import WEEKDAYS

days = st.dates(date(2026, 1, 1), date(2029, 12, 31))
moments = st.builds(datetime.combine, days, st.times(), st.just(UTC))


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    """Draw any schedule that the model would take."""
    first = draw(days)
    starts, ends = sorted(draw(st.lists(st.times(), min_size=2, max_size=2, unique=True)))
    weekdays = draw(st.frozensets(st.sampled_from(WEEKDAYS)))
    span = draw(st.none() | st.integers(0, 400))
    last = first + timedelta(days=span) if weekdays and span is not None else None
    near = st.integers(0, 60).map(lambda n: first + timedelta(days=n))
    pauses = draw(st.lists(st.tuples(near, st.integers(0, 20)), max_size=2))
    closed = tuple(Pause(day, day + timedelta(days=length)) for day, length in pauses)
    skipped = draw(st.frozensets(near, max_size=3))
    return Schedule(first, starts, ends, weekdays, last, skipped, closed)
