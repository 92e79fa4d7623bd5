"""Houses whose number somebody told us: those of the spaces, and those of the address register."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spaces.gazetteer import register
from spaces.gazetteer.entries import leading_number
from spaces.gazetteer.meaning import Meaning
from spaces.gazetteer.names import named
from spaces.geo.points import Point


class Houses:
    """The addresses that the directory itself publishes, then the register, if it is imported."""

    def __init__(self, addresses: Iterable[Meaning], *, ask_register: bool) -> None:
        self._ask_register = ask_register
        self._known: defaultdict[tuple[str, int], list[Meaning]] = defaultdict(list)
        for address in addresses:
            number = leading_number(address.house_number)
            if number is not None:
                for street in {address.name_fr, address.name_nl}:
                    self._known[named(street).short, number].append(address)

    def __call__(self, street: Meaning, towns: frozenset[str], number: int) -> Meaning | None:
        """Return the house with this number, in a street that lies in these municipalities."""
        for name in (street.name_fr, street.name_nl):
            for house in self._known.get((named(name).short, number), ()):
                if house.nis in towns:
                    return house
        return self._registered(street, towns, number) if self._ask_register else None

    def _registered(self, street: Meaning, towns: frozenset[str], number: int) -> Meaning | None:
        found = register.house(street, towns, number)
        if found is None:
            return None
        inside = [street.municipality, *street.crosses]
        return replace(
            street,
            point=Point(found.latitude, found.longitude),
            municipality=next((t for t in inside if t and t.nis == found.street.nis), None),
            crosses=(),
            house_number=found.house_number,
            postal_code=found.postal_code,
        )
