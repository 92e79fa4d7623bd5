"""The applications' rooms and modules, and who imports whom, as their files say."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from scripts.venv import ROOT

PACKAGES = ("config", "campaign", "spaces")


@cache
def modules() -> dict[str, Path]:
    """Return every module of the applications by its name, migrations left out."""
    found = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return {_name(path): path for path in found if "migrations" not in path.parts}


@cache
def names_imported() -> dict[str, set[str]]:
    """Return each module with every name that it imports, wherever in its text."""
    return {name: set(_imported(path)) for name, path in modules().items()}


def imports() -> dict[str, set[str]]:
    """Return each module with those of ours that it imports."""
    return {name: names & modules().keys() for name, names in names_imported().items()}


def rooms() -> dict[str, str]:
    """Return the applications and their folders, each with the first line of what it says it is."""
    return {
        name: (ast.get_docstring(ast.parse(path.read_text())) or "").partition("\n")[0]
        for name, path in modules().items()
        if path.name == "__init__.py" and name.count(".") < 2
    }


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imported(path: Path) -> Iterator[str]:
    waiting: list[ast.AST] = [ast.parse(path.read_text())]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue  # nothing of it is there when the site runs
        waiting.extend(ast.iter_child_nodes(node))
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
