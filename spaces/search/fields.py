"""What the fields of the search forms have in common: their controls, and what they complain of."""

from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

UNREADABLE = _("We could not read where you are. Please type it again.")
TOO_LONG = _("This is too long. Type a town, a postal code or a stop.")
NO_SUCH_CHOICE = _("We do not know one of these choices. We left it out.")
NO_NUMBER = _("We could not read a number in this address. We left it out.")
NO_SUCH_MAP = _("We could not read this part of the map.")
NO_MOMENT = _("We could not read this date and time.")
FAR_AWAY = _("Choose a date nearer to today.")

# All that a field can find wrong; the visitor is told one thing about it.
_FAULTS = (
    "invalid",
    "invalid_choice",
    "max_length",
    "max_value",
    "min_value",
    "null_characters_not_allowed",
)


def saying(sentence: Any) -> dict[str, Any]:
    """Return a field's `error_messages`: this sentence, whatever is wrong."""
    return dict.fromkeys(_FAULTS, sentence)


class LastFilled(forms.TextInput):
    """Two controls may share a name (“now” and “at another time”): the last one filled counts."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:  # noqa: ARG002
        """Return the last value that is not empty."""
        values = data.getlist(name) if isinstance(data, MultiValueDict) else [data.get(name)]
        return next((value for value in reversed(values) if value), None)


class Flag(forms.CheckboxInput):
    """A choice that is on or off: nothing but “1” and what a ticked box sends switches it on."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> bool:  # noqa: ARG002
        """Tell whether it is on."""
        return data.get(name) in ("1", "on", "true")
