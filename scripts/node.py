"""The programs that npm brings, exactly as a lock file names them."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts import venv

TESTS, BENCH = venv.ROOT / "tests/node", venv.ROOT / "tests/bench/node"


def ensure(directory: Path) -> None:
    """Install what the lock file of this directory lists, unless it is there."""
    digest = hashlib.sha256((directory / "package-lock.json").read_bytes()).hexdigest()
    stamp = directory / "node_modules" / ".sha256"
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"Installing the Node packages of {directory.relative_to(venv.ROOT)}", flush=True)
    npm = ["npm", "ci", "--prefix", str(directory), "--ignore-scripts", "--no-audit", "--no-fund"]
    if not subprocess.run(npm, stdin=subprocess.DEVNULL, check=False).returncode:
        stamp.write_text(digest)


def main(program: str, *arguments: str) -> None:
    """Become this program, with those that npm brings to the tests on the PATH."""
    if shutil.which("npm") is None:
        sys.exit(f"npm is missing, so {program} is not run")
    ensure(TESTS)
    os.environ["PATH"] = f"{TESTS / 'node_modules/.bin'}{os.pathsep}{os.environ['PATH']}"
    os.execvp(program, [program, *arguments])  # noqa: S606 - as the command line says


if __name__ == "__main__":
    main(*sys.argv[1:])
