"""Opening hours: open or closed, the next change, the table, the sentences."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import translation

from spaces.hours.opening import TIMEZONE, Closed, HoursError, Kind, Span, parse

OFFICE = "Mo-Th 09:00-12:30,13:30-17:00; Fr 09:00-12:30; PH off"
EVENINGS = "Mo-Sa 18:00-02:00"
CHRISTMAS = Closed(date(2026, 12, 24), date(2027, 1, 2), "renovation")


def at(text: str) -> datetime:
    """Return a moment of Brussels. In 2026, 21 December is a Monday."""
    return datetime.fromisoformat(text).replace(tzinfo=TIMEZONE)


def shown(text: str, today: str) -> list[str]:
    """Return the spans of a week, a string a day."""
    table = parse(text).week_table(date.fromisoformat(today))
    return [" ".join(map(str, day.spans)) for day in table]


# Open or closed


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-12-21 08:59", False),
        ("2026-12-21 09:00", True),
        ("2026-12-21 12:29:59", True),
        ("2026-12-21 12:30", False),
        ("2026-12-21 13:30", True),
        ("2026-12-21 17:00", False),
        ("2026-12-25 10:00", False),
    ],
)
def test_open_at_knows_edges_and_lunch_breaks(moment: str, is_open: bool) -> None:
    assert parse(OFFICE).open_at(at(moment)) == is_open


def test_open_at_takes_a_moment_of_any_time_zone() -> None:
    hours = parse(OFFICE)

    assert hours.open_at(datetime(2026, 12, 21, 8, tzinfo=UTC))
    assert not hours.open_at(datetime(2026, 12, 21, 7, 59, tzinfo=UTC))


def test_open_at_refuses_a_moment_without_time_zone() -> None:
    with pytest.raises(ValueError, match="aware"):
        parse(OFFICE).open_at(at("2026-12-21 10:00").replace(tzinfo=None))


def test_open_at_follows_a_night_past_midnight() -> None:
    hours = parse(EVENINGS)

    assert hours.open_at(at("2026-12-27 01:59"))
    assert not hours.open_at(at("2026-12-27 02:00"))
    assert not hours.open_at(at("2026-12-28 01:00"))
    assert hours.next_change(at("2026-12-26 23:00")) == at("2026-12-27 02:00")


def test_next_change_skips_a_midnight_without_closing() -> None:
    hours = parse("Mo 09:00-24:00; Tu 00:00-12:00")

    assert hours.next_change(at("2026-12-21 10:00")) == at("2026-12-22 12:00")


@pytest.mark.parametrize(
    "text", ["24/7", "off", "2020 Dec 24 09:00-12:00", "24/7; 2029 Jan 01 off"]
)
def test_next_change_is_none_without_one_in_a_year(text: str) -> None:
    assert parse(text).next_change(at("2026-12-21 10:00")) is None


def test_next_change_is_in_brussels_time() -> None:
    change = parse(OFFICE).next_change(datetime(2026, 12, 21, 8, tzinfo=UTC))

    assert change == at("2026-12-21 12:30")
    assert change.tzinfo is TIMEZONE


def test_hours_know_the_nth_weekday() -> None:
    hours = parse("Mo-Fr 09:00-12:00; Sa[1] 10:00-12:00; Fr[-1] off")

    assert [hours.open_at(at(f"2026-12-{day:02} 11:00")) for day in (5, 12)] == [True, False]
    assert [hours.open_at(at(f"2026-12-{day:02} 11:00")) for day in (18, 25)] == [True, False]


def test_hours_know_29_february() -> None:
    hours = parse("Mo-Fr 09:00-12:00; Feb 29 14:00-16:00")

    assert hours.open_at(at("2028-02-29 15:00"))
    assert not hours.open_at(at("2028-02-29 10:00"))
    assert hours.open_at(at("2027-03-01 10:00"))
    assert str(*hours.week_table(date(2028, 3, 1))[1].spans) == "14:00–16:00"


# The two nights on which the clock changes


def test_hours_survive_the_hour_that_spring_skips() -> None:
    hours = parse("Mo-Su 00:00-02:00,03:00-12:00")
    two_thirty = at("2027-03-28 02:30")  # is no time of that day

    assert hours.open_at(two_thirty)
    assert hours.next_change(at("2027-03-28 01:00")) == at("2027-03-28 12:00")
    assert hours.state(at("2027-03-28 01:30")).minutes == 9 * 60 + 30
    assert hours.sentence(two_thirty) == "Open now, until 12:00"


def test_hours_in_the_hour_that_spring_skips_are_no_change() -> None:
    hours = parse("Mo-Su 02:15-02:45,10:00-12:00")

    assert hours.next_change(at("2027-03-28 01:00")) == at("2027-03-28 10:00")
    assert shown("Mo-Su 02:15-02:45,10:00-12:00", "2027-03-28")[-2:] == [
        "2:15–2:45 10:00–12:00",
        "10:00–12:00",
    ]


def test_hours_change_in_the_second_of_two_equal_hours() -> None:
    hours = parse("Mo-Su 01:00-02:30")
    first, second = at("2026-10-25 02:45"), at("2026-10-25 02:45").replace(fold=1)

    assert hours.open_at(first)
    assert not hours.open_at(second)
    assert hours.next_change(first) == at("2026-10-25 02:30").replace(fold=1)
    assert hours.state(first).minutes == 45


def test_minutes_count_the_hour_of_autumn_twice() -> None:
    state = parse("Mo-Su 00:00-12:00").state(at("2026-10-25 00:00"))

    assert state.minutes == 13 * 60


# Closures


def test_closure_beats_every_rule() -> None:
    text = "24/7; Sa[1] 10:00-12:00; PH 10:00-12:00; 2027 Jan 02 10:00-12:00"
    hours = parse(text, (CHRISTMAS,))

    days = [date(2026, 12, 24) + timedelta(days=n) for n in range(10)]

    assert not any(hours.open_at(datetime.combine(day, time(11), TIMEZONE)) for day in days)
    assert hours.next_change(at("2026-12-24 00:00")) == at("2027-01-03 00:00")


def test_closure_that_begins_today_closes_the_whole_day() -> None:
    hours = parse("Mo-Sa 09:00-12:00", (Closed(date(2026, 12, 22), date(2026, 12, 22)),))

    assert hours.open_at(at("2026-12-21 10:00"))
    assert not hours.open_at(at("2026-12-22 10:00"))
    assert hours.state(at("2026-12-22 08:00")).changes_at == at("2026-12-23 09:00")


def test_closure_is_of_civil_days_at_night_too() -> None:
    hours = parse(EVENINGS, (Closed(date(2026, 12, 23), date(2026, 12, 23)),))

    assert hours.next_change(at("2026-12-22 20:00")) == at("2026-12-23 00:00")
    assert hours.next_change(at("2026-12-23 00:00")) == at("2026-12-24 00:00")


def test_closure_ends_with_its_last_day() -> None:
    hours = parse("Mo-Su 09:00-12:00", (CHRISTMAS,))

    assert not hours.open_at(at("2027-01-02 10:00"))
    assert hours.open_at(at("2027-01-03 10:00"))
    assert hours.sentence(at("2027-01-02 10:00")).endswith("Opens tomorrow at 9:00")


def test_closure_of_impossible_days_harms_nothing() -> None:
    backwards = Closed(date(2027, 1, 2), date(2026, 12, 24))
    long_ago = Closed(date(202, 12, 24), date(203, 1, 2))
    without_end = Closed(date(2027, 6, 1), date.max)

    hours = parse(OFFICE, (backwards, long_ago, without_end))

    assert hours.open_at(at("2026-12-28 10:00"))
    assert not hours.open_at(at("2027-12-28 10:00"))


# The week's table


def test_week_table_has_the_week_of_today() -> None:
    table = parse(OFFICE).week_table(date(2026, 12, 27))

    assert [day.date.day for day in table] == [21, 22, 23, 24, 25, 26, 27]
    assert [day.is_today for day in table] == [False] * 6 + [True]
    assert table[0].spans == (Span(time(9), time(12, 30)), Span(time(13, 30), time(17)))
    assert [day.note for day in table] == [None] * 4 + ["Christmas"] + [None] * 2


@pytest.mark.parametrize(
    ("text", "monday", "sunday"),
    [
        ("Mo-Su 18:00-02:00", "18:00–2:00", "18:00–2:00"),
        ("Mo-Su 18:00-24:00", "18:00–24:00", "18:00–24:00"),
        ("24/7", "0:00–24:00", "0:00–24:00"),
        ("Su 22:00-24:00; Mo 00:00-01:00", "", "22:00–1:00"),
        ("Su 12:00-24:00; Mo 00:00-12:00", "0:00–12:00", "12:00–24:00"),
        ("Mo 9:00-12:00", "9:00–12:00", ""),
    ],
)
def test_week_table_gives_a_night_to_its_evening(text: str, monday: str, sunday: str) -> None:
    week = shown(text, "2026-12-16")

    assert [week[0], week[6]] == [monday, sunday]


def test_week_table_says_why_a_day_is_closed() -> None:
    without_reason = Closed(date(2026, 12, 22), date(2026, 12, 22))
    table = parse(OFFICE, (CHRISTMAS, without_reason)).week_table(date(2026, 12, 21))

    assert [day.note for day in table][1:4] == ["Exceptionally closed", None, "renovation"]
    assert [bool(day.spans) for day in table] == [True, False, True] + [False] * 4


def test_weekly_minutes_put_holidays_and_closures_aside() -> None:
    hours = parse(OFFICE, (CHRISTMAS,))

    assert hours.weekly_minutes(date(2026, 12, 25)) == 4 * 7 * 60 + 210
    assert parse("24/7").weekly_minutes(date(2026, 12, 25)) == 7 * 24 * 60
    assert parse(EVENINGS).weekly_minutes(date(2026, 12, 25)) == 6 * 8 * 60


# State and sentence


@pytest.mark.parametrize(
    ("text", "moment", "sentence", "kind"),
    [
        (OFFICE, "2026-12-21 10:00", "Open now, until 12:30", Kind.OPEN),
        (OFFICE, "2026-12-21 11:59:59", "Open now, until 12:30", Kind.OPEN),
        (OFFICE, "2026-12-21 12:00", "Closes in 30 minutes", Kind.CLOSING_SOON),
        (OFFICE, "2026-12-21 12:10", "Closes in 20 minutes", Kind.CLOSING_SOON),
        (OFFICE, "2026-12-21 12:29:30", "Closes in 1 minute", Kind.CLOSING_SOON),
        (OFFICE, "2026-12-21 12:30", "Closed. Opens at 13:30", Kind.CLOSED),
        (OFFICE, "2026-12-21 00:00", "Closed. Opens at 9:00", Kind.CLOSED),
        (OFFICE, "2026-12-21 17:00", "Closed. Opens tomorrow at 9:00", Kind.CLOSED),
        (OFFICE, "2026-12-24 17:00", "Closed. Opens on Monday at 9:00", Kind.CLOSED),
        ("Mo 13:30-17:00", "2026-12-22 10:00", "Closed. Opens on Monday at 13:30", Kind.CLOSED),
        (
            "Mo 13:30-17:00",
            "2026-12-28 18:00",
            "Closed. Opens on 4 January at 13:30",
            Kind.CLOSED_FOR_LONG,
        ),
        (EVENINGS, "2026-12-21 20:00", "Open now, until 2:00", Kind.OPEN),
        (EVENINGS, "2026-12-22 01:45", "Closes in 15 minutes", Kind.CLOSING_SOON),
        ("Mo-Su 18:00-24:00", "2026-12-21 20:00", "Open now, until 24:00", Kind.OPEN),
        ("24/7", "2026-12-21 20:00", "Open day and night", Kind.OPEN),
        ("24/7; Su off", "2026-12-22 10:00", "Open now, until Saturday at 24:00", Kind.OPEN),
        ("24/7; PH off", "2026-12-02 10:00", "Open day and night", Kind.OPEN),
        ("off", "2026-12-21 20:00", "Closed for now", Kind.CLOSED_FOR_LONG),
        ("2026 Dec 01 09:00-10:00", "2026-12-21 20:00", "Closed for now", Kind.CLOSED_FOR_LONG),
    ],
)
def test_sentence_says_the_state_in_words(
    text: str, moment: str, sentence: str, kind: Kind
) -> None:
    hours = parse(text)

    assert hours.sentence(at(moment)) == sentence
    assert hours.state(at(moment)).kind == kind


def test_sentence_of_a_closure_names_the_day_after() -> None:
    assert parse(OFFICE, (CHRISTMAS,)).sentence(at("2026-12-24 10:00")) == (
        "Exceptionally closed today. Opens on 4 January at 9:00"
    )


@pytest.mark.parametrize(
    ("language", "weekday", "month"),
    [("en", "Monday", "4 January"), ("fr", "lundi", "4 janvier"), ("nl", "maandag", "4 januari")],
)
def test_sentence_has_days_and_months_of_the_language(
    language: str, weekday: str, month: str
) -> None:
    with translation.override(language):
        near = parse("Mo 13:30-17:00").sentence(at("2026-12-22 10:00"))
        far = parse("Mo 13:30-17:00").sentence(at("2026-12-28 18:00"))

    assert weekday in near
    assert month in far
    assert near.endswith("13:30")


def test_state_counts_the_minutes_until_it_changes() -> None:
    moment = at("2026-12-21 12:09:30")

    state = parse(OFFICE).state(moment)

    assert state == (moment, True, at("2026-12-21 12:30"), 21, Kind.CLOSING_SOON)
    assert state.sentence == "Closes in 21 minutes"


@pytest.mark.parametrize(
    ("moment", "change"),
    [
        ("2026-12-21 10:00", "2026-12-21 12:00"),
        ("2026-12-21 12:00", "2026-12-21 12:01"),
        ("2026-12-21 12:29:30", "2026-12-21 12:30"),
        ("2026-12-21 12:30", "2026-12-21 13:30"),
    ],
)
def test_state_knows_when_its_words_change(moment: str, change: str) -> None:
    assert parse(OFFICE).state(at(moment)).words_change_at == at(change)


# Notices


def test_upcoming_tells_of_holidays_that_change_the_hours() -> None:
    notices = parse(OFFICE).upcoming(date(2026, 12, 5))

    assert [notice.words for notice in notices] == [
        "Closed on Friday 25 December (Christmas)",
        "Closed on Friday 1 January (New Year’s Day)",
    ]
    assert notices[0][:2] == (date(2026, 12, 25), date(2026, 12, 25))


def test_upcoming_tells_the_hours_of_a_holiday() -> None:
    notices = parse("Mo-Fr 09:00-17:00; PH 10:00-12:00,14:00-16:00").upcoming(date(2026, 12, 20), 7)

    assert [notice.words for notice in notices] == [
        "Open on Friday 25 December (Christmas): 10:00–12:00, 14:00–16:00"
    ]


@pytest.mark.parametrize("text", ["Mo-Fr 09:00-17:00", "Mo-Th 09:00-17:00; PH off", "24/7"])
def test_upcoming_is_silent_on_a_holiday_that_changes_nothing(text: str) -> None:
    assert parse(text).upcoming(date(2026, 12, 20), 7) == []


def test_upcoming_explains_easter_sunday() -> None:
    notices = parse("Mo-Su 09:00-17:00; PH off").upcoming(date(2027, 3, 28), 2)

    assert [notice.words for notice in notices] == [
        "Closed on Sunday 28 March (Easter)",
        "Closed on Monday 29 March (Easter Monday)",
    ]


@pytest.mark.parametrize(
    ("closed", "words"),
    [
        (CHRISTMAS, "Closed from 24 December to 2 January (renovation)"),
        (CHRISTMAS._replace(reason=""), "Closed from 24 December to 2 January"),
        (
            Closed(date(2026, 12, 22), date(2026, 12, 22), "move"),
            "Closed on Tuesday 22 December (move)",
        ),
        (Closed(date(2026, 12, 22), date(2026, 12, 22)), "Closed on Tuesday 22 December"),
        (Closed(date(2026, 12, 1), date(2026, 12, 23), "move"), "Closed until 23 December (move)"),
        (Closed(date(2026, 12, 1), date(2026, 12, 23)), "Closed until 23 December"),
        (Closed(date(2026, 12, 23), date(2028, 1, 2)), "Closed from 23 December to 2 January 2028"),
        (
            Closed(date(2026, 12, 22), date(2026, 12, 23), "100 %"),
            "Closed from 22 December to 23 December (100 %)",
        ),
    ],
)
def test_upcoming_tells_of_closures(closed: Closed, words: str) -> None:
    notices = parse("Mo-Su 09:00-17:00", (closed,)).upcoming(date(2026, 12, 21))

    assert [notice.words for notice in notices] == [words]


def test_upcoming_is_in_order_and_of_the_coming_days() -> None:
    past = Closed(date(2026, 12, 1), date(2026, 12, 6))
    later = Closed(date(2027, 1, 4), date(2027, 1, 8))
    soon = Closed(date(2026, 12, 31), date(2026, 12, 31))

    notices = parse(OFFICE, (later, past, soon)).upcoming(date(2026, 12, 7))

    assert [f"{notice.first:%m-%d}" for notice in notices] == ["12-25", "12-31", "01-01"]


# Parsing


def test_parse_refuses_what_validate_refuses() -> None:
    with pytest.raises(HoursError):
        parse("SH off")


def test_parse_answers_again_from_memory() -> None:
    assert parse(OFFICE, (CHRISTMAS,)) is parse(OFFICE, (Closed(*CHRISTMAS),))
