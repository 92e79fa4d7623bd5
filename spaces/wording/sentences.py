"""Sentences about a space that more than one page says."""

from django.utils.translation import gettext as _

from spaces.hours.opening import State
from spaces.language.bidi import isolated
from spaces.language.localized import localized
from spaces.models import Space


def hours_sentence(space: Space, state: State | None) -> str:
    """Return whether the space is open, as the state of now says."""
    if state is None:
        return hours_not_known(space)
    return as_example(space, state.sentence)


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


def as_example(space: Space, sentence: str) -> str:
    """Return the sentence, marked where the hours behind it are invented."""
    return as_example_of(sentence, invented=space.has_sample_hours)


def as_example_of(sentence: str, *, invented: bool) -> str:
    """Return the sentence, marked where what it says is invented."""
    return _("Example: %(sentence)s") % {"sentence": sentence} if invented else sentence
