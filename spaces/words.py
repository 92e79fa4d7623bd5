"""Sentences about a space that more than one page says."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from config.languages import current
from spaces.models import Space
from spaces.search import Results, Where


def hours_sentence(space: Space, at: datetime) -> str:
    """Return whether the space is open at `at`; an invented sentence says that it is one."""
    if space.hours is None:
        return _("We do not know the hours. Ask before you come.")
    sentence = space.hours.sentence(at)
    return (
        _("Example: %(sentence)s") % {"sentence": sentence} if space.has_sample_hours else sentence
    )


def place_name(where: Where) -> str:
    """Return the name of where the visitor is, '' when that is not known."""
    if where.meaning:
        return where.meaning.label(current().code)
    return _("you") if where.position else ""


def results_title(found: Results) -> str:
    """Return what the results page shows, in a few words; examples are not counted."""
    words = {"places": found.real, "place": place_name(found.where)}
    if found.where.origin:
        title = ngettext(
            "%(places)d place near %(place)s", "%(places)d places near %(place)s", found.real
        )
    else:
        title = ngettext("%(places)d place", "%(places)d places", found.real)
    return title % words
