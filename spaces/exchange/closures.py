"""Closures as a table: known by their id, else by the space and the days."""

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.languages import CONTENT_LANGUAGES
from spaces.exchange import columns
from spaces.exchange.resource import TableResource
from spaces.language.folding import fold
from spaces.models import Closure, Space


def spaces_by_name(rows: Any) -> dict[str, Space]:
    """Return spaces by code and by the last part of their address."""
    found = Space.objects.all() if rows is None else rows
    return {fold(key): row for row in found.prefetch_related(None) for key in (row.code, row.slug)}


class OfSpaceResource(TableResource):
    """Something that belongs to a space."""

    @cached_property
    def known_spaces(self) -> dict[str, Space]:
        """Return the spaces that may be written to."""
        return spaces_by_name(self.spaces)

    def space_cell(self) -> columns.Named:
        """Return what a cell that names a space holds."""
        return columns.Named(
            lambda: self.known_spaces,
            gettext_lazy("No space has the code “%(text)s”."),
            gettext_lazy("The code of the space, or the last part of its page’s address."),
            "code",
        )


class ClosureResource(OfSpaceResource):
    """The days on which spaces are closed."""

    key = "id"
    needed = ("space", "first_day", "last_day")

    class Meta(TableResource.Meta):
        """Which model."""

        model = Closure
        fields: tuple[str, ...] = ()

    def build(self) -> list[Any]:
        """Return the columns."""
        reasons = [f"reason_{language}" for language in CONTENT_LANGUAGES]
        return [
            self.column("id"),
            self.column("space", self.space_cell()),
            *(self.column(name) for name in ("first_day", "last_day", *reasons)),
        ]

    @cached_property
    def known(self) -> dict[Any, Closure]:
        """Return the closures that may be changed, by id and by space and days."""
        rows = self.with_all(Closure.objects.all() if self.rows is None else self.rows)
        by_days = {(row.space_id, row.first_day, row.last_day): row for row in rows}
        return by_days | {str(row.pk): row for row in by_days.values()}

    def with_all(self, rows: Any) -> Any:
        """Fetch the spaces too."""
        return rows.select_related("space")

    def find(self, row: dict[str, Any]) -> Closure | None:
        """Return the closure of an id, else of a space and its days; None for a new one."""
        text = self.text(row, "id").lower()
        if text:
            if text not in self.known:
                unknown = _("No closure has this id. Leave the cell empty to add one.")
                raise ValidationError({"id": unknown})
            return self.known[text]
        names = ("space", "first_day", "last_day")
        try:
            space, first, last = (self.fields[name].widget.clean(row[name]) for name in names)
        except ValueError:
            return None  # the cells' own problems are said when they are read
        return self.known.get((space.pk, first, last)) if space else None

    def key_of(self, row: dict[str, Any]) -> Any:
        """Return the space and the days."""
        return tuple(self.text(row, name) for name in ("space", "first_day", "last_day"))

    def import_field(
        self, field: Any, instance: Any, row: dict[str, Any], is_m2m: bool = False, **kwargs: Any
    ) -> None:
        """Take every cell but the id, which is given once."""
        if field.column_name != "id":
            super().import_field(field, instance, row, is_m2m, **kwargs)
