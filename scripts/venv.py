"""The project's Python packages, in `.venv`, exactly as the lock files name them.

`python -m scripts.venv requirements-test.txt` installs what that file lists, unless it is there.
"""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

from scripts.debian import has_venv

ROOT = Path(__file__).resolve().parent.parent
DIRECTORY = ROOT / ".venv"
PYTHON = DIRECTORY / "bin" / "python"


def ensure(requirements: str) -> None:
    """Make `.venv` hold what a lock file lists; quick, and offline, where it already does."""
    lock = ROOT / requirements
    stamp = DIRECTORY / f"{lock.stem}.sha256"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not _works():
        _create()
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"Installing the Python packages of {requirements} (a minute or two)", flush=True)
    pip = [str(PYTHON), "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"]
    install = [*pip, "install", "--require-hashes", f"--requirement={lock}"]
    done = subprocess.run(install, check=False)
    if done.returncode:
        sys.exit("The Python packages could not be installed; pip says why, above.")
    stamp.write_text(digest)


def _works() -> bool:
    """Say whether `.venv` has a Python that starts, and pip."""
    if not PYTHON.exists():
        return False
    return not subprocess.run([PYTHON, "-c", "import pip"], check=False).returncode


def _create() -> None:
    if not has_venv():
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        sys.exit(
            f"This Python cannot make virtual environments ({sys.executable} lacks ensurepip). "
            f"On Debian and Ubuntu: apt install {package}"
        )
    print("Making a virtual environment in .venv", flush=True)
    venv.create(DIRECTORY, with_pip=True, clear=True)


if __name__ == "__main__":
    ensure(sys.argv[1])
