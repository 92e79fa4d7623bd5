"""Running a program so that Ctrl-C, or a request to stop, lets it clean up behind itself."""

import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 30  # seconds


def run(command: Sequence[str | Path], environment: Mapping[str, str]) -> int:
    """Run a program to its end and return its exit code.

    When this program is asked to stop, so is the other one; it gets time to stop in its own way.
    """
    process = subprocess.Popen(command, env=environment)
    try:
        return process.wait()
    except SystemExit as stop:
        if stop.code != 128 + signal.SIGINT:  # a terminal sends Ctrl-C to both
            process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
        raise


def stop_once() -> None:
    """From now on, end at the first request to stop, and let nothing disturb the cleaning up."""

    def stop(number: int, _: FrameType | None) -> None:
        for other in STOPS:
            signal.signal(other, signal.SIG_IGN)
        sys.exit(128 + number)

    for number in STOPS:
        signal.signal(number, stop)
