"""What an editor may write as opening hours: a subset of the OSM syntax, refused in words.

The engine reads more than this. What it ignores (school holidays), takes for open (a comment, a
day without hours) or misreads (30 February is every day) is refused here. Pure.
Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from opening_hours import OpeningHours as Engine
from opening_hours import ParserError  # type: ignore[attr-defined]  # its stubs forget it

MAX_LENGTH = 500  # characters

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MINUTES_A_DAY = 24 * 60
LONGEST_NIGHT = 12 * 60  # minutes: a longer one is two times the wrong way round
A_LEAP_YEAR = 2028

_MONTH = f"(?:{'|'.join(MONTHS)})"
_DATE = rf"(?:\d{{4}} )?{_MONTH} \d\d?"
_DATES = rf"(?:{_DATE}(?:-(?:{_DATE}|\d\d?))?|{_MONTH}(?:-{_MONTH})?)"
_DAY = f"(?:{'|'.join(WEEKDAYS)})"
_NTH = r"\[(?:[1-5]-[1-5]|-?[1-5](?:,-?[1-5])*)\]"
_DAYS = rf"(?:PH|{_DAY}(?:{_NTH}|-{_DAY})?)"
_TIMES = r"\d\d?:\d\d-\d\d?:\d\d"

_RULE = re.compile(
    rf"(?:(?P<dates>{_DATES}(?:,{_DATES})*)(?: |$))?"
    rf"(?:(?P<days>{_DAYS}(?:,{_DAYS})*)(?: |$))?"
    rf"(?:(?P<times>{_TIMES}(?:, ?{_TIMES})*)(?: |$))?"
    r"(?P<off>off|closed)?"
)
_DATE_RANGE = re.compile(
    r"(?:(?P<year>\d{4}) )?(?P<month>[A-Z][a-z]{2}) (?P<day>\d+)"
    r"(?:-(?:(?:(?P<last_year>\d{4}) )?(?P<last_month>[A-Z][a-z]{2}) )?(?P<last_day>\d+))?"
)

_REFUSED = [
    (re.compile(pattern, re.IGNORECASE), sentence)
    for pattern, sentence in (
        ('"', gettext_lazy("Write no comment in quotation marks: there is another field for it.")),
        (r"\|\|", gettext_lazy("Write only one timetable: alternatives (||) are not read here.")),
        (r"\bSH\b", gettext_lazy("School holidays (SH) are not known here: add closures instead.")),
        (
            r"\+|\bdays?\b",
            gettext_lazy("Write the time of closing: open ends and shifted days are not read."),
        ),
        (
            "sunrise|sunset|dawn|dusk",
            gettext_lazy("Write times of the clock: sunrise and sunset are not read here."),
        ),
        (r"\bweek", gettext_lazy("Write dates: numbers of weeks are not read here.")),
        (r"\beaster\b", gettext_lazy("Write dates, or PH for public holidays: not Easter.")),
        (r"\bunknown\b", gettext_lazy("Write only hours that are known.")),
        (r"(?<!24)/|/(?!7)", gettext_lazy("Write each time: steps (/) are not read here.")),
        (
            r"\d, ?[A-Z]{2}\b",
            gettext_lazy("Write a semicolon (;) between rules, and a comma between hours."),
        ),
        (
            rf"(?:^|;) *\d{{4}}(?:[-;]|$| (?!{_MONTH} \d))",
            gettext_lazy("Write a year only in front of a day: 2026 Dec 24-2027 Jan 02."),
        ),
    )
]


class HoursError(ValueError):
    """Hours that are not accepted. `str()` is a sentence for an editor, in their language."""


@dataclass(frozen=True)
class Rule:
    """One rule between semicolons, in its parts: all but one may be empty."""

    text: str
    dates: str
    days: str
    times: str
    off: bool

    @property
    def selector(self) -> str:
        """Return which days the rule is about."""
        return f"{self.dates} {self.days}".strip()

    @property
    def weekdays(self) -> set[str]:
        """Return the weekdays that the rule may touch; a public holiday may be any."""
        if not self.days or "PH" in self.days:
            return set(WEEKDAYS)
        week = WEEKDAYS * 2
        days: set[str] = set()
        for part in re.findall(rf"{_DAY}(?:-{_DAY})?", self.days):
            start = week.index(part[:2])
            days.update(week[start : week.index(part[-2:], start) + 1])
        return days

    @property
    def weekdays_at_night(self) -> set[str]:
        """Return the weekdays in whose first hours the rule's hours go on past midnight."""
        if not any(closes < opens for _span, opens, closes in _spans(self.times)):
            return set()
        return {WEEKDAYS[(WEEKDAYS.index(day) + 1) % 7] for day in self.weekdays}

    @property
    def rank(self) -> int:
        """Return how special its days are: 0 each week, 1 a season, 2 holidays and single days."""
        if "PH" in self.days and (self.off or not re.search(_DAY, self.days)):
            return 2
        if self.dates and all(re.fullmatch(_DATE, part) for part in self.dates.split(",")):
            return 2
        return 1 if self.dates or "[" in self.days else 0


def validate(text: str) -> None:
    """Raise HoursError, with a sentence for the editor, if `text` is not in the subset."""
    _check_characters(text)
    for pattern, sentence in _REFUSED:
        if pattern.search(text):
            raise HoursError(str(sentence))
    _check_grammar(text)
    found = rules(text)
    for rule in found:
        _check_dates(rule)
        check_times(rule.times)
    for earlier, later in combinations(found, 2):
        _check_order(earlier, later)
        _check_night(earlier, later)
        _check_night(later, earlier)


