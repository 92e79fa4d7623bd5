"""The streets, quarters and landmarks that the project ships: © OpenStreetMap contributors, ODbL.

`scripts.places` makes the table. Its rows become places like others; their source names them, so
that what the licence asks can be told apart.
"""

import csv
import uuid
from collections import Counter
from collections.abc import Iterator

from django.conf import settings

from spaces.models import Municipality, Place

SOURCE = "© OpenStreetMap contributors (ODbL)"
TABLE = settings.BASE_DIR / "fixtures" / "places_osm.csv"

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "digital-public-spaces.brussels")


def is_loaded() -> bool:
    """Tell whether the directory has these places already."""
    return Place.objects.filter(source=SOURCE).exists()


def load() -> None:
    """Write the places that are not there yet, all at once; the municipalities must be."""
    towns = dict(Municipality.objects.values_list("nis", "pk"))
    Place.objects.bulk_create(places(towns), ignore_conflicts=True)


def places(towns: dict[str, uuid.UUID]) -> Iterator[Place]:
    """Yield the rows of the table, each under a key made from what it is called and where."""
    seen: Counter[str] = Counter()
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            natural = "/".join(("place/osm", row["kind"], row["name_fr"], row["nis"]))
            seen[natural] += 1  # two post offices may be called “bpost”
            yield Place(
                pk=uuid.uuid5(_NAMESPACE, f"{natural}/{seen[natural]}"),
                kind=row["kind"],
                name_fr=row["name_fr"],
                name_nl=row["name_nl"] or row["name_fr"],
                municipality_id=towns[row["nis"]] if row["nis"] else None,
                latitude=float(row["latitude"]) if row["latitude"] else None,
                longitude=float(row["longitude"]) if row["longitude"] else None,
                length=int(row["length"]) if row["length"] else None,
                source=SOURCE,
            )
