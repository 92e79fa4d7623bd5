"""The grid of the hours: what is read from a stored text says the same when it is written."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaces.hours import grid as hours_grid
from spaces.hours.grid import Grid
from spaces.hours.opening import TIMEZONE, HoursError, parse, validate
from tests.spaces.hours.texts import ACCEPTED_TEXTS, REAL_TEXTS, fixture_texts, texts

YEARS = [date(2026, 1, 1) + timedelta(days=week * 7) for week in range(160)]  # to January 2029
MORNING, DAY = "09:00-12:30", "09:00-12:30,13:30-17:00"

HARD_TEXTS = [
    "Mo-Fr 09:00-17:00; PH off; Dec 20-26 PH 10:00-12:00",
    "Mo-Fr 09:00-17:00; PH off; PH 10:00-12:00",
    "Mo-Su,PH 09:00-12:00; Sa 10:00-11:00",
    "Mo-Fr 09:00-17:00; Su,PH off; Nov-Feb off; Dec 24 09:00-12:00",
    "Mo-Fr 18:00-01:00; PH off",
    "Mo-Su,PH 18:00-01:00",
    "Mo,We 18:00-01:00; Fr 18:00-02:00; PH 09:00-10:00 off",
]


def meaning(text: str) -> list[object]:
    """Return the spans of every day of three years, holidays included, as the engine has them."""
    hours = parse(text)
    return [day.spans for monday in YEARS for day in hours.week_table(monday)]


def night_ends(text: str) -> list[object]:
    """Return when it changes: what a table by days could hide."""
    hours, moment = parse(text), datetime(2026, 1, 1, tzinfo=TIMEZONE)
    changes = []
    for _ in range(300):
        change = hours.next_change(moment)
        if change is None:
            break
        changes.append(change)
        moment = change
    return changes


@pytest.mark.parametrize("text", [*REAL_TEXTS, *ACCEPTED_TEXTS, *fixture_texts(), *HARD_TEXTS])
def test_grid_says_what_the_text_said(text: str) -> None:
    again = hours_grid.write(hours_grid.read(text))

    validate(again)
    assert meaning(again) == meaning(text)
    assert night_ends(again) == night_ends(text)
    assert hours_grid.read(again) == hours_grid.read(text)


@given(texts())
def test_grid_says_what_any_text_said(text: str) -> None:
    again = hours_grid.write(hours_grid.read(text))

    validate(again)
    assert meaning(again) == meaning(text)
    assert night_ends(again) == night_ends(text)
    assert hours_grid.read(again) == hours_grid.read(text)


@pytest.mark.parametrize("text", [*REAL_TEXTS, *fixture_texts()])
def test_real_hours_are_in_the_grid(text: str) -> None:
    grid = hours_grid.read(text)

    assert any(grid.week)
    assert grid.more in ("", "Sa[1] 10:00-12:00")
    assert grid.holidays == ("off" if "PH off" in text else "")


@pytest.mark.parametrize(
    ("text", "grid"),
    [
        (
            "Mo,We-Fr 09:00-12:30,13:30-17:00; Sa 09:00-12:30",
            Grid((DAY, "", DAY, DAY, DAY, MORNING, "")),
        ),
        ("24/7; PH off", Grid(("00:00-24:00",) * 7, "off")),
        ("Mo-Sa 9:00-12:30; Su,PH off", Grid((MORNING,) * 6 + ("",), "off")),
        ("Mo 09:00-12:30; PH 09:00-12:30", Grid((MORNING,) + ("",) * 6, MORNING)),
        (
            "Mo 09:00-12:30; Jul-Aug off; PH off; Dec 24 09:00-12:30",
            Grid((MORNING,) + ("",) * 6, "off", "Jul-Aug off; Dec 24 09:00-12:30"),
        ),
        (
            "Mo 09:00-12:30; PH off; Dec 20-26 PH 10:00-12:00",
            Grid((MORNING,) + ("",) * 6, "off", "Dec 20-26 PH 10:00-12:00"),
        ),
        # A holiday's rule that stands elsewhere than it would be written stays in the text.
        (
            "Mo 09:00-12:30; Dec 24 09:00-12:30; PH off",
            Grid((MORNING,) + ("",) * 6, "", "Dec 24 09:00-12:30; PH off"),
        ),
        ("off", Grid(more="off")),
        ("Sa[1] 10:00-12:00; PH off", Grid(more="Sa[1] 10:00-12:00; PH off")),
        ("Mo-Su 18:00-01:30; Th off", Grid(more="Mo-Su 18:00-01:30; Th off")),
        ("never", Grid(more="never")),
    ],
)
def test_grid_is_read(text: str, grid: Grid) -> None:
    assert hours_grid.read(text) == grid


def test_grid_is_written_in_few_rules() -> None:
    grid = Grid((DAY, DAY, "", DAY, MORNING, MORNING, ""), "off", "Sa[1] 13:00-15:00")

    assert hours_grid.write(grid) == f"Mo,Tu,Th {DAY}; Fr,Sa {MORNING}; Sa[1] 13:00-15:00; PH off"
    assert hours_grid.write(Grid()) == ""


@given(
    st.tuples(*[st.sampled_from(["", MORNING, DAY, "00:00-24:00", "14:00-24:00"])] * 7),
    st.sampled_from(["", "off", MORNING]),
    st.sampled_from(["", "Sa[1] 10:00-12:00", "Jul-Aug off; 2027 Dec 24 09:00-12:00"]),
)
def test_grid_that_is_written_is_read_again(
    week: tuple[str, ...], holidays: str, more: str
) -> None:
    grid = Grid(week, holidays, more)

    text = hours_grid.write(grid)

    if any(week):
        assert hours_grid.read(text) == grid


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ("", ""),
        ("  ", ""),
        ("fermé", ""),
        ("Gesloten", ""),
        ("-", ""),
        ("9:00-12:30", MORNING),
        ("9-12.30", MORNING),
        ("9h-12h30", MORNING),
        ("9u – 12u30", MORNING),
        ("09:00–12:30", MORNING),
        ("9 h à 12 h 30", MORNING),
        ("9:00 to 12:30", MORNING),
        ("9-12:30, 13:30-17", DAY),
        ("9-12:30 et 13h30-17h", DAY),
        ("9-12:30 en 13u30 tot 17u", DAY),
        ("9-12:30;13:30-17:00", DAY),
        ("13:30-17:00 / 9:00-12:30", DAY),
        ("9:00-12:30 13:30-17:00,", DAY),
        ("18-24", "18:00-24:00"),
    ],
)
def test_hours_are_taken_as_people_type_them(typed: str, times: str) -> None:
    assert hours_grid.times(typed) == times


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "morning",
            "“morning” is not understood. Write hours like this: 9:00-12:30, 13:30-17:00.",
        ),
        ("9:00", "“9:00” is not understood. Write hours like this: 9:00-12:30, 13:30-17:00."),
        ("9-12 or so", "“9-12 or so” is not understood."),
        ("9-25", "“9-25” is no time of the day."),
        ("9:75-10", "“9:75-10” is no time of the day."),
        ("9-12, 11-13", "“09:00-12:00,11:00-13:00”: write hours in order"),
        ("17-9", "“17:00-09:00” closes before it opens."),
        ("9-9", "“09:00-09:00” opens when it closes."),
    ],
)
def test_hours_that_are_not_understood_are_refused_in_words(typed: str, sentence: str) -> None:
    with pytest.raises(HoursError) as refused:
        hours_grid.times(typed)

    assert str(refused.value).startswith(sentence)


@given(st.text(max_size=30))
def test_any_typing_is_taken_or_refused_in_words(typed: str) -> None:
    try:
        times = hours_grid.times(typed)
    except HoursError as error:
        times = ""
        said = str(error)
    else:
        said = hours_grid.times(times) or "closed"

    assert said == (times or "closed") or len(said) > 10
