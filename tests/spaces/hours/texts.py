"""Opening hours for the tests: made up by Hypothesis, and those of real spaces."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from spaces.hours.opening import Closed
from spaces.hours.syntax import MONTHS, WEEKDAYS

FIXTURE = Path(__file__).parents[3] / "fixtures" / "spaces.json"

# Of the first listing of the Region's spaces.
REAL_TEXTS = (
    "Mo 13:30-19:00; Tu-Fr 09:00-12:00,13:30-17:00; PH off",
    "Mo,Tu,Th 10:00-12:00,13:00-16:30; Fr 10:00-12:00; Sa[1] 10:00-12:00; PH off",
    "Mo,We,Fr 13:00-17:00; PH off",
    "Mo-Fr 09:00-16:00; PH off",
    "Mo-Th 09:00-12:30,13:30-17:00; Fr 09:00-12:30; PH off",
    "Mo-Th 14:00-17:00; Fr 09:00-12:00",
    "Tu,Th 09:30-12:30,14:00-19:00; We 14:00-18:00; PH off",
    "Tu-Fr 10:00-18:00; Sa 10:00-13:00; PH off",
    "We 14:00-18:00; Sa 10:00-16:00; PH off",
)

# One for each part of the syntax that is accepted.
ACCEPTED_TEXTS = (
    "24/7",
    "24/7; Su off",
    "24/7; 2026 Dec 24-2027 Jan 02 off",
    "off",
    "off; Mo 09:00-10:00",
    "09:00-17:00",
    "Mo 9:00-12:00",
    "Mo-Fr 09:00-12:00, 13:00-17:00; Sa closed",
    "Mo-Fr 09:00-17:00;PH off",
    "Mo-Fr 09:00-17:00 ; PH off",
    "Fr-Mo 09:00-12:00",
    "Mo-Sa 09:00-24:00; Su 00:00-24:00",
    "Mo-Su 18:00-01:30; Th off",
    "Mo-Fr 23:00-11:00; Su 10:00-12:00",
    "Mo-Th 10:00-12:00; Fr 18:00-24:00; Sa 00:00-01:00",
    "Mo-Su,PH 09:00-12:00",
    "Mo-Sa 09:00-18:00; Su,PH off",
    "Mo-Sa 09:00-18:00; PH,Su off",
    "Mo-Fr 09:00-17:00; PH 10:00-12:00",
    "Mo-Fr 09:00-17:00; PH 12:00-13:00 off",
    "Mo-Fr 09:00-17:00; Fr 12:00-13:00 off",
    "Mo-Fr 09:00-12:00; Sa[1] 10:00-12:00",
    "Mo-Fr 09:00-12:00; Sa[-1] 10:00-12:00",
    "Mo-Fr,Sa[1,3] 09:00-12:00",
    "Mo-Fr 09:00-12:00; We[2-3] off",
    "Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 10:00-14:00; PH off",
    "Mo-Fr 09:00-17:00; Nov-Feb off",
    "Sep 01-Jun 30 Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 09:00-12:00; PH off",
    "Mo-Fr 09:00-17:00; Dec 24-Jan 02 off",
    "Mo-Fr 09:00-17:00; Dec 24-31 off",
    "Mo-Fr 09:00-17:00; PH off; Dec 24,Dec 31 09:00-12:00",
    "Mo-Fr 09:00-17:00; 2026 Dec 24-26,2026 Dec 31 off",
    "Mo-Fr 09:00-17:00; Dec 20-26 PH 10:00-12:00",
    "Mo-Fr 09:00-17:00; Jan 1,May 1,Dec 20-Jan 3 off",
)

QUARTERS = range(96)  # quarters of an hour from 0:00


def fixture_texts() -> list[str]:
    """Return the opening hours in the data that `make run` loads."""
    if not FIXTURE.exists():
        return []
    rows = json.loads(FIXTURE.read_text(encoding="utf-8"))
    return sorted({row["fields"].get("opening_hours") or "" for row in rows} - {""})


def _clock(quarter: int) -> str:
    return f"{quarter // 4:02}:{quarter % 4 * 15:02}"


@st.composite
def _spans(draw: st.DrawFn, quarters: Iterable[int]) -> str:
    """Make one to three spans of a day."""
    times = [*quarters, 96]
    count = 2 * draw(st.integers(1, 3))
    edges = sorted(draw(st.sets(st.sampled_from(times), min_size=count, max_size=count)))
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return ",".join(f"{_clock(opens)}-{_clock(closes)}" for opens, closes in pairs)


@st.composite
def _night(draw: st.DrawFn, quarters: Iterable[int]) -> str:
    """Make a span past midnight, of at most 12 hours, perhaps after another one."""
    opens = draw(st.integers(56, 95))
    closes = draw(st.sampled_from([quarter for quarter in quarters if quarter <= opens - 48]))
    morning = draw(st.sampled_from(("", "10:15-12:45,")))
    return f"{morning}{_clock(opens)}-{_clock(closes)}"


def _ranges(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    one = st.sampled_from(names)
    return one | st.builds("{}-{}".format, one, one)


_weekdays = st.lists(_ranges(WEEKDAYS), min_size=1, max_size=3, unique=True).map(",".join)
_days_or_none = st.just("") | _weekdays.map("{} ".format)
_nth = st.builds(
    "{}[{}]".format, st.sampled_from(WEEKDAYS), st.sampled_from(("1", "2", "-1", "1,3", "2-4"))
)
_dates = st.builds(date, st.integers(2026, 2028), st.integers(1, 12), st.integers(1, 28))
_day = _dates.map(lambda day: f"{MONTHS[day.month - 1]} {day.day:02}")
_year_day = _dates.map(lambda day: f"{day.year} {MONTHS[day.month - 1]} {day.day:02}")


@st.composite
def _rules(
    draw: st.DrawFn, selectors: st.SearchStrategy[str], hours: st.SearchStrategy[str]
) -> list[str]:
    chosen = draw(st.lists(selectors, max_size=2, unique=True))
    return [f"{selector} {draw(hours)}" for selector in chosen]


@st.composite
def texts(draw: st.DrawFn, quarters: Iterable[int] = QUARTERS) -> str:
    """Make hours that are accepted: the week, then seasons, then holidays and single days."""
    off = st.just("off")
    if draw(st.booleans()):
        hours, week = off, [draw(_days_or_none) + draw(_night(quarters))]
    else:
        hours = _spans(quarters) | off
        week = draw(st.just(["24/7"]) | _spans(quarters).map(lambda spans: [spans]) | st.just([]))
    week += draw(_rules(_weekdays, hours)) or ["PH,We-Th 12:00-18:00"] * (not week)
    seasons = draw(_rules(_nth | _ranges(MONTHS), hours))
    return "; ".join(week + seasons + draw(_rules(st.just("PH") | _day | _year_day, hours)))


closures = st.builds(
    lambda first, days: Closed(first, first + timedelta(days=days), "works"),
    st.dates(date(2026, 10, 1), date(2027, 6, 1)),
    st.integers(0, 40),
)
