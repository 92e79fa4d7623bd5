"""What a form could not take, each sentence with the place on the page where it is mended."""

from typing import NamedTuple, Protocol

from django import template
from django.forms.utils import ErrorDict

from spaces.search.forms import PlaceForm

register = template.Library()

# Of a search: what the box asks for; all else stands among the filters.
_IN_THE_BOX = frozenset({"q", "lat", "lng"})


class Sent(Protocol):
    """A form that says in sentences what is wrong with it."""

    @property
    def problems(self) -> list[str]:
        """Return the sentences."""

    @property
    def errors(self) -> ErrorDict:
        """Return what is wrong with each field."""


class Problem(NamedTuple):
    """A sentence, and the id of what it speaks of, '' where that is the form as a whole."""

    words: str
    field: str


@register.simple_tag
def problems_of(form: Sent) -> list[Problem]:
    """Return what the form could not take."""
    fields = {str(error): name for name, errors in form.errors.items() for error in errors}
    return [Problem(words, _where(form, fields.get(words, ""))) for words in form.problems]


def _where(form: Sent, name: str) -> str:
    if isinstance(form, PlaceForm):
        return "where" if name in _IN_THE_BOX else "filters"
    return "" if name == "__all__" else name
