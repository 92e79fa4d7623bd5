"""An import that dies half-way leaves the database as it was."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.databases import KIND, environment, manage, rows, seeded

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
TABLES = [
    f"spaces_{name}"
    for name in ("space", "spaceslug", "givencode", "historicalspace", "dataversion")
]


@pytest.mark.django_db
def test_killed_import_leaves_everything_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    head = "code,name_fr,name_nl,municipality\n"
    file.write_text(head + "".join(f",Le Coin {n},De Hoek {n},21004\n" for n in range(5)))
    with seeded(KIND, tmp_path) as address:
        where = environment(address, tmp_path / "media")
        before = rows(address, *TABLES)

        run = [sys.executable, "-c", KILLED]
        killed = subprocess.run(run, env=where, cwd=tmp_path, check=False, capture_output=True)

        assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
        assert rows(address, *TABLES) == before
        manage(where, "import_spaces", str(file))
        assert len(rows(address, *TABLES)[0]) == len(before[0]) + 5
