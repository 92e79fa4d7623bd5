"""Houses whose number somebody told us: those of the spaces, and those of the address register."""

from collections import defaultdict
from collections.abc import Iterable

from spaces.gazetteer.entries import leading_number
from spaces.gazetteer.meaning import Meaning
from spaces.gazetteer.names import named


class Houses:
    """The addresses that the directory itself publishes, asked by street and number."""

    def __init__(self, addresses: Iterable[Meaning]) -> None:
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
        return None
