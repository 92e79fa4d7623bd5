"""Inputs for what the model keeps as lists, and for one that cannot be chosen anew."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.db.models import Field
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

LONGEST_LINE = 150  # characters


class LinesField(forms.CharField):
    """A list of short texts, written one on a line."""

    widget = forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})
    default_error_messages = {
        "too_long": _("A line may have %(limit)d characters at most: “%(start)s…”."),
    }

    def prepare_value(self, value: Any) -> Any:
        """Return the text to edit."""
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        """Return the lines, each once, or refuse one that is too long."""
        lines = _lines(super().clean(value))
        for line in lines:
            if len(line) > LONGEST_LINE:
                words = {"limit": LONGEST_LINE, "start": line[:20]}
                message = self.error_messages["too_long"]
                raise forms.ValidationError(message, code="too_long", params=words)
        return lines

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Tell whether other lines were written."""
        return _lines(data or "") != (initial or [])


class FixedChoice(forms.HiddenInput):
    """A choice that is made already: shown in words, sent back as it is."""

    template_name = "admin/spaces/_fixed_choice.html"
    choices: Iterable[Any] = ()

    @property
    def is_hidden(self) -> bool:
        """Return False: its words are to be seen."""
        return False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the words to what Django's template needs."""
        context = super().get_context(name, value, attrs)
        words = {str(key): label for key, label in self.choices}
        context["widget"]["label"] = words.get(str(value or ""), value)
        return context


def checkboxes(db_field: "Field[Any, Any]", choices: Iterable[Any]) -> forms.MultipleChoiceField:
    """Return checkboxes for a field that keeps a list of known values."""
    return forms.MultipleChoiceField(
        choices=list(choices),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        **_words(db_field),
    )


def choice_of(
    choices: Iterable[Any],
) -> Callable[["Field[Any, Any]"], forms.MultipleChoiceField]:
    """Return what makes checkboxes of these values for a field."""
    return lambda db_field: checkboxes(db_field, choices)


class _File(NamedTuple):
    """What the template shows of a file that is there."""

    url: str
    name: str

    def __str__(self) -> str:
        return self.name


class PhotoInput(AdminFileWidget):
    """An input whose link shows the photo that is there, published or not."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Let the link lead to the desk's own address of the photo."""
        context = super().get_context(name, value, attrs)
        if self.is_initial(value):
            where = reverse("admin:spaces_space_photo", args=[value.instance.pk])
            context["widget"]["value"] = _File(where, value.name)
        return context


def lines(db_field: "Field[Any, Any]") -> LinesField:
    """Return a text area for a field that keeps a list of texts."""
    words = _words(db_field)
    one_on_a_line = _("One on a line.")
    words["help_text"] = f"{words['help_text']} {one_on_a_line}"
    return LinesField(required=False, **words)


def _words(db_field: "Field[Any, Any]") -> dict[str, Any]:
    return {"label": capfirst(db_field.verbose_name), "help_text": db_field.help_text}


def _lines(text: str) -> list[str]:
    stripped = (" ".join(line.split()) for line in text.splitlines())
    return list(dict.fromkeys(line for line in stripped if line))
