"""What a cell of each kind may hold: read from a file, refused in a sentence, written again."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.fields import Field
from import_export.widgets import Widget

from spaces.language.folding import fold


class Cell(Widget):  # type: ignore[misc]  # the library has no types
    """A text."""

    hint: Any = ""

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> Any:
        """Return what the cell says; None for an empty one. Raise ValueError with a sentence."""
        text = self.text(value)
        return self.read(text) if text else None

    def text(self, value: Any) -> str:
        """Return a cell's value as text: a spreadsheet's 1000.0 is 1000."""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, list):
            return ", ".join(map(str, value))
        return "" if value is None else str(value).strip()

    def read(self, text: str) -> Any:
        """Return the value that a text stands for."""
        return text

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> Any:
        """Return the value as a cell."""
        if value is None:
            return ""
        return value if isinstance(value, str | int | float) else str(value)


class Whole(Cell):
    """A whole number."""

    hint = gettext_lazy("A whole number.")

    def read(self, text: str) -> int:
        """Return the number."""
        if not re.fullmatch(r"\d{1,9}", text):
            raise ValueError(_("“%(text)s” is not a whole number.") % {"text": text})
        return int(text)


class Degrees(Cell):
    """A latitude or a longitude."""

    hint = gettext_lazy("Degrees, such as 50.84655.")

    def text(self, value: Any) -> str:
        """Return the text, a decimal comma as a point."""
        return super().text(value).replace(",", ".")

    def read(self, text: str) -> float:
        """Return the number of degrees."""
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,20})?", text):
            raise ValueError(_("Write degrees, such as 50.84655."))
        return float(text)


class Day(Cell):
    """A date."""

    hint = gettext_lazy("A date, such as 2026-12-31 or 31/12/2026.")
    forms = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")

    def text(self, value: Any) -> str:
        """Return the text; a spreadsheet's date as such."""
        if isinstance(value, datetime):
            value = value.date()
        return super().text(value)

    def read(self, text: str) -> date:
        """Return the day."""
        for form in self.forms:
            try:
                return datetime.strptime(text, form).date()  # noqa: DTZ007 - a civil day
            except ValueError:
                continue
        raise ValueError(
            _("“%(text)s” is not a date. Write 2026-12-31 or 31/12/2026.") % {"text": text}
        )

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        """Return the day as ISO 8601 has it."""
        return value.isoformat() if value else ""


class Hour(Cell):
    """A time of day."""

    hint = gettext_lazy("A time, such as 09:30.")

    def text(self, value: Any) -> str:
        """Return the text; a spreadsheet's time without its seconds."""
        if isinstance(value, time | datetime):
            return value.strftime("%H:%M")
        return super().text(value)

    def read(self, text: str) -> time:
        """Return the time."""
        found = re.fullmatch(r"(\d{1,2})[:hH.](\d\d)(:00)?", text)
        if not found or int(found[1]) > 23 or int(found[2]) > 59:
            raise ValueError(_("“%(text)s” is not a time. Write 09:30.") % {"text": text})
        return time(int(found[1]), int(found[2]))

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        """Return hours and minutes."""
        return value.strftime("%H:%M") if value else ""


class YesNo(Cell):
    """Yes or no."""

    hint = gettext_lazy("One of: yes, no.")
    words = dict.fromkeys(("yes", "true", "1", "oui", "ja"), True) | dict.fromkeys(
        ("no", "false", "0", "non", "nee"), False
    )

    def read(self, text: str) -> bool:
        """Return the answer."""
        if fold(text) not in self.words:
            raise ValueError(_("Write yes or no."))
        return self.words[fold(text)]

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        """Return the word."""
        return "yes" if value else "no"


class Choice(Cell):
    """One of some codes."""

    def __init__(self, known: Iterable[str]) -> None:
        """Take the codes."""
        super().__init__()
        self.known = list(known)

    @property
    def hint(self) -> str:
        """Return the codes in a sentence."""
        return _("One of: %(known)s.") % {"known": ", ".join(filter(None, self.known))}

    def read(self, text: str) -> str:
        """Return the code."""
        if text.lower() not in self.known:
            raise ValueError(
                _("“%(text)s” is none of: %(known)s.")
                % {"text": text, "known": ", ".join(filter(None, self.known))}
            )
        return text.lower()


