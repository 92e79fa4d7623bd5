"""The hours of an ordinary week in a few words, for a sheet or a message: read later. Pure."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spaces.hours import OpeningHours, Span

WEEKS = 5  # looked at to know what is usual: a day that comes once a month is among them
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
            *(_line(date_format(day, "l j F"), spans) for day, spans in others),
        ]
    week = [spans for _day, spans in sorted(list(coming.items())[:7], key=_weekday)]
    words = {"day": date_format(_others(coming, week)[0][0], "j F")}
    return [*_week_lines(week), _("Other hours from %(day)s. Ask there.") % words]


def _others(coming: dict[date, Spans], week: list[Spans]) -> list[tuple[date, Spans]]:
    """Return the days whose hours are not those of their weekday."""
    return [(day, spans) for day, spans in coming.items() if spans != week[day.weekday()]]


def _weekday(one: tuple[date, Spans]) -> int:
    return one[0].weekday()


def _most_common(coming: dict[date, Spans], weekday: int) -> Spans:
    counted = Counter(spans for day, spans in coming.items() if day.weekday() == weekday)
    return counted.most_common(1)[0][0]


def _week_lines(week: list[Spans]) -> Iterator[str]:
    """Put together the days that follow each other and have the same hours."""
    for spans, group in groupby(range(7), key=lambda weekday: week[weekday]):
        days = list(group)
        if not spans:
            continue
        first, last = str(WEEKDAYS[days[0]]), str(WEEKDAYS[days[-1]])
        if len(days) == 1:
            yield _line(first, spans)
        elif len(days) == 7:
            yield _line(pgettext("hours", "Every day"), spans)
        else:
            words = {"first": first, "last": last}
            yield _line(pgettext("hours", "%(first)s to %(last)s") % words, spans)


def _line(days: str, spans: Spans) -> str:
    words = {"days": days[:1].upper() + days[1:], "hours": ", ".join(map(str, spans))}
    if not spans:
        return pgettext("hours", "%(days)s: closed") % words
    return pgettext("hours", "%(days)s: %(hours)s") % words
