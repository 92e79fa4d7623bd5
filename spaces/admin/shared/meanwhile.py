"""What somebody else changed while a form stood open: shown, and never overwritten unseen."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import ManyToManyField, Max, Model
from django.forms.models import model_to_dict
from django.utils.translation import gettext as _
from simple_history.utils import get_m2m_reverse_field_name

from spaces.curation import history

_NUMBER = re.compile(r"\b([a-z]+):([0-9]{1,18})\b")


@dataclass(frozen=True)
class Clash:
    """A field that somebody else changed: the difference, who, and what stands in the form."""

    difference: history.Difference
    who: str
    is_taken_over: bool


class MeanwhileForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """A form that knows which state of the row it was opened on, and refuses to undo a later one.

    What its person did not touch takes the other's value; the rest stays as it was typed. Both are
    shown, and the form is saved when it is sent again.
    """

    parts: tuple[type[Model], ...] = ()  # whose rows are edited with this one
    opened_on = forms.CharField(widget=forms.HiddenInput, required=False)
    clashes: tuple[Clash, ...] = ()
    is_late = False
    data: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:  # noqa: SLF001
            return
        now = self._state_of_row()
        self.initial["opened_on"] = now
        if not self.is_bound:
            return
        opened_on = self.data.get(self.add_prefix("opened_on")) or now
        if opened_on != now:
            self.is_late = True
            self.data = self.data.copy()
            self.data[self.add_prefix("opened_on")] = now
            self.clashes = tuple(self._clashes(opened_on))

    def clean(self) -> dict[str, Any] | None:
        """Refuse what is late, this once."""
        if self.is_late:
            words = _(
                "Somebody else saved this meanwhile. Nothing of yours is lost: look at what "
                "changed, then save again."
            )
            self.add_error(None, words)
        return super().clean()

    def _state_of_row(self) -> str:
        """Return the number of the last record of the row, and of each kind of part."""
        name = self.instance._meta.model_name or ""  # noqa: SLF001
        records = {name: type(self.instance).history.filter(id=self.instance.pk)}
        for part in self.parts:
            directory = part.history.filter(**{name: self.instance.pk})  # type: ignore[attr-defined]
            rows = part.history.filter(id__in=directory.values("id"))  # type: ignore[attr-defined]
            records[part._meta.model_name or ""] = rows  # noqa: SLF001
        last = {kind: found.aggregate(last=Max("history_id")) for kind, found in records.items()}
        return " ".join(f"{kind}:{found['last'] or 0}" for kind, found in last.items())

    def _clashes(self, opened_on: str) -> list[Clash]:
        """Return what changed since; what was not touched here takes the new value."""
        number = numbers_of(opened_on).get(self.instance._meta.model_name or "")  # noqa: SLF001
        records = type(self.instance).history.filter(id=self.instance.pk)
        base, latest = records.filter(history_id=number).first(), records.first()
        if base is None or latest is None:
            return []
        who = str(latest.history_user or "")
        return [
            Clash(difference, who, self._take_over(difference.field, base, latest))
            for difference in history.differences(latest, base)
        ]

    def _take_over(self, name: str, base: Any, latest: Any) -> bool:
        field = self.fields.get(name)
        if field is None:
            return False
        before, after = (_value(record, name) for record in (base, latest))
        return take_over(self, field, self.add_prefix(name), before, after)


def numbers_of(opened_on: str) -> dict[str, int]:
    """Return, by model, the numbers that a form's state is made of."""
    return {kind: int(number) for kind, number in _NUMBER.findall(opened_on)}


def take_over(form: Any, field: Any, where: str, before: Any, after: Any) -> bool:
    """Put the new value in an input that still has the old one; tell whether it was so."""
    typed = field.widget.value_from_datadict(form.data, form.files, where)
    if field.has_changed(before, typed):
        return not field.has_changed(after, typed)
    fill_in(form.data, field.widget, where, field.prepare_value(after))
    return True


def fill_in(data: Any, widget: Any, where: str, value: Any) -> None:
    """Put in posted data what a browser sends of an input that shows this value."""
    widget = getattr(widget, "widget", widget)  # inside the admin's links to the related rows
    if isinstance(widget, forms.MultiWidget):
        several: Any = widget
        parts = zip(several.widgets_names, several.widgets, several.decompress(value), strict=True)
        for suffix, inner, part in parts:
            fill_in(data, inner, where + suffix, part)
    elif isinstance(widget, forms.CheckboxInput):
        data.setlist(where, ["on"] if widget.check_test(value) else [])
    elif isinstance(shown := widget.format_value(value), list | tuple):
        data.setlist(where, shown)
    else:
        data[where] = "" if shown is None else shown


def _value(record: Any, name: str) -> Any:
    """Return a field's value in a record, as a form's initial data has it."""
    field = record.instance_type._meta.get_field(name)  # noqa: SLF001
    if isinstance(field, ManyToManyField):
        through = get_m2m_reverse_field_name(field)
        return [getattr(row, f"{through}_id") for row in getattr(record, name).all()]
    return model_to_dict(record, fields=[name])[name]
