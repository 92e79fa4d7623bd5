"""`make test` and `make check`: run every proof, whatever fails, and end with one counting line.

What cannot be run here, for want of a program, is named; with `CI=true` that is a failure.
"""

import hashlib
import os
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scripts import child, debian, node, venv

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "DEBUG": "off",
    "SECRET_KEY": hashlib.sha256(os.urandom(32)).hexdigest(),
    "SITE_URL": "https://spaces.example",
    "ALLOWED_HOSTS": "spaces.example",
    "DATABASE_URL": "sqlite://:memory:",
}


class Step(NamedTuple):
    """One proof: a Python module to run, and the programs without which it cannot be."""

    name: str
    arguments: str
    needs: tuple[str, ...] = ()
    environment: dict[str, str] = {}
    markers: str = ""  # of a run of pytest: which tests
    beside_postgresql: bool = False


class Outcome(NamedTuple):
    """What became of a step; `passed` and `failed` count tests, or the step itself."""

    step: Step
    verdict: str
    seconds: float
    passed: int = 0
    failed: int = 0
    note: str = ""


NODE = ("node", "npm")
STYLE_AND_TYPES = (
    Step("ruff check", "ruff check ."),
    Step("ruff format", "ruff format --check ."),
    Step("djlint", "djlint templates --lint --quiet"),
    Step("djlint format", "djlint templates --check"),
    Step("mypy", "mypy"),
    Step("biome", "scripts.node biome ci --error-on-warnings", needs=NODE),
)
DJANGO = (
    Step("check", "manage check --fail-level=WARNING --settings=tests.settings"),
    Step("check --deploy", "manage check --deploy --fail-level=WARNING", environment=PRODUCTION),
    Step("makemigrations", "manage makemigrations --check --dry-run --settings=tests.settings"),
)
MODULES = " ".join(map(str, sorted(Path("tests/js").glob("*.test.js"))))
JAVASCRIPT = Step(
    "tests of JavaScript",
    f"scripts.node node --test --test-reporter=spec {MODULES}",
    needs=NODE,
)
UNIT = "pytest -q -n 2 --dist=worksteal"
PYTHON_ONLY = "not e2e and not node"
ON_SQLITE = f"{PYTHON_ONLY} and not postgresql"
QUICK_TESTS = (
    JAVASCRIPT,
    Step("tests", f"{UNIT} --hypothesis-profile=quick", markers=ON_SQLITE),
)
ALL_TESTS = (
    JAVASCRIPT,
    Step("tests on SQLite", UNIT, markers=ON_SQLITE),
    Step(
        "tests on PostgreSQL",
        UNIT,
        needs=("postgresql",),
        markers=PYTHON_ONLY,
        beside_postgresql=True,
    ),
    Step("with Node's packages", "pytest -q", needs=("node", "npm", "java"), markers="node"),
    Step(
        "browser tests",
        "pytest -q -n 2 --dist=loadfile",
        needs=("chromium", "libatomic", "node", "npm"),
        markers="e2e",
    ),
)


def main(*, fast: bool) -> int:
    """Prepare, run every step, print the table; return the exit code."""
    steps = STYLE_AND_TYPES + QUICK_TESTS if fast else STYLE_AND_TYPES + DJANGO + ALL_TESTS
    if not fast:
        debian.install(debian.missing())
    venv.ensure("requirements-test.txt")
    missing = set(debian.missing())
    if not fast and not missing & {"node", "npm"}:
        node.ensure(node.TESTS)
    with tempfile.TemporaryDirectory() as reports:
        outcomes = [_run(step, missing, Path(reports)) for step in steps]
    return _summary(outcomes)


def _run(step: Step, missing: set[str], reports: Path) -> Outcome:
    given = os.environ.get("TEST_DATABASE_URL", "") if step.beside_postgresql else ""
    lacking = [] if given else [program for program in step.needs if program in missing]
    if lacking:
        failed = int(os.environ.get("CI") == "true")
        return Outcome(step, "not run", 0, failed=failed, note=f"{' and '.join(lacking)} missing")
    print(f"\n== {step.name}", flush=True)
    report = reports / f"{step.name}.xml"
    started = time.monotonic()
    environment = os.environ | {"TEST_DATABASE_URL": given} | step.environment
    command = list(_command(step, report, with_server=step.beside_postgresql and not given))
    code = child.run(command, environment)
    seconds = time.monotonic() - started
    verdict = "FAILED" if code else "ok"
    if not step.markers:
        return Outcome(step, verdict, seconds, failed=int(code != 0))
    passed, failed, skipped = _counts(report)
    note = f"{passed} passed, {failed} failed, {skipped} skipped"
    if code < 0:
        note = f"ended by signal {-code}"
    return Outcome(step, verdict, seconds, passed, failed or int(code != 0), note)


def _command(step: Step, report: Path, *, with_server: bool) -> Iterator[str | Path]:
    yield venv.PYTHON
    if with_server:
        yield from ("-m", "scripts.postgres", venv.PYTHON)
    module, *arguments = step.arguments.split()
    yield from ("manage.py",) if module == "manage" else ("-m", module)
    yield from arguments
    if step.markers:
        yield from ("-m", step.markers, f"--junit-xml={report}")


def _counts(report: Path) -> tuple[int, int, int]:
    """Return how many tests passed, failed and were skipped."""
    if not report.exists():
        return 0, 0, 0
    suites = ET.parse(report).getroot().iter("testsuite")  # noqa: S314 - pytest just wrote it
    total = failed = skipped = 0
    for suite in suites:
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    return total - failed - skipped, failed, skipped


def _summary(outcomes: list[Outcome]) -> int:
    """Print the table and the counting line; return 1 where anything failed."""
    print("\n== summary")
    for outcome in outcomes:
        seconds = f"{outcome.seconds:6.1f} s" if outcome.verdict != "not run" else ""
        note = f"  ({outcome.note})" if outcome.note else ""
        print(f"{outcome.verdict:8}{seconds:>9}  {outcome.step.name}{note}")
    failed = sum(outcome.failed for outcome in outcomes)
    print(f"\n{sum(outcome.passed for outcome in outcomes)} passed, {failed} failed", flush=True)
    return int(failed > 0)


if __name__ == "__main__":
    child.stop_once()
    sys.exit(main(fast="--fast" in sys.argv[1:]))
