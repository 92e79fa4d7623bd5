"""How long 500 posters take, from a table to a ZIP of PDF files, and how much memory."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from tests.e2e.site import ROOT, Site

POSTERS = 500
HEADER = "code;name;latitude;longitude;character\n"


class Printed(NamedTuple):
    """Seconds to read and store the table, then to print; megabytes at most, and of the file."""

    table_seconds: float
    zip_seconds: float
    memory_megabytes: float
    zip_megabytes: float


def measure(site: Site, directory: Path) -> Printed:
    """Make the posters in the site's database (Django is set up on it), and print them on A3."""
    from campaign.exchange import PosterResource
    from campaign.models import Campaign, Poster
    from spaces.exchange import files

    campaign = Campaign.objects.latest("starts")
    slugs = [character.slug for character in campaign.characters.all()]
    lines = [f";Arrêt {n};50.85;4.35;{slugs[n % len(slugs)]}" for n in range(POSTERS)]
    started = time.monotonic()
    outcome = PosterResource().import_data(files.read((HEADER + "\n".join(lines)).encode()))
    assert outcome.totals["new"] == POSTERS
    made = time.monotonic()
    codes = Poster.objects.filter(name__startswith="Arrêt ").values_list("code", flat=True)
    target = directory / "posters.zip"
    command = [sys.executable, "manage.py", "make_posters", str(target), *codes[:POSTERS]]
    process = subprocess.Popen(command, cwd=ROOT, env=site.environment, stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    printed = time.monotonic() - made
    size = target.stat().st_size / 1e6
    return Printed(made - started, printed, used.ru_maxrss / 1000, size)
