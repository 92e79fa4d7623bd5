"""The input for opening hours: a row for each weekday, the holidays, and what no grid can show.

The desk has it whole; a space's manager has the days and the holidays, and the rest stays as it is.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from spaces.hours import grid as hours_grid
from spaces.hours.grid import OFF, Grid
from spaces.hours.syntax import WEEKDAYS, HoursError, validate

KNOWN, UNKNOWN = "known", "unknown"
AS_USUAL, CLOSED, OWN = "usual", "closed", "own"

_KNOWN = [
    (KNOWN, gettext_lazy("As written below")),
    (UNKNOWN, gettext_lazy("Hours not known")),
]
_HOLIDAYS = [
    (AS_USUAL, gettext_lazy("The hours of that weekday")),
    (CLOSED, pgettext_lazy("public holidays", "Closed")),
    (OWN, gettext_lazy("These hours:")),
]
_no_null = ProhibitNullCharactersValidator()


def _cell(**attrs: Any) -> forms.TextInput:
    """Return an input for hours, which read from left to right in every language."""
    return forms.TextInput(
        attrs={"class": "vTextField", "autocomplete": "off", "dir": "ltr"} | attrs
    )


class HoursWidget(forms.MultiWidget):
    """The grid, which a script may help to fill in."""

    template_name = "admin/spaces/_hours.html"
    choices = _KNOWN

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """Make an input for each part."""
        parts: dict[str, Any] = {"known": forms.RadioSelect(choices=self.choices)}
        parts |= {day.lower(): _cell() for day in WEEKDAYS}
        parts["holidays"] = forms.Select(choices=_HOLIDAYS)
        parts["holiday_hours"] = _cell(**{"aria-label": gettext_lazy("Hours on public holidays")})
        parts["more"] = forms.Textarea(attrs={"rows": 2, "dir": "ltr"})
        super().__init__(parts, attrs)

    def decompress(self, value: str | None) -> list[str]:
        """Return what each input shows of stored hours; further rules stand one on a line."""
        if not value:
            return [UNKNOWN, *[""] * 7, AS_USUAL, "", ""]
        grid = hours_grid.read(value)
        mode = {"": AS_USUAL, OFF: CLOSED}.get(grid.holidays, OWN)
        own = hours_grid.shown(grid.holidays) if mode == OWN else ""
        week = map(hours_grid.shown, grid.week)
        return [KNOWN, *week, mode, own, grid.more.replace("; ", "\n")]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Name the parts for the template."""
        context = super().get_context(name, value, attrs)
        known, *days, holidays, holiday_hours, more = context["widget"]["subwidgets"]
        context |= {
            "known": known,
            "days": [
                {"name": hours_grid.named(day), "cell": cell} for day, cell in enumerate(days)
            ],
            "holidays": holidays,
            "holiday_hours": holiday_hours,
            "more": more,
        }
        return context


class HoursField(forms.Field):
    """Opening hours as they are stored, None where they are not known.

    What was not touched is stored as it was, letter for letter.
    """

    widget = HoursWidget
    stored: str | None = None
    no_hours = gettext_lazy(
        "No day has hours. Write them, or choose “not known”. If it is closed every day, "
        "write “off” under further rules."
    )

    def get_bound_field(self, form: Any, field_name: str) -> forms.BoundField:
        """Note what is stored, to know what was touched."""
        self.stored = form.get_initial_for_field(self, field_name)
        return super().get_bound_field(form, field_name)

    def clean(self, value: Any) -> str | None:
        """Return the hours; raise ValidationError with a sentence for each day that is wrong."""
        return self._compose(value, self.stored)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Tell whether other hours were written, in whatever way."""
        if self.disabled:
            return False
        try:
            return self._compose(data, initial) != (initial or None)
        except ValidationError:
            return True

    def _compose(self, data: list[str | None] | None, stored: str | None) -> str | None:
        parts = [(part or "").strip() for part in data or [""] * 11]
        for part in parts:
            _no_null(part)
        known, *days, holidays, holiday_hours, more = parts
        nothing = not any([*days, holiday_hours, more])
        if nothing and known != KNOWN:
            return None
        if known == UNKNOWN and stored:
            if parts[1:] == [part.strip() for part in self._lines(stored)[1:]]:
                return None
            raise ValidationError(
                _("You wrote hours and chose “not known”: choose one, or empty the hours.")
            )
        grid = _grid(days, holidays, holiday_hours, more)
        if stored and grid == hours_grid.read(stored):
            return stored
        return self._written(grid)

    def _written(self, grid: Grid) -> str:
        """Return the stored form of a grid; raise ValidationError with a sentence."""
        if not any([*grid.week, grid.more]):
            raise ValidationError(self.no_hours)
        try:
            text = hours_grid.write(grid)
            validate(text)
        except HoursError as error:
            raise ValidationError(str(error)) from error
        return text

    def _lines(self, stored: str) -> list[str]:
        """Return what the inputs hold of stored hours."""
        widget: Any = self.widget
        return list(widget.decompress(stored))


class ProposedHoursWidget(HoursWidget):
    """The grid of hours that may be proposed or not."""

    choices = [_KNOWN[0], (UNKNOWN, gettext_lazy("The hours stay as they are"))]


class ManagerHoursWidget(HoursWidget):
    """The days and the holidays, as a space's manager fills them in."""

    template_name = "spaces/_hours_grid.html"

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return what was typed, without what no keyboard types and no database takes."""
        typed = super().value_from_datadict(data, files, name)
        return [part and part.replace("\x00", "") for part in typed]


class ManagerHoursField(HoursField):
    """Opening hours as their manager says they are; None where nothing was touched.

    Rules that the grid does not show are no part of the form: those that are stored stay.
    """

    widget = ManagerHoursWidget
    no_hours = gettext_lazy("No day has hours. Closed for good? Say so in the last box.")

    @staticmethod
    def shows(stored: str | None) -> bool:
        """Tell whether the grid shows these hours: not those that are written as rules alone."""
        return not stored or any(hours_grid.read(stored).week)

    def clean(self, value: Any) -> str | None:
        """Return the hours; raise ValidationError with a sentence for each day that is wrong."""
        if not self.shows(self.stored) or all(part is None for part in value):
            return None
        _known, *days, _holidays, holiday_hours, _more = [(part or "").strip() for part in value]
        if not self.stored and not any([*days, holiday_hours]):
            return None
        further = self._lines(self.stored)[-1] if self.stored else ""
        hours = self._compose([KNOWN, *value[1:-1], further], self.stored)
        return None if hours == self.stored else hours


def _grid(days: list[str], holidays: str, holiday_hours: str, more: str) -> Grid:
    """Return what was typed as a grid; raise ValidationError with a sentence for each bad day."""
    problems: list[str] = []

    def hours(name: str, typed: str) -> str:
        try:
            return hours_grid.times(typed)
        except HoursError as error:
            problems.append(hours_grid.about(name, error))
            return ""

    week = tuple(hours(hours_grid.named(day), typed) for day, typed in enumerate(days))
    name = _("Public holidays")
    own = hours(name, holiday_hours)
    if holidays != OWN and own:
        problems.append(
            hours_grid.about(name, _("you wrote hours. Choose “These hours”, or empty them."))
        )
    if holidays == OWN and not own and not problems:
        problems.append(hours_grid.about(name, _("write the hours, or choose “Closed”.")))
    if problems:
        raise ValidationError(problems)
    said = {CLOSED: OFF, OWN: own}.get(holidays, "")
    rules = (" ".join(rule.split()) for rule in more.splitlines())
    return Grid(week, said, "; ".join(filter(None, rules)))
