"""The directory in numbers: what is counted, and what is left out and said."""

from datetime import date

import pytest

from spaces.curation.numbers import by_municipality, weekly_minutes
from spaces.models import Municipality, Space
from tests.factories import SpaceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_listings")]

TODAY = date(2026, 11, 25)


def test_numbers_leave_out_what_is_invented_or_not_known() -> None:
    SpaceFactory(opening_hours="Mo-Fr 09:00-12:30", labelled=True)
    SpaceFactory(opening_hours="Mo-Su 10:00-20:00", sample_fields=["opening_hours"])
    SpaceFactory(sample=True, opening_hours="24/7")
    SpaceFactory(opening_hours="Mo-Su 08:00-20:00", hours_of="library")
    SpaceFactory()

    _rows, total = by_municipality(Space.objects.published(), Municipality.objects.all(), TODAY)

    assert (total.spaces, total.labelled, total.minutes, total.hours) == (4, 1, 1050, 17)
    assert (total.examples, total.invented, total.unknown) == (1, 1, 2)


def test_numbers_have_every_municipality_by_name() -> None:
    SpaceFactory(municipality=Municipality.objects.get(nis="21010"))

    rows, _total = by_municipality(Space.objects.published(), Municipality.objects.all(), TODAY)

    assert len(rows) == 19
    assert {town.nis: tally.spaces for town, tally in rows.items() if tally.spaces} == {"21010": 1}
    assert next(str(town) for town in rows) == "Anderlecht"


@pytest.mark.parametrize("text", [None, "", "nonsense", "Mo-Fr 25:00-26:00"])
def test_hours_that_cannot_be_read_are_not_known(text: str | None) -> None:
    assert weekly_minutes(Space(opening_hours=text), TODAY) is None
