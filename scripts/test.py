"""`make test` and `make check`: run every proof, whatever fails, and end with one counting line.

What cannot be run here, for want of a program, is named; with `CI=true` that is a failure. The
steps find the programs of a bare Debian and those that `scripts.debian` names, no others.
"""

import hashlib
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from scripts import bare, child, dates, debian, node, report, venv

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "DEBUG": "off",
    "SECRET_KEY": hashlib.sha256(os.urandom(32)).hexdigest(),
    "SITE_URL": "https://spaces.example",
    "ALLOWED_HOSTS": "spaces.example",
    "DATABASE_URL": "sqlite://:memory:",
}

# Whatever the machine says: the steps start Python hundreds of times, and it reads what it wrote.
COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}


class Step(NamedTuple):
    """One proof: a Python module to run, and the programs without which it cannot be."""

    name: str
    arguments: str
    needs: tuple[str, ...] = ()
    environment: dict[str, str] = {}
    markers: str = ""  # of a run of pytest: which tests
    beside_postgresql: bool = False
    clock: str = ""  # see `dates`; empty: the real one
    floor: int = 0  # per cent of the code's lines that its tests reach at least; 0: not measured


class Outcome(NamedTuple):
    """What became of a step; `passed` and `failed` count tests, or the step itself."""

    step: Step
    verdict: str
    seconds: float
    passed: int = 0
    failed: int = 0
    note: str = ""
    tests: list[report.Test] = []


NODE = ("node", "npm")
STYLE_AND_TYPES: tuple[Step, ...] = (
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
FLOOR = 98  # one less than what they reached when it was set
REACHED = "reached.json"
PYTHON_ONLY = "not e2e and not engines and not node"
ON_SQLITE = f"{PYTHON_ONLY} and not postgresql"
ON_POSTGRESQL = "sql or postgresql"
QUICK_TESTS = (
    JAVASCRIPT,
    Step("tests", f"{UNIT} --hypothesis-profile=quick", markers=ON_SQLITE),
)
OTHER_TESTS = (
    Step("with Node's packages", UNIT, needs=("node", "npm", "java"), markers="node"),
    Step(
        "browser tests",
        UNIT,
        needs=("chromium-headless-shell", "libatomic", "node", "npm"),
        markers="e2e",
    ),
)
OTHER_ENGINES = Step(
    "in Firefox and WebKit",
    "pytest -q",
    needs=("firefox-esr", "WebKitWebDriver", "Xvfb", "node", "npm"),
    markers="engines and not thorough",
)


def _all_tests(clocks: tuple[str, ...], *, everything: bool) -> Iterator[Step]:
    """Yield the runs of tests: all on SQLite; on PostgreSQL what depends on it, or everything."""
    yield JAVASCRIPT
    yield Step("tests on SQLite", UNIT, markers=ON_SQLITE, floor=FLOOR)
    for clock in clocks:
        yield Step(
            f"tests on PostgreSQL, {clock}",
            UNIT,
            needs=("postgresql",),
            markers=PYTHON_ONLY if everything else ON_POSTGRESQL,
            beside_postgresql=True,
            clock=clock,
        )
    yield from OTHER_TESTS
    yield OTHER_ENGINES._replace(markers="engines") if everything else OTHER_ENGINES


def main(*, fast: bool) -> int:
    """Prepare, run every step, print the table; return the exit code."""
    steps = STYLE_AND_TYPES
    if fast:
        steps += QUICK_TESTS
    else:
        clocks = dates.asked_for(os.environ.get("DATES", ""))
        steps += DJANGO
        steps += tuple(_all_tests(clocks, everything=bool(os.environ.get("ALL"))))
        debian.install(debian.missing())
    venv.ensure("requirements-test.txt")
    missing = set(debian.missing())
    if not fast and not missing & {"node", "npm"}:
        node.ensure(node.TESTS)
    with tempfile.TemporaryDirectory() as temporary:
        directory = Path(temporary)
        path = _path(directory / "bin")
        outcomes = [_run(step, missing, directory, path) for step in steps]
    return _summary(outcomes)


def _path(directory: Path) -> str:
    """Return the PATH of the steps."""
    directory.mkdir()
    if bare.make(directory):
        return str(directory)
    print("No dpkg here: the steps find whatever this machine has.", flush=True)
    return os.environ["PATH"]


def _run(step: Step, missing: set[str], directory: Path, path: str) -> Outcome:
    given = os.environ.get("TEST_DATABASE_URL", "") if step.beside_postgresql else ""
    lacking = [] if given else [program for program in step.needs if program in missing]
    if lacking:
        failed = int(os.environ.get("CI") == "true")
        return Outcome(step, "not run", 0, failed=failed, note=f"{' and '.join(lacking)} missing")
    print(f"\n== {step.name}", flush=True)
    written = Path(tempfile.mkdtemp(dir=directory)) / "tests.xml"
    started = time.monotonic()
    environment = os.environ | {"PATH": path, "TEST_DATABASE_URL": given} | COMPILED
    environment |= step.environment
    if step.clock:
        environment |= dates.environment(step.clock)
    command = list(_command(step, written, with_server=step.beside_postgresql and not given))
    code = child.run(command, environment)
    return _outcome(step, code, time.monotonic() - started, written)


def _outcome(step: Step, code: int, seconds: float, written: Path) -> Outcome:
    """Judge a step by its exit code, by what pytest wrote of it, and by what its tests reached."""
    failed = int(code != 0)
    if not step.markers:
        return Outcome(step, "FAILED" if failed else "ok", seconds, failed=failed)
    tests = report.read(written)
    counts = Counter(test.verdict for test in tests)
    failed = counts["failed"] or failed
    note = ", ".join(f"{counts[kind]} {kind}" for kind in ("passed", "failed", "skipped"))
    if code < 0:
        note = f"ended by signal {-code}"
    if step.clock:
        note += f"; again: make test DATES={step.clock}"
    if step.floor:
        reached = report.reached(written.with_name(REACHED))
        note += f"; {reached.share:.1f} % of the lines reached, {step.floor} % asked for"
        print("\n".join(reached.least))
        failed += int(reached.share < step.floor)
    verdict = "FAILED" if failed else "ok"
    return Outcome(step, verdict, seconds, counts["passed"], failed, note, tests)


def _command(step: Step, written: Path, *, with_server: bool) -> Iterator[str | Path]:
    yield venv.PYTHON
    if with_server:
        yield from ("-m", "scripts.postgres", venv.PYTHON)
    if step.floor:
        yield from ("-m", "slipcover", f"--out={written.with_name(REACHED)}")
    module, *arguments = step.arguments.split()
    yield from ("manage.py",) if module == "manage" else ("-m", module)
    yield from arguments
    if step.markers:
        # Temporary files of its own: under another clock, pytest would clear away those of others.
        yield from ("-m", step.markers, f"--junit-xml={written}")
        yield f"--basetemp={written.parent / 'files'}"


def _summary(outcomes: list[Outcome]) -> int:
    """Print what took long, the table and the counting line; return 1 where anything failed."""
    print("\n== summary")
    print("\n".join(report.lines([test for outcome in outcomes for test in outcome.tests])), "\n")
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
