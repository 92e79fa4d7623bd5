"""Things one after the other, with the comma of the reader's language. Pure."""

from collections.abc import Iterable
from functools import reduce

from django.utils.translation import pgettext


def listed(things: Iterable[str]) -> str:
    """Return things with commas between them: “9:00–12:30, 13:30–17:00”; '' for none."""
    comma = pgettext("list", "%(first)s, %(next)s")
    words = list(things) or [""]
    return reduce(lambda first, thing: comma % {"first": first, "next": thing}, words)


def enumeration(things: Iterable[str]) -> str:
    """Return things as one says them: “French, Arabic and Dutch”."""
    *others, last = things
    if not others:
        return last
    return pgettext("list", "%(first)s and %(last)s") % {"first": listed(others), "last": last}
