"""`.env.example` is the list of what the site reads; the locks hold what pyproject.toml asks."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from django.contrib.staticfiles import finders

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = (ROOT / ".env.example").read_text()
VARIABLE = re.compile(r"^#?([A-Z][A-Z_]+)=", re.MULTILINE)
PIN = re.compile(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==(\S+)", re.MULTILINE)


def variables_read() -> Iterator[str]:
    """Yield each name that config/ asks `env` or `os.environ` for."""
    for path in (ROOT / "config").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]):
                    asked = ast.unparse(function)
                    if re.fullmatch(r"env(\.\w+)?|os\.environ\.get", asked):
                        yield name
                case ast.Subscript(value=of, slice=ast.Constant(value=str(name))):
                    if ast.unparse(of) == "os.environ":
                        yield name


def locked(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text()))


def test_environment_example_lists_what_is_read() -> None:
    listed = VARIABLE.findall(EXAMPLE)

    assert len(listed) == len(set(listed))
    assert set(listed) == set(variables_read())


def test_environment_example_explains_each_variable() -> None:
    lines = EXAMPLE.splitlines()

    bare = [
        line
        for before, line in pairwise(lines)
        if VARIABLE.match(line) and not before.startswith("# ")
    ]

    assert bare == []


def test_locks_agree_with_each_other() -> None:
    site, tests = locked("requirements.txt"), locked("requirements-test.txt")

    assert site.items() <= tests.items()


def test_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    tests = project["optional-dependencies"]["test"]

    for wanted, name in (
        (project["dependencies"], "requirements.txt"),
        (tests, "requirements-test.txt"),
    ):
        names = {re.split(r"[\[~>=<;]", item)[0].lower().replace("_", "-") for item in wanted}
        assert names - locked(name).keys() == set()


def test_map_is_tested_with_the_leaflet_that_the_site_serves() -> None:
    packages = json.loads((ROOT / "tests/node/package.json").read_text())["dependencies"]
    served = finders.find("leaflet/leaflet.js")

    assert served
    assert f"Leaflet {packages['leaflet']}," in Path(served).read_text()
