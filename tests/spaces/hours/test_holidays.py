"""Public holidays: the ten of the law, compared with those of the engine."""

from datetime import date, datetime, time, timedelta

import pytest
from opening_hours import OpeningHours as Engine

from spaces.hours.holidays import holiday_name, legal_holidays
from spaces.hours.opening import TIMEZONE


@pytest.mark.parametrize("year", range(2024, 2029))
def test_legal_holidays_are_the_ten_that_the_engine_knows(year: int) -> None:
    engine = Engine("PH", TIMEZONE, "BE")
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]

    known = [d for d in days if engine.is_open(datetime.combine(d, time(12), TIMEZONE))]
    easter = list(legal_holidays(year))[1] - timedelta(days=1)

    assert len(legal_holidays(year)) == 10
    assert sorted({*legal_holidays(year), easter}) == known


def test_legal_holidays_of_2027_are_those_of_the_calendar() -> None:
    days = [f"{day:%m-%d}" for day in legal_holidays(2027)]

    assert days[:5] == ["01-01", "03-29", "05-01", "05-06", "05-17"]
    assert days[5:] == ["07-21", "08-15", "11-01", "11-11", "12-25"]


def test_holiday_name_knows_easter_too() -> None:
    assert holiday_name(date(2027, 3, 28)) == "Easter"
    assert holiday_name(date(2027, 3, 29)) == "Easter Monday"
    assert holiday_name(date(2027, 3, 30)) is None
