"""Sentences about a space that more than one page says."""

from django.utils.translation import gettext as _

from spaces.hours.opening import State
from spaces.language.localized import localized
from spaces.models import Space


def full_name(space: Space) -> str:
    """Return the name as it stands where no tag can be beside it."""
    name = str(localized(space, "name"))
    return _("%(name)s (example)") % {"name": name} if space.is_sample else name


def hours_sentence(space: Space, state: State | None) -> str:
    """Return whether the space is open, as the state of now says."""
    return hours_not_known(space) if state is None else state.sentence


def hours_tag(space: Space) -> str:
    """Return the small tag beside hours that are not simply those of a real place, else ''.

    They are invented, or are only those of the building. A place that is invented whole has its
    tag beside its name.
    """
    if space.is_sample or space.hours is None or space.has_own_hours:
        return ""
    if space.has_sample_hours:
        return _("Example")
    if space.hours_of == Space.HoursOf.LIBRARY:
        return _("Hours of the library")
    return _("Hours of the building")


def hours_notice(space: Space) -> list[str]:
    """Return the sentences that say what the tag beside the hours means, the main one first."""
    if not hours_tag(space):
        return []
    if space.has_sample_hours:
        return [_invented_parts(space), _("The place exists, but nobody has checked them yet.")]
    if space.hours_of == Space.HoursOf.LIBRARY:
        first = _("These are the hours of the library.")
    else:
        first = _("These are the hours of the building.")
    ask = [_("Ask before you come.")] if space.can_be_asked else []
    return [first, _("The computers can have other hours."), *ask]


def _invented_parts(space: Space) -> str:
    if space.has_sample_location:
        return _("The hours and the point on the map are examples.")
    return _("The hours are an example.")


def tagged(space: Space, words: str) -> str:
    """Return what is said of the hours as it leaves the page: its tag goes with it."""
    tag = hours_tag(space)
    return _("%(tag)s: %(words)s") % {"tag": tag, "words": words} if tag else words


def hours_not_known(space: Space) -> str:
    """Return that we do not know the hours; ask only where there is somebody to ask."""
    if space.can_be_asked:
        return _("We do not know the hours. Ask before you come.")
    return _("We do not know the hours.")
