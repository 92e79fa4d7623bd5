"""A course in easy words: short sentences from what is known of it, one idea a line.

Of what staff wrote only the things that one learns are said, as they ask for easy words.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.utils.translation import gettext as _

from spaces.courses.words import notices, things_learned, weekday_names
from spaces.directory.published import Near
from spaces.directory.stops import Stop
from spaces.hours.opening import TIMEZONE
from spaces.hours.schedule import DAY, Session
from spaces.hours.words import clock
from spaces.language.bidi import isolated
from spaces.language.dates import day_in_words
from spaces.language.lists import enumeration
from spaces.language.localized import localized
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Course
from spaces.wording.asking import ask_there
from spaces.wording.easy import OnlyOn, Part, Sentence, contact, directions
from spaces.wording.easy_choices import cost_words


def parts(
    course: Course, session: Session | None, stops: Iterable[Near[Stop]], at: datetime
) -> list[Part]:
    """Return all that the easy page of a course says at a moment; empty parts are left out."""
    found = [
        Part(_("What you learn"), list(_learned(course))),
        Part(_("When it is"), list(_when(course, session, at))),
        Part(_("Good to know"), list(_terms(course))),
        Part(
            _("How to get there"),
            [_where(course), *directions(course.space, stops)],
            leads_to=course.space,
        ),
        Part(_("Ask a question"), list(contact(course.space))),
    ]
    return [part for part in found if part.sentences]


def _learned(course: Course) -> Iterator[Sentence]:
    text = localized(course, "what_you_learn")
    pictogram = "learn"
    for line in things_learned(course):
        yield Sentence(line, pictogram, language=text.language if text.is_fallback else "")
        pictogram = ""


def _when(course: Course, session: Session | None, at: datetime) -> Iterator[Sentence]:
    today = at.astimezone(TIMEZONE).date()
    if session is None:
        yield Sentence(_("This course is over."), "calendar")
        return
    for words, only_on in _next(session, today, at):
        yield Sentence(words, "calendar", only_on=only_on)
    for sentence in _rhythm(course, today):
        yield Sentence(sentence)
    for sentence in notices(course, session, today):
        yield Sentence(sentence)


def _next(session: Session, today: date, at: datetime) -> Iterator[tuple[str, OnlyOn]]:
    """Yield when it is next: from the reader's now on the screen, by the date on paper."""
    by_date = _("The next time is on %(day)s.") % {"day": day_in_words(session.day)}
    if session.day - today > DAY:
        yield by_date, ""
        return
    if session.starts <= at:
        yield _("It is on now."), "screen"
    elif session.day == today:
        yield _("The next time is today."), "screen"
    else:
        yield _("The next time is tomorrow."), "screen"
    yield by_date, "print"


def _rhythm(course: Course, today: date) -> Iterator[str]:
    schedule = course.schedule
    times = {"starts": clock(schedule.starts), "ends": clock(schedule.ends)}
    yield _("It starts at %(starts)s.") % times
    yield _("It ends at %(ends)s.") % times
    if not schedule.is_weekly:
        yield _("It is on one day only.")
        return
    yield _("It is every %(weekdays)s.") % {"weekdays": enumeration(weekday_names(schedule))}
    if last := schedule.finishes:
        yield _("The last time is on %(day)s.") % {"day": day_in_words(last, "j F Y")}
    for day in schedule.left_out(today):
        yield _("There is no course on %(day)s.") % {"day": day_in_words(day)}


def _terms(course: Course) -> Iterator[Sentence]:
    level = {
        Course.Level.FIRST_STEPS: _("You do not need to know anything."),
        Course.Level.BASICS: _("You already know a little."),
        Course.Level.ADVANCED: _("You already know a lot."),
        Course.Level.ALL: _("It does not matter how much you know."),
    }.get(Course.Level(course.level))
    if level:
        yield Sentence(level, "learn")
    if course.language:
        words = {"languages": SPOKEN_LANGUAGES[course.language]}
        yield Sentence(_("They speak %(languages)s.") % words, "language")
    yield Sentence(cost_words(course.cost), "cost")
    yield Sentence(registration_words(course), "calendar")
    if "unknown" in (course.cost, course.registration):
        yield Sentence(ask_there(course.space))
    if course.registration == Course.Registration.REQUIRED and not course.registration_link:
        name = isolated(str(localized(course.space, "name")))
        yield Sentence(_("Register with %(name)s.") % {"name": name})


def registration_words(course: Course) -> str:
    """Return whether one registers before."""
    return {
        Course.Registration.NOT_NEEDED: _("You can just come. You do not register."),
        Course.Registration.REQUIRED: _("You must register first."),
    }.get(
        Course.Registration(course.registration),
        _("We do not know if you must register."),
    )


def _where(course: Course) -> Sentence:
    name = localized(course.space, "name")
    return Sentence(_("It is in this place: %(name)s.") % {"name": name}, "here")
