"""The gazetteer of the directory's data, kept in the worker's memory."""

from collections.abc import Iterator
from threading import Lock

from django.conf import settings
from django.utils.translation import override

from config.languages import CONTENT_LANGUAGES, LANGUAGES
from spaces.gazetteer.core import Gazetteer
from spaces.gazetteer.meaning import MUNICIPALITY, SPACE, Meaning, Municipality, Resolution, Row
from spaces.geo.points import Point
from spaces.language.localized import from_catalogue
from spaces.models import Municipality as MunicipalityModel
from spaces.models import Place, Space

_lock = Lock()
_held: tuple[int, Gazetteer] | None = None


def current(version: int) -> Gazetteer:
    """Return the gazetteer of this version of the data; no query while the version stays."""
    global _held
    held = _held
    if held is None or held[0] != version:
        with _lock:  # who comes meanwhile waits rather than builds it too
            if _held is None or _held[0] != version:
                _held = (version, Gazetteer(_rows(), [code for code, _ in settings.LANGUAGES]))
            held = _held
    return held[1]


def forget() -> None:
    """Drop what is held: for tests, whose databases share version numbers."""
    global _held
    _held = None


def resolve(text: str, version: int) -> Resolution:
    """Return the place that the text means, see Gazetteer.resolve."""
    return current(version).resolve(text)


def suggest(text: str, language: str, version: int, limit: int = 8) -> list[Meaning]:
    """Return what a text that is being typed may become, see Gazetteer.suggest."""
    return current(version).suggest(text, language, limit)


def _rows() -> Iterator[Row]:
    within: dict[object, Meaning] = {}
    for pk, nis, fr, nl, en, *point in MunicipalityModel.objects.values_list(
        "pk", "nis", "name_fr", "name_nl", "name_en", "latitude", "longitude"
    ):
        names = (fr or nl or "", nl or fr or "", en or "")
        town = Municipality(nis, *names, further=tuple(_further(en or fr or "")))
        within[pk] = Meaning(MUNICIPALITY, *names[:2], Point(*point), town, name_en=names[2])
        yield Row(within[pk], tuple(name for _language, name in town.further))
    yield from _places(within)
    yield from _spaces(within)


def _further(source: str) -> Iterator[tuple[str, str]]:
    """Yield what the catalogues of further languages call a municipality."""
    for language in LANGUAGES:
        if language not in CONTENT_LANGUAGES:
            with override(language):
                if name := from_catalogue(source):
                    yield language, name


def _places(within: dict[object, Meaning]) -> Iterator[Row]:
    for pk, kind, fr, nl, latitude, longitude, postal_code, house_number, lines, aliases in (
        Place.objects.values_list(
            "municipality", "kind", "name_fr", "name_nl", "latitude", "longitude",
            "postal_code", "house_number", "lines", "aliases",
        )
    ):  # fmt: skip
        meaning = Meaning(
            kind=kind,
            name_fr=fr,
            name_nl=nl,
            point=Point(latitude, longitude),
            municipality=within[pk].municipality if pk else None,
            postal_code=postal_code,
            house_number=house_number,
            lines=tuple(lines),
        )
        yield Row(meaning, tuple(aliases))


def _spaces(within: dict[object, Meaning]) -> Iterator[Row]:
    """Yield the published spaces; one whose point is not known lies at its municipality's."""
    for pk, slug, fr, nl, en, latitude, longitude, postal_code, sample_fields in (
        Space.objects.published().values_list(
            "municipality", "slug", "name_fr", "name_nl", "name_en", "latitude", "longitude",
            "postal_code", "sample_fields",
        )
    ):  # fmt: skip
        hidden = settings.SAMPLE_DATA == "hide" and Space.SampleCell.LOCATION in sample_fields
        known = latitude is not None and not hidden
        meaning = Meaning(
            kind=SPACE,
            name_fr=fr or nl or en or slug,
            name_nl=nl or fr or en or slug,
            name_en=en or "",
            point=Point(latitude, longitude) if known else within[pk].point,
            municipality=within[pk].municipality,
            postal_code=postal_code,
            slug=slug,
        )
        yield Row(meaning)
