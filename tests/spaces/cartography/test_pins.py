"""Pins: none on another, at any width at which a page shows them; as an address holds them."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from spaces.cartography.frame import Frame
from spaces.cartography.pins import (
    FEW,
    SCALES,
    SCALES_OF_FEW,
    SIDE,
    Marks,
    Spot,
    aside,
    hidden,
    read,
    written,
)

FRAME = Frame(14, 1600, 1600, 640, 640)
spots = st.builds(Spot, st.integers(0, 640), st.integers(0, 640))


def test_pins_stand_apart_at_every_width() -> None:
    """Twenty places, as many as a page lists, eight of them in one house."""
    places = (Spot(310, 330),) * 8 + tuple(Spot(40 * n, 600 - 37 * n) for n in range(1, 13))

    shifts = aside(places, FRAME, of_few=SCALES_OF_FEW)

    assert shifts[0] == (0, 0)
    for scale in (*SCALES_OF_FEW, *SCALES):
        drawn = [
            (place.x * scale + shift.x, place.y * scale + shift.y)
            for place, shift in zip(places, shifts, strict=True)
        ]
        if scale not in SCALES:
            drawn = drawn[:FEW]
        for (x, y), (other_x, other_y) in combinations(drawn, 2):
            assert abs(x - other_x) >= SIDE or abs(y - other_y) >= SIDE


def test_pin_that_stands_aside_stays_on_the_picture() -> None:
    places = (Spot(630, 60),) * 6

    for scale in SCALES:
        for place, shift in list(zip(places, aside(places, FRAME), strict=True))[1:]:
            assert SIDE / 2 <= place.x * scale + shift.x <= 640 * scale - SIDE / 2
            assert SIDE <= place.y * scale + shift.y <= 640 * scale


def test_pins_without_room_stay_where_they_are() -> None:
    assert len(aside((Spot(9, 9),) * 300, Frame(14, 0, 0, 128, 128))) == 300


@given(st.lists(spots, max_size=60), st.lists(spots, max_size=60))
def test_marks_are_read_as_they_were_written(pins: list[Spot], dots: list[Spot]) -> None:
    marks = read(written(Marks(tuple(pins), tuple(dots))))

    assert marks == Marks(tuple(sorted(set(pins))), tuple(sorted(set(dots))))


def test_pin_hides_what_is_above_its_tip() -> None:
    (box,) = hidden(FRAME, Marks(pins=(Spot(100, 200),)))

    assert box.has(1700, 1780)
    assert not box.has(1700, 1820)
