"""Opening hours in sentences: the words of `spaces.hours.opening`, in the reader's language. Pure.

Times are shown alike in every language: 9:00, and 24:00 for the end of a day.
"""

from datetime import date, datetime, time, timedelta

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from spaces.language.dates import day_in_words
from spaces.language.lists import listed

SOON = 30  # minutes
THIS_WEEK = timedelta(days=6)  # as long as the name of a weekday says which day is meant


def clock(moment: time, *, closing: bool = False) -> str:
    """Return a time of the day as it is shown; midnight is 24:00 for what closes."""
    if closing and moment == time():
        return "24:00"
    return f"{moment.hour}:{moment.minute:02}"


def span_words(opens: time, closes: time) -> str:
    """Return hours of a day; a language that runs the other way says “from” and “to”."""
    words = {"opens": clock(opens), "closes": clock(closes, closing=True)}
    return pgettext("hours", "%(opens)s–%(closes)s") % words


def open_words(changes_at: datetime | None, minutes: int | None, today: date) -> str:
    """Return the sentence of a space that is open, and closes in `minutes` if ever."""
    if changes_at is None or minutes is None:
        return _("Open day and night")
    if minutes <= SOON:
        sentence = ngettext("Closes in %(count)d minute", "Closes in %(count)d minutes", minutes)
        return sentence % {"count": minutes}
    words = {"time": clock(changes_at.time(), closing=True)}
    if minutes < 24 * 60:
        return _("Open now, until %(time)s") % words
    # 24:00 is the end of the day before.
    last_day = (changes_at - timedelta(microseconds=1)).date()
    if last_day - today > THIS_WEEK:
        return _("Open day and night")
    words["weekday"] = str(WEEKDAYS[last_day.weekday()])
    return _("Open now, until %(weekday)s at %(time)s") % words


def closed_words(changes_at: datetime | None, today: date, *, exceptionally: bool = False) -> str:
    """Return the sentence of a space that is closed, and opens at `changes_at` if ever.

    `exceptionally` says that it is usually open on that day.
    """
    if changes_at is None:
        return _("Closed for now")
    words = {"time": clock(changes_at.time())}
    wait = changes_at.date() - today
    if wait == timedelta():
        return _("Closed. Opens at %(time)s") % words
    if wait == timedelta(days=1):
        plain = _("Closed. Opens tomorrow at %(time)s")
        special = _("Exceptionally closed today. Opens tomorrow at %(time)s")
    elif wait <= THIS_WEEK:
        words["weekday"] = str(WEEKDAYS[changes_at.weekday()])
        plain = _("Closed. Opens on %(weekday)s at %(time)s")
        special = _("Exceptionally closed today. Opens on %(weekday)s at %(time)s")
    else:
        words["date"] = day_in_words(changes_at, "j F")
        plain = _("Closed. Opens on %(date)s at %(time)s")
        special = _("Exceptionally closed today. Opens on %(date)s at %(time)s")
    return (special if exceptionally else plain) % words


def closure_words(first: date, last: date, reason: str, today: date) -> str:
    """Return what announces a closure, and why if a reason is known."""
    # A day without its year says enough until it comes round again.
    until = day_in_words(last, "j F" if last - today < timedelta(days=300) else "j F Y")
    words = {"first": day_in_words(first, "j F"), "last": until, "reason": reason}
    if first == last:
        words["day"] = day_in_words(first)
        with_reason, plain = _("Closed on %(day)s (%(reason)s)"), _("Closed on %(day)s")
    elif first < today:
        with_reason, plain = _("Closed until %(last)s (%(reason)s)"), _("Closed until %(last)s")
    else:
        with_reason = _("Closed from %(first)s to %(last)s (%(reason)s)")
        plain = _("Closed from %(first)s to %(last)s")
    return (with_reason if reason else plain) % words


def holiday_words(day: date, holiday: str, hours: list[str]) -> str:
    """Return what announces a holiday on which the space is closed, or has other hours."""
    words = {"day": day_in_words(day), "reason": holiday}
    if not hours:
        return _("Closed on %(day)s (%(reason)s)") % words
    words["hours"] = listed(hours)
    return _("Open on %(day)s (%(reason)s): %(hours)s") % words
