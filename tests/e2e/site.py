"""The site as it is in production: gunicorn, hashed static files, its own SQLite database."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
ADMINISTRATOR, PASSWORD = "admin", "a password of the tests"
START_SECONDS = 60


class Site(NamedTuple):
    """A running site: its address without a slash, and the directory that holds all of it."""

    url: str
    directory: Path

    def manage(self, *command: str) -> str:
        """Run one of Django's commands on this site's database; return what it prints."""
        return _manage(self.directory, *command)


def prepare(directory: Path) -> None:
    """Make a site's files in a directory: database with the fixtures, administrator, statics."""
    _manage(directory, "migrate", "--verbosity=0")
    _manage(directory, "seed")
    _manage(directory, "createsuperuser", "--no-input", f"--username={ADMINISTRATOR}", "--email=")
    _manage(directory, "collectstatic", "--no-input", "--verbosity=0")


@contextmanager
def serve(directory: Path, **environment: str) -> Iterator[Site]:
    """Serve a prepared directory on a free port of loopback, until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        gunicorn = [sys.executable, "-m", "gunicorn", "--config=config/gunicorn.py"]
        log = (directory / "log").open("ab")
        process = subprocess.Popen(
            [*gunicorn, f"--bind=fd://{listener.fileno()}", "config.wsgi"],
            cwd=ROOT,
            env=_environment(directory) | {"SITE_URL": url} | environment,
            pass_fds=[listener.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        log.close()
    try:
        _wait(url, process, directory / "log")
        yield Site(url, directory)
    finally:
        process.terminate()
        process.wait()


@contextmanager
def serve_copy(original: Path, directory: Path) -> Iterator[Site]:
    """Serve a copy of a prepared directory's database, for a test that writes to it."""
    shutil.copy(original / "site.sqlite3", directory)
    with serve(directory, STATIC_ROOT=str(original / "static")) as site:
        yield site


def _environment(directory: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(directory),
        "DJANGO_SETTINGS_MODULE": "tests.e2e.settings",
        "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
        "DATABASE_URL": f"sqlite:///{directory / 'site.sqlite3'}",
        "SECRET_KEY": "only-for-browser-tests",
        "STATIC_ROOT": str(directory / "static"),
        "WEB_CONCURRENCY": "1",
    }


def _manage(directory: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=_environment(directory),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"manage.py {command[0]}:\n{done.stdout}{done.stderr}"
    return done.stdout


def _wait(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until the site answers; fail with its log where it does not."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=START_SECONDS):  # noqa: S310
                return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"The site did not start:\n{log.read_text()}")
