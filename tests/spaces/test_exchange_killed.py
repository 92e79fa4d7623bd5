"""An import that dies half-way leaves the database as it was."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# The second row's saving is the end of the process: no `finally`, no rollback of Django's.
KILLED = """
import os, signal, django
django.setup()
from django.core.management import call_command
from spaces.exchange.spaces import SpaceResource

saved = []
store = SpaceResource.after_save_instance

def die(self, *args, **kwargs):
    store(self, *args, **kwargs)
    saved.append(1)
    if len(saved) == 2:
        os.kill(os.getpid(), signal.SIGKILL)

SpaceResource.after_save_instance = die
call_command("import_spaces", "list.csv")
"""


def rows(database: Path) -> list[list[tuple[object, ...]]]:
    with sqlite3.connect(database) as connection:
        tables = ("space", "spaceslug", "givencode", "historicalspace", "dataversion")
        return [
            connection.execute(f"SELECT * FROM spaces_{table}").fetchall()  # noqa: S608
            for table in tables
        ]


def test_killed_import_leaves_everything_as_it_was(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite3"
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{database}",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": str(ROOT),
        "SECRET_KEY": "only-for-tests",
    }
    manage = [sys.executable, str(ROOT / "manage.py")]
    for command in (["migrate", "-v0"], ["seed"]):
        subprocess.run([*manage, *command], env=environment, check=True, capture_output=True)
    head = "code,name_fr,name_nl,municipality\n"
    lines = [f",Le Coin {n},De Hoek {n},21004\n" for n in range(5)]
    (tmp_path / "list.csv").write_text(head + "".join(lines))
    before = rows(database)

    run = [sys.executable, "-c", KILLED]
    killed = subprocess.run(run, env=environment, cwd=tmp_path, check=False, capture_output=True)

    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    assert rows(database) == before
    subprocess.run(
        [*manage, "import_spaces", "list.csv"], env=environment, cwd=tmp_path, check=True
    )
    assert len(rows(database)[0]) == len(before[0]) + 5
