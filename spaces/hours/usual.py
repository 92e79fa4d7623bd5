"""The hours of an ordinary week in a few words, for a sheet or a message: read later. Pure."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spaces.hours.opening import Notice, OpeningHours, Span
from spaces.language.dates import day_in_words
from spaces.language.lists import enumeration, listed

WEEKS = 5  # looked at to know what is usual: a day that comes once a month is among them
LONG_RUN = 3  # days in a row that are named by the first and the last
MOST_OTHERS = 5  # days with other hours; more of them, and the timetable changes

Spans = tuple[Span, ...]


def usual_hours(hours: OpeningHours, today: date) -> list[str]:
    """Return lines as “Monday to Thursday: 9:00–12:30”, closed days left out.

    A day that is open now and then is named with its date. What the holidays and the closures
    change is not said here: see `OpeningHours.upcoming`.
    """
    coming = hours.ordinary_spans(today, 7 * WEEKS)
    week = [_most_common(coming, weekday) for weekday in range(7)]
    others = _others(coming, week)
    if len(others) <= MOST_OTHERS:
        return [
            *_week_lines(week),
            *(_line(day_in_words(day), spans) for day, spans in others),
        ]
    week = [spans for _day, spans in sorted(list(coming.items())[:7], key=_weekday)]
    words = {"day": day_in_words(_others(coming, week)[0][0], "j F")}
    return [*_week_lines(week), _("Other hours from %(day)s. Ask there.") % words]


def changes(hours: OpeningHours, today: date) -> list[str]:
    """Return what holidays and closures change in the next four weeks: the closed days in a line.

    A holiday that has hours of its own is a line by itself.
    """
    notices = hours.upcoming(today)
    others = [notice.words for notice in notices if _open_on(hours, notice)]
    closed = [_dates(notice) for notice in notices if not _open_on(hours, notice)]
    return [_("Closed: %(days)s") % {"days": listed(closed)}, *others] if closed else others


def _dates(notice: Notice) -> str:
    first, last = day_in_words(notice.first, "j F"), day_in_words(notice.last, "j F")
    if first == last:
        return first
    return pgettext("dates", "%(first)s – %(last)s") % {"first": first, "last": last}


def _open_on(hours: OpeningHours, notice: Notice) -> bool:
    """Tell whether the day of a notice, a holiday, has hours after all."""
    return any(row.spans for row in hours.week_table(notice.first) if row.is_today)


def _others(coming: dict[date, Spans], week: list[Spans]) -> list[tuple[date, Spans]]:
    """Return the days whose hours are not those of their weekday."""
    return [(day, spans) for day, spans in coming.items() if spans != week[day.weekday()]]


def _weekday(one: tuple[date, Spans]) -> int:
    return one[0].weekday()


def _most_common(coming: dict[date, Spans], weekday: int) -> Spans:
    counted = Counter(spans for day, spans in coming.items() if day.weekday() == weekday)
    return counted.most_common(1)[0][0]


def _week_lines(week: list[Spans]) -> Iterator[str]:
    """Put together the days that have the same hours; a day without any is left out."""
    for spans in dict.fromkeys(filter(None, week)):
        days = [weekday for weekday in range(7) if week[weekday] == spans]
        every = len(days) == 7
        yield _line(pgettext("hours", "Every day") if every else _days(days), spans)


def _days(days: list[int]) -> str:
    """Return days of the week as one says them: “Monday to Wednesday and Friday”."""
    # Days that follow each other differ from their place in the list by the same number.
    runs = [list(run) for _key, run in groupby(days, lambda day: day - days.index(day))]
    return enumeration(words for run in runs for words in _run(run))


def _run(run: list[int]) -> list[str]:
    names = [str(WEEKDAYS[day]) for day in run]
    if len(names) < LONG_RUN:
        return names
    return [pgettext("hours", "%(first)s to %(last)s") % {"first": names[0], "last": names[-1]}]


def _line(days: str, spans: Spans) -> str:
    words = {"days": days[:1].upper() + days[1:], "hours": listed(map(str, spans))}
    if not spans:
        return pgettext("hours", "%(days)s: closed") % words
    return pgettext("hours", "%(days)s: %(hours)s") % words
