"""Where people say they are, judged on the directory's own places."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaces.gazetteer import Gazetteer, Meaning
from spaces.geo.boxes import REGION
from spaces.geo.points import distance
from spaces.models import Place

pytestmark = pytest.mark.django_db


def said(meaning: Meaning | None) -> str:
    """Return the meaning in the words of the tables below."""
    if meaning is None:
        return "nothing"
    name = meaning.slug or meaning.name_fr
    if meaning.kind in {"municipality", "postal_code"}:
        name = f"{meaning.postal_code} {name}"
    return f"{meaning.kind}: {name} {meaning.house_number}".strip()


UNDERSTOOD = {
    # postal codes, municipalities and parts of them
    "1080": "municipality: 1080 Molenbeek-Saint-Jean",
    "1080 Molenbeek": "municipality: 1080 Molenbeek-Saint-Jean",
    "B-1080": "municipality: 1080 Molenbeek-Saint-Jean",
    "1000": "municipality: 1000 Bruxelles",
    "1020": "postal_code: 1020 Laeken",
    "1020 Bruxelles": "postal_code: 1020 Laeken",
    "1050 Bruxelles": "municipality: 1050 Ixelles",
    "Bruxelles": "municipality: 1000 Bruxelles",
    "brussel": "municipality: 1000 Bruxelles",
    "BRUSSELS": "municipality: 1000 Bruxelles",
    "bxl": "municipality: 1000 Bruxelles",
    "ville de bruxelles": "municipality: 1000 Bruxelles",
    "مولنبيك": "municipality: 1080 Molenbeek-Saint-Jean",
    "مولنبيك سان جان": "municipality: 1080 Molenbeek-Saint-Jean",
    "بروكسل": "municipality: 1000 Bruxelles",
    "اندرلخت": "municipality: 1070 Anderlecht",
    "١٠٨٠ مولنبيك": "municipality: 1080 Molenbeek-Saint-Jean",
    # … as people write them who only hear them
    "bruxel": "municipality: 1000 Bruxelles",
    "ixel": "municipality: 1050 Ixelles",
    "ixels": "municipality: 1050 Ixelles",
    "XL": "municipality: 1050 Ixelles",
    "ukle": "municipality: 1180 Uccle",
    "skarbek": "municipality: 1030 Schaerbeek",
    "san jil": "municipality: 1060 Saint-Gilles",
    "boifor": "municipality: 1170 Watermael-Boitsfort",
    "Laeken": "postal_code: 1020 Laeken",
    "laken": "postal_code: 1020 Laeken",
    "Haren": "postal_code: 1130 Haren",
    "Neder-Over-Heembeek": "postal_code: 1120 Neder-Over-Heembeek",
    "neder over heembeek": "postal_code: 1120 Neder-Over-Heembeek",
    "NOH": "postal_code: 1120 Neder-Over-Heembeek",
    "molenbeek": "municipality: 1080 Molenbeek-Saint-Jean",
    "molenbeek st jean": "municipality: 1080 Molenbeek-Saint-Jean",
    "SINT-JANS-MOLENBEEK": "municipality: 1080 Molenbeek-Saint-Jean",
    "saint gilles": "municipality: 1060 Saint-Gilles",
    "St.-Gilles": "municipality: 1060 Saint-Gilles",
    "st gillis": "municipality: 1060 Saint-Gilles",
    "ste agathe berchem": "municipality: 1082 Berchem-Sainte-Agathe",
    "elsene": "municipality: 1050 Ixelles",
    "boitsfort": "municipality: 1170 Watermael-Boitsfort",
    "commune d'Ixelles": "municipality: 1050 Ixelles",
    "gemeente Elsene": "municipality: 1050 Ixelles",
    # stations and stops
    "Simonis": "metro_station: Simonis",
    "métro Simonis": "metro_station: Simonis",
    "arts loi": "metro_station: Arts-Loi",
    "Kunst-Wet": "metro_station: Arts-Loi",
    "etangs noirs": "metro_station: Étangs Noirs",
    "Étangs Noirs, Molenbeek": "metro_station: Étangs Noirs",
    "zwarte vijvers": "metro_station: Étangs Noirs",
    "gare centrale": "metro_station: Gare Centrale",
    "centraal station": "metro_station: Gare Centrale",
    "gare du midi": "metro_station: Gare du Midi",
    "Zuidstation": "metro_station: Gare du Midi",
    "brussel zuid": "train_station: Bruxelles-Midi",
    "gare de Schaerbeek": "train_station: Schaerbeek",
    "station Schaarbeek": "train_station: Schaerbeek",
    "porte de namur": "metro_station: Porte de Namur",
    "hallepoort": "metro_station: Porte de Hal",
    "de brouckere": "metro_station: De Brouckère",
    "parvis st-gilles": "premetro: Parvis de Saint-Gilles",
    "Londres": "stop: Londres",
    "STIB Alma": "metro_station: Alma",
    # neighbourhoods and squares, and what people call them
    "Flagey": "square: Flagey",
    "grand place": "square: Grand-Place",
    "La Grand-Place": "square: Grand-Place",
    "Grote Markt": "square: Grand-Place",
    "place du jeu de balle": "square: Place du Jeu de Balle",
    "les Marolles": "neighbourhood: Marolles",
    "cimetière d’Ixelles": "neighbourhood: Cimetière d'Ixelles",
    "cim ixelles": "neighbourhood: Cimetière d'Ixelles",
    "de wand": "neighbourhood: De Wand",
    "altitude 100": "square: Altitude Cent",
    "mont des arts": "neighbourhood: Mont des Arts",
    "atomium": "metro_station: Heysel",
    # streets, abbreviated, in both languages, with or without a number
    "Chaussée de Wavre": "street: Chaussée de Wavre",
    "chée de wavre 1208": "street: Chaussée de Wavre 1208",
    "ch. de Wavre 229 bte 12, 1050 Ixelles": "street: Chaussée de Wavre 229",
    "Waversesteenweg 1208 bus 3": "street: Chaussée de Wavre 1208",
    "waverse stwg 1208b": "street: Chaussée de Wavre 1208",
    "av louise 192": "street: Avenue Louise 192",
    "192 avenue Louise": "street: Avenue Louise 192",
    "192 bte 4 av. Louise, Bruxelles": "street: Avenue Louise 192",
    "louizalaan 300": "street: Avenue Louise 300",
    "louiza laan 300": "street: Avenue Louise 300",
    "bd anspach": "street: Boulevard Anspach",
    "blvd Lambermont": "street: Boulevard Lambermont",
    "r. Royale 140": "street: Rue Royale 140",
    "rue Royale n° 140": "street: Rue Royale 140",
    "140, rue Royale - 1000 Bruxelles": "street: Rue Royale 140",
    "rue royale, schaerbeek": "street: Rue Royale",
    "sq. Gutenberg": "street: Square Gutenberg",
    "pl. Meiser": "train_station: Meiser",
    "place flagey": "street: Place Flagey",
    "rue d'Angleterre": "street: Rue d'Angleterre",
    "rue d’angleterre 2": "street: Rue d'Angleterre 2",
    "rue dangleterre": "street: Rue d'Angleterre",
    "boulevard leopold II": "street: Boulevard Léopold II",
    "bd Léopold 2 123": "street: Boulevard Léopold II 123",
    "brugmann": "street: Avenue Brugmann",
    "chaussée de mons 591, 1070": "street: Chaussée de Mons 591",
    "chaussée de ninove 203 1080 bruxelles": "street: Chaussée de Ninove 203",
    "square ambiorix": "street: Square Ambiorix",
    "rue de Paris": "street: Rue de Paris",
    "place de la Reine": "street: Place de la Reine",
    "rue haute, bruxelles": "street: Rue Haute",
    "1000 rue Haute": "street: Rue Haute",
    "Molenbeek, place communale": "street: Place Communale",
    "Elsensesteenweg": "street: Chaussée d'Ixelles",
    # … both names at once, in any order, with initials, without articles
    "Avenue Louise - Louizalaan": "street: Avenue Louise",
    "Louise/Louiza": "metro_station: Louise",
    "Rue Haute - Hoogstraat, 1000 Bruxelles - Brussel": "street: Rue Haute",
    "Loi, rue de la": "street: Rue de la Loi",
    "Haute (rue)": "street: Rue Haute",
    "rue Loi": "street: Rue de la Loi",
    "Av. J. Wybran": "street: Avenue Joseph Wybran",
    # landmarks
    "hôpital erasme": "hospital: Hôpital Érasme",
    "stadhuis van brussel": "town_hall: Hôtel de Ville de Bruxelles",
    "muntpunt": "library: Muntpunt",
    # spaces
    "brusurf": "space: brusurf",
    "Atelier du Web": "space: atelier-du-web",
    "wolubilis": "space: wsl-wolubilis",
    # with words around
    "près de la gare du nord": "premetro: Gare du Nord",
    "bij Simonis": "metro_station: Simonis",
    "near the Central Station": "metro_station: Gare Centrale",
    "à Jette": "municipality: 1090 Jette",
    "in Elsene": "municipality: 1050 Ixelles",
    "gare centrale bruxelles": "metro_station: Gare Centrale",
    "quartier Dansaert": "neighbourhood: Dansaert",
    # other digits and letters
    "١٠٨٠": "municipality: 1080 Molenbeek-Saint-Jean",
    "Sacre\N{COMBINING ACUTE ACCENT}-Cœur": "stop: Sacré-Cœur",
}

FORGIVEN = {
    "bockstal": "metro_station: Bockstael",
    "bokstael": "metro_station: Bockstael",
    "simonnis": "metro_station: Simonis",
    "metro simonnis": "metro_station: Simonis",
    "molenbek": "municipality: 1080 Molenbeek-Saint-Jean",
    "1080 molenbek": "municipality: 1080 Molenbeek-Saint-Jean",
    "schaerbeck": "municipality: 1030 Schaerbeek",
    "shaerbeek": "municipality: 1030 Schaerbeek",
    "anderlekt": "municipality: 1070 Anderlecht",
    "ucle": "municipality: 1180 Uccle",
    "gare cental": "metro_station: Gare Centrale",
    "etang noirs": "metro_station: Étangs Noirs",
    "boulevard bokstael": "street: Boulevard Émile Bockstael",
    "avenu louise 192": "street: Avenue Louise 192",
    "avenue louise 192 bruxeles": "street: Avenue Louise 192",
    "simonis, koekelbrg": "metro_station: Simonis",
    "flagei": "square: Flagey",
    "Koekeltec": "space: koekeltech",
    "hoogstraaat": "street: Rue Haute",
    "avenue de tervueremm": "street: Avenue de Tervueren",  # two errors
    "bouleward du souverin": "street: Boulevard du Souverain",
    "rue haut": "street: Rue Haute",
    # no error, but not the very place either
    "avenue brugmann 350": "street: Avenue Brugmann",
    "place rogier 12-14": "street: Place Rogier",
    "rue haute 120": "street: Rue Haute",
}

MISSES = [
    *("xyzzy", "hello world", "Paris", "Antwerpen", "Anvers", "Namur", "Gand", "Gent", "Louvain"),
    *("Liège", "Waterloo", "La Hulpe", "à Charleroi", "Tournai, Belgique", "Dinant", "New York"),
    *(
        "rue",
        "avenue",
        "gare",
        "station",
        "place",
        "saint",
        "12",
        "51",
        "1300",
        "2000",
        "0",
        "tram 999",
    ),
    *("test", "ordinateur", "cpas", "epn", "bibliothèque", "مرحبا", "привет", "<script>"),
    *("", " ", "?!", "\0", "\n", "\ud800", "é" * 5000),
]

# The municipality is understood, the rest is not.
PARTLY = {
    "rue inconnue 5, 1080 Molenbeek": ("1080 Molenbeek-Saint-Jean", "rue inconnue 5"),
    "Molenbeek, rue inconnue": ("1080 Molenbeek-Saint-Jean", "rue inconnue"),
    "gare d'Ixelles": ("1050 Ixelles", "gare"),
}

OTHERS = {
    "Jette": ["Jette (train station, Jette)"],
    "Woluwe": ["1150 Woluwe-Saint-Pierre"],
    "Rogier": ["Rogier (post office, Schaerbeek)", "Rue Rogier (Schaerbeek, Brussels)"],
    "Ixelles": [],  # nor is the Chaussée d’Ixelles another one
    "Chaussée de Wavre": [],  # which crosses three municipalities: one place
    "Rue de l'Église": ["Rue de l'Église (Woluwe-Saint-Pierre)"],
    "Sablon": [],  # the other one is 300 m away: the same place
    "Simonis": [],
}


@pytest.mark.parametrize(("text", "expected"), UNDERSTOOD.items())
def test_a_place_is_understood(known: Gazetteer, text: str, expected: str) -> None:
    resolution = known.resolve(text)

    assert said(resolution.meaning) == expected
    assert resolution.exact
    assert not resolution.unknown


@pytest.mark.parametrize(("text", "expected"), FORGIVEN.items())
def test_errors_are_forgiven_and_owned_up_to(known: Gazetteer, text: str, expected: str) -> None:
    resolution = known.resolve(text)

    assert said(resolution.meaning) == expected
    assert not resolution.exact


@pytest.mark.parametrize("text", MISSES)
def test_what_is_no_place_here_is_not_guessed(known: Gazetteer, text: str) -> None:
    assert said(known.resolve(text).meaning) == "nothing"


@pytest.mark.parametrize(("text", "area", "unknown"), [(t, *e) for t, e in PARTLY.items()])
def test_the_area_is_understood_when_the_rest_is_not(
    known: Gazetteer, text: str, area: str, unknown: str
) -> None:
    resolution = known.resolve(text)

    assert resolution.meaning
    assert resolution.meaning.label("fr") == area
    assert resolution.unknown == unknown
    assert not resolution.exact


@pytest.mark.parametrize(("text", "labels"), OTHERS.items())
def test_other_meanings_come_after_the_best(known: Gazetteer, text: str, labels: list[str]) -> None:
    others = known.resolve(text).others

    assert [other.label("en") for other in others][: len(labels) or 1] == labels


def test_a_qualifier_chooses_among_streets_of_one_name(known: Gazetteer) -> None:
    wavre = known.resolve("chaussée de wavre, 1050")

    assert wavre.meaning
    assert wavre.meaning.municipality
    assert wavre.meaning.municipality.name_nl == "Elsene"
    assert not wavre.others


def test_a_street_is_known_and_its_house_is_not(known: Gazetteer) -> None:
    rue_haute = known.resolve("120, rue Haute - 1000 Bruxelles")
    published = known.resolve("Rue Saint-André 4")

    assert (rue_haute.unknown_number, rue_haute.exact) == ("120", False)
    assert (published.unknown_number, published.exact) == ("", True)


def test_a_street_known_by_its_name_alone_is_where_the_visitor_says(known: Gazetteer) -> None:
    nowhere = known.resolve("rue gisele halimi")
    somewhere = known.resolve("Gisèle Halimistraat 5, 1000")

    assert nowhere.meaning is None
    assert somewhere.meaning
    assert somewhere.meaning.label("nl") == "1000 Brussel"
    for resolution in (nowhere, somewhere):
        assert resolution.unplaced
        assert resolution.unplaced.name_fr == "Rue Gisèle Halimi"


def test_a_name_that_others_bear_says_so(known: Gazetteer) -> None:
    assert known.resolve("gare de Schaerbeek").has_namesake
    assert not known.resolve("Bockstael").has_namesake


def test_same_name_points_are_one_place_with_all_their_lines(known: Gazetteer) -> None:
    black_ponds = known.resolve("Étangs Noirs")

    assert black_ponds.meaning
    assert black_ponds.meaning.lines == ("1", "5", "13", "20", "86")
    assert black_ponds.others == ()


def test_every_place_is_found_by_each_of_its_names(known: Gazetteer, db: None) -> None:
    lost = [
        name
        for place in Place.objects.exclude(kind__in=["street", "postal_code"])
        if place.point
        for name in (place.name_fr, place.name_nl, *place.aliases)
        if not any(
            meaning and distance(meaning.point, place.point) <= 300
            for resolution in [known.resolve(name)]
            for meaning in (resolution.meaning, *resolution.others)
        )
    ]

    assert lost == []


TYPED = st.lists(
    st.text(st.characters(exclude_categories=())) | st.sampled_from([*UNDERSTOOD, *PARTLY, "1080"])
).map(" ".join)


@given(TYPED)
def test_any_text_gets_an_answer(known: Gazetteer, text: str) -> None:
    resolution = known.resolve(text)
    suggestions = known.suggest(text, "nl", limit=5)

    assert len(resolution.others) <= 6
    assert resolution.meaning or not (resolution.others or resolution.unknown)
    assert resolution.meaning is None or REGION.holds(resolution.meaning.point)
    assert len(suggestions) <= 5


@given(st.sampled_from(sorted(UNDERSTOOD)), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_and_separators_do_not_matter(known: Gazetteer, text: str, case: object) -> None:
    other = re.sub(r"[\s-]", " \t", case(text))  # type: ignore[operator]

    assert known.resolve(other).meaning == known.resolve(text).meaning
