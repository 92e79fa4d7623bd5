"""Posters as a table: known by their code, which is given once and never changes."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaign.models import Character, Poster
from config.languages import LANGUAGES
from spaces.exchange import columns
from spaces.exchange.closures import OfSpaceResource
from spaces.exchange.resource import TableResource
from spaces.language.folding import fold
from spaces.models import Place, codes

Names = Callable[[Any], Iterable[str]]


class Called(columns.Named):
    """A row that goes by several names; the first that means it alone is written out."""

    def __init__(self, find: Callable[[], dict[str, Any]], names: Names, *words: Any) -> None:
        """Take what returns the rows by folded name, a row's names, and the sentences."""
        unknown, hint = words
        super().__init__(find, unknown, hint, key="")
        self.names = names

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:  # noqa: ARG002
        """Return the first name by which the row is found."""
        known = self.find()
        return (
            next((n for n in self.names(value) if known.get(fold(n)) == value), "") if value else ""
        )


class PosterResource(OfSpaceResource):
    """Where posters hang, and where they lead."""

    key = "code"
    needed = ("code",)
    unchanged_when_empty = ("languages", "target")

    class Meta(TableResource.Meta):
        """Which model."""

        model = Poster
        fields: tuple[str, ...] = ()

    def build(self) -> list[Any]:
        """Return the columns, in the order of the form."""
        cells = {
            "character": Called(
                lambda: self.characters,
                _names_of_character,
                gettext_lazy("No character is called “%(text)s”."),
                gettext_lazy("The name; of an earlier campaign, the year too: 2021/salima."),
            ),
            "languages": columns.Several(lambda: LANGUAGES),
            "stop": Called(
                lambda: self.places,
                _names_of_place,
                gettext_lazy("We do not know the stop “%(text)s”."),
                gettext_lazy("Its name in French or in Dutch."),
            ),
            "space": self.space_cell(),
        }
        names = ["code", "character", "name", "languages", "stop", "address", "latitude"]
        names += ["longitude", "target", "space", "print_run", "hung_on", "taken_down_on"]
        return [self.column(name, cells.get(name)) for name in names]

    @cached_property
    def characters(self) -> dict[str, Character]:
        """Return the characters by name; one that several campaigns have, is the latest's."""
        rows = Character.objects.select_related("campaign").order_by("-campaign__year", "slug")
        return _by_name(rows, _names_of_character)

    @cached_property
    def places(self) -> dict[str, Place]:
        """Return the places by name, stops before others."""
        rows = sorted(Place.objects.all(), key=lambda place: place.kind not in Place.STOPS)
        return _by_name(rows, _names_of_place)

    @cached_property
    def known(self) -> dict[str, Poster]:
        """Return the posters that may be changed, by code."""
        rows = Poster.objects.all() if self.rows is None else self.rows
        return {row.code: row for row in self.with_all(rows)}

    def with_all(self, rows: Any) -> Any:
        """Fetch what the posters point at."""
        return rows.select_related("character__campaign", "stop", "space")

    def find(self, row: dict[str, Any]) -> Poster | None:
        """Return the poster of a code; None for a new one."""
        text = self.text(row, "code")
        found = self.known.get(codes.read(text) or "")
        if text and found is None:
            unknown = _("No poster has this code. Leave the cell empty to add a poster.")
            raise ValidationError({"code": unknown})
        return found

    def import_field(
        self, field: Any, instance: Any, row: dict[str, Any], is_m2m: bool = False, **kwargs: Any
    ) -> None:
        """Take every cell but the code, which is given once."""
        if field.column_name != "code":
            super().import_field(field, instance, row, is_m2m, **kwargs)

    def after_import_row(self, row: dict[str, Any], row_result: Any, **_kwargs: Any) -> None:
        """Call a new poster by its name alone: a preview knows no code yet."""
        if row_result.import_type == "new":
            row_result.object_repr = self.text(row, "name")


def _by_name(rows: Iterable[Any], names: Names) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in rows:
        for name in names(row):
            found.setdefault(fold(name), row)
    return found


def _names_of_character(character: Character) -> Iterable[str]:
    dated = f"{character.campaign.year}/{character.slug}"
    return character.slug, character.name, dated


def _names_of_place(place: Place) -> Iterable[str]:
    return place.name_fr, place.name_nl, f"{place.name_fr} ({place.kind})", str(place.pk)
