"""The Region's register of addresses: put into the database, and asked for a house."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from django.db import connection
from django.db.models import Q

from spaces.gazetteer.best import Address, RegisterError
from spaces.gazetteer.meaning import Meaning
from spaces.gazetteer.names import named
from spaces.geo.points import Point
from spaces.models import DataVersion, Place, RegisterHouse, RegisterStreet

BATCH = 5_000  # houses written at once
TOLD_EVERY = 50_000  # rows read


class Counts(NamedTuple):
    """What was read and what came of it."""

    rows: int
    passed_over: int
    streets: int
    houses: int


def replace(found: Iterable[Address | None], tell: Callable[[int], None]) -> Counts:
    """Put these addresses in the place of those before, all of them or none; return how many.

    `tell` is called with the rows read so far. Nobody else writes to the directory meanwhile.
    """
    streets: dict[tuple[str, str], RegisterStreet] = {}
    rows = passed_over = 0
    with DataVersion.held():
        _empty()
        batch: list[RegisterHouse] = []
        for address in found:
            rows += 1
            if rows % TOLD_EVERY == 0:
                tell(rows)
            if address is None:
                passed_over += 1
                continue
            batch.append(_house(address, _street(address, streets)))
            if len(batch) >= BATCH:
                _write(batch)
                batch = []
        _write(batch)
        _give_points(streets.values())
        RegisterStreet.objects.bulk_create(streets.values())
        if not streets:
            raise RegisterError("The file has no address in the Brussels Region.")
        DataVersion.bump(Place)
        return Counts(rows, passed_over, len(streets), RegisterHouse.objects.count())


def is_imported() -> bool:
    """Tell whether there is a register."""
    return RegisterStreet.objects.exists()


def streets() -> Iterator[tuple[str, str, str, Point]]:
    """Yield the streets: their names in French and Dutch, NIS code, and a point."""
    for french, dutch, nis, *point in RegisterStreet.objects.values_list(
        "name_fr", "name_nl", "nis", "latitude", "longitude"
    ):
        yield french, dutch, nis, Point(*point)


def house(street: Meaning, towns: frozenset[str], number: int) -> RegisterHouse | None:
    """Return the house with this number, in a street that lies in these municipalities.

    Of “12”, “12A” and “12B” that is the first.
    """
    is_it = Q(street__key_fr=named(street.name_fr).short)
    is_it |= Q(street__key_nl=named(street.name_nl).short)
    houses = RegisterHouse.objects.filter(is_it, street__nis__in=towns, number=number)
    return houses.select_related("street").order_by("house_number", "id").first()


def _empty() -> None:
    with connection.cursor() as cursor:  # a QuerySet would load each row to tell of its end
        for model in (RegisterHouse, RegisterStreet):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")  # noqa: S608, SLF001


def _street(address: Address, known: dict[tuple[str, str], RegisterStreet]) -> RegisterStreet:
    key = (address.nis, address.street_id)
    if key not in known:
        known[key] = RegisterStreet(
            id=len(known) + 1,
            key_fr=named(address.name_fr).short,
            key_nl=named(address.name_nl).short,
            name_fr=address.name_fr,
            name_nl=address.name_nl,
            nis=address.nis,
        )
    return known[key]


def _house(address: Address, street: RegisterStreet) -> RegisterHouse:
    latitude, longitude = address.point
    return RegisterHouse(
        street_id=street.pk,
        number=address.number,
        house_number=address.house_number,
        postal_code=address.postal_code,
        latitude=latitude,
        longitude=longitude,
    )


def _write(houses: list[RegisterHouse]) -> None:
    RegisterHouse.objects.bulk_create(houses, ignore_conflicts=True)  # the other boxes of a house


def _give_points(streets: Iterable[RegisterStreet]) -> None:
    """Put each street where the middle one of its house numbers is."""
    by_key = {street.pk: street for street in streets}
    houses = RegisterHouse.objects.order_by("street_id", "number").values_list(
        "street_id", "latitude", "longitude"
    )
    for key, group in groupby(houses.iterator(chunk_size=BATCH), key=itemgetter(0)):
        points = [(latitude, longitude) for _street, latitude, longitude in group]
        by_key[key].latitude, by_key[key].longitude = points[len(points) // 2]
