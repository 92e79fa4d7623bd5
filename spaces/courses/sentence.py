"""What a sentence asks of the courses: where, in which language, free, at what time."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from spaces.courses.query import CourseQuery, TimeOfDay
from spaces.search.sentence.reading import Sentence

NOON, EVENING = 12, 17  # hours
SATURDAY = 5  # as Python counts from Monday, 0


def as_said(query: CourseQuery, sentence: Sentence) -> CourseQuery:
    """Return the query with what its text says; a wish for what every course is adds nothing."""
    if not query.q:
        return query
    said: dict[str, Any] = {
        name: value for name, value in sentence.senses if name in ("language", "line")
    }
    said |= {name: True for name, _value in sentence.senses if name in ("free", "near")}
    if sentence.moment and (times := _time_of_day(sentence.moment.open)):
        said["time"] = times
    return replace(query, q=sentence.place, **said)


def _time_of_day(asked: datetime | date | str) -> str:
    if isinstance(asked, str):
        return ""
    if asked.weekday() >= SATURDAY:
        return TimeOfDay.WEEKEND.value
    if not isinstance(asked, datetime):
        return ""
    if asked.hour >= EVENING:
        return TimeOfDay.EVENING.value
    return (TimeOfDay.MORNING if asked.hour < NOON else TimeOfDay.AFTERNOON).value
