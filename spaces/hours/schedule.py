"""When a course takes place: its sessions, worked out from a first day and a rhythm. Pure.

A course is on one day, or every week on some weekdays, with or without an end. All days are
civil days in Brussels, and so is the clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import NamedTuple

from spaces.hours.opening import TIMEZONE
from spaces.hours.syntax import WEEKDAYS

DAY = timedelta(days=1)
HORIZON = 366  # days: a course that pauses longer counts as over


class Session(NamedTuple):
    """One time that people meet: aware moments in Brussels."""

    starts: datetime
    ends: datetime

    @property
    def day(self) -> date:
        """Return the day in Brussels."""
        return self.starts.date()

    def words_change_at(self, at: datetime) -> datetime:
        """Return when what is said of the session changes: it starts, then it ends."""
        return self.starts if at < self.starts else self.ends


class Pause(NamedTuple):
    """Whole days without a session, the first and the last included."""

    first: date
    last: date


@dataclass(frozen=True)
class Schedule:
    """A first day, a time on the clock, and a rhythm: no weekdays is one day, no last no end.

    `weekdays` are the OSM's two letters; `skipped` are single days that the course leaves out,
    `closed` the days on which the whole space is closed.
    """

    first_day: date
    starts: time
    ends: time
    weekdays: frozenset[str] = frozenset()
    last_day: date | None = None
    skipped: frozenset[date] = frozenset()
    closed: tuple[Pause, ...] = ()

    @property
    def is_weekly(self) -> bool:
        """Tell whether it comes back every week."""
        return bool(self.weekdays)

    @property
    def begins(self) -> date | None:
        """Return the day of the first session, nothing left out; None where there is none."""
        return next(self.usual_days(self.first_day), None)

    @property
    def finishes(self) -> date | None:
        """Return the day of the last session, nothing left out; None where there is no end."""
        if not self.is_weekly:
            return self.first_day
        if self.last_day is None:
            return None
        week = (self.last_day - n * DAY for n in range(7))
        return next((day for day in week if self.is_usual(day)), None)

    def is_usual(self, day: date) -> bool:
        """Tell whether a session falls on the day, if nothing is left out."""
        if not self.is_weekly:
            return day == self.first_day
        after_last = self.last_day is not None and day > self.last_day
        return day >= self.first_day and not after_last and WEEKDAYS[day.weekday()] in self.weekdays

    def usual_days(self, since: date) -> Iterator[date]:
        """Yield the days of sessions from a day on, for a year, nothing left out."""
        if not self.is_weekly:
            yield from [self.first_day] if self.first_day >= since else []
            return
        start = max(since, self.first_day)
        end = min(self.last_day or date.max, start + min((HORIZON - 1) * DAY, date.max - start))
        numbers = [n for n, code in enumerate(WEEKDAYS) if code in self.weekdays]
        first, last = start.toordinal(), end.toordinal()
        # Ordinal 1 is a Monday.
        for monday in range(first - (first - 1) % 7, last + 1, 7):
            for day in (monday + number for number in numbers):
                if first <= day <= last:
                    yield date.fromordinal(day)

    def is_closed(self, day: date) -> bool:
        """Tell whether the space is closed on the day."""
        return any(pause.first <= day <= pause.last for pause in self.closed)

    def days(self, at: datetime) -> Iterator[date]:
        """Yield the days of the sessions that end after an aware moment, in order, for a year."""
        today = _day(at)
        for day in self.usual_days(today):
            falls_out = day in self.skipped or self.is_closed(day)
            if not falls_out and (day > today or self.on(day).ends > at):
                yield day

    def sessions(self, at: datetime) -> Iterator[Session]:
        """Yield the sessions that end after an aware moment, in order, for a year."""
        return map(self.on, self.days(at))

    def next_session(self, at: datetime) -> Session | None:
        """Return the session that is on, or the next one; None where the course is over."""
        return next(self.sessions(at), None)

    def on(self, day: date) -> Session:
        """Return the session of a day."""
        starts, ends = (datetime.combine(day, on, TIMEZONE) for on in (self.starts, self.ends))
        return Session(starts, ends)

    def left_out(self, since: date) -> list[date]:
        """Return the days from one on that would have a session, but the course leaves out."""
        return sorted(day for day in self.skipped if day >= since and self.is_usual(day))

    def fallen_out(self, since: date, count: int = 5) -> list[date]:
        """Return the first days from one on whose session falls to a closure of the space."""
        days = (day for day in self.usual_days(since) if day not in self.skipped)
        return list(islice(filter(self.is_closed, days), count))


def _day(moment: datetime) -> date:
    if moment.utcoffset() is None:
        msg = "A course is asked about an aware datetime."
        raise ValueError(msg)
    return moment.astimezone(TIMEZONE).date()
