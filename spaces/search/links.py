"""The addresses that a results page leads to: another choice, another page, the map's points."""

from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils.http import urlencode

# The parameters that say where; the others say what.
PLACE = ("q", "lat", "lng", "bbox", "line", "near")
# They say more of another parameter, and mean nothing without it.
WITH = {"until": "open", "topic": "need"}
# Rather those of which nobody told us whether they fit: another choice begins again without it.
TO_CHECK = "to_check"
# The sheet's form says them itself.
OF_SHEET = ("space", "for", "from", "need", "topic")
# Of these an address can hold several values.
SEVERAL = ("service", "access")


@dataclass(frozen=True)
class Links:
    """Addresses made from the one that was asked for."""

    parameters: QueryDict

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """Return the parameters as names and values, those without a value and the page apart."""
        return [
            (name, value)
            for name, values in self.parameters.lists()
            for value in values
            if value and name != "page"
        ]

    @property
    def place(self) -> list[tuple[str, str]]:
        """Return the parameters that say where: the filters' form hands them on."""
        return [pair for pair in self.pairs if pair[0] in PLACE]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Return the parameters that no control of the filters' form has."""
        return [pair for pair in self.pairs if pair[0] in PLACE or pair[0] == "topic"]

    @property
    def beside_the_sheet(self) -> list[tuple[str, str]]:
        """Return the parameters that the sheet's form has not: it hands them on to other pages."""
        return [pair for pair in self.pairs if pair[0] not in OF_SHEET]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Return the parameters that say what: the search form hands them on."""
        return [pair for pair in self.pairs if pair[0] not in PLACE]

    @property
    def choices_first(self) -> str:
        """Return the choices as the beginning of a query that something else is added to."""
        return f"?{urlencode(self.choices)}&" if self.choices else "?"

    @property
    def without_choices(self) -> str:
        """Return the address with nothing switched on, at the same place."""
        return query(self.place)

    def page(self, number: int) -> str:
        """Return the address of another page of the same results."""
        return query([*self.pairs, ("page", str(number))])

    @property
    def to_check(self) -> str:
        """Return the address of the places of which it is not known whether they fit."""
        return query([*self.pairs, (TO_CHECK, "1")])

    @property
    def sure(self) -> str:
        """Return the address of the places that are known to fit."""
        return query([pair for pair in self.pairs if pair[0] != TO_CHECK])

    def elsewhere(self, place: str) -> str:
        """Return the address with the same choices at another place."""
        return query([*self.choices, ("q", place)])

    def adding(self, words: str) -> str:
        """Return the address with more words beside the place."""
        place = self.parameters.get("q", "")
        return self.elsewhere(f"{place} {words}".strip())

    def switched(self, name: str, value: str, *, on: bool) -> str:
        """Return the address with one choice switched on or off."""
        others = [
            pair
            for pair in self.pairs
            if pair[0] != TO_CHECK
            and pair != (name, value)
            and WITH.get(pair[0]) != name
            and (name in SEVERAL or pair[0] != name)
        ]
        return query([*others, (name, value)] if on else others)


def query(pairs: list[tuple[str, str]]) -> str:
    """Return the parameters as the end of an address."""
    return f"?{urlencode(pairs)}"
