"""`make run`: from a bare checkout to the site, with its data, on this machine."""

import errno
import hashlib
import os
import secrets
import socket
import subprocess
import sys
from pathlib import Path

from scripts import venv

VAR = venv.ROOT / "var"


def main() -> None:
    """Prepare what is missing and become the web server; Ctrl-C stops it."""
    host, port = os.environ.get("HOST") or "127.0.0.1", _port()
    _check_free(host, port)
    venv.ensure("requirements.txt")
    os.chdir(venv.ROOT)
    address = f"http://127.0.0.1:{port}"
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "HOST": host,
        "PORT": str(port),
        "SITE_URL": os.environ.get("SITE_URL") or address,
    }
    VAR.mkdir(exist_ok=True)
    _write_secret_key(VAR / "secret_key")
    _manage("Bringing the database up to date", "migrate", "--verbosity=0")
    _manage("Looking after its contents", "seed", "--administrator=admin")
    _collect_static(VAR / "static.sha256")
    if not (Path(os.environ.get("MEDIA_ROOT") or VAR / "media") / "booklets").exists():
        _manage("Making the booklet to print", "make_booklet")
    print(f"\nThe site is at {address}/ (Ctrl-C stops it)\n", flush=True)
    gunicorn = [str(venv.PYTHON), "-m", "gunicorn", "--config", "config/gunicorn.py"]
    os.execv(venv.PYTHON, [*gunicorn, "--graceful-timeout=5", "config.wsgi"])  # noqa: S606


def _port() -> int:
    text = os.environ.get("PORT") or "8000"
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        sys.exit(f"PORT must be a number from 1 to 65535, not {text!r}.")
    return int(text)


def _check_free(host: str, port: int) -> None:
    """Stop with a sentence where nobody could be served at this address."""
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        reasons = {
            errno.EADDRINUSE: "another program uses it",
            errno.EACCES: "only the administrator may use ports below 1024",
        }
        reason = reasons.get(error.errno or 0, error.strerror)
        sys.exit(f"Port {port} of {host} cannot be used: {reason}. Another: make run PORT=8080")


def _write_secret_key(path: Path) -> None:
    """Write a key for signing, readable by its owner alone, where there is none."""
    if os.environ.get("SECRET_KEY") or (path.exists() and path.read_text().strip()):
        return
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))


def _collect_static(stamp: Path) -> None:
    """Collect and compress the static files, unless nothing that they come from has changed."""
    sources = [venv.ROOT / "requirements.txt", *sorted((venv.ROOT / "config").glob("*.py"))]
    sources += sorted(path for path in (venv.ROOT / "static").rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for path in sources:
        digest.update(str(path.relative_to(venv.ROOT)).encode() + path.read_bytes())
    if (VAR / "static").exists() and stamp.exists() and stamp.read_text() == digest.hexdigest():
        return
    _manage("Collecting the static files", "collectstatic", "--no-input", "--verbosity=0")
    stamp.write_text(digest.hexdigest())


def _manage(what: str, *command: str) -> None:
    print(what, flush=True)
    if subprocess.run([venv.PYTHON, "manage.py", *command], check=False).returncode:
        sys.exit(f"That failed: manage.py {command[0]} says why, above.")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
