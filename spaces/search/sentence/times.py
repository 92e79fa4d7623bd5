"""Days and hours in a sentence: “samedi”, “demain matin”, “na 17 uur”, “24/12”, “ce soir”."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from spaces.hours.opening import TIMEZONE
from spaces.search.sentence import clock_words as said
from spaces.search.sentence import hours_said
from spaces.search.sentence.hours_said import Hours
from spaces.search.sentence.tokens import Token

_DAY = timedelta(days=1)
_WEEK = 7  # days
_SATURDAY, _SUNDAY = 5, 6
# From when to when people mean by a part of a day.
PARTS = {
    "morning": Hours(time(8), time(12)),
    "noon": Hours(time(12)),
    "lunch": Hours(time(12), time(14)),
    "afternoon": Hours(time(12), time(17)),
    "evening": Hours(time(17), time(22)),
}
_LATE = ("afternoon", "evening")
_SEPARATORS = "/:.-"


class Piece(NamedTuple):
    """A part of the sentence that says when: the words from `first` to before `last`."""

    first: int = 0
    last: int = 0
    day: date | None = None
    last_day: date | None = None  # of several, else None
    hours: Hours | None = None
    part: str = ""  # of a day
    now: bool = False


Meaning = Callable[[re.Match[str], date], Piece | None]


class Moment(NamedTuple):
    """When: now, a day or several, or a moment of a day, with its end where it is a span.

    `until` is the last day, or the time at which the span ends. `holds_until` is when the same
    words would mean another moment.
    """

    open: datetime | date | str
    until: time | date | None
    holds_until: datetime | None


def pieces(words: Sequence[Token], text: str, at: datetime) -> list[Piece]:
    """Return what says when; pieces do not overlap."""
    plain, starts = _joined(words, text)
    today = at.astimezone(TIMEZONE).date()
    taken: list[tuple[int, int]] = []
    found: list[Piece] = []
    for pattern, meaning in _PATTERNS:
        for match in pattern.finditer(plain):
            first, last = match.span()
            if any(first < end and begin < last for begin, end in taken):
                continue
            piece = meaning(match, today)
            if piece is not None:
                taken.append((first, last))
                at_words = [n for n, start in enumerate(starts) if first <= start < last]
                found.append(piece._replace(first=at_words[0], last=at_words[-1] + 1))
    return found


def moment(found: Iterable[Piece], at: datetime) -> Moment | None:
    """Return the moment that the pieces say together, None for none."""
    every = [piece for piece in found if piece != Piece(piece.first, piece.last)]
    if not every:
        return None
    local = at.astimezone(TIMEZONE)
    midnight = _moment(local.date() + _DAY, time())
    if all(piece.now for piece in every):
        return Moment("now", None, None)
    day, last_day = _days(every)
    hours = _hours(every)
    if hours is None or last_day:
        return Moment(day or local.date(), last_day, midnight)
    if day is None:
        end = hours.ends or hours.begins
        day = local.date() if local.time() < end else local.date() + _DAY
        flips = _moment(local.date(), end)
        midnight = min(midnight, flips) if flips > at else midnight
    return Moment(_moment(day, hours.begins), hours.ends, midnight)


def _days(every: Sequence[Piece]) -> tuple[date | None, date | None]:
    """Return the first day, and the last where they follow each other: “samedi ou dimanche”."""
    days = sorted((piece.day, piece.last_day or piece.day) for piece in every if piece.day)
    if not days:
        return None, None
    (first, last), *others = days
    for begins, ends in others:
        if last and begins and ends and begins - last <= _DAY:
            last = max(last, ends)
    return first, last if last != first else None


def _hours(every: Sequence[Piece]) -> Hours | None:
    """Return the hours; those of the clock rather than the part of the day, which may say pm."""
    clock = [piece.hours for piece in every if piece.hours and not piece.part]
    parts = {piece.part for piece in every if piece.part}
    if clock:
        hours = hours_said.together(clock)
        return hours_said.later(hours) if parts & {*_LATE} else hours
    if not parts:
        return None
    spans = [PARTS[part] for part in parts]
    ends = [span.ends for span in spans if span.ends]
    return Hours(min(span.begins for span in spans), max(ends) if ends else None)


def _joined(words: Sequence[Token], text: str) -> tuple[str, list[int]]:
    """Return the folded words in a row, with what stands in “24/12”, and where each begins."""
    plain, starts, end = "", [], None
    for word in words:
        between = text[end : word.start] if end is not None else ""
        if plain:
            plain += between if len(between) == 1 and between in _SEPARATORS else " "
        starts.append(len(plain))
        plain += word.key
        end = word.end
    return plain, starts


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, TIMEZONE)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^ ])(?:{pattern})(?![^ ])")


def _weekday(match: re.Match[str], today: date) -> Piece:
    ahead = (said.WEEKDAYS[match["day"]] - today.weekday()) % _WEEK
    if not ahead and (match["before"] or match["behind"]):
        ahead = _WEEK
    day = today + ahead * _DAY
    if match["number"]:  # “mercredi 23”
        weeks = (day + n * _WEEK * _DAY for n in range(5))
        day = next((each for each in weeks if each.day == int(match["number"])), day)
    return Piece(day=day, part=_part_behind(match))


def _weekdays(match: re.Match[str], today: date) -> Piece:
    first, last = said.WEEKDAYS[match["day"]], said.WEEKDAYS[match["last"]]
    begins = today + (first - today.weekday()) % _WEEK * _DAY
    return Piece(day=begins, last_day=begins + (last - first) % _WEEK * _DAY)


def _weekend(match: re.Match[str], today: date) -> Piece:
    sunday = today + (_SUNDAY - today.weekday()) * _DAY
    if match["before"] or match["behind"]:
        sunday += _WEEK * _DAY if today.weekday() >= _SATURDAY else 0 * _DAY
    saturday = max(sunday - _DAY, today)
    return Piece(day=saturday, last_day=sunday if sunday != saturday else None)


def _next_week(_match: re.Match[str], today: date) -> Piece:
    monday = today + (_WEEK - today.weekday()) * _DAY
    return Piece(day=monday, last_day=monday + _SUNDAY * _DAY)


def _part_behind(match: re.Match[str]) -> str:
    return said.BEHIND_DAY[match["part"]] if match["part"] else ""


def _numeric_date(match: re.Match[str], today: date) -> Piece | None:
    return _of_date(today, int(match["d"]), int(match["m"]), match["y"])


def _written_date(match: re.Match[str], today: date) -> Piece | None:
    number = match["d"] or match["e"]
    month = said.MONTHS[match["m"] or match["n"]]
    return _of_date(today, int(number), month, match["y"])


def _feast(match: re.Match[str], today: date) -> Piece | None:
    month, day = said.FEASTS[match[0]]
    return _of_date(today, day, month, None)


def _of_date(today: date, day: int, month: int, year: str | None) -> Piece | None:
    if month > 12 >= day:  # as Americans write it
        day, month = month, day
    try:
        if year:
            return Piece(day=date(int(year) + (2000 if len(year) == 2 else 0), month, day))
        found = date(today.year, month, day)
        return Piece(day=found if found >= today else found.replace(year=today.year + 1))
    except ValueError:  # no such day
        return None


def _at(meaning: Callable[[re.Match[str]], Hours | None]) -> Meaning:
    def piece(match: re.Match[str], _today: date) -> Piece | None:
        hours = meaning(match)
        return Piece(hours=hours) if hours else None

    return piece


def _part(name: str) -> Meaning:
    return lambda _match, _today: Piece(part=name)


def _on(days: int) -> Meaning:
    return lambda match, today: Piece(day=today + days * _DAY, part=_part_behind(match))


def _patterns() -> Iterator[tuple[re.Pattern[str], Meaning]]:
    yield _whole("24/7"), lambda _match, _today: None
    yield _whole(said.LUNCH), _part("lunch")
    yield _whole(hours_said.LASTING), lambda _match, _today: Piece()
    for patterns, meaning in (
        (hours_said.BETWEEN, hours_said.between),
        (hours_said.AFTER, hours_said.after),
        (hours_said.BEFORE, hours_said.before),
        ((hours_said.HALF_PAST,), hours_said.half_past),
        ((hours_said.HALF_TO,), hours_said.half_to),
        (hours_said.EXACTLY, hours_said.exactly),
    ):
        for pattern in patterns:
            yield _whole(pattern), _at(meaning)
    yield _whole(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})(?:[/.-](?P<y>\d{4}|\d{2}))?"), _numeric_date
    ordinal = r"(?:er|e|ste|de|st|nd|rd|th)?"
    yield (
        _whole(
            rf"(?:(?P<d>\d{{1,2}}) ?{ordinal} (?:of |de |van )?(?P<m>{said.MONTH})"
            rf"|(?P<n>{said.MONTH}) (?P<e>\d{{1,2}}){ordinal})(?: (?P<y>20\d\d))?"
        ),
        _written_date,
    )
    yield _whole(said.FEAST), _feast
    yield from _days_by_name()
    for name, pattern in (
        ("afternoon", said.AFTERNOON),
        ("morning", said.MORNING),
        ("evening", said.EVENING),
        ("noon", said.NOON),
    ):
        yield _whole(pattern), _part(name)
    yield _whole(hours_said.PERHAPS_AFTER), _at(hours_said.after)
    yield _whole(said.NOW), lambda _match, _today: Piece(now=True)


def _days_by_name() -> Iterator[tuple[re.Pattern[str], Meaning]]:
    part = rf"(?: ?(?P<part>{'|'.join(said.BEHIND_DAY)}))?"
    next_, weekday = said.NEXT, said.WEEKDAY
    yield _whole(rf"(?:{said.AFTER_TOMORROW}){part}"), _on(2)
    yield _whole(rf"(?P<day>{weekday}) (?:{said.TO_DAY}) (?P<last>{weekday})"), _weekdays
    yield (
        _whole(
            rf"(?:(?P<before>{next_}) )?(?P<day>{weekday}){part}(?: (?P<behind>{next_}))?"
            rf"(?: (?P<number>\d{{1,2}})(?! (?:{said.MONTH}|{hours_said.UNIT})(?![^ ])|[^ ]))?"
        ),
        _weekday,
    )
    yield (
        _whole(rf"(?:(?P<before>{next_}) )?(?:{said.WEEKEND})(?: (?P<behind>{next_}))?"),
        _weekend,
    )
    yield _whole(rf"(?:{next_}) (?:{said.WEEK})|(?:{said.WEEK}) (?:{next_})"), _next_week
    yield _whole(rf"(?:{said.TODAY}){part}"), _on(0)
    yield _whole(rf"(?:{said.TOMORROW}){part}"), _on(1)


_PATTERNS = tuple(_patterns())
