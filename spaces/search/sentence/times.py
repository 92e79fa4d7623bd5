"""Days and hours in a sentence: “samedi”, “demain matin”, “na 17 uur”, “24/12”, “ce soir”."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from spaces.hours.opening import TIMEZONE
from spaces.search.sentence import clock_words as said
from spaces.search.sentence.tokens import Token

_DAY = timedelta(days=1)
_SATURDAY = 5
NOON = 12
_LAST = time(23, 59)
# From when to when people mean by a part of a day.
PARTS = {
    "morning": (time(8), time(12)),
    "noon": (time(12), None),
    "afternoon": (time(12), time(17)),
    "evening": (time(17), time(22)),
}
_SEPARATORS = "/:.-"
_HOUR = (
    r"(?P<{0}h>\d{{1,2}}) ?(?:(?:h|u|uur|heures?|hrs?|o clock|الساعه)(?: ?(?P<{0}m>\d{{2}}))?\b"
    r"|:(?P<{0}n>\d{{2}})\b|(?P<{0}p>am|pm)\b)"
)
_HOUR_ONLY = r"(?P<{0}h>\d{{1,2}})(?:[h:](?P<{0}m>\d{{2}}))?(?P<{0}n>(?!))?(?P<{0}p>(?!))?"


class Piece(NamedTuple):
    """A part of the sentence that says when: the words from `first` to before `last`."""

    first: int
    last: int
    day: date | None = None
    begins: time | None = None
    ends: time | None = None
    now: bool = False


Meaning = Callable[[re.Match[str], date], Piece | None]


class Moment(NamedTuple):
    """When: now, a day, or a moment of a day, with its end where it is a span.

    `holds_until` is when the same words would mean another moment.
    """

    open: datetime | date | str
    until: time | None
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
    every = sorted(found, key=lambda piece: (piece.day or date.max, piece.begins or time()))
    if not every:
        return None
    local = at.astimezone(TIMEZONE)
    midnight = _moment(local.date() + _DAY, time())
    if all(piece.now for piece in every):
        return Moment("now", None, None)
    day = next((piece.day for piece in every if piece.day), None)
    timed = next((piece for piece in every if piece.begins), None)
    if timed is None or timed.begins is None:
        return Moment(day or local.date(), None, midnight)
    if day is None:
        end = timed.ends or timed.begins
        day = local.date() if local.time() < end else local.date() + _DAY
        flips = _moment(local.date(), end)
        midnight = min(midnight, flips) if flips > at else midnight
    return Moment(_moment(day, timed.begins), timed.ends, midnight)


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
    ahead = (said.WEEKDAYS[match["day"]] - today.weekday()) % 7
    if not ahead and (match["before"] or match["behind"]):
        ahead = 7
    begins, ends = PARTS[said.BEHIND_WEEKDAY[match["part"]]] if match["part"] else (None, None)
    return Piece(0, 0, today + ahead * _DAY, begins, ends)


def _weekend(_match: re.Match[str], today: date) -> Piece:
    ahead = 0 if today.weekday() >= _SATURDAY else _SATURDAY - today.weekday()
    return Piece(0, 0, today + ahead * _DAY)


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
            return Piece(0, 0, date(int(year) + (2000 if len(year) == 2 else 0), month, day))
        found = date(today.year, month, day)
        return Piece(0, 0, found if found >= today else found.replace(year=today.year + 1))
    except ValueError:  # no such day
        return None


def _clock(match: re.Match[str], name: str) -> time | None:
    hour = int(match[f"{name}h"])
    minute = int(match[f"{name}m"] or match[f"{name}n"] or 0)
    if match[f"{name}p"] == "pm" and hour < NOON:
        hour += NOON
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _between(match: re.Match[str], _today: date) -> Piece | None:
    begins, ends = _clock(match, "a"), _clock(match, "b")
    if begins and ends and ends <= begins and ends.hour < NOON:  # from 9 to 5
        ends = ends.replace(hour=ends.hour + NOON)
    if begins is None or ends is None or ends <= begins:
        return None
    return Piece(0, 0, None, begins, ends)


def _after(match: re.Match[str], _today: date) -> Piece | None:
    begins = _clock(match, "a")
    return Piece(0, 0, None, begins, _LAST) if begins else None


def _before(match: re.Match[str], _today: date) -> Piece | None:
    ends = _clock(match, "a")
    return Piece(0, 0, None, min(time(6), ends), ends) if ends else None


def _exactly(match: re.Match[str], _today: date) -> Piece | None:
    begins = _clock(match, "a")
    return Piece(0, 0, None, begins) if begins else None


def _part(name: str) -> Meaning:
    return lambda _match, _today: Piece(0, 0, None, *PARTS[name])


def _tomorrow_part(match: re.Match[str], today: date) -> Piece:
    return Piece(0, 0, today + _DAY, *PARTS[said.BEHIND_WEEKDAY[match["part"]]])


def _on(days: int) -> Meaning:
    return lambda _match, today: Piece(0, 0, today + days * _DAY)


def _patterns() -> Iterator[tuple[re.Pattern[str], Meaning]]:
    a, b = _HOUR.format("a"), _HOUR.format("b")
    yield _whole("24/7"), lambda _match, _today: None
    begins = rf"(?:{said.FROM}) {_HOUR_ONLY.format('a')} ?(?:h|u|uur|heures?)?"
    yield _whole(rf"{begins} (?:{said.TO}) {b}"), _between
    bare = _HOUR_ONLY.format("b")
    yield _whole(rf"{begins} (?:{said.TO}) {bare}"), _between
    yield _whole(rf"{a} ?(?:{said.TO}|-)? ?{b}"), _between
    yield _whole(rf"(?:{said.AFTER}) {a}"), _after
    yield _whole(rf"(?:{said.BEFORE}) {a}"), _before
    yield _whole(rf"(?:(?:{said.AT}) )?{a}"), _exactly
    yield _whole(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})(?:[/.-](?P<y>\d{4}|\d{2}))?"), _numeric_date
    ordinal = r"(?:er|e|ste|de|st|nd|rd|th)?"
    yield (
        _whole(
            rf"(?:(?P<d>\d{{1,2}}){ordinal} (?:of )?(?P<m>{said.MONTH})"
            rf"|(?P<n>{said.MONTH}) (?P<e>\d{{1,2}}){ordinal})(?: (?P<y>20\d\d))?"
        ),
        _written_date,
    )
    yield _whole(said.FEAST), _feast
    yield _whole(said.AFTER_TOMORROW), _on(2)
    parts = "|".join(said.BEHIND_WEEKDAY)
    yield (
        _whole(
            rf"(?:(?P<before>{said.NEXT}) )?(?P<day>{said.WEEKDAY})(?P<part>{parts})?"
            rf"(?: (?P<behind>{said.NEXT}))?"
        ),
        _weekday,
    )
    yield _whole(rf"morgen(?P<part>{parts})"), _tomorrow_part
    yield _whole(said.WEEKEND), _weekend
    for name, pattern in (
        ("afternoon", said.AFTERNOON),
        ("morning", said.MORNING),
        ("evening", said.EVENING),
        ("noon", said.NOON),
    ):
        yield _whole(pattern), _part(name)
    yield _whole(said.TODAY), _on(0)
    yield _whole(said.TOMORROW), _on(1)
    yield _whole(said.NOW), lambda _match, _today: Piece(0, 0, now=True)


_PATTERNS = tuple(_patterns())
