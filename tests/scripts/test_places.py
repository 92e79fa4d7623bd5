"""`scripts.places`: from extracts of OpenStreetMap to the table of our own."""

from pathlib import Path

import pytest

from scripts import places

TABLES = {
    "streets": "street_fr,street_nl,nis,latitude,longitude,length_m,geometry_year,precision\n"
    "Rue  Haute,Hoogstraat,21004,50.83880,4.34760,1025,2026,street\n"
    "Avenue des Genêts,Bremlaan,21016,50.77137,4.36992,120,2026,street\n"  # in Flanders
    "Zavelput,Zavelput,21004,50.89394,4.38285,,2026,a point on the street\n",
    "streets-no-point": "street_fr,street_nl\nRue Neuve de Demain,Nieuwe Morgenstraat\n",
    "landmarks": "name_fr,name_nl,kind,nis,latitude,longitude\n"
    "Cour constitutionnelle,Grondwettelijk Hof,courthouse,21004,50.84200,4.36100\n"
    "bpost,bpost,post_office,21009,50.83000,4.36000\n",
    "neighbourhoods": "name_fr,name_nl,kind,nis,latitude,longitude,in_places_csv\n"
    "Marolles,Marollen,neighbourhood,21004,50.83735,4.34846,no\n"
    "Ixelles,Elsene,town,21009,50.83300,4.36600,no\n"
    "Meiser,Meiser,locality,21015,50.85500,4.39500,yes\n",
}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the lines of the table that is made of those above."""
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    target = tmp_path / "places_osm.csv"
    monkeypatch.setattr(places, "TARGET", target)
    places.main(tmp_path)
    return target.read_text(encoding="utf-8").splitlines()


def test_places_become_rows_of_our_own_in_a_stable_order(made: list[str]) -> None:
    assert made == [
        "kind,name_fr,name_nl,nis,latitude,longitude,length",
        "street,Rue Haute,Hoogstraat,21004,50.83880,4.34760,1025",
        "street,Rue Neuve de Demain,Nieuwe Morgenstraat,,,,",
        "street,Zavelput,,21004,50.89394,4.38285,",
        "neighbourhood,Marolles,Marollen,21004,50.83735,4.34846,",
        "court,Cour constitutionnelle,Grondwettelijk Hof,21004,50.84200,4.36100,",
    ]
