"""The days on which the tests run: whichever day somebody runs them, they must pass.

`DATES=2028-02-29` sets the clock of the step on PostgreSQL, `DATES=all` runs it under every clock
below; without it the commit chooses one. The browser, the database and the other steps keep the
real clock.
"""

import subprocess
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from scripts import venv

BRUSSELS = ZoneInfo("Europe/Brussels")
CLOCKS = (
    "+1d",
    "+45d",
    "+400d",
    "2026-12-31T23:30",
    "2027-01-01T00:30",  # still last year in UTC
    "2027-03-28T01:58",  # two minutes before the clocks change, so that they do during the tests
    "2027-10-31T02:58",
    "2028-02-29T12:00",
)


def asked_for(dates: str) -> tuple[str, ...]:
    """Return the clocks that DATES asks for, or the one that this commit chooses."""
    if dates == "all":
        return CLOCKS
    if dates:
        _ahead(dates)
        return (dates,)
    return (CLOCKS[int(_commit(), 16) % len(CLOCKS)],)


def environment(clock: str) -> dict[str, str]:
    """Return what sets the clock of every Python that is started with it, see tests/clock."""
    seconds = _ahead(clock).total_seconds()
    return {"CLOCK_AHEAD": str(seconds), "PYTHONPATH": str(venv.ROOT / "tests/clock")}


def _ahead(clock: str) -> timedelta:
    """Return how far a clock is ahead of the real one; it counts days, or tells Brussels' time."""
    try:
        if clock.startswith("+"):
            return timedelta(days=int(clock[1:].removesuffix("d")))
        at = datetime.fromisoformat(clock if "T" in clock else f"{clock}T12:00")
    except ValueError:
        sys.exit(f"DATES is `all`, days ahead (+45d) or a date (2028-02-29T12:00), not {clock!r}.")
    return at.replace(tzinfo=BRUSSELS) - datetime.now(BRUSSELS)


def _commit() -> str:
    """Return the commit's hash; 0 where there is no Git to ask, as in an archive."""
    ask = ["git", "-C", str(venv.ROOT), "rev-parse", "HEAD"]
    try:
        return subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "0"
