"""What is remembered of every change at the desk, and how an earlier state comes back.

django-simple-history keeps a copy of a row at each change. A model is registered here *after* its
translated columns exist (in `translation.py`): in the other order they would not be remembered.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

import simple_history
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from modeltranslation.translator import NotRegistered, translator
from simple_history.utils import get_m2m_reverse_field_name

REMEMBERED: list[type[models.Model]] = []

# Kept up to date by the models themselves: nothing that a person wrote.
_DERIVED = {"search_key", "created_at", "updated_at", "was_public"}


class Difference(NamedTuple):
    """A field that a change touched: its label, and what it said before and after, in words."""

    field: str
    label: str
    before: str
    after: str


def remember(model: type[models.Model], *, lists: Iterable[str] = ()) -> None:
    """Keep every state of a model's rows, the named many-to-many fields with them."""
    derived = [field.name for field in model._meta.fields if field.name in _DERIVED]  # noqa: SLF001
    simple_history.register(
        model,
        app=model._meta.app_label,  # noqa: SLF001
        excluded_fields=derived,
        m2m_fields=[model._meta.get_field(name) for name in lists],  # noqa: SLF001
    )
    REMEMBERED.append(model)


def begin() -> None:
    """Note the present state of what has no history yet: its first change compares with it."""
    for model in REMEMBERED:
        history = model.history  # type: ignore[attr-defined]  # the library adds it
        known = history.values("id")
        fresh = model._default_manager.exclude(pk__in=known)  # noqa: SLF001
        if history.model._history_m2m_fields:  # noqa: SLF001
            for row in fresh:
                row.save(update_fields=[_some_field(model)])
        else:
            history.bulk_history_create(list(fresh), batch_size=500)


def fields_of(record: Any) -> Iterator["models.Field[Any, Any]"]:
    """Return the columns that people write in; of a translated text, those of the languages."""
    model = record.instance_type
    try:
        options: Any = translator.get_options_for_model(model)
        originals = set(options.fields)
    except NotRegistered:
        originals = set()
    for field in record.tracked_fields:
        if field.editable and not field.primary_key and field.name not in originals:
            yield field


def differences(newer: Any, older: Any) -> list[Difference]:
    """Return what changed between two states of a row, in the order of its fields."""
    fields: dict[str, Any] = {field.name: field for field in fields_of(newer)}
    delta = newer.diff_against(older, included_fields=[*fields], foreign_keys_are_objs=True)
    changes = {change.field: (change.old, change.new) for change in delta.changes}
    for field in newer._history_m2m_fields:  # noqa: SLF001
        fields[field.name] = field
        changes[field.name] = (_listed_names(older, field), _listed_names(newer, field))
    found = []
    for name, field in fields.items():
        before, after = (in_words(field, value) for value in changes.get(name, (None, None)))
        if before != after:  # an empty text and none at all read the same
            found.append(Difference(name, capfirst(field.verbose_name), before, after))
    return found


def with_details(records: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Fetch, with records, all that their differences are told with, however many they are."""
    model: Any = records.model
    keys = [f.name for f in model.tracked_fields if isinstance(f, models.ForeignKey)]
    lists = [
        f"{_list_of(model, field)}__{get_m2m_reverse_field_name(field)}"
        for field in model._history_m2m_fields  # noqa: SLF001
    ]
    return records.select_related("history_user", *keys).prefetch_related(*lists)


def put_back(record: Any, *, untouched: Iterable[str] = (), why: str = "") -> None:
    """Give a row the state of a record again, save untouched fields and files; remember why.

    A row that was deleted comes back. Raises ValidationError where that state is refused today.
    """
    model = record.instance_type
    row: Any
    row = model._default_manager.filter(pk=record.id).first() or model(pk=record.id)  # noqa: SLF001
    for field in fields_of(record):
        is_file = isinstance(model._meta.get_field(field.name), models.FileField)  # noqa: SLF001
        if field.name not in untouched and not is_file:
            setattr(row, field.attname, getattr(record, field.attname))
    row.full_clean()
    when = date_format(localtime(record.history_date), "SHORT_DATETIME_FORMAT")
    said = _("Back to the state of %(when)s") % {"when": when}
    if why:
        said = _("Back to the state of %(when)s: %(why)s") % {"when": when, "why": why}
    row._change_reason = said  # noqa: SLF001
    row.save()
    for field in record._history_m2m_fields:  # noqa: SLF001
        if field.name not in untouched:
            getattr(row, field.name).set(_listed(record, field))


def in_words(field: Any, value: Any) -> str:
    """Return a field's value as one reads it."""
    labels = dict(field.flatchoices)
    if value in (None, "", []):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    if isinstance(value, datetime):
        return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    return str(labels.get(value, value))


def _list_of(model: Any, field: Any) -> str:
    """Return the name under which records have their rows of a many-to-many field."""
    link = getattr(model, field.name).model._meta.get_field("history")  # noqa: SLF001
    return str(link.remote_field.get_accessor_name())


def _listed_names(record: Any, field: Any) -> list[str]:
    """Return the names of the rows that a record lists, of those that are gone their keys."""
    name = get_m2m_reverse_field_name(field)
    found = []
    for row in getattr(record, _list_of(type(record), field)).all():
        try:
            found.append(str(getattr(row, name)))
        except ObjectDoesNotExist:
            found.append(str(getattr(row, f"{name}_id")))
    return sorted(found)


def _listed(record: Any, field: Any) -> list[models.Model]:
    """Return the rows that a record lists, those that are still there."""
    name = get_m2m_reverse_field_name(field)
    found = []
    for row in getattr(record, field.name).select_related(name):
        try:
            found.append(getattr(row, name))
        except ObjectDoesNotExist:
            continue
    return [row for row in found if row is not None]


def _some_field(model: type[models.Model]) -> str:
    return next(
        field.name
        for field in model._meta.concrete_fields  # noqa: SLF001
        if not field.primary_key and not field.is_relation
    )
