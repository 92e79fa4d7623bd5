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

_MOST_TOWNS = 3  # in the label of a street that crosses them

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
    crosses: tuple[Municipality, ...] = ()  # of a street: where else it lies
    is_located: bool = True  # or `point` is but the municipality's, if that is known

    @property
    def is_unplaced(self) -> bool:
        """Tell whether nothing but the name is known."""
        return not self.is_located and self.municipality is None

    @property
    def is_around(self) -> bool:
        """Tell whether the point is but the middle of what may lie anywhere around."""
        return self.kind in AREAS or not self.is_located

    @property
    def nis(self) -> str:
        """Return the code of the municipality, '' where it is not known."""
        return self.municipality.nis if self.municipality else ""

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
            towns = (self.municipality, *self.crosses)
            said += [town.name(language) for town in towns[:_MOST_TOWNS]]
            said += ["…"] if towns[_MOST_TOWNS:] else []
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
    meaning is then only the municipality around, and a geocoder may know better. Of a line of
    public transport there is no meaning, but its stops.
    """

    meaning: Meaning | None = None
    others: tuple[Meaning, ...] = ()
    exact: bool = True
    unknown: str = ""
    unknown_number: str = ""  # the house in the street, where only the street is known
    unplaced: Meaning | None = None  # the street that is known by its name alone
    line: str = ""
    has_namesake: bool = False  # something else bears its name: say which is meant


class Row(NamedTuple):
    """A row that the gazetteer is built from: a meaning, and its everyday names."""

    meaning: Meaning
    aliases: tuple[str, ...] = ()
    length: int = 0  # metres, of a street as far as it lies in the municipality
