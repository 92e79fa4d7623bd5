"""What is said of a course: when it is, and its next session, in the reader's words."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spaces.hours.holidays import holiday_name
from spaces.hours.opening import TIMEZONE
from spaces.hours.schedule import Schedule, Session
from spaces.hours.syntax import WEEKDAYS as CODES
from spaces.hours.words import clock
from spaces.language.dates import day_in_words
from spaces.language.lists import enumeration
from spaces.language.localized import localized
from spaces.models import Course

# A day without its year says enough until it comes round again.
NEARLY_A_YEAR = timedelta(days=300)


def plan_words(schedule: Schedule, today: date) -> str:
    """Return when a course is: “Every Tuesday from 14:00 to 16:00, until 20 April”."""
    words = {"starts": clock(schedule.starts), "ends": clock(schedule.ends)}
    begins = schedule.begins or schedule.first_day
    if not schedule.is_weekly:
        words["day"] = _day(begins, today, "l j F")
        return _("On %(day)s, from %(starts)s to %(ends)s") % words
    words["weekdays"] = enumeration(weekday_names(schedule))
    sentence = _("Every %(weekdays)s from %(starts)s to %(ends)s") % words
    sentence = _between(sentence, begins, schedule.finishes, today)
    days = schedule.left_out(max(today, begins))
    if not days:
        return sentence
    said = ngettext("%(sentence)s, not on %(days)s", "%(sentence)s, not on %(days)s", len(days))
    return said % {"sentence": sentence, "days": _days(days, today)}


def next_words(session: Session, at: datetime) -> str:
    """Return when a session is, from the reader's now: “Tomorrow from 14:00 to 16:00”."""
    today = at.astimezone(TIMEZONE).date()
    words = _times(session)
    if session.starts <= at:
        return _("Now, until %(ends)s") % words
    if session.day == today:
        return _("Today from %(starts)s to %(ends)s") % words
    if session.day - today == timedelta(days=1):
        return _("Tomorrow from %(starts)s to %(ends)s") % words
    return next_day(session, today)


def next_day(session: Session, today: date) -> str:
    """Return when a session is, as paper says it: by its date."""
    words = _times(session) | {"day": _day(session.day, today, "l j F")}
    return _("On %(day)s, from %(starts)s to %(ends)s") % words


def notices(course: Course, session: Session | None, today: date) -> Iterator[str]:
    """Yield what may surprise: sessions that fall to a closure, a session on a holiday."""
    for day in course.schedule.fallen_out(today):
        words = {"day": _day(day, today, "l j F"), "reason": _reason(course, day)}
        if words["reason"]:
            yield _("No session on %(day)s: the space is closed (%(reason)s).") % words
        else:
            yield _("No session on %(day)s: the space is closed.") % words
    if session and (holiday := holiday_name(session.day)):
        words = {"day": _day(session.day, today, "l j F"), "holiday": holiday}
        yield _("%(day)s is a holiday (%(holiday)s). Ask if there is a session.") % words


def weekday_names(schedule: Schedule) -> list[str]:
    """Return the names of the days of the week on which a course is, Monday first."""
    return [str(WEEKDAYS[n]) for n, code in enumerate(CODES) if code in schedule.weekdays]


def things_learned(course: Course) -> list[str]:
    """Return what one learns, a thing each."""
    return [line for line in localized(course, "what_you_learn").value.splitlines() if line.strip()]


def _times(session: Session) -> dict[str, str]:
    return {"starts": clock(session.starts.time()), "ends": clock(session.ends.time())}


def _between(sentence: str, begins: date, finishes: date | None, today: date) -> str:
    """Add from when and until when; what lies behind the reader says nothing new."""
    words = {"sentence": sentence, "first": _day(begins, today, "j F")}
    if finishes is None:
        return _("%(sentence)s, from %(first)s on") % words if begins > today else sentence
    words["last"] = _day(finishes, today, "j F")
    if begins <= today <= finishes:
        return _("%(sentence)s, until %(last)s") % words
    return _("%(sentence)s, from %(first)s to %(last)s") % words


def _days(days: Iterable[date], today: date) -> str:
    return enumeration(_day(day, today, "j F") for day in days)


def _day(day: date, today: date, form: str) -> str:
    return day_in_words(day, form if abs(day - today) < NEARLY_A_YEAR else f"{form} Y")


def _reason(course: Course, day: date) -> str:
    closures = course.space.closures.all()
    reasons = (c.reason for c in closures if c.first_day <= day <= c.last_day)
    return next(filter(None, reasons), "")
