"""What somebody else changed of the rows that hang on one, while the form of all stood open."""

import re
from collections.abc import Iterator
from typing import Any

from django.forms.models import BaseInlineFormSet, model_to_dict
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spaces.admin.shared.meanwhile import Clash, fill_in, numbers_of, take_over
from spaces.curation import history

KEY = "id"  # of every row of the directory

# What was posted of one row, by the ends of its inputs' names.
Posted = dict[str, list[Any]]


class MeanwhileFormSet(BaseInlineFormSet):  # type: ignore[type-arg]  # generic in the stubs only
    """The rows of a part. What was not touched here is as the database has it now.

    A row that somebody added stands among them; one that somebody deleted does not, unless
    something was typed in it: then it is a new one. The form itself is refused once, and shows
    what changed (`clashes`).
    """

    same = ""  # the field by which a new row repeats a stored one
    clashes: tuple[Clash, ...] = ()
    model: Any
    fk: Any
    data: Any
    prefix: str
    initial_extra: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_stored = not self.instance._state.adding and not self.save_as_new  # noqa: SLF001
        if self.is_bound and is_stored and self.management_form.is_valid():
            self.clashes = tuple(self._catch_up())

    def _catch_up(self) -> Iterator[Clash]:
        """Make what was posted fit the rows of now, and yield what changed."""
        stored: dict[str, Any] = {str(row.pk): row for row in self.get_queryset()}
        sent, new = self._sent(stored)
        if sent.keys() == stored.keys() and not self.latest:
            return
        gone = {key: sent.pop(key) for key in [*sent] if key not in stored}
        typed = {key: one for key, one in gone.items() if self._is_touched(key, one)}
        for one in typed.values():
            one.pop(KEY, None)
            new.append(one)
        self._write([sent.get(key, {}) for key in stored], new)
        for place, (key, row) in enumerate(stored.items()):
            yield from self._merge(place, key, row, sent.get(key, {}))
        for key in gone:
            yield self._farewell(key, is_dropped=key not in typed)

    def _sent(self, stored: dict[str, Any]) -> tuple[dict[str, Posted], list[Posted]]:
        """Return what was posted of stored rows, by their keys, and of new ones."""
        posted = [self._posted(place) for place in range(self.total_form_count())]
        count = self.initial_form_count()
        sent = {_first(one, KEY): one for one in posted[:count]}
        new = posted[count:]
        if self.same:
            keys = {getattr(row, self.same): key for key, row in stored.items()}
            for one in new:
                key = keys.get(_first(one, self.same))
                if key and key not in sent:
                    sent[key] = one
            new = [one for one in new if _first(one, self.same) not in keys]
        return sent, new

    @cached_property
    def latest(self) -> dict[str, Any]:
        """Return, by row, the last record of what changed since the form was opened."""
        if self.opened_on is None:
            return {}
        records = self._records.filter(history_id__gt=self.opened_on).select_related("history_user")
        return {str(record.id): record for record in records.order_by("history_id")}

    @cached_property
    def former(self) -> dict[str, dict[str, Any]]:
        """Return, by row, the values that the form was opened with."""
        if self.opened_on is None:
            return {}
        records = self._records.filter(history_id__lte=self.opened_on).order_by("history_id")
        return {str(record.id): self._values(record) for record in records}

    @cached_property
    def blank(self) -> dict[str, Any]:
        """Return the values that a new row begins with."""
        form = self.empty_form
        return {
            name: form.get_initial_for_field(field, name) for name, field in self._fields.items()
        }

    @cached_property
    def opened_on(self) -> int | None:
        """Return the number of the last record when the form was opened."""
        return numbers_of(self.data.get("opened_on", "")).get(self.model._meta.model_name or "")  # noqa: SLF001

    @property
    def _records(self) -> Any:
        """Return the records of all rows that ever hung here."""
        all_records = self.model.history
        directory = all_records.filter(**{self.fk.name: self.instance.pk})
        return all_records.filter(id__in=directory.values("id"))

    @property
    def _fields(self) -> dict[str, Any]:
        """Return the inputs of a row, keys apart."""
        return self.form.base_fields

    def _values(self, row: Any) -> dict[str, Any]:
        return model_to_dict(row, fields=[*self._fields])

    def _posted(self, place: int) -> Posted:
        start = f"{self.prefix}-{place}-"
        names = [name for name in self.data if name.startswith(start)]
        return {name.removeprefix(start): self.data.getlist(name) for name in names}

    def _is_touched(self, key: str, one: Posted) -> bool:
        """Tell whether something was typed in a row that is gone."""
        former = self.former.get(key)
        if former is None or "DELETE" in one:
            return False
        data = MultiValueDict(one)
        return any(
            field.has_changed(
                former[name], field.widget.value_from_datadict(data, self.files, name)
            )
            for name, field in self._fields.items()
        )

    def _write(self, rows: list[Posted], new: list[Posted]) -> None:
        """Put these rows in the posted data; of a fixed list of new ones, each at its place."""
        fixed = self.initial_extra if self.same else None
        if fixed is not None:
            known = {_first(one, self.same): one for one in new}
            new = [known.get(initial[self.same], {}) for initial in fixed]
        inputs = re.compile(rf"{re.escape(self.prefix)}-\d+-")
        for name in [name for name in self.data if inputs.match(name)]:
            del self.data[name]
        for place, one in enumerate([*rows, *new]):
            for end, values in one.items():
                self.data.setlist(f"{self.prefix}-{place}-{end}", values)
        for place, initial in enumerate(fixed or [], len(rows)):
            if f"{self.prefix}-{place}-{self.same}" not in self.data:
                self._fill(place, self.blank | initial)
        self.data[f"{self.prefix}-INITIAL_FORMS"] = len(rows)
        self.data[f"{self.prefix}-TOTAL_FORMS"] = len(rows) + len(new)
        del self.management_form  # it was read before

    def _fill(self, place: int, values: dict[str, Any]) -> None:
        """Put values in the inputs of a row."""
        for name, field in self._fields.items():
            value = field.prepare_value(values.get(name))
            fill_in(self.data, field.widget, f"{self.prefix}-{place}-{name}", value)

    def _merge(self, place: int, key: str, row: Any, one: Posted) -> Iterator[Clash]:
        """Give a stored row's inputs its key, and the new values where nothing was typed."""
        self.data[f"{self.prefix}-{place}-{KEY}"] = key
        self.data[f"{self.prefix}-{place}-{self.fk.name}"] = str(self.instance.pk)
        now = self._values(row)
        if not one.keys() & self._fields.keys():
            self._fill(place, now)
            if key not in self.former:
                yield self._clash(key, row, "", "–", str(row), is_taken_over=True)
            return
        if key not in self.latest and KEY in one:
            return
        is_deleted_here = "DELETE" in one
        then = self.former.get(key) or self.blank
        for name, field in self._fields.items():
            column: Any = self.model._meta.get_field(name)  # noqa: SLF001
            words = [history.in_words(column, values.get(name)) for values in (then, now)]
            if name != self.same and words[0] != words[1]:
                where = f"{self.prefix}-{place}-{name}"
                taken = take_over(self, field, where, then.get(name), now[name])
                label = str(capfirst(column.verbose_name))
                yield self._clash(
                    key, row, label, *words, is_taken_over=taken and not is_deleted_here
                )

    def _farewell(self, key: str, *, is_dropped: bool) -> Clash:
        """Return that a row is gone."""
        record = self.latest.get(key)
        thing = record.history_object if record else key
        after = _("It belongs to another listing now.")
        if record is None or record.history_type == "-":
            after = _("Deleted")
        return self._clash(key, thing, "", str(thing), after, is_taken_over=is_dropped)

    def _clash(
        self, key: str, thing: Any, label: str, before: str, after: str, *, is_taken_over: bool
    ) -> Clash:
        kind = capfirst(self.model._meta.verbose_name)  # noqa: SLF001
        name = " · ".join(filter(None, [str(kind), str(thing) if label else "", label]))
        user = getattr(self.latest.get(key), "history_user", None)
        difference = history.Difference(label, name, before, after)
        return Clash(difference, str(user or ""), is_taken_over)


def _first(one: Posted, name: str) -> str:
    return str(next(iter(one.get(name, [])), ""))
