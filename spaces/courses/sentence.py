"""What a sentence asks of the courses: about what, where, in which language, free, at what time."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from spaces.courses.query import CourseQuery, TimeOfDay
from spaces.courses.topics import topic_of
from spaces.directory.published import Directory
from spaces.search.sentence import read_text
from spaces.search.sentence.reading import Sentence
from spaces.search.sentence.wishes import telling

NOON, EVENING = 12, 17  # hours
SATURDAY = 5  # as Python counts from Monday, 0


class CourseAsked(NamedTuple):
    """A query, and the sentence that it was read from."""

    query: CourseQuery
    sentence: Sentence


def ask(query: CourseQuery, directory: Directory, at: datetime) -> CourseAsked:
    """Return the query with what its text says; a wish for what every course is adds nothing."""
    sentence = read_text(query.q, directory, at)
    return CourseAsked(_as_said(query, sentence, directory) if query.q else query, sentence)


def _as_said(query: CourseQuery, sentence: Sentence, directory: Directory) -> CourseQuery:
    said: dict[str, Any] = {
        name: value for name, value in sentence.senses if name in ("language", "line")
    }
    about = (topic_of(sense, directory) for sense in telling(sentence.senses))
    if topic := next(filter(None, about), ""):
        said["topic"] = topic
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
