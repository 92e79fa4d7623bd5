"""Opening hours: open at, next change, the week's table, and sentences in words. Pure.

One string in the OSM syntax (the subset of `spaces.hours.syntax`) and the closures, which are
appended to it as dated `off` rules, so that one engine answers every question.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache
from math import ceil
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from opening_hours import OpeningHours as Engine
from opening_hours import State as EngineState

from spaces.hours.holidays import holiday_name
from spaces.hours.syntax import MONTHS, HoursError, validate
from spaces.hours.words import (
    SOON,
    THIS_WEEK,
    closed_words,
    closure_words,
    holiday_words,
    open_words,
    span_words,
)

__all__ = [
    "TIMEZONE",
    "Closed",
    "Day",
    "HoursError",
    "Kind",
    "Notice",
    "OpeningHours",
    "Span",
    "State",
    "parse",
    "validate",
]

TIMEZONE = ZoneInfo("Europe/Brussels")
DAY = timedelta(days=1)
NEVER = datetime.max.replace(tzinfo=UTC)
HORIZON = 366  # days: what opens later counts as never
NIGHT_ENDS = timedelta(hours=6)  # open until then, a night still belongs to the day before


class Closed(NamedTuple):
    """A closure: whole civil days in Brussels, the first and the last included.

    The night before ends at 0:00; what is left of a night that would have begun in it is open.
    """

    first: date
    last: date
    reason: str = ""

    @property
    def rule(self) -> str:
        """Return the closure as a rule of the OSM syntax (the engine's years begin in 1900)."""
        first, last = (
            f"{max(day.year, 1900)} {MONTHS[day.month - 1]} {day.day:02}"
            for day in (self.first, self.last)
        )
        return f"{first}-{last} off"


class Span(NamedTuple):
    """A span of a day on the clock. `closes` is 0:00 at midnight, less than `opens` after it."""

    opens: time
    closes: time

    def __str__(self) -> str:
        """Return the span as it is shown: 9:00–12:30, 18:00–24:00, 18:00–2:00."""
        return span_words(self.opens, self.closes)

    @property
    def minutes(self) -> int:
        """Return how long the span is on the clock, in minutes."""
        opens, closes = (moment.hour * 60 + moment.minute for moment in self)
        return (closes - opens) % 1440 or 1440


class Day(NamedTuple):
    """A row of the week's table: spans are those that begin on the day."""

    date: date
    spans: tuple[Span, ...]
    is_today: bool
    note: str | None  # why the day is special: the closure's reason or the holiday's name


class Kind(StrEnum):
    """What a template picks a colour by."""

    OPEN = "open"
    CLOSING_SOON = "closing_soon"
    CLOSED = "closed"
    CLOSED_TODAY = "closed_today"  # a day on which it is usually open
    CLOSED_FOR_LONG = "closed_for_long"  # a week or more, or nothing to come


class State(NamedTuple):
    """Open or closed at a moment, until when (in Brussels), and how many minutes that is."""

    at: datetime
    is_open: bool
    changes_at: datetime | None
    minutes: int | None  # rounded up
    kind: Kind

    @property
    def sentence(self) -> str:
        """Return the state in the reader's words, as “Open now, until 17:00”."""
        if self.is_open:
            return open_words(self.changes_at, self.minutes, _today(self.at))
        exceptionally = self.kind == Kind.CLOSED_TODAY
        return closed_words(self.changes_at, _today(self.at), exceptionally=exceptionally)

    @property
    def words_change_at(self) -> datetime | None:
        """Return when `sentence` will say something else (midnight apart), None within a year."""
        if not self.is_open or self.changes_at is None or self.minutes is None:
            return self.changes_at
        left = SOON if self.minutes > SOON else self.minutes - 1
        return (self.changes_at.astimezone(UTC) - timedelta(minutes=left)).astimezone(TIMEZONE)


class Notice(NamedTuple):
    """A change of the usual hours: first and last day, and a translated sentence."""

    first: date
    last: date
    words: str


@lru_cache(maxsize=16_384)
def parse(text: str, closures: tuple[Closed, ...] = ()) -> "OpeningHours":
    """Return the hours that `text` and the closures describe; raise HoursError on a bad text."""
    validate(text)
    return OpeningHours(text, closures)


class OpeningHours:
    """The opening hours of a space with its closures. Made by `parse`, never changed."""

    def __init__(self, text: str, closures: tuple[Closed, ...]) -> None:
        """Keep a text that `validate` accepts; a closure that ends before it begins is nothing."""
        self.text = text
        self.closures = tuple(sorted(c for c in closures if c.first <= c.last))
        self._engine = Engine(self.rules, TIMEZONE, "BE", max_interval_days=HORIZON)
        self._last_answer: tuple[datetime, bool, datetime | None] = (NEVER, False, None)
        self._last_exception: tuple[date, bool] = (date.max, False)

    @property
    def rules(self) -> str:
        """Return the hours in the OSM syntax, the closures among them."""
        return "; ".join([self.text, *(closed.rule for closed in self.closures)])

    @cached_property
    def _ordinary(self) -> Engine:
        """The same hours in a land without holidays, and without the closures."""
        return Engine(self.text, TIMEZONE)

    def open_at(self, moment: datetime) -> bool:
        """Tell whether the space is open at an aware `moment`."""
        return self._engine.is_open(_askable(moment))

    def next_change(self, moment: datetime) -> datetime | None:
        """Return when, after `moment`, it opens or closes, in Brussels time; None within a year.

        A span may fall into the hour that spring skips: what it opens and closes at once is
        no change.
        """
        asked = _askable(moment)
        was_open = self._engine.is_open(asked)
        change = self._engine.next_change(asked)
        while change and self._engine.is_open(change) == was_open:
            change = self._engine.next_change(change)
        return change

    def state(self, moment: datetime) -> State:
        """Return whether it is open at `moment`, and when and in how many minutes that changes."""
        is_open, changes_at = self._answer(moment)
        kind = Kind.OPEN if is_open else self._closed_kind(_today(moment), changes_at)
        if changes_at is None:
            return State(moment, is_open, None, None, kind)
        minutes = ceil((changes_at.timestamp() - moment.timestamp()) / 60)
        if is_open and minutes <= SOON:
            kind = Kind.CLOSING_SOON
        return State(moment, is_open, changes_at, minutes, kind)

    def _closed_kind(self, today: date, opens_at: datetime | None) -> Kind:
        if opens_at and self._is_exception(today):
            return Kind.CLOSED_TODAY
        is_near = opens_at and opens_at.date() - today <= THIS_WEEK
        return Kind.CLOSED if is_near else Kind.CLOSED_FOR_LONG

    def _is_exception(self, today: date) -> bool:
        """Tell whether a closure or a holiday takes a day's hours; kept, as it holds all day."""
        if not (self.closure(today) or holiday_name(today)):
            return False
        if self._last_exception[0] != today:
            usual = self.ordinary_spans(today, 1)[today]
            self._last_exception = (today, bool(usual) and not _spans(self._engine, today)[today])
        return self._last_exception[1]

    def _answer(self, moment: datetime) -> tuple[bool, datetime | None]:
        """Return whether it is open, and the next change; kept, as both hold until that change."""
        since, is_open, changes_at = self._last_answer
        if not (since <= moment and changes_at and moment < changes_at):
            is_open, changes_at = self.open_at(moment), self.next_change(moment)
            self._last_answer = (moment, is_open, changes_at)
        return is_open, changes_at

    def sentence(self, moment: datetime) -> str:
        """Return the state at `moment` in the reader's words, as “Open now, until 17:00”."""
        return self.state(moment).sentence

    def week_table(self, today: date) -> list[Day]:
        """Return Monday to Sunday of the week that `today` is in."""
        monday = today - today.weekday() * DAY
        return [
            Day(day, spans, day == today, self._note(day))
            for day, spans in _spans(self._engine, monday, 7).items()
        ]

    def spans(self, first: date, days: int) -> dict[date, tuple[Span, ...]]:
        """Return the spans of each day from `first` on, as they really are."""
        return _spans(self._engine, first, days)

    def ordinary_spans(self, first: date, days: int) -> dict[date, tuple[Span, ...]]:
        """Return the spans of each day from `first` on, holidays and closures put aside."""
        return _spans(self._ordinary, first, days)

    def weekly_minutes(self, today: date) -> int:
        """Return the minutes open in the week of `today`, holidays and closures put aside."""
        week = self.ordinary_spans(today - today.weekday() * DAY, 7)
        return sum(span.minutes for spans in week.values() for span in spans)

    def upcoming(self, today: date, days: int = 28) -> list[Notice]:
        """Return, in order, the closures and the holidays that change the hours from `today` on.

        A holiday counts when the hours would be others without it, and no closure holds it.
        """
        end = today + days * DAY
        notices = [
            Notice(closed.first, closed.last, closure_words(*closed, today))
            for closed in self.closures
            if closed.last >= today and closed.first < end
        ]
        for day in (today + n * DAY for n in range(days)):
            if (holiday := holiday_name(day)) and not self.closure(day):
                spans = _spans(self._engine, day)[day]
                if spans != _spans(self._ordinary, day)[day]:
                    notices.append(
                        Notice(day, day, holiday_words(day, holiday, list(map(str, spans))))
                    )
        return sorted(notices)

    def closure(self, day: date) -> Closed | None:
        """Return the closure that a day falls into, None where none does."""
        return next((c for c in self.closures if c.first <= day <= c.last), None)

    def _note(self, day: date) -> str | None:
        if closure := self.closure(day):
            return closure.reason or _("Exceptionally closed")
        return holiday_name(day)


def _today(moment: datetime) -> date:
    """Return the civil day in Brussels."""
    return moment.astimezone(TIMEZONE).date()


def _askable(moment: datetime) -> datetime:
    """Return an aware moment as the engine has to be asked about it, in Brussels time.

    By UTC, because it raises on a local time that spring skips. It reads the clock alone, and
    what changes in the hour that autumn repeats, changes the second time: in the first one the
    state is that of 1:59.
    """
    if moment.utcoffset() is None:
        msg = "Opening hours are asked about an aware datetime."
        raise ValueError(msg)
    local = moment.astimezone(UTC).astimezone(TIMEZONE)
    if not local.fold and local.utcoffset() != local.replace(fold=1).utcoffset():
        return local.replace(hour=1, minute=59)
    return local


def _spans(engine: Engine, first: date, days: int = 1) -> dict[date, tuple[Span, ...]]:
    """Return the spans that begin on each of the days from `first` on."""
    found: dict[date, list[Span]] = {first + n * DAY: [] for n in range(days)}
    start, end = (datetime.combine(first + n * DAY, time(), TIMEZONE) for n in (-1, days + 1))
    for opens, closes, state, _comment in engine.intervals(start, end):
        if state == EngineState.OPEN:
            for day, span in _by_day(opens.replace(tzinfo=None), closes.replace(tzinfo=None)):
                if day in found:
                    found[day].append(span)
    return {day: tuple(spans) for day, spans in found.items()}


def _by_day(opens: datetime, closes: datetime) -> Iterator[tuple[date, Span]]:
    """Cut an interval at midnight, but leave a night's end to the evening that it began in."""
    while opens < closes:
        midnight = datetime.combine(opens.date() + DAY, time())
        is_night = opens.time() > time() and closes <= midnight + NIGHT_ENDS
        end = closes if is_night else min(closes, midnight)
        yield opens.date(), Span(opens.time(), end.time())
        opens = end
