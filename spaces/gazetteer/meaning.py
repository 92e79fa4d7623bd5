"""What a text about a place can mean, and how we say it back."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from spaces.geo.points import Point
from spaces.models import Place

MUNICIPALITY = "municipality"
SPACE = "space"
ADDRESS = "address"

AREAS = frozenset({MUNICIPALITY, Place.Kind.POSTAL_CODE.value})

# Kinds whose label needs no word for the kind: the name says it.
_SAID_BY_THE_NAME = frozenset({Place.Kind.STREET.value, SPACE})

KINDS = dict(Place.Kind.choices) | {
    MUNICIPALITY: _("municipality"),
    SPACE: _("Digital Public Space"),
    ADDRESS: _("address"),
}


class Municipality(NamedTuple):
    """The municipality that a place is in."""

    nis: str
    name_fr: str
    name_nl: str
    name_en: str = ""
    further: tuple[tuple[str, str], ...] = ()  # language and name: those that the catalogues have

    def name(self, language: str) -> str:
        """Return the name for readers of this language: French where there is no better."""
        for code, name in self.further:
            if code == language:
                return name
        if language == "en" and self.name_en:
            return self.name_en
        return self.name_nl if language == "nl" else self.name_fr


@dataclass(frozen=True, slots=True)
class Meaning:
    """A place that a text can mean: `kind` is one of Place.Kind or of the three above."""

    kind: str
    name_fr: str
    name_nl: str
    point: Point
    municipality: Municipality | None = None
    postal_code: str = ""
    house_number: str = ""
    lines: tuple[str, ...] = ()
    slug: str = ""  # of a space
    name_en: str = ""  # of a space or a municipality

    def name(self, language: str) -> str:
        """Return the name for readers of this language: French where there is no better."""
        if self.municipality and self.kind == MUNICIPALITY:
            return self.municipality.name(language)
        if language == "en" and self.name_en:
            return self.name_en
        return self.name_nl if language == "nl" else self.name_fr

    def kind_name(self, language: str) -> str:
        """Return the word for the kind: “metro station”."""
        return _kind_name(self.kind, language)

    def label(self, language: str) -> str:
        """Return the place in few words; the gazetteer takes them back for this very place."""
        name = self.name(language)
        if self.kind == ADDRESS:
            return name
        if self.kind in AREAS and self.postal_code:
            return f"{self.postal_code} {name}"
        said = [] if self.kind in _SAID_BY_THE_NAME else [self.kind_name(language)]
        if self.municipality and self.kind != MUNICIPALITY:
            said.append(self.municipality.name(language))
        name = f"{name} {self.house_number}" if self.house_number else name
        return f"{name} ({', '.join(said)})" if said else name


@cache
def _kind_name(kind: str, language: str) -> str:
    with translation.override(language):
        return str(KINDS[kind])


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a text about a place was understood.

    `exact` is False when something was forgiven (a typing error, a house number that we don't
    know): say what was understood. `unknown` holds the words that were not understood at all; the
    meaning is then only the municipality around, and a geocoder may know better.
    """

    meaning: Meaning | None = None
    others: tuple[Meaning, ...] = ()
    exact: bool = True
    unknown: str = ""


class Row(NamedTuple):
    """A row that the gazetteer is built from: a meaning, and its everyday names."""

    meaning: Meaning
    aliases: tuple[str, ...] = ()
