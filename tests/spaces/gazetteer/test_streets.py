"""Every street of the Region, in French and Dutch, however people type it."""

import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from string import ascii_lowercase

import pytest

from spaces.gazetteer import Gazetteer, Resolution
from spaces.gazetteer.openstreetmap import TABLE
from spaces.geo.points import Point, distance
from spaces.language.folding import fold
from spaces.models import Space

pytestmark = pytest.mark.django_db

SEED = 2026  # which typing errors are made

_FRENCH_TYPES = (
    "allée|avenue|boulevard|chaussée|chemin|clos|drève|impasse|place|quai|rue|sentier|square"
)
_WITHOUT_TYPE = (
    re.compile(
        rf"(?i)(?:{_FRENCH_TYPES}) (?:de la |de l['’]|du |des |de |d['’]|aux? )?(?P<rest>.+)"
    ),
    re.compile(r"(?P<rest>.{3,})(?:dreef|kaai|laan|plaats|plein|square|steenweg|straat|weg)"),
)


@pytest.fixture(scope="module")
def streets() -> dict[str, list[dict[str, str]]]:
    """Return the rows of streets with a point, by each of their names."""
    by_name: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "street" and row["latitude"]:
                for name in {row["name_fr"], row["name_nl"] or row["name_fr"]}:
                    by_name[name].append(row)
    return by_name


def is_offered(row: dict[str, str], found: Resolution) -> bool:
    """Tell whether the street in this municipality is what was understood, or one of the others."""
    point = Point(float(row["latitude"]), float(row["longitude"]))
    for meaning in (found.meaning, *found.others):
        if meaning is None:
            return False
        towns = {meaning.nis, *(town.nis for town in meaning.crosses)}
        if meaning.kind == "street" and row["nis"] in towns and row["name_fr"] == meaning.name_fr:
            return True
        if distance(point, meaning.point) <= 300:  # the station on the square of its name
            return True
    return False


def share_found(
    known: Gazetteer,
    streets: dict[str, list[dict[str, str]]],
    typed: Callable[[str], str] | dict[str, str],
) -> float:
    """Return the share of streets that are found, of those that are typed at all."""
    change = typed.get if isinstance(typed, dict) else typed
    answers = [
        is_offered(row, found)
        for name, rows in streets.items()
        if (text := change(name))
        for found in [known.resolve(text)]
        for row in rows
    ]
    assert len(answers) > 4000
    return sum(answers) / len(answers)


def with_an_error(name: str, chance: random.Random) -> str:
    """Return the name with a letter wrong, missing, too many or swapped with the next."""
    place, letter = chance.randrange(len(name) - 1), chance.choice(ascii_lowercase)
    before, here, after = name[:place], name[place], name[place + 1 :]
    return chance.choice(
        [
            before + letter + after,
            before + after,
            before + letter + here + after,
            before + after[0] + here + after[1:],
        ]
    )


def without_type(names: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """Return the names without “rue de la”, “straat”, where no other street is called so then."""
    short = {
        name: found["rest"].strip()
        for name in names
        for pattern in _WITHOUT_TYPE
        if (found := pattern.fullmatch(name))
    }
    times = Counter(map(fold, short.values()))
    return {name: rest for name, rest in short.items() if times[fold(rest)] == 1}


def test_every_street_is_found_as_it_stands(
    known: Gazetteer, streets: dict[str, list[dict[str, str]]]
) -> None:
    assert share_found(known, streets, str) >= 0.995


def test_every_street_is_found_without_accents(
    known: Gazetteer, streets: dict[str, list[dict[str, str]]]
) -> None:
    assert share_found(known, streets, fold) >= 0.995


def test_streets_are_found_with_a_typing_error(
    known: Gazetteer, streets: dict[str, list[dict[str, str]]]
) -> None:
    chance = random.Random(SEED)  # noqa: S311  the same errors on every day

    assert share_found(known, streets, lambda name: with_an_error(name, chance)) >= 0.95


def test_streets_are_found_without_the_word_street(
    known: Gazetteer, streets: dict[str, list[dict[str, str]]]
) -> None:
    assert share_found(known, streets, without_type(streets)) >= 0.90


def test_every_address_that_we_publish_is_exact(known: Gazetteer) -> None:
    published = [*published_addresses()]

    lost = [text for text, point in published if not is_exact(known, text, point)]

    assert len(published) > 20
    assert lost == []


def published_addresses() -> Iterator[tuple[str, Point]]:
    """Yield the addresses of the spaces whose point is real, as their pages write them."""
    for space in Space.objects.published().exclude(house_number=""):
        if space.point and not space.has_sample_location:
            for street in filter(None, (space.street_fr, space.street_nl)):
                yield f"{street} {space.house_number}", space.point
                yield f"{street} {space.house_number}, {space.postal_code}", space.point


def is_exact(known: Gazetteer, text: str, point: Point) -> bool:
    """Tell whether the text is understood as this very point."""
    found = known.resolve(text)
    return found.exact and found.meaning is not None and distance(found.meaning.point, point) < 1
