"""The walls of the house: which room may take from which."""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

import pytest

from scripts.imports import modules, names_imported, rooms

# The storeys of an application, from the ground up: a room takes from its own and from those
# below. What is in no room stands with those that it is named with.
GROUND = ("cartography", "geo", "hours", "language")
MODELS = ("models",)
WAYS_IN = ("admin", "api", "apps", "management", "templatetags", "translation", "urls", "views")

# What an application may take from `config`, which knows the settings and both applications.
FROM_CONFIG = {"config.languages", "config.visitors"}

# What nothing pure may reach: tables and settings.
IMPURE = ("campaign", "django.conf", "django.contrib", "django.db", "spaces.models")


def reached(start: str) -> set[str]:
    """Return all names that a module imports, itself or through other modules of ours."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(names_imported().get(name, ()))
    return seen - {start}


def under(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(f"{prefix}.")


def room(name: str) -> str:
    """Return the room that a module of an application stands in: `spaces.hours`."""
    return ".".join(name.split(".")[:2])


def storey(room: str) -> int:
    """Return how high a room stands: ground, models, subjects, ways in."""
    name = room.partition(".")[2]
    if name in WAYS_IN:
        return 3
    return 0 if name in GROUND else 1 if name in MODELS else 2


def taken(package: str) -> Iterator[tuple[str, str]]:
    """Yield each module of an application with another room of it that it takes from."""
    for name, names in names_imported().items():
        if under(name, package) and name != package:
            rooms = {room(other) for other in names if under(other, package)}
            yield from ((name, other) for other in rooms - {package, room(name)})


@pytest.mark.parametrize("package", ["campaign", "spaces"])
def test_room_takes_from_no_higher_storey(package: str) -> None:
    upwards = {
        (name, other) for name, other in taken(package) if storey(room(name)) < storey(other)
    }

    assert upwards == set()


@pytest.mark.parametrize("package", ["campaign", "spaces"])
def test_rooms_do_not_go_round_in_circles(package: str) -> None:
    """Only folders count: ways in may lead to each other."""
    folders = {name for name in rooms() if under(name, package)} - {package}
    graph: dict[str, set[str]] = {name: set() for name in folders if storey(name) < 3}
    for name, other in taken(package):
        if room(name) in graph and other in graph:
            graph[room(name)].add(other)

    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"These rooms take from each other: {error.args[1]}")
    assert set(order) == graph.keys()


def test_ground_reaches_nothing_impure() -> None:
    reaching = {
        name: sorted(found)
        for name in names_imported()
        if any(under(name, f"spaces.{each}") for each in GROUND)
        if (found := {other for other in reached(name) if any(under(other, i) for i in IMPURE)})
    }

    assert reaching == {}


def test_what_calls_itself_pure_reaches_nothing_impure() -> None:
    """“Pure.” ends the docstring's first sentence, or stands alone in it."""
    claiming = {
        name
        for name, path in modules().items()
        if re.search(r"\bPure\b", ast.get_docstring(ast.parse(path.read_text())) or "")
    }
    impure = {
        name: sorted(found)
        for name in claiming
        if (found := {other for other in reached(name) if any(under(other, i) for i in IMPURE)})
    }

    assert len(claiming) > 10
    assert impure == {}


def test_directory_names_no_campaign() -> None:
    """Neither by an import nor in a text: whoever stands on the directory registers with it."""
    named = {
        name: match.group()
        for name, path in modules().items()
        if under(name, "spaces")
        if (match := re.search(r"\w*campaign\w*", path.read_text(), re.IGNORECASE))
    }

    assert named == {}


@pytest.mark.parametrize("package", ["campaign", "spaces"])
def test_application_takes_little_from_config(package: str) -> None:
    others = {
        (name, other)
        for name, names in names_imported().items()
        if under(name, package)
        for other in names
        if under(other, "config") and other != "config"
        if not any(under(other, each) for each in FROM_CONFIG)
    }

    assert others == set()


def test_every_room_says_what_it_is_for() -> None:
    assert [name for name, words in rooms().items() if not words] == []
