"""`manage.py import_addresses`: the Region's register, all of it or nothing."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from spaces import gazetteer
from spaces.exchange.backup import saved_models
from spaces.gazetteer import Resolution, register
from spaces.models import DataVersion, RegisterHouse, RegisterStreet
from tests.pages import read

pytestmark = [pytest.mark.django_db, pytest.mark.sql]

HAUTE = {
    "EPSG:31370_x": "148900.1",
    "EPSG:31370_y": "169800.2",
    "EPSG:4326_lat": "50.83817",
    "EPSG:4326_lon": "4.34712",
    "address_id": "1",
    "box_number": "",
    "house_number": "120",
    "municipality_id": "21004",
    "municipality_name_de": "",
    "municipality_name_fr": "Bruxelles",
    "municipality_name_nl": "Brussel",
    "postcode": "1000",
    "postname_fr": "",
    "postname_nl": "",
    "street_id": "6001",
    "streetname_de": "",
    "streetname_fr": "Rue Haute",
    "streetname_nl": "Hoogstraat",
    "region_code": "BE-BRU",
    "status": "current",
}
NEW = {
    "street_id": "6002",
    "streetname_fr": "Rue de Demain",
    "streetname_nl": "Morgenstraat",
    "municipality_id": "21009",
    "postcode": "1050",
    "EPSG:4326_lat": "50.83000",
    "EPSG:4326_lon": "4.37000",
}

Rows = list[dict[str, str]]


@pytest.fixture
def imported(tmp_path: Path) -> Callable[..., str]:
    """Return what imports rows, each given as what it differs in, and returns what it says."""

    def run(*rows: dict[str, str], columns: list[str] | None = None) -> str:
        text = io.StringIO()
        writer = csv.DictWriter(text, columns or list(HAUTE), extrasaction="ignore")
        writer.writeheader()
        writer.writerows(HAUTE | row for row in rows)
        return from_archive(tmp_path / "best.zip", {"openaddress-bebru.csv": text.getvalue()})

    return run


def from_archive(path: Path, files: dict[str, str | bytes]) -> str:
    """Import from an archive of these files; return what the command says."""
    with ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    said = io.StringIO()
    call_command("import_addresses", path, stdout=said)
    return said.getvalue()


def resolve(text: str) -> Resolution:
    return gazetteer.resolve(text, DataVersion.current())


def test_a_house_of_the_register_is_exact(imported: Callable[..., str]) -> None:
    before = resolve("rue haute 120")

    said = imported({}, {"box_number": "2"}, {"house_number": "122A", "EPSG:4326_lat": "50.838"})

    assert not before.exact
    assert said.startswith("Imported 2 houses in 1 streets, of 3 rows; 0 were passed over")
    for text in ("rue haute 120", "120, Hoogstraat 1000 Brussel", "Rue Haute 120 bte 3, 1000"):
        found = resolve(text)
        assert found.exact
        assert found.meaning
        assert found.meaning.label("fr") == "Rue Haute 120 (Bruxelles)"
        assert found.meaning.point == (50.83817, 4.34712)
    near = resolve("rue haute 122").meaning
    assert near
    assert near.house_number == "122A"
    assert resolve("rue haute 7").unknown_number == "7"


def test_a_street_that_only_the_register_knows_is_found(imported: Callable[..., str]) -> None:
    imported(NEW, NEW | {"house_number": "8"}, NEW | {"house_number": "4"})

    found = resolve("Morgenstraat").meaning

    assert found
    assert found.label("nl") == "Morgenstraat (Elsene)"
    assert resolve("rue de demain 4, 1050").exact


def test_the_page_says_the_house(imported: Callable[..., str], client: Client) -> None:
    imported({})

    page = read(client.get("/en/spaces/", {"q": "rue Haute 120"}))

    assert page.one("h1").text.startswith("Near Rue Haute 120: ")
    assert not page.one(class_="messages").text.strip()


def test_importing_again_changes_nothing(imported: Callable[..., str]) -> None:
    rows: Rows = [{}, {"house_number": "122"}, NEW]
    imported(*rows)
    before = houses()

    imported(*rows)

    assert houses() == before


def test_a_new_register_takes_the_place_of_the_former(imported: Callable[..., str]) -> None:
    imported({}, {"house_number": "122"})
    imported(NEW)

    assert [house.street.name_fr for house in houses_of_register()] == ["Rue de Demain"]


def test_rows_that_are_no_address_here_are_passed_over(imported: Callable[..., str]) -> None:
    said = imported(
        {},
        {"region_code": "BE-VLG", "municipality_id": "11002"},
        {"status": "retired", "house_number": "121"},
        {"house_number": "Z/N"},
        {"EPSG:4326_lat": "", "EPSG:4326_lon": "", "house_number": "123"},
    )

    assert "of 5 rows; 4 were passed over" in said
    assert RegisterHouse.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"EPSG:4326_lat": "north"}, "Line 3: north, 4.34712 is no point."),
        ({"EPSG:4326_lat": "51.2"}, "Line 3: 51.2, 4.34712 is not in the Brussels Region."),
        ({"EPSG:4326_lat": "nan"}, "Line 3: nan, 4.34712 is not in the Brussels Region."),
        ({"municipality_id": "44021"}, "Line 3: “44021” is no NIS code of Brussels."),
        ({"postcode": "9000"}, "Line 3: “9000” is no postal code of Brussels."),
        ({"streetname_fr": "", "streetname_nl": " "}, "Line 3: the street has no name."),
        ({"streetname_fr": "é" * 151}, "Line 3: streetname_fr is too long."),
    ],
)
def test_a_wrong_row_names_its_line_and_nothing_is_half_done(
    imported: Callable[..., str], row: dict[str, str], sentence: str
) -> None:
    imported({}, NEW)
    before = houses()

    with pytest.raises(CommandError) as refused:
        imported({"house_number": "7"}, row)

    assert str(refused.value) == f"Nothing was imported. {sentence}"
    assert houses() == before


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "There is no CSV file in the archive."),
        ({"readme.txt": "hello"}, "There is no CSV file in the archive."),
        ({"a.csv": "", "b.CSV": ""}, "There is more than one CSV file in the archive."),
        ({"a.csv": ""}, "The CSV file has no column “EPSG:4326_lat”."),
        ({"a.csv": ",".join(HAUTE) + "\n"}, "The file has no address in the Brussels Region."),
        ({"a.csv": ",".join(HAUTE) + "\n1,2\n"}, "Line 2 has not as many cells as there are"),
        ({"a.csv": ",".join(HAUTE).encode() + b"\n\xff\xfe\n"}, "this is no CSV in UTF-8."),
    ],
)
def test_a_file_that_is_no_register_is_refused(
    tmp_path: Path, files: dict[str, str | bytes], sentence: str
) -> None:
    with pytest.raises(CommandError, match="Nothing was imported") as refused:
        from_archive(tmp_path / "best.zip", files)

    assert sentence in str(refused.value)


@pytest.mark.parametrize("missing", ["house_number", "street_id", "status"])
def test_a_missing_column_is_named(imported: Callable[..., str], missing: str) -> None:
    columns = [name for name in HAUTE if name != missing]

    with pytest.raises(CommandError, match=f"has no column “{missing}”"):
        imported({}, columns=columns)


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "best.zip"
    path.write_text("hello")

    with pytest.raises(CommandError, match="This file is no whole ZIP archive"):
        call_command("import_addresses", path)
    with pytest.raises(CommandError, match="The file could not be read"):
        call_command("import_addresses", tmp_path / "none.zip")


def test_progress_is_told(imported: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(register, "TOLD_EVERY", 2)
    monkeypatch.setattr(register, "BATCH", 2)

    said = imported(*({"house_number": str(number)} for number in range(1, 6)))

    assert said.splitlines()[:2] == ["2 rows read", "4 rows read"]
    assert RegisterHouse.objects.count() == 5


def test_no_backup_holds_the_register() -> None:
    assert not {RegisterHouse, RegisterStreet} & set(saved_models())


def houses() -> list[tuple[object, ...]]:
    """Return all that the register holds, but for its keys."""
    return [
        (house.street.name_fr, house.street.latitude, house.house_number, house.latitude)
        for house in houses_of_register()
    ]


def houses_of_register() -> Iterator[RegisterHouse]:
    yield from RegisterHouse.objects.select_related("street").order_by("street", "house_number")
