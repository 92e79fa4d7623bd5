"""`make lock`: pin every dependency of pyproject.toml, with its hashes, in the lock files."""

import subprocess
import sys

LOCKS = {"requirements.txt": [], "requirements-test.txt": ["--extra", "test"]}


def main() -> None:
    """Write the lock files with uv, which is installed into `.venv` for it."""
    python = sys.executable
    subprocess.run([python, "-m", "pip", "install", "--quiet", "uv"], check=True)
    compile_ = [python, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"]
    style = ["--generate-hashes", "--no-header", "--no-annotate", "--universal"]
    for name, extra in LOCKS.items():
        command = [*compile_, *style, "--python-version=3.11", *extra, "-o", name, *sys.argv[1:]]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
