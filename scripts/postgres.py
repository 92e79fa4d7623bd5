"""A PostgreSQL of the tests' own: `python -m scripts.postgres COMMAND…` runs a command beside it.

The command finds the server in `TEST_DATABASE_URL`. The server listens on loopback only, on a
free port, keeps its data in a temporary directory, and is gone when the command ends.
"""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scripts import child
from scripts.debian import postgresql_program

# It holds nothing worth keeping: speed before safety.
SETTINGS = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


@contextmanager
def server() -> Iterator[str]:
    """Start a server and give its address, with a user who may create databases."""
    owner = _owner()
    # A short path, as the name of a Unix socket may have only 107 bytes.
    home = Path(tempfile.mkdtemp(prefix="postgres-", dir="/tmp"))
    try:
        password = secrets.token_hex(16)
        (home / "password").write_text(password)
        for path in (home, home / "password"):
            os.chown(path, owner.pw_uid, owner.pw_gid)
        data = str(home / "data")
        secret = ["--auth=scram-sha-256", f"--pwfile={home / 'password'}"]
        locale = ["--locale=C.UTF-8", "--encoding=UTF8"]
        _run(owner, home, "initdb", "--no-sync", "--username=test", *secret, *locale, data)
        port = _free_port()
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        where = f"-c listen_addresses=127.0.0.1 -c port={port} -k {home}"
        control = ["pg_ctl", f"--pgdata={data}", f"--log={home / 'log'}", "--wait", "--silent"]
        try:
            _run(owner, home, *control, f"--options={where} {options}", "start")
            yield f"postgres://test:{password}@127.0.0.1:{port}/postgres"
        finally:
            _run(owner, home, *control, "--mode=immediate", "stop", check=False)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _owner() -> pwd.struct_passwd:
    """Return who runs the server: PostgreSQL refuses to run as root."""
    if os.geteuid():
        return pwd.getpwuid(os.geteuid())
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _run(
    owner: pwd.struct_passwd, home: Path, program: str, *arguments: str, check: bool = True
) -> None:
    """Run one of PostgreSQL's programs as its owner, quietly unless it fails."""
    path = postgresql_program(program)
    if path is None:
        sys.exit(f"{program} is missing. On Debian and Ubuntu: apt install postgresql")
    person: dict[str, Any] = {}
    if os.geteuid() == 0:
        person = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    with (home / "output").open("w+") as output:
        process = subprocess.Popen(
            [path, *arguments],
            cwd=home,
            env={"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            **person,
        )
        try:
            code = process.wait()
        finally:
            process.wait()  # even when asked to stop: a server half started cannot be stopped
        if check and code:
            output.seek(0)
            log = home / "log"
            sys.exit(f"{program} failed:\n{output.read()}{log.read_text() if log.exists() else ''}")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def main(command: Sequence[str]) -> int:
    """Run a command beside a server, and return its exit code."""
    with server() as address:
        return child.run(command, os.environ | {"TEST_DATABASE_URL": address})


if __name__ == "__main__":
    child.stop_once()
    sys.exit(main(sys.argv[1:]))
