"""A course in a short message. Nothing is sent."""

from datetime import date

from django.utils.translation import gettext as _

from spaces.courses.words import plan_words
from spaces.language.localized import localized
from spaces.models import Course
from spaces.wording import address
from spaces.wording.sharing import Message, phone_line


def message(course: Course, link: str, today: date) -> Message:
    """Return the message about a course in the active language; it is read later than today."""
    title, space = str(localized(course, "title")), course.space
    lines = [
        _("%(name)s (example)") % {"name": title} if course.is_example else title,
        plan_words(course.schedule, today),
        str(localized(space, "name")),
        address.one_line(space),
        phone_line(space),
        link,
    ]
    return Message(subject=lines[0], text="\n".join(filter(None, lines)))
