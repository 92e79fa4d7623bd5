"""What the tables have in common: rows found by their key, judged by the model, all or none."""

import difflib
import hashlib
import logging
from typing import Any, ClassVar, NamedTuple

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.encoding import force_str
from django.utils.translation import gettext as _
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import Diff, ModelResource
from import_export.results import Result
from modeltranslation.translator import NotRegistered, translator

from spaces.exchange import columns
from spaces.exchange.files import FileError, Table
from spaces.models import DataVersion

log = logging.getLogger(__name__)

LONGEST_REASON = 100  # characters, as the history keeps them

# A constraint on one field alone, which that field has checked: asking for it costs a query.
_OF_FIELD = ("_known", "_sane")

_KINDS: list[tuple[type["models.Field[Any, Any]"], type[columns.Cell]]] = [
    (models.BooleanField, columns.YesNo),
    (models.DateField, columns.Day),
    (models.TimeField, columns.Hour),
    (models.FloatField, columns.Degrees),
    (models.IntegerField, columns.Whole),
]


class Change(NamedTuple):
    """A cell of the preview: what it said, and what it is going to say."""

    column: str
    before: str
    after: str


class Problem(NamedTuple):
    """What is wrong in a file: the line, the column ("" for the whole line), what stands there."""

    line: int
    column: str
    cell: str
    sentence: str


class Changes(Diff):  # type: ignore[misc]  # the library has no types
    """The cells of a row that change; as data, so that the page needs no HTML from here."""

    def __init__(self, resource: Any, instance: Any, new: bool) -> None:
        """Read the row as it is."""
        super().__init__(resource, instance, new)
        self.names, self.key = resource.get_diff_headers(), resource.key

    def as_html(self) -> list[Change]:
        """Return the cells that differ; a new row's key is drawn anew once it is confirmed."""
        found = []
        for name, before, after in zip(self.names, self.left, self.right, strict=True):
            if self.new and name == self.key:
                continue
            old, new = "" if self.new else force_str(before), force_str(after)
            if old != new:
                found.append(Change(name, old, new))
        return found


class Outcome(Result):  # type: ignore[misc]  # the library has no types
    """What an import does or would do, with what is wrong in words."""

    def __init__(self) -> None:
        """Start without problems, and without samples that go."""
        super().__init__()
        self.problems: list[Problem] = []
        self.removed: list[str] = []
        self.closed: list[str] = []

    @property
    def is_good(self) -> bool:
        """Tell whether nothing stands against it."""
        return not (self.has_errors() or self.has_validation_errors())

    @property
    def replaced(self) -> str:
        """Return a fingerprint of what stands now in the cells that change."""
        cells = [
            (row.object_id, change.column, change.before)
            for row in self.rows
            if row.import_type == row.IMPORT_TYPE_UPDATE
            for change in row.diff
            if change.before
        ]
        return hashlib.sha256(repr(cells).encode()).hexdigest()


class Loader(BaseInstanceLoader):  # type: ignore[misc]  # the library has no types
    """Find a row's model by the resource, which has them all in memory."""

    def get_instance(self, row: dict[str, Any]) -> Any:
        """Return the model, None for a new one."""
        return self.resource.find(row)


