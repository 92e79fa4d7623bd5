"""What is said of a run of pytest: the tests left out are named, and the slowest."""

import json
from pathlib import Path

from scripts import report

REPORT = """<testsuites><testsuite>
<testcase classname="tests.test_start" name="test_one[a b]" time="2.5"/>
<testcase classname="tests.test_start" name="test_two" time="0.5"><failure>no</failure></testcase>
<testcase classname="tests.spaces.test_x" name="test_three" time="0.1">
<skipped message="java is missing"/></testcase>
</testsuite></testsuites>"""


def test_report_names_what_was_skipped_and_what_took_longest(tmp_path: Path) -> None:
    (tmp_path / "tests.xml").write_text(REPORT)

    tests = report.read(tmp_path / "tests.xml")

    assert [test.verdict for test in tests] == ["passed", "failed", "skipped"]
    assert list(report.lines(tests)) == [
        "skipped  tests/spaces/test_x.py::test_three: java is missing",
        "\nslowest tests",
        "     2.5 s  tests/test_start.py::test_one[a b]",
        "     0.5 s  tests/test_start.py::test_two",
        "     0.1 s  tests/spaces/test_x.py::test_three",
        "\nslowest files",
        "     3.0 s  tests/test_start.py",
        "     0.1 s  tests/spaces/test_x.py",
    ]


def test_run_that_wrote_no_report_has_no_tests(tmp_path: Path) -> None:
    assert report.read(tmp_path / "tests.xml") == []
    assert list(report.lines([])) == []


def test_lines_reached_are_told_with_the_files_of_the_fewest(tmp_path: Path) -> None:
    shares = {"spaces/a.py": 100.0, "spaces/b.py": 50.0}
    files = {file: {"summary": {"percent_covered": share}} for file, share in shares.items()}
    written = {"files": files, "summary": {"percent_covered": 75.0}}
    (tmp_path / "reached.json").write_text(json.dumps(written))

    reached = report.reached(tmp_path / "reached.json")

    assert reached.share == 75
    assert reached.least == ["  50.0 %  spaces/b.py", " 100.0 %  spaces/a.py"]
    assert report.reached(tmp_path / "nowhere.json").share == 0
