"""What no file of ours may hold, and how long it may be."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("config", "campaign", "spaces")
LONGEST = 400

# Hosts that our files may name, and why.
HOSTS = {
    "127.0.0.1": "the site on a developer's machine",
    "cirbportal.irisnet.be": "the charter's sources, links that staff may follow",
    "geoservices.irisnet.be": "UrbIS's geocoder, a setting",
    "maps.apple.com": "a link that the visitor may follow",
    "opendatacommons.org": "a licence's name",
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


def test_browser_waits_for_what_it_expects_not_for_the_clock() -> None:
    waiting = {
        name_of(path)
        for path in files("*.py", of=("tests/e2e",))
        if "wait_for_timeout(" in path.read_text()
    }

    assert waiting == set()


def test_files_name_no_other_host() -> None:
    address = re.compile(r"https?://([a-z0-9][a-z0-9.-]+)")
    named = {
        host: name_of(path)
        for path in files("*.py", "*.html", "*.css", "*.js", "*.svg")
        for host in address.findall(path.read_text())
    }

    assert {host: where for host, where in named.items() if host not in HOSTS} == {}
