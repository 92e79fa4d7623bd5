"""The week as a grid to fill in, read from the stored hours and written to them again. Pure.

What a grid of weekdays and public holidays cannot show (the first Saturday of the month, a season,
a date) stays beside it as text, word for word and in its order.
"""

import re
from dataclasses import dataclass, replace

from django.utils.dates import WEEKDAYS as NAMES
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spaces.hours.syntax import WEEKDAYS, HoursError, Rule, check_times, rules

OFF = "off"
ALL_DAY = "00:00-24:00"
_A_RUN = 3  # days in a row that are written by the first and the last

_CLOSED = re.compile(r"off|closed|ferm[ée]e?|gesloten|مغلق|[-–—]", re.IGNORECASE)
_TIME = r"(\d{1,2})\s*(?:[:.hu]\s*(\d\d)?)?"
_TO = r"\s*(?:[-–—]|\bto\b|à|\btot\b|إلى)\s*"
_SPAN = re.compile(rf"{_TIME}{_TO}{_TIME}", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;/&+]*(?:(?:and|et|en|و)\s+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Grid:
    """Hours by weekday (“09:00-12:30,13:30-17:00”, '' for closed), holidays, and further rules."""

    week: tuple[str, ...] = ("",) * 7
    holidays: str = ""  # '' for the hours of the weekday, OFF, or hours of their own
    more: str = ""


def read(text: str) -> Grid:
    """Return the grid of a text that `validate` accepts; what it cannot show is in `more`.

    A text without hours on any weekday, or one that cannot be read, is all in `more`.
    """
    all_in_text = Grid(more=text)
    try:
        found = rules(text)
    except HoursError:
        return all_in_text
    count = next((n for n, rule in enumerate(found) if not _is_weekly(rule)), len(found))
    weekly, more = found[:count], found[count:]
    week = _week(weekly)
    holidays = _holidays(weekly, more)
    if holidays is None or not any(week) or _depends_on_its_order(weekly):
        return all_in_text
    rest = "; ".join(rule.text for rule in more if not (holidays and _is_of_holidays(rule)))
    return Grid(week, holidays, rest)


def write(grid: Grid) -> str:
    """Return the hours as they are stored; '' where the grid says nothing.

    The rule of the holidays stands after weeks and seasons, and before single days: the last rule
    wins.
    """
    by_hours: dict[str, list[int]] = {}
    for day, times in enumerate(grid.week):
        if times:
            by_hours.setdefault(times, []).append(day)
    parts = [_rule(days, times) for times, days in by_hours.items()]
    more = [part for part in re.split(r"\s*;\s*", grid.more.strip()) if part]
    if grid.holidays:
        place = _place_of_holidays(rules("; ".join(more)) if more else [])
        more.insert(place, f"PH {grid.holidays}")
    return "; ".join(parts + more)


def times(typed: str) -> str:
    """Return hours as they are stored from hours as people type them; '' for a closed day.

    It takes “9h-12h30”, “9-12.30 et 13:30–17”. Raises HoursError with a sentence.
    """
    text = typed.strip()
    if not text or _CLOSED.fullmatch(text):
        return ""
    found = []
    place = 0
    while place < len(text):
        match = _SPAN.match(text, place)
        if not match:
            raise HoursError(_not_understood(text))
        found.append(_span(match))
        place = match.end()
        gap = _BETWEEN.match(text, place)
        place = gap.end() if gap else place
    hours = ",".join(sorted(found))
    check_times(hours)
    return hours


def shown(hours: str) -> str:
    """Return stored hours as they stand in the grid’s cell."""
    return hours.replace(",", ", ")


def named(day: int) -> str:
    """Return the weekday's name, Monday is 0, as it stands in front of a line."""
    return capfirst(str(NAMES[day]))


def about(name: str, problem: object) -> str:
    """Return a sentence about one day of the grid."""
    return pgettext("hours", "%(day)s: %(problem)s") % {"day": name, "problem": problem}


def _is_weekly(rule: Rule) -> bool:
    """Tell whether a rule says what holds each week, with holidays or without."""
    only_part_of_a_day = rule.off and rule.times
    return not (rule.dates or "[" in rule.days or rule.days == "PH" or only_part_of_a_day)


def _is_of_holidays(rule: Rule) -> bool:
    return rule.days == "PH" and not rule.dates


def _week(weekly: list[Rule]) -> tuple[str, ...]:
    week = dict.fromkeys(WEEKDAYS, "")
    for rule in weekly:
        for day in _without_holidays(rule).weekdays:
            week[day] = "" if rule.off else times(rule.times)
    return tuple(week.values())


def _without_holidays(rule: Rule) -> Rule:
    return replace(rule, days=",".join(day for day in rule.days.split(",") if day != "PH"))


def _holidays(weekly: list[Rule], more: list[Rule]) -> str | None:
    """Return what holds on holidays, None where a grid cannot say it.

    Their rule may be part of the last weekly one (“Su,PH off”), or stand where `write` puts it.
    """
    if any("PH" in rule.days for rule in weekly[:-1]):
        return None
    with_them = [rule for rule in more if _is_of_holidays(rule)]
    others = [rule for rule in more if rule not in with_them]
    if weekly and "PH" in weekly[-1].days:
        fits = not with_them and _place_of_holidays(others) == 0
        return _said(weekly[-1]) if fits else None
    if len(with_them) != 1 or (with_them[0].off and with_them[0].times):
        return ""
    return _said(with_them[0]) if more.index(with_them[0]) == _place_of_holidays(others) else ""


def _said(rule: Rule) -> str:
    return OFF if rule.off else times(rule.times)


def _place_of_holidays(more: list[Rule]) -> int:
    """Return before which of the further rules the holidays’ belongs: the first single day."""
    return next((n for n, rule in enumerate(more) if rule.rank == 2), len(more))


def _depends_on_its_order(weekly: list[Rule]) -> bool:
    """Tell whether a night would end elsewhere if the rules were written in another way."""
    has_nights = any(rule.weekdays_at_night for rule in weekly)
    return has_nights and any(rule.off or "PH" in rule.days for rule in weekly)


def _rule(days: list[int], hours: str) -> str:
    """Return a rule of the OSM syntax for some weekdays, Monday is 0."""
    if len(days) == 7 and hours == ALL_DAY:
        return "24/7"
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = []
    for run in runs:
        first, last = WEEKDAYS[run[0]], WEEKDAYS[run[-1]]
        names += [f"{first}-{last}"] if len(run) >= _A_RUN else [WEEKDAYS[day] for day in run]
    return f"{','.join(names)} {hours}"


def _span(match: re.Match[str]) -> str:
    hours = [int(match[1]), int(match[3])]
    minutes = [int(match[2] or 0), int(match[4] or 0)]
    for hour, minute in zip(hours, minutes, strict=True):
        if hour * 60 + minute > 24 * 60 or minute > 59:
            raise HoursError(_("“%(time)s” is no time of the day.") % {"time": match[0]})
    opens, closes = (f"{h:02}:{m:02}" for h, m in zip(hours, minutes, strict=True))
    return f"{opens}-{closes}"


def _not_understood(typed: str) -> str:
    words = {"typed": typed, "example": "9:00-12:30, 13:30-17:00"}
    return _("“%(typed)s” is not understood. Write hours like this: %(example)s.") % words
