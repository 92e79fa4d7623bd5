"""Opening hours, whatever they are: the table, the state and the changes never disagree."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from spaces.hours.opening import TIMEZONE, Closed, HoursError, Kind, parse
from spaces.hours.usual import lasting
from tests.spaces.hours.texts import closures, texts

CLOCK_CHANGES = (datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2027, 3, 28, 1, tzinfo=UTC))

moments = st.builds(
    datetime.__add__,
    st.sampled_from(CLOCK_CHANGES),
    st.builds(
        timedelta,
        minutes=st.integers(-180, 180) | st.integers(-40 * 1440, 500 * 1440),
        seconds=st.sampled_from((0, 1, 59)),
    ),
)
some_closures = st.lists(closures, max_size=2).map(tuple)


@given(texts(), some_closures, moments)
def test_week_table_says_when_it_is_open(
    text: str, closed: tuple[Closed, ...], moment: datetime
) -> None:
    hours = parse(text, closed)
    local = moment.astimezone(TIMEZONE)
    clock = local.replace(tzinfo=None)
    if local.utcoffset() != local.replace(fold=1).utcoffset():
        clock = clock.replace(hour=1, minute=59)  # the first of two such hours: see _askable

    table = hours.week_table(local.date() - timedelta(days=7)) + hours.week_table(local.date())

    spans = [
        (opens, opens + timedelta(minutes=span.minutes))
        for day in table
        for span in day.spans
        for opens in [datetime.combine(day.date, span.opens)]
    ]
    assert any(opens <= clock < closes for opens, closes in spans) == hours.open_at(moment)
    assert spans == sorted(spans)
    assert all(closes <= opens for (_, closes), (opens, _) in pairwise(spans))


@given(texts(), some_closures, moments, st.floats(0, 0.999))
def test_next_change_is_the_first_one(
    text: str, closed: tuple[Closed, ...], moment: datetime, part: float
) -> None:
    hours = parse(text, closed)

    change = hours.next_change(moment)

    end = change.astimezone(UTC) if change else moment + timedelta(days=366)
    assert end > moment
    assert hours.open_at(moment + part * (end - moment)) == hours.open_at(moment)
    assert change is None or hours.open_at(change) != hours.open_at(moment)


@given(texts(), some_closures, moments)
def test_state_and_sentence_say_what_open_at_says(
    text: str, closed: tuple[Closed, ...], moment: datetime
) -> None:
    hours = parse(text, closed)

    state, sentence = hours.state(moment), hours.sentence(moment)

    assert state.is_open == hours.open_at(moment)
    assert state.changes_at == hours.next_change(moment)
    assert state.is_open == (state.kind in {Kind.OPEN, Kind.CLOSING_SOON})
    assert state.is_open == sentence.startswith(("Open ", "Closes in "))
    assert state.is_open != sentence.startswith(("Closed", "Exceptionally closed"))
    if state.changes_at and state.minutes:
        change = state.changes_at.astimezone(UTC)
        assert state.minutes > 0
        assert timedelta() <= moment + timedelta(minutes=state.minutes) - change
        assert moment + timedelta(minutes=state.minutes - 1) < change


@given(texts(), some_closures, moments, st.floats(0, 0.999))
def test_words_last_until_they_change_or_midnight(
    text: str, closed: tuple[Closed, ...], moment: datetime, part: float
) -> None:
    state = parse(text, closed).state(moment)
    assume(not state.is_open or (state.minutes or 0) < 24 * 60)  # a long opening names its day
    tomorrow = moment.astimezone(TIMEZONE).date() + timedelta(days=1)
    midnight = datetime.combine(tomorrow, datetime.min.time(), TIMEZONE)

    end = min(state.words_change_at or midnight, midnight).astimezone(UTC)

    assert end > moment
    assert parse(text, closed).sentence(moment + part * (end - moment)) == state.sentence


@given(texts(), closures, st.integers(0, 40), st.integers(0, 1439))
def test_closure_closes_whole_days(text: str, closed: Closed, day: int, minute: int) -> None:
    hours = parse(text, (closed,))
    date_closed = min(closed.first + timedelta(days=day), closed.last)
    moment = datetime.combine(date_closed, datetime.min.time()) + timedelta(minutes=minute)

    rows = [row for row in hours.week_table(date_closed) if row.date == date_closed]

    assert not hours.open_at(moment.replace(tzinfo=TIMEZONE))
    assert [(row.spans, row.note) for row in rows] == [((), "works")]


@given(texts(), some_closures, st.dates(date(2026, 10, 1), date(2027, 12, 31)))
def test_notices_are_of_the_coming_days(text: str, closed: tuple[Closed, ...], today: date) -> None:
    notices = parse(text, closed).upcoming(today)

    assert notices == sorted(notices)
    assert all(today <= notice.last for notice in notices)
    assert all(notice.first < today + timedelta(days=28) for notice in notices)
    assert all(notice.words for notice in notices)


WORDS = (
    *("Mo", "Tu-Fr", "Sa[1]", "PH", "SH", "off", "closed", "open", "24/7", "Dec 24", "2027 Feb 29"),
    *("Jan-Mar", "09:00-12:00", "22:00-02:00", "12:00-26:00", "09:00", "-", ",", ";", "; ", " "),
    *('"x"', "week 1", "easter", "+", "||", "sunrise", "é", "\0", "2026", "30", "/"),
)


@given(texts(), some_closures, st.dates(date(2026, 10, 1), date(2027, 12, 31)))
def test_lasting_hours_name_no_single_day_that_is_closed(
    text: str, closed: tuple[Closed, ...], today: date
) -> None:
    hours = parse(text, closed)
    shut = [day for day in hours.spans(today, 60) if hours.closure(day)]

    told = {line.words for line in lasting(hours, today) if not line.is_change}

    assert not [line for line in told for day in shut if line.startswith(f"{day:%A} {day:%-d %B}:")]


@given(st.text(max_size=40) | st.lists(st.sampled_from(WORDS), max_size=8).map("".join), moments)
def test_any_text_is_accepted_or_refused_in_words(text: str, moment: datetime) -> None:
    try:
        sentence = parse(text).sentence(moment)
    except HoursError as error:
        sentence = str(error)

    assert len(sentence) > 10
