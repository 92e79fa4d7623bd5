"""Opening hours, compared with those of another program: `opening_hours` on Node."""

import json
import os
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from spaces.hours.opening import TIMEZONE, Closed, OpeningHours, parse
from tests.spaces.hours.texts import ACCEPTED_TEXTS, QUARTERS, REAL_TEXTS, fixture_texts, texts

pytestmark = pytest.mark.node

NODE = Path(__file__).parents[2] / "node"
WINDOW = timedelta(days=60)
# Autumn with its clock change, winter holidays, spring holidays. Easter has a test of its own.
STARTS = (date(2026, 10, 5), date(2026, 12, 5), date(2027, 4, 1))
# Where the clock changes, the programs put 2:30 on different sides of the change.
UNCHANGED_QUARTERS = [quarter for quarter in QUARTERS if not 8 <= quarter <= 12]

Interval = tuple[datetime, datetime]


def windows(*starts: date) -> list[Interval]:
    """Return 60 days from each start, in UTC."""
    midnights = [datetime.combine(start, time(), TIMEZONE) for start in starts]
    return [(start.astimezone(UTC), (start + WINDOW).astimezone(UTC)) for start in midnights]


def intervals_on_node(asked: list[str], periods: list[Interval]) -> list[list[list[Interval]]]:
    """Return, for each text and each period, when it is open as Node sees it."""
    assert (NODE / "node_modules").is_dir(), "tests/node is not installed: run `make test`."
    question = {
        "windows": [[start.isoformat(), end.isoformat()] for start, end in periods],
        "texts": asked,
    }
    done = subprocess.run(
        ["node", "opening_hours.mjs"],
        cwd=NODE,
        env=os.environ | {"TZ": TIMEZONE.key},
        input=json.dumps(question),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return [[joined(period) for period in answer] for answer in json.loads(done.stdout)]


def joined(pairs: list[list[str]]) -> list[Interval]:
    """Return intervals in which those that touch, as Node's do at midnight, are one."""
    found: list[Interval] = []
    for opens, closes in (map(datetime.fromisoformat, pair) for pair in pairs):
        start = found.pop()[0] if found and found[-1][1] == opens else opens
        found.append((start, closes))
    return found


def intervals_here(hours: OpeningHours, start: datetime, end: datetime) -> list[Interval]:
    """Return when the hours are open in a period, from change to change."""
    found, moment = [], start
    while moment < end:
        change = hours.next_change(moment)
        until = min(change.astimezone(UTC), end) if change else end
        if hours.open_at(moment):
            found.append((moment, until))
        moment = until
    return found


def assert_agreement(asked: list[str]) -> None:
    periods = windows(*STARTS)

    answers = intervals_on_node(asked, periods)

    for text, answer in zip(asked, answers, strict=True):
        hours = parse(text)
        for (start, end), expected in zip(periods, answer, strict=True):
            assert intervals_here(hours, start, end) == expected, text


def test_hours_of_real_spaces_agree_with_node() -> None:
    asked = sorted({*REAL_TEXTS, *fixture_texts()})

    assert_agreement(asked)


def test_hours_of_every_accepted_kind_agree_with_node() -> None:
    assert_agreement(list(ACCEPTED_TEXTS))


@settings(max_examples=5, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(texts(UNCHANGED_QUARTERS), min_size=30, max_size=30))
def test_hours_made_up_agree_with_node(asked: list[str]) -> None:
    assert_agreement(asked)


def test_closures_agree_with_node() -> None:
    closed = Closed(date(2026, 12, 24), date(2027, 1, 2))
    text = "Mo-Sa 09:00-17:00; Sa[1] 10:00-18:00; PH 10:00-12:00"
    periods = windows(date(2026, 12, 5))

    answers = intervals_on_node([f"{text}; {closed.rule}"], periods)

    assert intervals_here(parse(text, (closed,)), *periods[0]) == answers[0][0]


@pytest.mark.parametrize(
    ("text", "open_here", "open_on_node"),
    [
        pytest.param("Mo-Su 09:00-17:00; PH off", False, True, id="open on Sundays"),
        pytest.param("Mo-Fr 09:00-17:00; PH 09:00-17:00", True, False, id="open on holidays"),
        pytest.param("Mo-Fr 09:00-17:00; PH off", False, False, id="usual hours"),
    ],
)
def test_easter_sunday_is_the_known_difference(
    text: str, open_here: bool, open_on_node: bool
) -> None:
    noon = datetime(2027, 3, 28, 10, tzinfo=UTC)

    [[on_node]] = intervals_on_node([text], [(noon, noon + timedelta(hours=1))])

    assert bool(on_node) == open_on_node
    assert parse(text).open_at(noon) == open_here
