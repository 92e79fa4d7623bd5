"""Load by wrk, on loopback, for a few seconds at a time."""

import re
import subprocess
from pathlib import Path
from statistics import median
from typing import NamedTuple

SECONDS = 4
CONNECTIONS = 16
ROUNDS = 5

# A different question for each request, which finds the same: none comes from the page cache.
NEVER_CACHED = """
local count = {start}
request = function()
  count = count + 1
  local path = "{path}" .. "&radius=" .. 20000 + count % 30000
  return wrk.format("GET", path, {{["Accept-Encoding"] = "gzip"}})
end
"""
SAME_AGAIN = """
request = function()
  return wrk.format("GET", "{path}", {{["Accept-Encoding"] = "gzip"}})
end
"""


class Target(NamedTuple):
    """An address to load; `built` ones are asked for in a way that no cache can answer."""

    name: str
    path: str
    built: bool = False


class Figures(NamedTuple):
    """What wrk saw: requests a second, and milliseconds."""

    per_second: float
    p50: float
    p99: float
    errors: int


def measure(url: str, targets: list[Target], directory: Path) -> dict[str, Figures]:
    """Return the median of the rounds for each target; the targets take turns in each round."""
    seen: dict[str, list[Figures]] = {target.name: [] for target in targets}
    for turn in range(ROUNDS):
        for target in targets:
            seen[target.name].append(_once(url, target, turn, directory))
    return {name: _median(rounds) for name, rounds in seen.items()}


def _once(url: str, target: Target, turn: int, directory: Path) -> Figures:
    script = directory / "wrk.lua"
    template = NEVER_CACHED if target.built else SAME_AGAIN
    script.write_text(template.format(path=target.path, start=turn * 1_000_000))
    command = ["wrk", "--latency", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", script, url]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return _read(done.stdout)


def _read(text: str) -> Figures:
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    assert rate, text
    return Figures(
        float(rate[1]), _latency(text, 50), _latency(text, 99), int(errors[1]) if errors else 0
    )


def _latency(text: str, percentile: int) -> float:
    found = re.search(rf"{percentile}%\s+([\d.]+)(us|ms|s)", text)
    assert found, text
    return float(found[1]) * {"us": 0.001, "ms": 1, "s": 1000}[found[2]]


def _median(rounds: list[Figures]) -> Figures:
    columns = zip(*rounds, strict=True)
    per_second, p50, p99, errors = (list(column) for column in columns)
    return Figures(median(per_second), median(p50), median(p99), int(sum(errors)))
