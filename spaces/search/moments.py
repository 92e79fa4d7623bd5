"""The moments that a visitor chooses among, in words, each as one value of the address.

A span is an interval of ISO 8601: “2026-12-17T08:00/12:00”, “2026-12-19/2026-12-20”. The form takes
it apart into `open` and `until`.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.hours.opening import TIMEZONE
from spaces.hours.words import clock
from spaces.language.dates import day_in_words
from spaces.search.canonical import pairs
from spaces.search.query import NOW, Query
from spaces.search.sentence.times import PARTS

DAYS = 7  # that are offered by their names, today among them
_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


class PartOfDay(models.TextChoices):
    """A part of a day, beside a day."""

    MORNING = "morning", gettext_lazy("In the morning")
    AFTERNOON = "afternoon", gettext_lazy("In the afternoon")
    EVENING = "evening", gettext_lazy("In the evening, after 17:00")


class Moment(NamedTuple):
    """A moment: its value in the address, and what it is called."""

    value: str
    words: str


def value_of(query: Query) -> str:
    """Return the moment that is asked for as one value, '' for none."""
    said = dict(pairs(query))
    return "/".join(said[name] for name in ("open", "until") if name in said)


def days(at: datetime) -> Iterator[Moment]:
    """Yield this moment, the days of a week, and the weekend that is next."""
    today = at.astimezone(TIMEZONE).date()
    yield Moment(NOW, _("Open now"))
    yield Moment(today.isoformat(), _("Today"))
    yield Moment((today + _DAY).isoformat(), _("Tomorrow"))
    yield _weekend(today)
    for ahead in range(2, DAYS):
        day = today + ahead * _DAY
        yield Moment(day.isoformat(), _("On %(day)s") % {"day": day_in_words(day)})


def soon(at: datetime) -> Iterator[Moment]:
    """Yield the few moments that most people choose among."""
    today = at.astimezone(TIMEZONE).date()
    tomorrow = today + _DAY
    yield Moment(NOW, _("Now"))
    yield Moment(today.isoformat(), _("Today"))
    yield Moment(_span(today, PartOfDay.EVENING), _("This evening, after 17:00"))
    yield Moment(_span(tomorrow, PartOfDay.MORNING), _("Tomorrow morning"))
    yield Moment(_span(tomorrow, PartOfDay.AFTERNOON), _("Tomorrow afternoon"))
    yield _weekend(today)


def day_of(query: Query) -> str:
    """Return the day that is asked for as `days` has it, or the moment that is none of them."""
    asked = query.open
    return (
        asked.date().isoformat()
        if isinstance(asked, datetime) and part_of(query)
        else (value_of(query))
    )


def part_of(query: Query) -> str:
    """Return the part of a day that is asked for, '' for none."""
    asked, until = query.open, query.until
    if not isinstance(asked, datetime):
        return ""
    spans = {(PARTS[part.value].begins, PARTS[part.value].ends): part.value for part in PartOfDay}
    return spans.get((asked.time(), until if isinstance(until, time) else None), "")


def in_words(query: Query) -> str:
    """Return what is asked for, such as “Open on Saturday 19 December at 10:00”."""
    asked, until = query.open, query.until
    if not isinstance(asked, date):
        return _("Open now")
    if not isinstance(asked, datetime):
        if isinstance(until, date) and until > asked:
            said = {"day": day_in_words(asked), "last": day_in_words(until)}
            return _("Open between %(day)s and %(last)s") % said
        return _("Open on %(day)s") % {"day": day_in_words(asked)}
    words = {"day": day_in_words(asked), "time": clock(asked.time())}
    if isinstance(until, time):
        words |= {"from": words["time"], "until": clock(until, closing=True)}
        return _("Open on %(day)s between %(from)s and %(until)s") % words
    return _("Open on %(day)s at %(time)s") % words


def _weekend(today: date) -> Moment:
    sunday = today + (_SUNDAY - today.weekday()) * _DAY
    saturday = sunday - _DAY
    value = f"{saturday}/{sunday}" if today <= saturday else sunday.isoformat()
    return Moment(value, _("On Saturday or Sunday"))


def _span(day: date, part: PartOfDay) -> str:
    hours = PARTS[part.value]
    return f"{day}T{hours.begins:%H:%M}/{hours.ends:%H:%M}"
