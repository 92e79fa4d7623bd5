"""The programs that the tests find: those of a bare Debian, those named, those that these need."""

import shutil
from pathlib import Path

import pytest

from scripts import bare
from scripts.debian import FOR_TESTS, PACKAGES
from tests.conftest import require


def package(name: str, *needs: str, provides: str = "", is_required: bool = False) -> bare.Package:
    return bare.Package(name, tuple(provides.split()), needs, is_required)


def test_packages_are_those_of_every_debian_those_named_and_what_they_need() -> None:
    named = PACKAGES["chromium-headless-shell"]
    installed = [
        package("bash", "libc6", is_required=True),
        package("libc6"),
        package(named, "sound", "not-installed"),
        package("pulse", "libpulse", provides="sound"),
        package("libpulse", named),
        package("git", "libc6"),
    ]

    assert bare.closure(installed) == {"bash", "libc6", named, "pulse", "libpulse"}


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("", ()),
        ("libc6 (>= 2.36), perl:any", ("libc6", "perl")),
        ("default-jre | java-runtime (= 17), g++", ("default-jre", "java-runtime", "g++")),
    ],
)
def test_names_are_read_without_versions(field: str, expected: tuple[str, ...]) -> None:
    assert bare.names(field) == expected


def test_programs_that_nothing_names_are_not_found(tmp_path: Path) -> None:
    require("dpkg", shutil.which("dpkg-query"))

    assert bare.make(tmp_path)

    found = {path.name for path in tmp_path.iterdir()}
    assert {"sh", "awk", "sed"} <= found  # `awk` is another program's second name
    assert found.isdisjoint({"git", "gcc", "curl", "pdfinfo"})
    assert {name for name in FOR_TESTS if shutil.which(name)} <= found


def test_machine_without_dpkg_makes_no_such_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not bare.make(tmp_path)
