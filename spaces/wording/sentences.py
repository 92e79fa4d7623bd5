"""Sentences about a space that more than one page says."""

from django.utils.translation import gettext as _

from spaces.hours.opening import State
from spaces.language.bidi import isolated
from spaces.language.localized import localized
from spaces.models import Space


def hours_sentence(space: Space, state: State | None) -> str:
    """Return whether the space is open, as the state of now says."""
    return hours_not_known(space) if state is None else state.sentence


def hours_tag(space: Space) -> str:
    """Return the small tag beside the invented hours of a real place, '' where there is none.

    A place that is invented whole has it beside its name.
    """
    if space.is_sample or space.hours is None or not space.has_sample_hours:
        return ""
    return _("Example")


def tagged(space: Space, words: str) -> str:
    """Return what is said of the hours as it leaves the page: its tag goes with it."""
    tag = hours_tag(space)
    return _("%(tag)s: %(words)s") % {"tag": tag, "words": words} if tag else words


def hours_not_known(space: Space) -> str:
    """Return that we do not know the hours; ask only where there is somebody to ask."""
    if space.can_be_asked:
        return _("We do not know the hours. Ask before you come.")
    return _("We do not know the hours.")


def whom_to_ask(space: Space) -> str:
    """Return who may know more where we know neither number nor e-mail: who runs it, the town."""
    if space.operator:
        who = isolated(str(localized(space.operator, "name")))
        return _("You can ask: %(who)s.") % {"who": who}
    town = localized(space.municipality, "name")
    return _("You can ask the municipality: %(town)s.") % {"town": town}
