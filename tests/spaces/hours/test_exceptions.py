"""A day that is closed though it is usually open: a closure or a holiday, said apart."""

from datetime import date, datetime

from spaces.hours.opening import TIMEZONE, Closed, Kind, parse

OFFICE = "Mo-Th 09:00-12:30,13:30-17:00; Fr 09:00-12:30; PH off"


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=TIMEZONE)


def test_day_that_is_usually_open_is_told_from_one_that_never_is() -> None:
    inventory = Closed(date(2026, 12, 22), date(2026, 12, 22))
    exceptionally = {
        "2026-12-22 10:00": "Exceptionally closed today. Opens tomorrow at 9:00",  # a closure
        "2026-12-25 10:00": "Exceptionally closed today. Opens on Monday at 9:00",  # a holiday
    }
    usually = {
        "2026-12-21 20:00": "Closed. Opens on Wednesday at 9:00",
        "2026-12-26 10:00": "Closed. Opens on Monday at 9:00",  # a Saturday
    }
    hours = parse(OFFICE, (inventory,))

    for kind, told in ((Kind.CLOSED_TODAY, exceptionally), (Kind.CLOSED, usually)):
        for moment, sentence in told.items():
            assert (hours.sentence(at(moment)), hours.state(at(moment)).kind) == (sentence, kind)


def test_closure_of_a_day_that_is_never_open_is_no_exception() -> None:
    hours = parse(OFFICE, (Closed(date(2026, 12, 26), date(2026, 12, 26)),))

    assert hours.state(at("2026-12-26 10:00")).kind == Kind.CLOSED
