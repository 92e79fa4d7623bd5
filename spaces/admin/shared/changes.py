"""The changes of a row and of its parts, the latest first, read a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet, Value, Window
from django.db.models.functions import Lag, Lead
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spaces.curation import history

PER_PAGE = 50


@dataclass(frozen=True)
class Change:
    """A state of a row (`record`) and the one before it, None where it is the first.

    A part may hang on another row by now: then `is_elsewhere`.
    """

    record: Any
    before: Any
    is_present: bool
    is_elsewhere: bool

    @cached_property
    def differences(self) -> list[history.Difference]:
        """Return what this change touched."""
        return history.differences(self.record, self.before) if self.before else []

    @property
    def thing(self) -> str:
        """Return what was changed: its kind, and its name."""
        kind = capfirst(self.record.instance_type._meta.verbose_name)  # noqa: SLF001
        return f"{kind}: {self.record.history_object}"

    @property
    def kind(self) -> str:
        """Return what was done, in words."""
        if self.record.history_type == "~":
            return _("Changed") if self.before else _("As it was when the history began")
        return _("Created") if self.record.history_type == "+" else _("Deleted")

    @property
    def can_come_back(self) -> bool:
        """Tell whether this state is another than today's, and one to return to."""
        is_past = not self.is_present and not self.is_elsewhere
        return is_past and self.record.history_type != "-"

    def until_now(self) -> list[history.Difference]:
        """Return what going back would change today."""
        now = self.record.instance_type.history.filter(id=self.record.id).first()
        return [] if now.history_type == "-" else history.differences(self.record, now)

    @property
    def key(self) -> str:
        """Return the record's part of an address."""
        return f"{self.record.instance_type._meta.model_name}-{self.record.history_id}"  # noqa: SLF001


class Entry(NamedTuple):
    """Where a change is found: the model's name, its record, and those before and after."""

    kind: str
    number: int
    before: int | None
    after: int | None


class Changes:
    """The history of a row, and of the models whose rows hang on it by a key of its name."""

    def __init__(self, row: Model, parts: Iterable[type[Model]]) -> None:
        """Follow a row."""
        name = row._meta.model_name or ""  # noqa: SLF001
        self.models: dict[str, Any] = {name: type(row)}
        self.models |= {part._meta.model_name or "": part for part in parts}  # noqa: SLF001
        self.which = {kind: {name: row.pk} for kind in self.models} | {name: {"id": row.pk}}

    def page(self, number: str | None) -> tuple[Page[Any], list[Change]]:
        """Return a page of the entries, and its changes: as many queries, however many they are."""
        first, *others = (self._entries(kind) for kind in self.models)
        entries = first.union(*others, all=True) if others else first
        page = Paginator(entries.order_by("-history_date", "-history_id"), PER_PAGE).get_page(
            number
        )
        return page, self._read([Entry(*entry[1:]) for entry in page])

    def find(self, key: str) -> Change | None:
        """Return the change with a key, None where this row has none such."""
        kind, _dash, number = key.rpartition("-")
        if kind not in self.models or not number.isdecimal():
            return None
        found = [entry for entry in self._entries(kind) if entry[2] == int(number)]
        return next(iter(self._read([Entry(*entry[1:]) for entry in found])), None)

    def _entries(self, kind: str) -> QuerySet[Any, Any]:
        """Return where the changes of one model are found, each after its date."""
        records = self.models[kind].history.filter(**self.which[kind]).order_by()
        window: Any = {"partition_by": "id", "order_by": ["history_date", "history_id"]}
        return records.values_list(  # type: ignore[no-any-return]  # the library has no types
            "history_date",
            Value(kind),
            "history_id",
            Window(Lag("history_id"), **window),
            Window(Lead("history_id"), **window),
        )

    def _read(self, entries: list[Entry]) -> list[Change]:
        """Fetch what stands at the entries."""
        records: dict[tuple[str, int | None], Any] = {}
        elsewhere = set()
        for kind, model in self.models.items():
            here = [entry for entry in entries if entry.kind == kind]
            numbers = {number for entry in here for number in (entry.number, entry.before)}
            found = history.with_details(model.history.filter(history_id__in=numbers - {None}))
            records |= {(kind, record.history_id): record for record in found}
            keys = {records[kind, entry.number].id for entry in here}
            rows = model._default_manager.filter(pk__in=keys).exclude(**self.which[kind])  # noqa: SLF001
            elsewhere |= set(rows.values_list("pk", flat=True))
        return [
            Change(
                records[entry.kind, entry.number],
                records.get((entry.kind, entry.before)),
                entry.after is None,
                records[entry.kind, entry.number].id in elsewhere,
            )
            for entry in entries
        ]
