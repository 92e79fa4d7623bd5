"""A PATH that holds a bare Debian and what `scripts.debian` names, nothing that just is there.

What a test needs and no list names is then missing on every machine, not only on a fresh one.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from scripts.debian import FOR_TESTS, PACKAGES

DIRECTORIES = frozenset(map(Path, ("/bin", "/sbin", "/usr/bin", "/usr/sbin")))
ALTERNATIVES = Path("/etc/alternatives")
FIELDS = ("Package", "Priority", "Essential", "Provides", "Pre-Depends", "Depends")
SHOWN = "\\t".join(f"${{{field}}}" for field in ("db:Status-Status", *FIELDS)) + "\\n"
NAME = re.compile(r"[a-z0-9][a-z0-9+.-]+")


class Package(NamedTuple):
    """An installed package: its names, what it needs, whether every Debian has it."""

    name: str
    provides: tuple[str, ...]
    needs: tuple[str, ...]
    is_required: bool


def make(directory: Path) -> bool:
    """Fill a directory with links to those programs; False where this machine has no dpkg."""
    if shutil.which("dpkg-query") is None:
        return False
    programs = set(_programs(closure(list(_installed()))))
    # A machine may have Node, say, from elsewhere.
    named = {Path(path) for name in FOR_TESTS if (path := shutil.which(name))}
    for program in sorted(programs) + sorted(named):
        link = directory / program.name
        if not link.is_symlink():
            link.symlink_to(program)
    return True


def closure(installed: list[Package]) -> set[str]:
    """Return the packages that every Debian has, those named, and all that these need."""
    by_name: dict[str, list[Package]] = {}
    for package in installed:
        for name in (package.name, *package.provides):
            by_name.setdefault(name, []).append(package)
    waiting = [package.name for package in installed if package.is_required]
    waiting += [PACKAGES[program] for program in FOR_TESTS]
    found: set[str] = set()
    while waiting:
        for package in by_name.get(waiting.pop(), ()):
            if package.name not in found:
                found.add(package.name)
                waiting.extend(package.needs)
    return found


def names(relations: str) -> tuple[str, ...]:
    """Return the packages that a field such as `a (>= 1), b:any | c` names, alternatives too."""
    asked = (NAME.match(relation.strip()) for relation in re.split(r"[,|]", relations))
    return tuple(name.group() for name in asked if name)


def _installed() -> Iterator[Package]:
    for line in _ask("--show", f"--showformat={SHOWN}").splitlines():
        status, name, priority, essential, provides, *needs = line.split("\t")
        if status == "installed":
            is_required = priority == "required" or essential == "yes"
            yield Package(name, names(provides), names(",".join(needs)), is_required)


def _programs(packages: Iterable[str]) -> Iterator[Path]:
    """Yield the programs of these packages, those too that stand under another name (`awk`)."""
    owned = {Path(line) for line in _ask("--listfiles", *sorted(packages)).splitlines()}
    yield from (path for path in owned if path.parent in DIRECTORIES and path.exists())
    links = (path for directory in DIRECTORIES for path in directory.iterdir() if path.is_symlink())
    alternatives = (link for link in links if link.readlink().parent == ALTERNATIVES)
    yield from (link for link in alternatives if link.resolve() in owned)


def _ask(*arguments: str) -> str:
    command = ["dpkg-query", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
