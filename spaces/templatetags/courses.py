"""What the templates of courses say."""

from datetime import datetime

from django import template

from spaces.courses.pipeline import CourseResult
from spaces.courses.words import next_day, next_words, plan_words, things_learned
from spaces.hours.opening import TIMEZONE
from spaces.language.spoken import SPOKEN_LANGUAGES
from spaces.models import Course

register = template.Library()

register.filter("things_learned", things_learned)


@register.filter
def next_session(result: CourseResult, at: datetime) -> str:
    """Return the sentence about the session that the list names."""
    return next_words(result.session, at)


@register.filter("next_day")
def next_day_filter(result: CourseResult, at: datetime) -> str:
    """Return the day of the session that the list names, for paper."""
    return next_day(result.session, at.astimezone(TIMEZONE).date())


@register.filter
def plan(course: Course, at: datetime) -> str:
    """Return when the course is."""
    return plan_words(course.schedule, at.astimezone(TIMEZONE).date())


@register.filter
def spoken_name(code: str) -> str:
    """Return the name of a spoken language."""
    return str(SPOKEN_LANGUAGES[code])