class TableResource(ModelResource):  # type: ignore[misc]  # the library has no types
    """A model as a table whose columns are named as its fields."""

    key: ClassVar[str]  # the column by which a row is known
    needed: ClassVar[tuple[str, ...]]  # columns without which a file means nothing
    unchanged_when_empty: ClassVar[tuple[str, ...]] = ()  # an empty cell says nothing there

    class Meta:
        """How the library works through a file."""

        clean_model_instances = True
        skip_unchanged = True
        report_skipped = False
        use_transactions = True
        import_id_fields: ClassVar[list[str]] = []
        instance_loader_class = Loader

    def __init__(self, rows: Any = None, spaces: Any = None) -> None:
        """Take the rows and the spaces that may be changed: all unless some are given."""
        super().__init__()
        self.rows, self.spaces = rows, spaces
        self.fields = {column.column_name: column for column in self.build()}
        self.lines: list[int] = []
        self.user: Any = None  # none on the command line, where all is allowed
        self.seen: dict[Any, int] = {}
        self.touched: set[Any] = set()

    def build(self) -> list[Any]:
        """Return the columns."""
        raise NotImplementedError

    def find(self, row: dict[str, Any]) -> Any:
        """Return the model that a row means, None for a new one."""
        raise NotImplementedError

    def store_beside(self, instance: Any, name: str, value: Any) -> None:
        """Store a column whose value stands in another table, by the row's own manager.

        So that what was fetched of it before is forgotten.
        """
        raise NotImplementedError

    def settle(self, instance: Any, row: dict[str, Any], before: dict[str, Any]) -> None:
        """Set what follows from the cells; raise ValidationError where they don't go together."""

    @classmethod
    def column(cls, name: str, widget: columns.Cell | None = None) -> columns.Column:
        """Return a field's column; what its cells hold follows from the field."""
        field: Any = cls._meta.model._meta.get_field(name)  # noqa: SLF001
        if widget is None and field.choices:
            widget = columns.Choice([code for code, _label in field.flatchoices])
        if widget is None:
            kind = next((kind for model, kind in _KINDS if isinstance(field, model)), columns.Cell)
            widget = kind()
        return columns.Column(field, widget)

    @classmethod
    def get_result_class(cls) -> type[Outcome]:
        """Return what an import comes back as."""
        return Outcome

    @classmethod
    def get_diff_class(cls) -> type[Changes]:
        """Return what compares a row before and after."""
        return Changes

    def get_import_order(self) -> list[str]:
        """Return the columns in their order."""
        return list(self.fields)

    get_export_order = get_import_order

    def export(self, queryset: Any = None, **kwargs: Any) -> Any:
        """Return the rows as a table."""
        rows = self._meta.model.objects.all() if queryset is None else queryset
        return super().export(self.with_all(rows), **kwargs)

    def with_all(self, rows: Any) -> Any:
        """Fetch, in few queries, all that the columns read."""
        return rows

    def check(self, table: Table) -> None:
        """Raise FileError, with a sentence, unless the columns of a file are ours."""
        for name in table.headers:
            if name not in self.fields:
                close = difflib.get_close_matches(name, self.fields, 1, 0.6)
                hint = _("Did you mean “%(name)s”?") % {"name": close[0]} if close else ""
                sentence = _("There is no column “%(name)s”.") % {"name": name[:80]}
                raise FileError(f"{sentence} {hint}".strip())
        for name in self.needed:
            if name not in table.headers:
                raise FileError(
                    _("The column “%(name)s” is missing. Start from the template.") % {"name": name}
                )

    def import_data_inner(
        self, dataset: Table, dry_run: bool, *args: Any, **kwargs: Any
    ) -> Outcome:
        """Go through the file; but for a preview, nobody else writes from the first row read on."""
        if not dry_run:
            DataVersion.bump()
        return super().import_data_inner(dataset, dry_run, *args, **kwargs)  # type: ignore[no-any-return]

    def before_import(self, dataset: Table, **kwargs: Any) -> None:
        """Note where the rows stand in the file, and who brings it."""
        self.lines, self.user = dataset.lines, kwargs.get("user")

    def before_import_row(self, row: dict[str, Any], **kwargs: Any) -> None:
        """Refuse what is no text; pass over empty cells that say nothing."""
        for name, value in list(row.items()):
            if isinstance(value, str) and "\x00" in value:
                raise ValidationError({name: _("This cell holds a character that is no text.")})
            empty = value is None or not str(value).strip()
            if empty and name in self.unchanged_when_empty:
                del row[name]

    def after_init_instance(
        self, instance: Any, new: bool, row: dict[str, Any], **kwargs: Any
    ) -> None:
        """Refuse a second line that means the same row."""
        key, line = self.key_of(row) if new else instance.pk, self.lines[kwargs["row_number"] - 1]
        if key and self.seen.setdefault(key, line) != line:
            raise ValidationError(
                {self.key: _("Line %(line)s means the same one.") % {"line": self.seen[key]}}
            )

    def key_of(self, row: dict[str, Any]) -> Any:
        """Return what of a new row may stand in the file once, None if nothing."""
        return None

    def text(self, row: dict[str, Any], name: str) -> str:
        """Return a cell as text, '' where there is none."""
        return columns.Cell().text(row.get(name))

    def import_instance(self, instance: Any, row: dict[str, Any], **kwargs: Any) -> None:
        """Put the cells on the model, then what follows from them."""
        before = {name: column.get_value(instance) for name, column in self.fields.items()}
        super().import_instance(instance, row, **kwargs)
        self.settle(instance, row, before)

    def skip_row(self, instance: Any, original: Any, row: Any, errors: Any = None) -> bool:
        """Skip what is the same; a new row never is."""
        self.touched.add(instance.pk)
        adding = instance._state.adding  # noqa: SLF001
        return not adding and bool(super().skip_row(instance, original, row, errors))

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Ask the model; of a translated text, name the language's column alone."""
        errors: Any = dict(import_validation_errors or {})
        exclude = set(errors)
        if instance._state.adding:  # noqa: SLF001 - its key is drawn when it is saved
            exclude.add(self.key)
        try:
            instance.full_clean(exclude, validate_constraints=False)
        except ValidationError as error:
            errors = error.update_error_dict(errors)
        errors = self._against_constraints(instance, exclude, errors)
        for name in self._translated():
            if any(other.startswith(f"{name}_") for other in errors):
                errors.pop(name, None)
        if errors:
            raise ValidationError(errors)

    def save_instance(self, instance: Any, is_create: bool, row: Any, **kwargs: Any) -> None:
        """Save; a preview has no need of it."""
        if not kwargs.get("dry_run"):
            super().save_instance(instance, is_create, row, **kwargs)

    def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """Tell the history from which file this came."""
        reason = _("Import of %(file)s") % {"file": kwargs.get("file_name") or "?"}
        instance._change_reason = reason[:LONGEST_REASON]  # noqa: SLF001

    def after_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        """Store what waited for the model to be saved."""
        for name, column in self.fields.items():
            if isinstance(column, columns.Beside):
                for value in column.take(instance):
                    self.store_beside(instance, name, value)

    def after_import(self, dataset: Table, result: Outcome, **kwargs: Any) -> None:
        """Say what is wrong, by line and column; refuse what is not as it was in the preview."""
        for invalid in result.invalid_rows:
            row = dict(zip(dataset.headers, dataset[invalid.number - 1], strict=True))
            for name, errors in invalid.error.update_error_dict({}).items():
                cell = force_str(row.get(name, "") or "")[:80]
                known = "" if name == NON_FIELD_ERRORS else name
                for sentence in _sentences(errors):
                    line = self.lines[invalid.number - 1]
                    result.problems.append(Problem(line, known, cell, sentence))
        for broken in result.error_rows:
            for error in broken.errors:
                line = self.lines[broken.number - 1]
                log.error("A line could not be imported.", exc_info=error.error)
                result.problems.append(Problem(line, "", "", _("This line could not be saved.")))
        if result.is_good and kwargs.get("seen", result.replaced) != result.replaced:
            sentence = _(
                "Somebody changed the same things after your preview. Nothing is imported. "
                "Choose the file again and look once more."
            )
            result.problems.append(Problem(0, "", "", sentence))
            result.append_base_error(self.get_error_result_class()(sentence))

    def handle_import_error(self, result: Any, error: Any, raise_errors: bool = False) -> None:
        """Say that the whole file failed; what exactly, stands in the log."""
        log.error("A file could not be imported.", exc_info=error)
        super().handle_import_error(result, error, raise_errors)
        result.problems.append(Problem(0, "", "", _("The file could not be imported.")))

    def _against_constraints(self, instance: Any, exclude: set[str], errors: Any) -> Any:
        for constraint in instance._meta.constraints:  # noqa: SLF001
            if constraint.name.endswith(_OF_FIELD):
                continue
            try:
                constraint.validate(type(instance), instance, exclude | set(errors))
            except ValidationError as error:
                errors = error.update_error_dict(errors)
        return errors

    def _translated(self) -> list[str]:
        try:
            options: Any = translator.get_options_for_model(self._meta.model)
            return list(options.fields)
        except NotRegistered:
            return []


def _sentences(errors: list[Any]) -> list[str]:
    return list(dict.fromkeys(s for error in errors for s in ValidationError(error).messages))
