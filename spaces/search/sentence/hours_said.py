"""Hours of a day as people say them: “17h30”, “2:30 pm”, “half zes”, “after 5”."""

import re
from datetime import time
from typing import NamedTuple

from spaces.search.sentence import clock_words as said

NOON = 12
LAST = time(23, 59)
_FIRST = time(6)  # no place opens before
_NIGHT = 7  # a bare hour before it is one of the afternoon

UNIT = r"(?:h|u|uur|uren|heures?|hrs?|o clock|الساعه)"
_HALF_OF_DAY = r"(?:[ap]m|[ap][. ]m)"
_NUMBER = rf"\d{{1,2}}(?!\d)|{said.NUMBER}"
# Group names end in the letter of the hour, as a pattern may hold two.
_HOUR = (
    rf"(?:(?P<h@>{_NUMBER}) ?(?:{UNIT}(?: ?(?P<m@>\d{{2}}))?"
    rf"|:(?P<n@>\d{{2}})(?: ?{UNIT})?|\.(?P<o@>\d{{2}}) ?{UNIT})?"
    rf"(?: ?(?P<p@>{_HALF_OF_DAY}))?)"
)
_SURE = rf"(?=(?:{_NUMBER}) ?(?:{UNIT}(?![^\W\d])|:|\.\d\d ?{UNIT}|{_HALF_OF_DAY}(?![^ ])))"
_NO_NUMBER_OF = r"(?! (?:jours?|dagen|dag|days?|weken|weeks?|semaines?|minutes?|min|ايام)(?![^ ]))"


class Hours(NamedTuple):
    """From when to when; without an end it is a moment."""

    begins: time
    ends: time | None = None


def _hour(name: str, *, sure: bool) -> str:
    """Return the pattern of an hour; sure where a unit or “am” says that it is one."""
    return (_SURE if sure else "") + _HOUR.replace("@", name)


def _with(words: str) -> tuple[str, str]:
    """Return the patterns of an hour after these words, which has to be sure."""
    return (
        rf"(?:{words}) {_hour('a', sure=True)}",
        rf"(?:{words}) الساعه {_hour('a', sure=False)}",
    )


BETWEEN = (
    rf"(?:{said.FROM}) {_hour('a', sure=False)} (?:{said.TO}) {_hour('b', sure=False)}",
    rf"{_hour('a', sure=True)} ?(?:{said.TO}|-)? ?{_hour('b', sure=True)}",
    rf"{_hour('a', sure=False)}-{_hour('b', sure=True)}",
)
AFTER, BEFORE = _with(said.AFTER), _with(said.BEFORE)
PERHAPS_AFTER = rf"(?:{said.AFTER}) {_hour('a', sure=False)}{_NO_NUMBER_OF}"  # “after 5”
# How long it takes is no moment: “pour 1 heure”, “in an hour”.
LASTING = rf"(?:{said.FOR}) (?:{_NUMBER}|an) ?(?:{UNIT}|minutes?|minuten|min|دقيقة)"
HALF_TO = rf"half (?P<ha>{_NUMBER})"  # in Dutch: half an hour before
HALF_PAST = rf"half past (?P<ha>{_NUMBER})"
EXACTLY = (
    rf"(?:(?:{said.AT}) )?{_hour('a', sure=True)}",
    rf"(?:(?:{said.AT}) )?الساعه {_hour('a', sure=False)}",
)


def between(match: re.Match[str]) -> Hours | None:
    """Return from the one to the other; “from 9 to 5” ends in the afternoon."""
    begins, ends = _clock(match, "a"), _clock(match, "b")
    if begins and ends and ends <= begins and ends.hour < NOON:
        ends = ends.replace(hour=ends.hour + NOON)
    return Hours(begins, ends) if begins and ends and begins < ends else None


def after(match: re.Match[str]) -> Hours | None:
    """Return from then to the end of the day."""
    begins = _clock(match, "a")
    return Hours(begins, LAST) if begins else None


def before(match: re.Match[str]) -> Hours | None:
    """Return from the morning until then."""
    ends = _clock(match, "a")
    return Hours(min(_FIRST, ends), ends) if ends else None


def exactly(match: re.Match[str]) -> Hours | None:
    """Return that moment."""
    begins = _clock(match, "a")
    return Hours(begins) if begins else None


def half_to(match: re.Match[str]) -> Hours | None:
    """Return half an hour before a full hour."""
    hour = _number(match["ha"])
    return Hours(time(_of_day(hour) - 1, 30)) if 1 <= hour <= NOON else None


def half_past(match: re.Match[str]) -> Hours | None:
    """Return half an hour after a full hour."""
    hour = _number(match["ha"])
    return Hours(time(_of_day(hour), 30)) if 1 <= hour <= NOON else None


def later(hours: Hours) -> Hours:
    """Return the same hours after noon: “8 heures du soir”."""
    begins, ends = hours
    if begins.hour >= NOON:
        return hours
    later_end = ends.replace(hour=ends.hour + NOON) if ends and ends.hour < NOON else ends
    return Hours(begins.replace(hour=begins.hour + NOON), later_end)


def together(found: list[Hours]) -> Hours:
    """Return what several hours say together: “after 5 and before 8”."""
    begins = max(hours.begins for hours in found)
    ends = min((hours.ends for hours in found if hours.ends), default=None)
    return Hours(begins, ends) if ends is None or begins < ends else found[0]


def _number(text: str) -> int:
    return said.NUMBERS[text] if text in said.NUMBERS else int(text)


def _of_day(hour: int) -> int:
    return hour + NOON if 0 < hour < _NIGHT else hour


def _clock(match: re.Match[str], name: str) -> time | None:
    written, half = match[f"h{name}"], match[f"p{name}"]
    hour = _number(written)
    minute = int(match[f"m{name}"] or match[f"n{name}"] or match[f"o{name}"] or 0)
    if half:
        hour = hour % NOON + (NOON if half.startswith("p") else 0)
    elif not written.startswith("0"):
        hour = _of_day(hour)
    return time(hour, minute) if hour < 24 and minute < 60 else None
