"""The clocks of the tests: what DATES asks for, and that a program that starts tells that time."""

import os
import subprocess
import sys
from datetime import datetime, timedelta

import pytest

from scripts import dates


def told(clock: str) -> datetime:
    """Return the time that a new Python tells under a clock."""
    tell = "from datetime import datetime, UTC; print(datetime.now(UTC).isoformat())"
    environment = os.environ | dates.environment(clock)
    # The tests themselves may run under another clock.
    ahead = float(os.environ.get("CLOCK_AHEAD", "0")) + float(environment["CLOCK_AHEAD"])
    environment["CLOCK_AHEAD"] = str(ahead)
    done = subprocess.run(
        [sys.executable, "-c", tell], env=environment, check=True, capture_output=True, text=True
    )
    return datetime.fromisoformat(done.stdout.strip()).astimezone(dates.BRUSSELS)


@pytest.mark.parametrize("clock", dates.CLOCKS)
def test_every_clock_can_be_asked_for(clock: str) -> None:
    assert dates.asked_for(clock) == (clock,)


def test_all_clocks_are_asked_for_at_once() -> None:
    assert dates.asked_for("all") == dates.CLOCKS


def test_commit_chooses_one_clock_and_always_the_same() -> None:
    chosen = dates.asked_for("")

    assert chosen == dates.asked_for("")
    assert len(chosen) == 1
    assert chosen[0] in dates.CLOCKS


@pytest.mark.parametrize("wrong", ["tomorrow", "+1w", "2027-02-29", "31/12/2027"])
def test_clock_that_is_none_is_refused_with_a_sentence(wrong: str) -> None:
    with pytest.raises(SystemExit, match=r"^DATES is "):
        dates.asked_for(wrong)


def test_program_tells_the_time_in_brussels_that_was_asked_for() -> None:
    at = told("2028-02-29T23:30")

    assert at - datetime(2028, 2, 29, 23, 30, tzinfo=dates.BRUSSELS) < timedelta(minutes=2)


def test_day_without_a_time_is_its_noon() -> None:
    assert told("2028-02-29").replace(second=0, microsecond=0).isoformat()[:13] == "2028-02-29T12"
