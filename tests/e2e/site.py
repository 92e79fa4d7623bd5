"""The site as it is in production: gunicorn, hashed static files, its own SQLite database."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
ADMINISTRATOR, PASSWORD = "admin", "a password of the tests"
SESSION = "session0of0the0administrator0000"  # one that has begun: to check a password is slow
DATABASE = "site.sqlite3"
START_SECONDS = 60
BEGIN_SESSION = f"""
from datetime import timedelta
from django.contrib import auth
from django.contrib.sessions.models import Session
from django.utils import timezone
administrator = auth.get_user_model().objects.get()
facts = {{
    auth.SESSION_KEY: str(administrator.pk),
    auth.BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
    auth.HASH_SESSION_KEY: administrator.get_session_auth_hash(),
}}
Session.objects.save({SESSION!r}, facts, timezone.now() + timedelta(days=1))
"""


class Site(NamedTuple):
    """A running site: its address without a slash, and what it runs on."""

    url: str
    environment: dict[str, str]

    def manage(self, *command: str) -> str:
        """Run one of Django's commands on this site's database; return what it prints."""
        return _manage(self.environment, *command)


def prepare(directory: Path) -> None:
    """Make a directory with a site's database, administrator and static files."""
    unfinished = directory.with_name("unfinished")
    environment = _environment(unfinished, unfinished)
    unfinished.mkdir(exist_ok=True)
    with ThreadPoolExecutor() as beside:
        collected = beside.submit(
            _manage, environment, "collectstatic", "--no-input", "--verbosity=0"
        )
        _manage(environment, "migrate", "--verbosity=0")
        _manage(environment, "seed")
        new_user = ("--no-input", f"--username={ADMINISTRATOR}", "--email=")
        _manage(environment, "createsuperuser", *new_user)
        _manage(environment, "shell", "--no-imports", "-c", BEGIN_SESSION)
        collected.result()
    unfinished.rename(directory)


@contextmanager
def serve(prepared: Path, directory: Path, **variables: str) -> Iterator[Site]:
    """Serve a copy of a prepared site, kept in `directory`, until the block ends.

    `variables` are more of the environment, such as `GEOCODER="nominatim"`.
    """
    shutil.copy(prepared / DATABASE, directory)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        environment = _environment(prepared, directory) | {"SITE_URL": url} | variables
        gunicorn = [sys.executable, "-m", "gunicorn", "--config=config/gunicorn.py"]
        with (directory / "log").open("ab") as log:
            process = subprocess.Popen(
                [*gunicorn, f"--bind=fd://{listener.fileno()}", "config.wsgi"],
                cwd=ROOT,
                env=environment,
                pass_fds=[listener.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
    try:
        _wait(url, process, directory / "log")
        yield Site(url, environment)
    finally:
        process.send_signal(signal.SIGQUIT)  # at once, whatever connections are open
        process.wait()


def _environment(prepared: Path, directory: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(directory),
        "DJANGO_SETTINGS_MODULE": "tests.e2e.settings",
        "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
        "DATABASE_URL": f"sqlite:///{directory / DATABASE}",
        "SECRET_KEY": "only-for-tests",
        "STATIC_ROOT": str(prepared / "static"),
        "WEB_CONCURRENCY": "1",
    }


def _manage(environment: dict[str, str], *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
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
