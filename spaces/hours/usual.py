"""The hours of an ordinary week in a few words, for a sheet or a message: read later. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spaces.hours.opening import Notice, OpeningHours, Span
from spaces.language.dates import day_in_words
from spaces.language.lists import enumeration, listed

WEEKS = 5  # looked at to know what is usual: a day that comes once a month is among them
LONG_RUN = 3  # days in a row that are named by the first and the last
FAR = timedelta(days=300)  # a closure that lasts longer has no hours after it
MOST_OTHERS = 5  # days with other hours; more of them, and the timetable changes

Spans = tuple[Span, ...]


class Line(NamedTuple):
    """Hours in words; a change of the usual ones is to be seen among them."""

    words: str
    is_change: bool = False


def lasting(hours: OpeningHours, today: date) -> list[Line]:
    """Return the hours as they are told to whoever reads them on a later day, all in one.

    What holds today comes first: whoever stands before a closed door must not read the usual week.
    Then come the usual hours, then what holidays and closures change in the next four weeks.
    """
    notices = hours.upcoming(today)
    now = [notice.words for notice in notices if notice.first <= today]
    later = changes(hours, [notice for notice in notices if notice.first > today])
    usual = usual_hours(hours, today)
    return [*_changes(now), *map(Line, usual), *_changes(later)]


def usual_hours(hours: OpeningHours, today: date) -> list[str]:
    """Return lines as “Monday to Thursday: 9:00–12:30”, closed days left out.

    A day that is open now and then is named with its date, unless a holiday or a closure has it.
    A place that is closed today is told with the hours after that; none where that is far.
    """
    coming = _as_usual(hours, _first_day(hours, today))
    week = [_most_common(coming, weekday) for weekday in range(7)]
    others = _others(coming, week)
    if len(others) <= MOST_OTHERS:
        return [*_week_lines(week), *(_line(day_in_words(day), spans) for day, spans in others)]
    return list(_seasons(hours, coming))


def _seasons(hours: OpeningHours, coming: dict[date, Spans]) -> Iterator[str]:
    """Yield the week as it is now, from when it is another one, and that one if it stays so."""
    first = next(iter(coming))
    week = _first_week(hours.ordinary_spans(first - timedelta(days=7), 7))
    if coming[first] != week[first.weekday()]:  # a season has just begun
        week = _first_week(coming)
    changed = _others(coming, week)[0][0]
    yield from _week_lines(week)
    words = {"day": day_in_words(changed, "j F")}
    after = {day: spans for day, spans in coming.items() if day >= changed}
    new_week = _first_week(after)
    if _others(after, new_week):
        yield _("Other hours from %(day)s.") % words
    elif any(new_week):
        yield pgettext("hours", "From %(day)s:") % words
        yield from _week_lines(new_week)
    else:
        yield pgettext("hours", "Closed from %(day)s") % words


def changes(hours: OpeningHours, notices: Iterable[Notice]) -> list[str]:
    """Return what these holidays and closures change: the closed days in a line.

    A holiday that has hours of its own is a line by itself.
    """
    is_open = {notice: _open_on(hours, notice) for notice in notices}
    others = [notice.words for notice in is_open if is_open[notice]]
    closed = [_dates(notice) for notice in is_open if not is_open[notice]]
    return [_("Closed: %(days)s") % {"days": listed(closed)}, *others] if closed else others


def _changes(words: Iterable[str]) -> Iterator[Line]:
    return (Line(each, is_change=True) for each in words)


def _first_day(hours: OpeningHours, today: date) -> date:
    """Return the day itself or, where a closure has it, the first one after."""
    first = today
    while (closure := hours.closure(first)) and closure.last < today + FAR:
        first = closure.last + timedelta(days=1)
    return first


def _as_usual(hours: OpeningHours, first: date) -> dict[date, Spans]:
    """Return the coming days whose hours neither a holiday nor a closure changes."""
    real = hours.spans(first, 7 * WEEKS)
    ordinary = hours.ordinary_spans(first, 7 * WEEKS)
    return {
        day: spans
        for day, spans in ordinary.items()
        if real[day] == spans and not hours.closure(day)
    }


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


def _most_common(coming: dict[date, Spans], weekday: int) -> Spans:
    counted = Counter(spans for day, spans in coming.items() if day.weekday() == weekday)
    return next((spans for spans, _count in counted.most_common(1)), ())


def _first_week(coming: dict[date, Spans]) -> list[Spans]:
    """Return the spans of the first Monday, the first Tuesday, and so on."""
    first: dict[int, Spans] = {}
    for day, spans in coming.items():
        first.setdefault(day.weekday(), spans)
    return [first.get(weekday, ()) for weekday in range(7)]


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
