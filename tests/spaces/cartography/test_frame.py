"""Frames: where points lie on them, and which of them the site draws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spaces.cartography.frame import (
    CLOSEST,
    FARTHEST,
    GRID,
    LARGEST,
    SMALLEST,
    TILE,
    Frame,
    place,
    point_at,
)
from spaces.geo.boxes import REGION
from spaces.geo.points import Point, distance

GRAND_PLACE = Point(50.8467, 4.3525)
zooms = st.integers(FARTHEST, CLOSEST)
points = st.builds(
    Point, st.floats(REGION.south, REGION.north), st.floats(REGION.west, REGION.east)
)


@given(points, zooms)
def test_point_is_found_again_where_it_was_placed(point: Point, zoom: int) -> None:
    again = point_at(*place(point, zoom), zoom)

    assert distance(point, again) < 0.001


def test_tile_holds_what_every_web_map_puts_there() -> None:
    """The example of https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames, in Tokyo."""
    frame = Frame.of_tile(18, 232_798, 103_246)

    x, y = frame.place(Point(35.6590699, 139.7006793))

    assert 0 <= x < TILE
    assert 0 <= y < TILE


def test_pixel_is_as_long_as_the_projection_says() -> None:
    frame = Frame.around(GRAND_PLACE, 16, 600, 400)
    bounds = frame.bounds()

    west, east = (Point(GRAND_PLACE.latitude, each) for each in (bounds.west, bounds.east))

    assert distance(west, east) == pytest.approx(905, rel=0.01)


@given(
    st.integers(-5, 99),
    *[st.integers(-(10**9), 10**9) for _each in range(2)],
    *[st.integers(0, 10**6) for _each in range(2)],
)
def test_snapped_frame_is_one_that_we_draw(
    zoom: int, left: int, top: int, width: int, height: int
) -> None:
    frame = Frame(zoom, left, top, width, height).snapped()

    assert FARTHEST <= frame.zoom <= CLOSEST
    assert all(value % GRID == 0 for value in frame[1:])
    assert all(SMALLEST <= side <= LARGEST for side in (frame.width, frame.height))
    assert frame.snapped() == frame


@given(points, zooms)
def test_snapped_frame_shows_what_it_was_asked_to(point: Point, zoom: int) -> None:
    frame = Frame.around(point, zoom, 640, 800)

    x, y = frame.snapped().place(point)

    assert abs(x - 320) <= GRID
    assert abs(y - 400) <= GRID
