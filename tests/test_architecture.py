"""The walls of the house: who may import whom, and what no file of ours may hold."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("config", "campaign", "spaces")
LONGEST = 400

# No module under the first name may reach one under the second, by whatever way.
WALLS = [
    ("spaces", "campaign"),
    ("spaces.search.pipeline", "spaces.views"),
    ("spaces.search.pipeline", "spaces.admin"),
    ("spaces.search.pipeline", "spaces.urls"),
    ("spaces.search.pipeline", "spaces.templatetags"),
    ("spaces.models", "spaces.search.pipeline"),
    ("spaces.models", "spaces.search.forms"),
    ("spaces.models", "spaces.gazetteer"),
    ("spaces.models", "spaces.gazetteer.geocoding"),
    ("campaign.models", "campaign.views"),
    ("campaign.models", "campaign.admin"),
    ("campaign.models", "campaign.templatetags"),
    *(
        (pure, model)
        for pure in (
            *("spaces.hours.opening", "spaces.hours.grid", "spaces.hours.schedule"),
            *("spaces.geo.points", "spaces.models.codes"),
        )
        for model in ("spaces.models", "django.db", "django.contrib")
    ),
]

# Hosts that our files may name, and why.
HOSTS = {
    "127.0.0.1": "the site on a developer's machine",
    "cirbportal.irisnet.be": "the charter's sources, links that staff may follow",
    "geoservices-urbis.irisnet.be": "the map's background, a setting",
    "geoservices.irisnet.be": "UrbIS's geocoder, a setting",
    "maps.apple.com": "a link that the visitor may follow",
    "nominatim.openstreetmap.org": "a geocoder, a setting",
    "schema.org": "a vocabulary's name",
    "wa.me": "a link that the visitor may follow",
    "wiki.openstreetmap.org": "where a format is described",
    "www.openstreetmap.org": "a link that the visitor may follow",
    "www.w3.org": "SVG's name",
}
SAFE_STRINGS = {"spaces/templatetags/spaces.py"}  # JSON-LD, escaped there


def files(*patterns: str, of: tuple[str, ...] = (*PACKAGES, "templates", "static")) -> list[Path]:
    found = (path for name in of for pattern in patterns for path in (ROOT / name).rglob(pattern))
    return sorted(path for path in found if "migrations" not in path.parts)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def imports() -> dict[str, set[str]]:
    """Return each module of ours with the names that it imports, wherever in its text."""
    return {module(path): set(imported(path)) for path in files("*.py", of=PACKAGES)}


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reached(start: str) -> set[str]:
    """Return all names that a module imports, itself or through other modules of ours."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(imports().get(name, ()))
    return seen - {start}


def under(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(f"{prefix}.")


@pytest.mark.parametrize(("inside", "outside"), WALLS)
def test_walls_stand(inside: str, outside: str) -> None:
    broken = {
        name: sorted(found)
        for name in imports()
        if under(name, inside)
        if (found := {other for other in reached(name) if under(other, outside)})
    }

    assert broken == {}


@pytest.mark.parametrize("package", ["campaign", "spaces"])
def test_application_takes_only_the_languages_from_config(package: str) -> None:
    taken = {
        name
        for module_, names in imports().items()
        if under(module_, package)
        for name in names
        if under(name, "config") and not under(name, "config.languages")
    }

    assert taken == set()


def test_files_are_short() -> None:
    everywhere = (*PACKAGES, "templates", "static", "tests", "scripts")
    lengths = {
        name_of(path): len(path.read_text().splitlines())
        for path in files("*.py", "*.html", "*.css", "*.js", of=everywhere)
        if "node_modules" not in path.parts
    }

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


@pytest.mark.parametrize(
    ("pattern", "forbidden"),
    [
        ("*.html", r"\|\s*safe(seq)?\b"),
        ("*.html", r"autoescape\s+off"),
        ("*.html", r"\sstyle\s*="),
        ("*.html", r"<style\b"),
        ("*.html", r"<script\b(?![^>]*\bsrc=)"),
        ("*.html", r"\son[a-z]+\s*="),
        ("*.html", r"javascript:"),
        ("*.py", r"\bmark_safe\b"),
        ("*.js", r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b"),
        ("*.css", r"\burl\(\s*['\"]?https?:"),
    ],
)
def test_files_hold_nothing_unsafe(pattern: str, forbidden: str) -> None:
    found = {
        name_of(path): match.group()
        for path in files(pattern)
        if (match := re.search(forbidden, path.read_text()))
    }

    assert found == {}


def test_modules_in_javascript_have_tests() -> None:
    modules = {path.stem for path in files("*.js", of=("static",))}
    tested = {path.name.removesuffix(".test.js") for path in (ROOT / "tests/js").glob("*.test.js")}

    assert tested == modules


def test_safe_strings_are_made_in_one_place() -> None:
    makers = {name_of(path) for path in files("*.py") if "SafeString(" in path.read_text()}

    assert makers <= SAFE_STRINGS


def test_template_loads_are_sorted() -> None:
    unsorted = {
        name_of(path): loads
        for path in files("*.html")
        for loads in [" ".join(re.findall(r"{% load ([^%]+) %}", path.read_text())).split()]
        if loads != sorted(loads)
    }

    assert unsorted == {}


def test_templates_are_used() -> None:
    known_to_django = {"400.html", "403.html", "404.html", "500.html"}
    texts = [path.read_text() for path in files("*.html", "*.py")]
    unused = {
        name
        for path in files("*.html", of=("templates",))
        if not (name := str(path.relative_to(ROOT / "templates"))).startswith(("admin/", "django/"))
        and name not in known_to_django
        and not any(f'"{name}"' in text for text in texts)
    }

    assert unused == set()


def test_files_name_no_other_host() -> None:
    address = re.compile(r"https?://([a-z0-9][a-z0-9.-]+)")
    named = {
        host: name_of(path)
        for path in files("*.py", "*.html", "*.css", "*.js", "*.svg")
        for host in address.findall(path.read_text())
    }

    assert {host: where for host, where in named.items() if host not in HOSTS} == {}
