"""What pytest reports of a step: how many tests passed, which were skipped and why, how long."""

import heapq
import json
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SHOWN = 10  # of the slowest


class Test(NamedTuple):
    """A test that ran, or did not: `verdict` is passed, failed or skipped."""

    file: str
    name: str
    seconds: float
    verdict: str
    reason: str = ""


def read(path: Path) -> list[Test]:
    """Return the tests of a JUnit file; none where pytest did not come to write it."""
    if not path.exists():
        return []
    cases = ET.parse(path).getroot().iter("testcase")  # noqa: S314 - pytest just wrote it
    return [_test(case) for case in cases]


class Reached(NamedTuple):
    """The share of the code's lines that tests reached, in per cent, and where it is least."""

    share: float
    least: list[str]


def reached(path: Path) -> Reached:
    """Return what slipcover wrote, in its own JSON; nothing reached where it did not come to it."""
    if not path.exists():
        return Reached(0, [])
    measured = json.loads(path.read_text())
    shares = [(of["summary"]["percent_covered"], file) for file, of in measured["files"].items()]
    least = [f"{share:6.1f} %  {file}" for share, file in heapq.nsmallest(SHOWN, shares)]
    return Reached(measured["summary"]["percent_covered"], least)


def lines(tests: Sequence[Test]) -> Iterator[str]:
    """Yield which tests were skipped, each with its reason, and what took longest."""
    for test in tests:
        if test.verdict == "skipped":
            yield f"skipped  {test.file}::{test.name}: {test.reason}"
    files: dict[str, float] = defaultdict(float)
    for test in tests:
        files[test.file] += test.seconds
    slowest = [(test.seconds, f"{test.file}::{test.name}") for test in tests]
    for title, timed in (
        ("slowest tests", slowest),
        ("slowest files", [(seconds, file) for file, seconds in files.items()]),
    ):
        yield from (f"\n{title}" for _ in timed[:1])
        yield from (f"{seconds:8.1f} s  {what}" for seconds, what in heapq.nlargest(SHOWN, timed))


def _test(case: ET.Element) -> Test:
    where, name = case.get("classname", ""), case.get("name", "")
    seconds = float(case.get("time", 0))
    file = where.replace(".", "/") + ".py"
    outcome = {child.tag: child for child in case}
    if "failure" in outcome or "error" in outcome:
        return Test(file, name, seconds, "failed")
    if (skipped := outcome.get("skipped")) is not None:
        return Test(file, name, seconds, "skipped", skipped.get("message", ""))
    return Test(file, name, seconds, "passed")
