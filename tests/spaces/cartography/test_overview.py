"""The map of several places: their numbers, and where each stands."""

import re

import pytest

from spaces.cartography.overview import APART, SIZE, Numbered, overview
from spaces.geo.points import Point
from tests.spaces.cartography import svg

GRAND_PLACE = Point(50.8467, 4.3525)
WIDTH, HEIGHT = SIZE


def tips(picture: str) -> dict[int, complex]:
    """Return where the tip of each pin is, by its number."""
    found = {}
    for group in svg.read(picture).iter(f"{svg.SVG}g"):
        if group.get("class", "").startswith("pin"):
            place = re.match(r"translate\((-?\d+) (-?\d+)\)", group.get("transform", ""))
            number = group.find(f"{svg.SVG}text")
            assert place
            assert number is not None
            found[int(number.text or "")] = complex(*map(int, place.groups()))
    return found


@pytest.mark.parametrize("degrees", [0, 0.0001, 0.002, 0.02, 0.075])
def test_pins_are_numbered_whole_and_apart(degrees: float) -> None:
    """Five places at one point, in a street, a quarter, a town, the Region."""
    places = [
        Numbered(n, Point(50.8467 + (n % 3 - 1) * degrees, 4.3525 + (n % 4 - 1) * degrees))
        for n in range(1, 6)
    ]

    found = tips(overview(places, "fr-nl"))

    assert list(found) == [1, 2, 3, 4, 5]
    for tip in found.values():
        assert 16 <= tip.real <= WIDTH - 16
        assert 30 <= tip.imag <= HEIGHT
        others = [other - tip for other in found.values() if other is not tip]
        assert all(abs(gap.real) >= APART or abs(gap.imag) >= APART for gap in others)


def test_pins_that_stand_aside_are_led_to_their_place() -> None:
    alone = overview([Numbered(1, GRAND_PLACE)], "fr")
    together = overview([Numbered(1, GRAND_PLACE), Numbered(2, GRAND_PLACE)], "fr")

    assert "line lead" not in alone
    assert together.count('class="line lead"') == 2


def test_north_is_above_and_west_to_the_left() -> None:
    north, east = Point(50.90, 4.3525), Point(50.8467, 4.40)

    found = tips(overview([Numbered(1, north), Numbered(2, east)], "nl"))

    assert found[1].imag < found[2].imag
    assert found[1].real < found[2].real


def test_pin_of_an_invented_point_is_hollow() -> None:
    places = [Numbered(1, GRAND_PLACE), Numbered(2, Point(50.86, 4.36), is_invented=True)]

    assert overview(places, "fr").count('class="pin hollow"') == 1
