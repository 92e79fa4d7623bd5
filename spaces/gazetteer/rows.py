"""What the gazetteer is built from: the tables of municipalities, places and spaces."""

from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

from django.utils.translation import override

from config.languages import CONTENT_LANGUAGES, LANGUAGES
from spaces.gazetteer import register
from spaces.gazetteer.meaning import MUNICIPALITY, SPACE, Meaning, Municipality, Row
from spaces.geo.boxes import REGION
from spaces.geo.points import Point
from spaces.language.localized import from_catalogue
from spaces.models import Municipality as MunicipalityModel
from spaces.models import Place, Space

Towns = dict[object, Meaning]  # by the key of their row

# Where a street lies of which nothing but the name is known: nobody is shown this.
_SOMEWHERE = Point((REGION.south + REGION.north) / 2, (REGION.west + REGION.east) / 2)


class OfSpaces(NamedTuple):
    """The published spaces: their names, and the addresses whose point is known."""

    names: tuple[Row, ...]
    addresses: tuple[Meaning, ...]
    register: bool  # whether other addresses can be asked for


def towns() -> Towns:
    """Return the municipalities: one query."""
    found: Towns = {}
    for pk, nis, fr, nl, en, *point in MunicipalityModel.objects.values_list(
        "pk", "nis", "name_fr", "name_nl", "name_en", "latitude", "longitude"
    ):
        names = (fr or nl or "", nl or fr or "", en or "")
        town = Municipality(nis, *names, further=tuple(_further(en or fr or "")))
        found[pk] = Meaning(MUNICIPALITY, *names[:2], Point(*point), town, name_en=names[2])
    return found


def of_places(within: Towns) -> Iterator[Row]:
    """Yield the municipalities, the places, and the streets of the register: two queries."""
    for town in within.values():
        further = town.municipality.further if town.municipality else ()
        yield Row(town, tuple(name for _language, name in further))
    for pk, kind, fr, nl, latitude, longitude, length, postal_code, number, lines, aliases in (
        Place.objects.order_by().values_list(
            "municipality", "kind", "name_fr", "name_nl", "latitude", "longitude", "length",
            "postal_code", "house_number", "lines", "aliases",
        )
    ):  # fmt: skip
        around = within.get(pk)
        placed = latitude is not None
        meaning = Meaning(
            kind=intern(kind),  # one string, not one for each row
            name_fr=fr,
            name_nl=fr if nl == fr else nl,
            point=Point(latitude, longitude) if placed else around.point if around else _SOMEWHERE,
            municipality=around.municipality if around else None,
            postal_code=postal_code,
            house_number=number,
            lines=tuple(lines),
            is_located=placed,
        )
        yield Row(meaning, tuple(aliases), length or 0)
    yield from _of_register(within)


def _of_register(within: Towns) -> Iterator[Row]:
    """Yield the streets of the address register: most are known, and bring a spelling at most."""
    by_nis = {town.nis: town for town in within.values()}
    for french, dutch, nis, point in register.streets():
        if town := by_nis.get(nis):
            kind = Place.Kind.STREET.value
            yield Row(Meaning(kind, french, dutch, point, town.municipality))


def of_spaces(within: Towns) -> OfSpaces:
    """Return the published spaces; one whose point is not known lies at its municipality's.

    Nobody is at an invented place, and nothing is near an invented point.
    """
    real = Space.objects.published().exclude(provenance=Space.Provenance.SAMPLE)
    names: list[Row] = []
    addresses: list[Meaning] = []
    for (
        pk, slug, fr, nl, en, latitude, longitude, postal_code, sample_fields,
        street_fr, street_nl, house_number,
    ) in real.order_by("slug").values_list(
        "municipality", "slug", "name_fr", "name_nl", "name_en", "latitude", "longitude",
        "postal_code", "sample_fields", "street_fr", "street_nl", "house_number",
    ):  # fmt: skip
        known = latitude is not None and Space.SampleCell.LOCATION not in sample_fields
        space = Meaning(
            kind=SPACE,
            name_fr=fr or nl or en or slug,
            name_nl=nl or fr or en or slug,
            name_en=en or "",
            point=Point(latitude, longitude) if known else within[pk].point,
            municipality=within[pk].municipality,
            postal_code=postal_code,
            slug=slug,
            is_located=known,
        )
        names.append(Row(space))
        if known and (street_fr or street_nl):
            addresses.append(
                Meaning(
                    kind=Place.Kind.STREET.value,
                    name_fr=street_fr or street_nl,
                    name_nl=street_nl or street_fr,
                    point=space.point,
                    municipality=space.municipality,
                    postal_code=postal_code,
                    house_number=house_number,
                )
            )
    return OfSpaces(tuple(names), tuple(addresses), register.is_imported())


def _further(source: str) -> Iterator[tuple[str, str]]:
    """Yield what the catalogues of further languages call a municipality."""
    for language in LANGUAGES:
        if language not in CONTENT_LANGUAGES:
            with override(language):
                if name := from_catalogue(source):
                    yield language, name
