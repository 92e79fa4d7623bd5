"""What Lighthouse says of the pages that people land on, as on a phone: medians of a few runs."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.e2e.chromium import CHROMIUM_ARGUMENTS

NODE = Path(__file__).parent / "node"
PROGRAM = NODE / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = 5
TRIES = 3  # now and then it misses the beginning of a page, and asks to be run again

Scores = dict[str, dict[str, float]]


def measure(url: str, paths: dict[str, str], directory: Path) -> Scores:
    """Return the scores, of 100, of each page in each category."""
    return {name: _page(f"{url}{path}", directory) for name, path in paths.items()}


def _page(url: str, directory: Path) -> dict[str, float]:
    runs = [_once(url, directory) for _turn in range(TIMES)]
    return {category: median(run[category] for run in runs) for category in CATEGORIES}


def _once(url: str, directory: Path) -> dict[str, float]:
    report = directory / "lighthouse.json"
    command = [
        *("node", PROGRAM, url, "--quiet", "--output=json", f"--output-path={report}"),
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(['--headless=new', *CHROMIUM_ARGUMENTS])}",
    ]
    environment = os.environ | {"CHROME_PATH": shutil.which("chromium") or ""}
    for _try in range(TRIES):
        done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
        if not done.returncode:
            break
    else:
        sys.exit(f"Lighthouse could not look at {url}: {done.stderr.strip()}")
    categories = json.loads(report.read_text())["categories"]
    return {name: round(categories[name]["score"] * 100, 1) for name in CATEGORIES}
