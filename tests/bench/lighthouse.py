"""What Lighthouse says of the pages that people land on, as on a phone: medians of a few runs."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from statistics import median

from tests.e2e.chromium import CHROMIUM_ARGUMENTS

NODE = Path(__file__).parent / "node"
PROGRAM = NODE / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = 5

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
    subprocess.run(command, env=environment, check=True, capture_output=True)
    categories = json.loads(report.read_text())["categories"]
    return {name: round(categories[name]["score"] * 100, 1) for name in CATEGORIES}