def rules(text: str) -> list[Rule]:
    """Return the rules of a text in their parts; raise HoursError where one cannot be read."""
    return [_read(part.strip()) for part in text.split(";")]


def _check_characters(text: str) -> None:
    if not text.strip():
        raise HoursError(_("Write the opening hours, or leave them unknown."))
    if len(text) > MAX_LENGTH:
        raise HoursError(
            _("Write at most %(limit)d characters: these are %(length)d.")
            % {"limit": MAX_LENGTH, "length": len(text)}
        )
    if not text.isprintable():
        raise HoursError(_("Write everything on one line, with plain spaces: no tab, no line end."))


def _check_grammar(text: str) -> None:
    """Let the engine parse `text`, and tell in which column it stopped."""
    try:
        Engine(text)
    except ParserError as error:
        found = re.search(r"--> \d+:(\d+)", str(error))
        column = int(found[1]) if found else 1
        if column > len(text):
            sentence = _("Something is missing at the end, after column %(column)d.")
            raise HoursError(sentence % {"column": len(text)}) from error
        sentence = _("Not understood from column %(column)d: “%(rest)s”.")
        raise HoursError(sentence % {"column": column, "rest": text[column - 1 :]}) from error


def _read(text: str) -> Rule:
    """Return the parts of a rule that the engine understands."""
    if text == "24/7":
        return Rule(text, dates="", days="", times="00:00-24:00", off=False)
    match = _RULE.fullmatch(text)
    if not match:
        example = "Mo-Fr 09:00-12:30,13:30-17:00; PH off"
        sentence = _("“%(rule)s” is not written as it should be. An example: %(example)s")
        raise HoursError(sentence % {"rule": text, "example": example})
    parts = {name: part or "" for name, part in match.groupdict().items()}
    if not parts["times"] and not parts["off"]:
        raise HoursError(_("“%(rule)s” has no hours: write them, or “off”.") % {"rule": text})
    return Rule(text, parts["dates"], parts["days"], parts["times"], bool(parts["off"]))


def _check_dates(rule: Rule) -> None:
    """Refuse days that no calendar has, and ranges that run backwards or have half a year."""
    for part in rule.dates.split(","):
        match = _DATE_RANGE.fullmatch(part)
        if not match:
            continue  # whole months
        year, month, day, last_year, last_month, last_day = match.groups()
        first = _civil_day(year, month, day)
        if not last_day:
            continue
        if last_month and bool(year) != bool(last_year):
            raise HoursError(_("Write the year at both ends of “%(dates)s”.") % {"dates": part})
        last = _civil_day(last_year or year, last_month or month, last_day)
        # Without years, 24 December to 2 January goes on in the next one.
        if last < first and (year or last_month in {None, month}):
            raise HoursError(_("“%(dates)s” ends before it begins.") % {"dates": part})


def _civil_day(year: str | None, month: str, day: str) -> date:
    try:
        return date(int(year or A_LEAP_YEAR), MONTHS.index(month) + 1, int(day))
    except ValueError as error:
        given = " ".join(filter(None, (year, month, day)))
        raise HoursError(_("There is no such day: %(date)s.") % {"date": given}) from error


def check_times(times: str) -> None:
    """Refuse spans that are empty, too long, or not one after another."""
    free = 0
    for span, opens, closes in _spans(times):
        if closes > MINUTES_A_DAY:
            sentence = _("“%(span)s” goes past 24:00: write “%(right)s”.")
            right = f"{span.split('-')[0]}-{closes // 60 - 24:02}:{closes % 60:02}"
            raise HoursError(sentence % {"span": span, "right": right})
        if opens == closes:
            raise HoursError(_("“%(span)s” opens when it closes.") % {"span": span})
        end = closes if closes > opens else closes + MINUTES_A_DAY
        if end > MINUTES_A_DAY and end - opens > LONGEST_NIGHT:
            raise HoursError(_("“%(span)s” closes before it opens.") % {"span": span})
        if opens < free:
            sentence = _("“%(hours)s”: write hours in order, each after the one before.")
            raise HoursError(sentence % {"hours": times})
        free = end


def _spans(times: str) -> Iterator[tuple[str, int, int]]:
    """Give each span as it is written, with its opening and closing in minutes from 0:00."""
    for span in filter(None, re.split(", ?", times)):
        open_hour, open_minute, close_hour, close_minute = map(int, re.findall(r"\d+", span))
        yield span, open_hour * 60 + open_minute, close_hour * 60 + close_minute


def _check_order(earlier: Rule, later: Rule) -> None:
    """Refuse hours that would silently replace those of an earlier rule: the last rule wins."""
    if later.off:
        return
    if earlier.selector == later.selector and not earlier.off:
        sentence = _(
            "“%(rule)s” replaces “%(earlier)s”: write all hours of these days in one rule."
        )
    elif later.rank < earlier.rank and later.weekdays & earlier.weekdays:
        sentence = _("Write “%(rule)s” before “%(earlier)s”: a rule replaces those before it.")
    else:
        return
    raise HoursError(sentence % {"rule": later.text, "earlier": earlier.text})


def _check_night(rule: Rule, other: Rule) -> None:
    """Refuse a night that runs into the hours of another rule: its end would be lost."""
    if not rule.off and not other.off and rule.weekdays_at_night & other.weekdays:
        sentence = _("“%(rule)s” runs into “%(other)s”: write 24:00, and the rest on the next day.")
        raise HoursError(sentence % {"rule": rule.text, "other": other.text})
