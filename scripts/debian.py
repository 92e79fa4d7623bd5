"""What the tests and the bench need besides Python's packages, from Debian's."""

import ctypes.util
import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

POSTGRESQL = Path("/usr/lib/postgresql")
PACKAGES = {
    "chromium": "chromium",
    "chromium-headless-shell": "chromium-headless-shell",
    "firefox-esr": "firefox-esr",
    "gettext": "gettext",
    "java": "default-jre-headless",  # the Nu HTML checker
    "libatomic": "libatomic1",  # a library that Playwright's driver needs
    "node": "nodejs",
    "npm": "npm",
    "postgresql": "postgresql",
    "venv": "python3-venv",
    "WebKitWebDriver": "webkit2gtk-driver",
    "wrk": "wrk",
    "Xvfb": "xvfb",  # a screen for WebKit's browser
}
FOR_BENCH = ("chromium", "node", "npm", "wrk")
FOR_TESTS = tuple(program for program in PACKAGES if program not in ("chromium", "wrk"))


def missing(programs: tuple[str, ...] = FOR_TESTS) -> list[str]:
    """Return what this machine lacks of these programs, in that order."""
    return [program for program in programs if not _has(program)]


def install(programs: list[str]) -> None:
    """Install the packages of these programs where this user may, and say which."""
    packages = [PACKAGES[program] for program in programs]
    if not packages or not _may_install():
        return
    print(f"Installing Debian packages: {', '.join(packages)}", flush=True)
    apt = [*_as_root(), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]
    install_ = ["install", "--yes", "--no-install-recommends", *packages]
    for arguments in (["update"], install_):
        command = [*apt, *arguments]
        nothing = subprocess.DEVNULL
        subprocess.run(command, stdin=nothing, stdout=nothing, check=False)
    importlib.invalidate_caches()


def postgresql_program(name: str) -> str | None:
    """Return the path of one of PostgreSQL's programs; Debian keeps the server's off the PATH."""
    versions = sorted(
        (path for path in POSTGRESQL.glob("*/bin") if path.parent.name.isdigit()),
        key=lambda path: int(path.parent.name),
    )
    return shutil.which(name, path=versions[-1]) if versions else shutil.which(name)


def has_venv() -> bool:
    """Say whether this Python can make virtual environments; Debian's own may lack a part."""
    return importlib.util.find_spec("ensurepip") is not None


def _has(program: str) -> bool:
    match program:
        case "venv":
            return has_venv()
        case "libatomic":
            return ctypes.util.find_library("atomic") is not None
        case "postgresql":
            return postgresql_program("initdb") is not None
        case "gettext":
            return shutil.which("xgettext") is not None
        case _:
            return shutil.which(program) is not None


def _as_root() -> list[str]:
    return [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]


def _may_install() -> bool:
    if shutil.which("apt-get") is None:
        return False
    if os.geteuid() == 0:
        return True
    if shutil.which("sudo") is None:
        return False
    asked = subprocess.run([*_as_root(), "true"], capture_output=True, check=False)
    return asked.returncode == 0
