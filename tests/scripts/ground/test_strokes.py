"""Lines as `make ground` works on them: joined at crossings, each street once."""

from shapely import LineString

from scripts.ground.rails import Track, tracks
from scripts.ground.sources import METRE, area, lines, rows
from scripts.ground.strokes import once, strokes


def test_crossing_is_passed_straight_on() -> None:
    west, east = LineString([(0, 0), (10, 0)]), LineString([(10, 0), (20, 1)])
    north, south = LineString([(10, 0), (10, 10)]), LineString([(10, -10), (10, 0)])

    found = strokes([west, east, north, south])

    assert sorted(round(line.length) for line in found) == [20, 20]


def test_corner_is_not_passed() -> None:
    way, on = LineString([(0, 0), (10, 0)]), LineString([(10, 0), (20, 0)])
    side = LineString([(10, 0), (12, 9)])

    found = strokes([way, on, side])

    assert sorted(round(line.length) for line in found) == [9, 20]


def test_two_carriageways_are_one() -> None:
    long, short = LineString([(0, 0), (100, 0)]), LineString([(5, 2), (90, 2)])
    across = LineString([(50, -40), (50, 40)])

    assert once([short, across, long], beside=3) == [long, across]


def test_encoded_polyline_is_read() -> None:
    """The example of the format's own page."""
    (line,) = lines("_p~iF~ps|U_ulLnnqC_mqNvxq`@").geoms

    assert len(line.coords) == 3


def test_hole_is_no_part_of_an_area() -> None:
    holed = [row for row in rows("green") if " " in row["rings"]]

    shape = area(holed[0]["rings"])

    assert shape.is_valid
    assert sum(len(each.interiors) for each in shape.geoms) + len(shape.geoms) >= 2


def test_metro_is_one_network_with_its_lines() -> None:
    """Lines 1 and 5 share the way through the centre, 2 and 6 the ring; nothing lies doubled."""
    found: list[Track] = tracks("metro")

    shared = {track.lines for track in found if track.course.length > 1000 * METRE}
    metres = sum(track.course.length for track in found) / METRE

    assert {(0, 2), (1, 3), (0,), (2,), (3,)} <= shared
    assert 36_000 < metres < 44_000  # STIB-MIVB says 39.9 km
