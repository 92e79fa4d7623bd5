"""Linked data about courses: schema.org's Course, CourseInstance and Schedule.

Only what is known goes in; an invented course never does.
"""

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from config.languages import current
from spaces.courses.pipeline import CourseResults
from spaces.hours.opening import TIMEZONE
from spaces.hours.schedule import Schedule
from spaces.hours.syntax import WEEKDAYS
from spaces.language.localized import localized
from spaces.models import Course
from spaces.opendata.jsonld import Data, breadcrumb, known, place

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def course_page(course: Course, now: datetime) -> Data:
    """Return the page about a course and, where it is to come, the course that it is about."""
    url = settings.SITE_URL + reverse("course", args=[course.slug])
    title = str(localized(course, "title"))
    steps = [(_("Learn"), settings.SITE_URL + reverse("courses")), (title, url)]
    page: Data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": title,
        "inLanguage": current().code,
        "dateModified": course.updated_at.astimezone(TIMEZONE).isoformat(timespec="seconds"),
        "breadcrumb": breadcrumb(steps),
    }
    if not course.is_example and course.schedule.next_session(now):
        page["mainEntity"] = _course(course, url)
    return page


def results(found: CourseResults) -> Data:
    """Return the list that a page of courses shows, invented ones apart."""
    real = [result.course for result in found.shown if not result.course.is_example]
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "numberOfItems": found.real,
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": str(localized(course, "title")),
                "url": settings.SITE_URL + reverse("course", args=[course.slug]),
            }
            for position, course in enumerate(real, start=1)
        ],
    }


def _course(course: Course, url: str) -> Data:
    title, operator = str(localized(course, "title")), course.space.operator
    provider = str(localized(operator or course.space, "name"))
    audience = str(localized(course, "for_whom"))
    is_free = {Course.Cost.FREE: True, Course.Cost.PAID: False}.get(Course.Cost(course.cost))
    unknown = course.level == Course.Level.UNKNOWN
    return known(
        {
            "@type": "Course",
            "@id": f"{url}#course",
            "name": title,
            "url": url,
            "description": str(localized(course, "what_you_learn")) or title,
            "inLanguage": course.language,
            "educationalLevel": "" if unknown else course.get_level_display(),
            "audience": audience and {"@type": "Audience", "audienceType": audience},
            "isAccessibleForFree": is_free,
            "offers": _offer(is_free, str(localized(course, "cost_note"))),
            "provider": {"@type": "Organization", "name": provider},
            "hasCourseInstance": _instance(course),
        }
    )


def _offer(is_free: bool | None, note: str) -> Data | None:
    if is_free is None:
        return None
    price = {"price": 0, "priceCurrency": "EUR"} if is_free else {}
    category = "Free" if is_free else "Paid"
    return known({"@type": "Offer", "category": category, **price, "description": note})


def _instance(course: Course) -> Data:
    return known(
        {
            "@type": "CourseInstance",
            "courseMode": "Onsite",
            "inLanguage": course.language,
            "location": place(course.space),
            **_when(course.schedule),
        }
    )


def _when(schedule: Schedule) -> Data:
    """Return the one session of a course on one day, else the rhythm and what is left out."""
    if not schedule.is_weekly:
        starts, ends = schedule.on(schedule.first_day)
        return {"startDate": starts.isoformat(), "endDate": ends.isoformat()}
    begins = schedule.begins or schedule.first_day
    finishes = schedule.finishes
    left_out = {*schedule.left_out(begins), *schedule.fallen_out(begins, count=100)}
    days = zip(WEEKDAYS, _DAYS, strict=True)
    rhythm = {
        "@type": "Schedule",
        "repeatFrequency": "P1W",
        "byDay": [f"https://schema.org/{day}" for code, day in days if code in schedule.weekdays],
        "startDate": begins.isoformat(),
        "endDate": finishes.isoformat() if finishes else "",
        "startTime": f"{schedule.starts:%H:%M}",
        "endTime": f"{schedule.ends:%H:%M}",
        "scheduleTimezone": str(TIMEZONE),
        "exceptDate": [day.isoformat() for day in sorted(left_out)],
    }
    return {"courseSchedule": known(rhythm)}
