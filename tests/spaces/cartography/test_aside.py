"""Pins stand aside: none on another, at any width at which a page shows them, and not far."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaces.cartography.aside import EDGE, SIDE, WIDTHS, WIDTHS_OF_FEW, aside
from spaces.cartography.frame import Box, Frame
from spaces.cartography.pins import FEW, HERE, Spot

FRAMES = [Frame(14, 1600, 1600, side, side) for side in (640, 768)]
# Twenty places, as many as a page lists, eight of them in one house.
CROWD = (Spot(310, 330),) * 8 + tuple(Spot(40 * n, 600 - 37 * n) for n in range(1, 13))


def drawn(
    spots: tuple[Spot, ...], shifts: tuple[Spot, ...], scale: float
) -> list[tuple[float, float]]:
    pairs = zip(spots, shifts, strict=True)
    return [(spot.x * scale + shift.x, spot.y * scale + shift.y) for spot, shift in pairs]


@pytest.mark.parametrize("frame", FRAMES)
def test_pins_stand_apart_at_every_width(frame: Frame) -> None:
    shifts = aside(CROWD, frame, of_few=WIDTHS_OF_FEW)

    for width in (*WIDTHS_OF_FEW, *WIDTHS):
        shown = drawn(CROWD, shifts, width / frame.width)[: None if width in WIDTHS else FEW]
        for (x, y), (other_x, other_y) in combinations(shown, 2):
            assert abs(x - other_x) >= SIDE or abs(y - other_y) >= SIDE


def test_pins_stand_no_farther_than_they_push_each_other() -> None:
    """Two in one house part the way between them; nine fill a square around theirs."""
    pair = aside((Spot(300, 300),) * 2, FRAMES[0])
    nine = aside((Spot(300, 300),) * 9, FRAMES[0])

    assert max(hypot(*shift) for shift in pair) <= 0.7 * SIDE
    assert max(hypot(*shift) for shift in nine) <= 2 * SIDE


def test_pin_with_room_stays_on_its_place() -> None:
    apart = (Spot(120, 110), Spot(300, 100), Spot(100, 400), Spot(4, 2))

    assert aside(apart, FRAMES[0], of_few=WIDTHS_OF_FEW) == (HERE,) * 4


def test_pin_leaves_what_is_taken() -> None:
    taken = Box(-74, -12, 74, 70)
    places = (Spot(300, 310), Spot(310, 300), Spot(360, 320))

    shifts = aside(places, FRAMES[0], taken=((Spot(300, 300), taken),))

    for width in WIDTHS:
        scale = width / FRAMES[0].width
        for x, y in drawn(places, shifts, scale):
            x, y = x - 300 * scale, y - 300 * scale
            assert not (taken.left < x < taken.right and taken.top < y < taken.bottom)


@pytest.mark.parametrize("place", [Spot(630, 60), Spot(3, 620), Spot(320, 5)])
def test_pin_that_stands_aside_stays_on_the_picture(place: Spot) -> None:
    shifts = aside((place,) * 6, FRAMES[0])

    for width in WIDTHS:
        pins = drawn((place,) * 6, shifts, width / 640)
        for x, y in (pin for pin, shift in zip(pins, shifts, strict=True) if shift != HERE):
            assert SIDE / 2 <= x <= width - SIDE / 2
            assert SIDE <= y <= width - EDGE


@given(st.lists(st.builds(Spot, st.integers(-50, 690), st.integers(-50, 690)), max_size=25))
def test_pins_anywhere_are_placed(spots: list[Spot]) -> None:
    assert len(aside.__wrapped__(tuple(spots), FRAMES[0], of_few=WIDTHS_OF_FEW)) == len(spots)


def test_pins_without_room_stay_where_they_are() -> None:
    shifts = aside((Spot(9, 9),) * 60, Frame(14, 0, 0, 128, 128), widths=(128,))

    assert HERE in shifts
