"""The hours in words for whoever reads them later: the week, single days, seasons, closures."""

from datetime import date

import pytest

from spaces.hours.opening import Closed, parse
from spaces.hours.usual import lasting, usual_hours

WEDNESDAY = date(2026, 12, 16)
WORKS = Closed(date(2026, 12, 14), date(2027, 1, 10), "works")


@pytest.mark.parametrize(
    ("hours", "lines"),
    [
        ("Mo-Th 09:00-12:30,13:30-17:00; Fr 09:00-12:30; PH off",
         ["Monday to Thursday: 9:00–12:30, 13:30–17:00", "Friday: 9:00–12:30"]),
        ("Tu,Th 09:30-12:30; We 14:00-18:00",
         ["Tuesday and Thursday: 9:30–12:30", "Wednesday: 14:00–18:00"]),
        ("Mo-We,Fr 09:00-12:00", ["Monday to Wednesday and Friday: 9:00–12:00"]),
        ("Mo-Su 10:00-24:00", ["Every day: 10:00–24:00"]),
        ("24/7", ["Every day: 0:00–24:00"]),
        ("Fr 10:00-12:00; Sa[1] 10:00-12:00",
         ["Friday: 10:00–12:00", "Saturday 2 January: 10:00–12:00"]),
        ("Mo 09:00-17:00; 2027 Jan 04 off", ["Monday: 9:00–17:00", "Monday 4 January: closed"]),
        ("Dec Mo-Fr 09:00-12:00; Jan Mo-Fr 09:00-17:00",
         ["Monday to Friday: 9:00–12:00", "From 1 January:", "Monday to Friday: 9:00–17:00"]),
        ("Dec Mo-Fr 09:00-12:00", ["Monday to Friday: 9:00–12:00", "Closed from 1 January"]),
        ("Mo-Fr 09:00-12:00; Dec 21-31 Mo-Fr 10:00-11:00; Jan 01-10 Mo-Fr 08:00-11:00",
         ["Monday to Friday: 9:00–12:00", "Other hours from 21 December."]),
    ],
)  # fmt: skip
def test_usual_hours_are_a_week_in_a_few_words(hours: str, lines: list[str]) -> None:
    assert usual_hours(parse(hours), WEDNESDAY) == lines


def test_usual_hours_are_those_after_a_closure_of_today() -> None:
    hours = parse("Mo-Fr 09:00-17:00; PH off", (WORKS,))

    assert usual_hours(hours, WEDNESDAY) == ["Monday to Friday: 9:00–17:00"]


def test_usual_hours_are_none_where_it_is_closed_for_years() -> None:
    hours = parse("Mo-Fr 09:00-17:00", (Closed(date(2026, 1, 1), date(9999, 12, 31)),))

    assert usual_hours(hours, WEDNESDAY) == []
    assert [line.words for line in lasting(hours, WEDNESDAY)] == ["Closed until 31 December 9999"]


@pytest.mark.parametrize("dated", ["Sa[1] 10:00-12:00", "2027 Jan 02 10:00-12:00"])
@pytest.mark.parametrize("closed_from", [date(2026, 12, 14), date(2026, 12, 28)])
def test_day_that_falls_into_a_closure_is_not_told(dated: str, closed_from: date) -> None:
    hours = f"Mo-Fr 09:00-17:00; {dated}"

    told = usual_hours(parse(hours, (WORKS._replace(first=closed_from),)), WEDNESDAY)

    assert told[0] == "Monday to Friday: 9:00–17:00"
    assert not any("2 January" in line for line in told)
    assert "Saturday 2 January: 10:00–12:00" in usual_hours(parse(hours), WEDNESDAY)


def test_day_that_falls_on_a_holiday_is_not_told() -> None:
    hours = parse("Mo-We 09:00-17:00; Fr[-1] 10:00-12:00; PH off")  # Christmas is such a Friday

    assert usual_hours(hours, WEDNESDAY) == ["Monday to Wednesday: 9:00–17:00"]


@pytest.mark.parametrize(
    ("closure", "lines"),
    [
        (WORKS, ["*Closed until 10 January (works)", "Monday to Friday: 9:00–17:00"]),
        (WORKS._replace(first=date(2026, 12, 21), last=date(2026, 12, 23)),
         ["Monday to Friday: 9:00–17:00",
          "*Closed: 21 December – 23 December, 25 December, 1 January"]),
        (Closed(WEDNESDAY, WEDNESDAY),
         ["*Closed on Wednesday 16 December", "Monday to Friday: 9:00–17:00",
          "*Closed: 25 December, 1 January"]),
    ],
)  # fmt: skip
def test_what_holds_today_comes_before_the_usual_hours(closure: Closed, lines: list[str]) -> None:
    told = lasting(parse("Mo-Fr 09:00-17:00; PH off", (closure,)), WEDNESDAY)

    assert [f"{'*' if line.is_change else ''}{line.words}" for line in told] == lines