class Several(Cell):
    """Some of many codes, with commas between them."""

    def __init__(self, known: Callable[[], Iterable[str]]) -> None:
        """Take what returns the codes."""
        super().__init__()
        self.find = known

    @property
    def hint(self) -> str:
        """Return the codes in a sentence."""
        return _("Several, with commas, of: %(known)s.") % {"known": ", ".join(self.find())}

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> list[str]:
        """Return the codes, in the order of those known; none for an empty cell."""
        by_fold = {fold(code): code for code in self.find()}
        texts = [part.strip() for part in re.split(r"[,;|\n]", self.text(value)) if part.strip()]
        unknown = [text for text in texts if fold(text) not in by_fold]
        if unknown:
            raise ValueError(
                _("“%(text)s” is none of: %(known)s.")
                % {"text": unknown[0], "known": ", ".join(by_fold.values())}
            )
        chosen = {by_fold[fold(text)] for text in texts}
        return [code for code in by_fold.values() if code in chosen]

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        """Return the codes with commas between them."""
        return ", ".join(value or [])


class Days(Cell):
    """Several dates, with commas between them."""

    hint = gettext_lazy("Dates, with commas: 2026-11-02, 2026-12-28.")

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> list[date]:
        """Return the days in their order."""
        if isinstance(value, datetime | date):
            return [Day().clean(value)]
        texts = [part.strip() for part in re.split(r"[,;|\n]", self.text(value)) if part.strip()]
        return sorted({Day().read(text) for text in texts})

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        """Return the days as ISO 8601 has them."""
        return ", ".join(day.isoformat() for day in value or [])


class Named(Cell):
    """A row of another table, by one of its names."""

    def __init__(
        self, find: Callable[[], dict[str, Any]], unknown: Any, hint: Any, key: str
    ) -> None:
        """Take what returns the rows by folded name, the sentences, and the field written out."""
        super().__init__()
        self.find, self.unknown, self.hint, self.key = find, unknown, hint, key

    def read(self, text: str) -> Any:
        """Return the row."""
        row = self.find().get(fold(text))
        if row is None:
            raise ValueError(str(self.unknown) % {"text": text})
        return row

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        """Return the row's own name."""
        return getattr(value, self.key) if value else ""


class Column(Field):  # type: ignore[misc]  # the library has no types
    """A column that is a field of the model, under the field's own name."""

    def __init__(self, field: "models.Field[Any, Any]", widget: Cell) -> None:
        """Take the model's field, and what its cells hold."""
        super().__init__(attribute=field.name, column_name=field.name, widget=widget)
        self.field = field

    @property
    def label(self) -> str:
        """Return the field's label."""
        return str(capfirst(self.field.verbose_name))

    @property
    def help(self) -> str:
        """Return how the column is filled in."""
        return " ".join(str(part) for part in (self.widget.hint, self.field.help_text) if part)

    def save(self, instance: Any, row: Any, is_m2m: bool = False, **kwargs: Any) -> None:
        """Put the cell's value on the row; what says the same stays as it is."""
        new, old = self.widget.clean(row[self.column_name]), self.get_value(instance)
        if new is None:
            new = self.empty()
        if _said(new) != _said(old):
            setattr(instance, self.attribute, new)

    def empty(self) -> Any:
        """Return what an empty cell stands for."""
        if self.field.has_default():
            return self.field.get_default()
        return None if self.field.null else ""


class Beside(Field):  # type: ignore[misc]  # the library has no types
    """A column whose value stands in another table; it waits here until the row is saved."""

    # The row that is being read, and its cell's value; a file is read row by row.
    waiting: tuple[Any, Any] | None = None

    def __init__(
        self, name: str, widget: Cell, label: Any, stored: Callable[[Any], Any], help_text: Any = ""
    ) -> None:
        """Take the column's name and label, what its cells hold, and what returns the stored."""
        super().__init__(attribute=name, column_name=name, widget=widget)
        self.label, self.stored, self.help_text = label, stored, help_text

    @property
    def help(self) -> str:
        """Return how the column is filled in."""
        return " ".join(str(part) for part in (self.widget.hint, self.help_text) if part)

    def get_value(self, instance: Any) -> Any:
        """Return what waits to be saved, else what is stored."""
        if self.waiting and self.waiting[0] is instance:
            return self.waiting[1]
        return None if instance._state.adding else self.stored(instance)  # noqa: SLF001

    def save(self, instance: Any, row: Any, is_m2m: bool = False, **kwargs: Any) -> None:
        """Let the cell's value wait, where it says something new."""
        new = self.widget.clean(row[self.column_name])
        if _said(new) != _said(self.get_value(instance)):
            self.waiting = instance, new

    def take(self, instance: Any) -> Iterator[Any]:
        """Yield what waits of a row, once."""
        if self.waiting and self.waiting[0] is instance:
            _row, value = self.waiting
            self.waiting = None
            yield value


def _said(value: Any) -> Any:
    """Return a value to compare: an empty text is none, line ends are one, lists have no order."""
    if isinstance(value, str):
        return "\n".join(value.split("\r\n")).strip() or None
    return sorted(value) or None if isinstance(value, list) else value
