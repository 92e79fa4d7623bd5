"""The municipalities' outlines: each holds what is known to lie in it."""

import pytest

from spaces.geo import outlines
from spaces.geo.boxes import REGION
from spaces.geo.points import Point
from spaces.models import Municipality, Place

BRUSSELS, IXELLES = "21004", "21009"
GRAND_PLACE = Point(50.8467, 4.3525)
FLAGEY = Point(50.8275, 4.3725)


@pytest.mark.django_db
def test_outline_of_each_municipality_holds_its_point_and_no_other_does() -> None:
    towns = list(Municipality.objects.all())

    holding = {
        town.nis: [nis for nis in outlines.rings() if outlines.contains(nis, town.point)]
        for town in towns
    }

    assert len(holding) == 19
    assert holding == {town.nis: [town.nis] for town in towns}


@pytest.mark.django_db
def test_outlines_leave_out_no_stop_of_the_gazetteer() -> None:
    stops = Place.objects.exclude(municipality=None).select_related("municipality")

    outside = [
        stop
        for stop in stops
        if stop.municipality and not outlines.near(stop.municipality.nis, stop.point)
    ]

    assert outside == []


def test_outlines_lie_in_the_region() -> None:
    points = [
        Point(latitude, longitude)
        for rings in outlines.rings().values()
        for ring in rings
        for longitude, latitude in ring
    ]

    assert all(map(REGION.holds, points))


def test_outlines_tell_neighbours_apart() -> None:
    assert outlines.contains(BRUSSELS, GRAND_PLACE)
    assert not outlines.contains(IXELLES, GRAND_PLACE)
    assert outlines.contains(IXELLES, FLAGEY)
    assert not outlines.contains(BRUSSELS, FLAGEY)


def test_outline_forgives_a_point_just_over_the_border() -> None:
    longitude, latitude = outlines.rings()[IXELLES][0][0]
    beside = [Point(latitude + d, longitude + e) for d in (-5e-4, 5e-4) for e in (-5e-4, 5e-4)]
    outside = [point for point in beside if not outlines.contains(IXELLES, point)]

    assert outside  # a corner has an outside
    assert all(outlines.near(IXELLES, point) for point in outside)


def test_outline_does_not_forgive_another_end_of_town() -> None:
    assert not outlines.near(IXELLES, GRAND_PLACE)


def test_unknown_municipality_refuses_no_point() -> None:
    assert outlines.near("99999", GRAND_PLACE)
