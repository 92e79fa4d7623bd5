"""Whom to ask what nobody told us: the place or, where there is no way to it, who runs it."""

from django.conf import settings
from django.utils.translation import gettext as _

from spaces.language import phones
from spaces.language.bidi import isolated, left_to_right
from spaces.language.localized import localized
from spaces.models import Space


def ask_there(space: Space) -> str:
    """Return that one asks there or, where nobody knows how to, whom to ask instead."""
    return _("Ask there.") if space.can_be_reached else whom_to_ask(space)


def whom_to_ask(space: Space) -> str:
    """Return who may know more of a place that cannot be asked: who runs it, the line, the town."""
    if space.operator:
        who = isolated(str(localized(space.operator, "name")))
        return _("You can ask: %(who)s.") % {"who": who}
    if settings.HELP_LINE:
        number = left_to_right(phones.display(settings.HELP_LINE))
        return _("You can ask the help line: %(number)s.") % {"number": number}
    town = localized(space.municipality, "name")
    return _("You can ask the municipality: %(town)s.") % {"town": town}
