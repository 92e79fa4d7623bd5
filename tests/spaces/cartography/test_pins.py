"""Pins: what they hide, the tail of one that stands aside, and how an address holds them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaces.cartography.frame import Frame
from spaces.cartography.pins import MIDDLE, Marks, Spot, hidden, read, tail, written

FRAME = Frame(14, 1600, 1600, 640, 640)
spots = st.builds(Spot, st.integers(0, 640), st.integers(0, 640))


@given(st.lists(spots, max_size=60), st.lists(spots, max_size=60))
def test_marks_are_read_as_they_were_written(pins: list[Spot], dots: list[Spot]) -> None:
    marks = read(written(Marks(tuple(pins), tuple(dots))))

    assert marks == Marks(tuple(sorted(set(pins))), tuple(sorted(set(dots))))


def test_pin_hides_what_is_above_its_tip() -> None:
    (box,) = hidden(FRAME, Marks(pins=(Spot(100, 200),)))

    assert box.has(1700, 1780)
    assert not box.has(1700, 1820)


def test_tail_leads_from_the_place_to_the_middle_of_the_pin() -> None:
    start, *corners = re.findall(r"-?[\d.]+ -?[\d.]+|0 0", tail(Spot(30, -20)))

    assert start == "0 0"
    (x, y), (other_x, other_y) = ([float(number) for number in each.split()] for each in corners)
    assert ((x + other_x) / 2, (y + other_y) / 2) == pytest.approx((30, -20 - MIDDLE), abs=0.1)
    assert tail(Spot(0, MIDDLE)).startswith("M0 0L")  # the place is under the pin: none is seen
