"""A space in easy words: short sentences from what is known of it, one idea a line.

What staff wrote freely is left out: it may be hard to read. No person has reviewed these texts
yet, and the page says so.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Literal, NamedTuple

from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.languages import current
from spaces.directory.published import Near
from spaces.directory.stops import Stop
from spaces.hours.opening import TIMEZONE, Kind, Span, State
from spaces.hours.words import THIS_WEEK, clock
from spaces.language import phones
from spaces.language.bidi import isolated, left_to_right
from spaces.language.dates import day_in_words
from spaces.language.lists import enumeration, listed
from spaces.language.localized import localized
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Course, Space, Strength
from spaces.wording import address
from spaces.wording.asking import whom_to_ask
from spaces.wording.easy_choices import (
    access_words,
    appointment_words,
    conditions_words,
    cost_words,
)
from spaces.wording.lines import line_name
from spaces.wording.sentences import hours_notice
from spaces.wording.strengths import Met

OnlyOn = Literal["", "screen", "print"]


class Sentence(NamedTuple):
    """A sentence: its words, a pictogram beside it, and its language where that is another one.

    What is true for an hour only is said `only_on` the screen, what stands for it on paper on
    print.
    """

    words: str
    pictogram: str = ""
    href: str = ""
    language: str = ""
    only_on: OnlyOn = ""


class Part(NamedTuple):
    """Sentences about one thing, under a heading; with a map where they lead to a space."""

    title: str
    sentences: list[Sentence]
    leads_to: Space | None = None

    @property
    def only_on(self) -> str:
        """Return `screen` where nothing of it is for paper."""
        return "screen" if all(said.only_on == "screen" for said in self.sentences) else ""


def parts(
    space: Space,
    stops: Iterable[Near[Stop]],
    at: datetime,
    met: Iterable[Met] = (),
    courses: Iterable[Course] = (),
) -> list[Part]:
    """Return all that the easy page of a space says at a moment; empty parts are left out.

    `met` are the needs that it meets, `courses` those to come there.
    """
    found = [
        Part(_("What you can do"), [*_services(space), *_needs(space, met)]),
        Part(_("When you can come"), list(_now(space, at))),
        Part(_("Hours this week"), list(_week(space, at))),
        Part(_("Learn"), list(_courses(courses))),
        Part(_("Good to know"), list(_terms(space))),
        Part(_("How to get there"), list(directions(space, stops)), space),
        Part(_("Ask a question"), list(contact(space))),
    ]
    return [part for part in found if part.sentences]


def sentences(
    space: Space, stops: Iterable[Near[Stop]], at: datetime, met: Iterable[Met] = ()
) -> list[str]:
    """Return the same as plain sentences, in their order."""
    return [said.words for part in parts(space, stops, at, met) for said in part.sentences]


def _services(space: Space) -> Iterator[Sentence]:
    for service in space.services.all():
        text = localized(service, "description")
        name = localized(service, "name")
        words = str(text) or _("You can do this: %(service)s.") % {"service": name}
        other = text.language if text.is_fallback else ""
        yield Sentence(words, service.pictogram, language=other)
    if space.computers:
        words = ngettext(
            "There is %(count)d computer or tablet.",
            "There are %(count)d computers or tablets.",
            space.computers,
        )
        yield Sentence(words % {"count": space.computers}, "computer")


def _needs(space: Space, met: Iterable[Met]) -> Iterator[Sentence]:
    """Say for what somebody helps, what one does oneself, and what one has to ask."""
    words = {
        Strength.HELPED: _("Somebody sits beside you for this: %(needs)s."),
        Strength.YOURSELF: _("You can do this yourself: %(needs)s."),
        Strength.ASK: _("Ask first if you want this: %(needs)s."),
    }
    for each in met:
        if each.strength != Strength.ASK or space.can_be_reached:
            needs = listed(str(localized(need, "phrase")) for need in each.needs)
            yield Sentence(words[each.strength] % {"needs": needs}, each.pictogram)


def _now(space: Space, at: datetime) -> Iterator[Sentence]:
    """Say whether it is open, and when that changes."""
    if space.hours is None:
        yield Sentence(_("We do not know when it is open."), "clock")
        if space.can_be_asked:
            yield Sentence(_("Ask before you come."))
        return
    state, today = space.hours.state(at), at.astimezone(TIMEZONE).date()
    spans = next(row.spans for row in space.hours.week_table(today) if row.is_today)
    yield from map(Sentence, hours_notice(space))
    pictogram = "clock"
    for words in _open(state, spans) if state.is_open else _closed(state, today):
        yield Sentence(words, pictogram, only_on="screen" if state.changes_at else "")
        pictogram = ""
    for notice in space.hours.upcoming(today):
        yield Sentence(notice.words, "calendar")


def _open(state: State, spans: tuple[Span, ...]) -> Iterator[str]:
    if _always_open(state):
        yield _("It is open day and night.")
        return
    yield _("It is open now.")
    if state.kind == Kind.CLOSING_SOON:
        words = ngettext(
            "It closes in %(count)d minute.", "It closes in %(count)d minutes.", state.minutes or 0
        )
        yield words % {"count": state.minutes}
    elif spans:
        yield _("Today it is open %(hours)s.") % {"hours": _from_to(spans)}


def _always_open(state: State) -> bool:
    return state.is_open and state.changes_at is None


def _closed(state: State, today: date) -> Iterator[str]:
    if state.changes_at is None:
        yield _("It is closed for now.")
        return
    yield _("It is closed now.")
    wait = state.changes_at.date() - today
    words = {"time": clock(state.changes_at.time())}
    if not wait:
        yield _("It opens today at %(time)s.") % words
    elif wait.days == 1:
        yield _("It opens tomorrow at %(time)s.") % words
    elif wait <= THIS_WEEK:
        words["weekday"] = str(WEEKDAYS[state.changes_at.weekday()])
        yield _("It opens on %(weekday)s at %(time)s.") % words
    else:
        words["date"] = day_in_words(state.changes_at, "j F")
        yield _("It opens on %(date)s at %(time)s.") % words


def _from_to(spans: Iterable[Span]) -> str:
    """Return hours as one says them: “from 9:00 to 12:30 and from 13:30 to 17:00”."""
    return enumeration(
        _("from %(opens)s to %(closes)s")
        % {"opens": clock(span.opens), "closes": clock(span.closes, closing=True)}
        for span in spans
    )


def _week(space: Space, at: datetime) -> Iterator[Sentence]:
    if space.hours is None or _always_open(space.hours.state(at)):
        return
    week = space.hours.week_table(at.astimezone(TIMEZONE).date())
    closed = [str(WEEKDAYS[row.date.weekday()]) for row in week if not row.spans]
    for row in week:
        if row.spans:
            words = {"day": WEEKDAYS[row.date.weekday()], "hours": _from_to(row.spans)}
            yield Sentence(_("On %(day)s it is open %(hours)s.") % words)
    if closed:
        yield Sentence(_("It is closed on %(days)s.") % {"days": enumeration(closed)})


def _courses(courses: Iterable[Course]) -> Iterator[Sentence]:
    pictogram = "learn"
    for course in courses:
        title = localized(course, "title")
        words = _("There is a course: %(title)s.") % {"title": title}
        if course.is_example and not course.space.is_sample:
            words = _("There is an example of a course: %(title)s.") % {"title": title}
        yield Sentence(words, pictogram, reverse("course_easy", args=[course.slug]))
        pictogram = ""


def _terms(space: Space) -> Iterator[Sentence]:
    """Say what one needs to come: money, an appointment, a language, a way through the door."""
    yield Sentence(cost_words(space.cost), "cost")
    yield Sentence(appointment_words(space.appointment), "calendar")
    if "unknown" in (space.cost, space.appointment) and space.can_be_reached:
        yield Sentence(_("Ask there."))
    town = str(localized(space.municipality, "name"))
    for pictogram, words in zip(("people", ""), conditions_words(space, town), strict=False):
        yield Sentence(words, pictogram)
    if space.spoken_languages:
        spoken = enumeration(str(SPOKEN_LANGUAGES[code]) for code in space.spoken_languages)
        yield Sentence(_("They speak %(languages)s.") % {"languages": spoken}, "language")
    for feature in space.access_features.all():
        if words := access_words(feature):
            yield Sentence(words, feature.feature)
    if space.is_labelled:
        yield Sentence(_("The Brussels Region recognises this place."), "label")


def directions(space: Space, stops: Iterable[Near[Stop]]) -> Iterator[Sentence]:
    """Say where it is, and which stop is the nearest."""
    yield from _address(space)
    for stop in list(stops)[:1]:
        lines = enumeration(map(line_name, stop.thing.lines))
        text = ngettext(
            "This line stops nearby: %(lines)s.",
            "These lines stop nearby: %(lines)s.",
            len(stop.thing.lines),
        )
        yield Sentence(text % {"lines": lines}, stop.thing.pictogram)
        words = {"stop": isolated(stop.thing.name(current().code))}
        yield Sentence(_("Get off at the stop %(stop)s.") % words)
        minutes = stop.walking_minutes
        text = ngettext(
            "From there you walk %(count)d minute.",
            "From there you walk %(count)d minutes.",
            minutes,
        )
        yield Sentence(text % {"count": minutes})


def _address(space: Space) -> Iterator[Sentence]:
    """Say the address; a town alone is none, and a street without a number is not all of it."""
    if address.street_line(space):
        words = {"address": isolated(address.one_line(space))}
        yield Sentence(_("The address is %(address)s.") % words, "here")
        if not space.can_be_found:
            yield Sentence(_("We do not know the exact place."))
    else:
        yield Sentence(_("It is in %(town)s.") % {"town": isolated(address.town(space))}, "here")
        if not space.shows_the_way:
            yield Sentence(_("We do not know the street."))
    if not space.can_be_found and space.can_be_asked:
        yield Sentence(_("Ask before you come."))


def contact(space: Space) -> Iterator[Sentence]:
    """Say how to ask, or who may know."""
    if space.phone:
        words = {"number": left_to_right(phones.display(space.phone))}
        yield Sentence(_("You can call %(number)s.") % words, "call", f"tel:{space.phone}")
    if space.email:
        words = {"address": left_to_right(space.email)}
        yield Sentence(_("You can write to %(address)s.") % words, "mail", f"mailto:{space.email}")
    if not space.can_be_asked and not space.is_sample:
        yield Sentence(_("We do not know the phone number."), "call")
        yield Sentence(whom_to_ask(space))
