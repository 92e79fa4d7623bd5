"""A listing that was checked long ago says so, in words."""

from datetime import date

import pytest
from django.test import Client

from spaces.curation.freshness import is_stale
from tests.factories import SpaceFactory
from tests.pages import read
from tests.spaces.conftest import Clock

CALL = "This was checked more than 6 months ago. Call before you come."
ASK = "This was checked more than 6 months ago. Ask before you come."
NOBODY = "This was checked more than 6 months ago. It can be different now."


@pytest.mark.parametrize(
    ("checked_on", "at", "expected"),
    [
        (None, date(2026, 12, 16), False),
        (date(2026, 5, 3), date(2026, 5, 3), False),
        (date(2026, 5, 3), date(2026, 11, 3), False),
        (date(2026, 5, 3), date(2026, 11, 4), True),
        (date(2026, 8, 31), date(2027, 2, 28), False),
        (date(2026, 8, 31), date(2027, 3, 1), True),
        (date(2024, 8, 31), date(2025, 2, 28), False),
        (date(2027, 1, 1), date(2026, 12, 16), False),
    ],
)
def test_check_is_stale_after_six_calendar_months(
    checked_on: date | None, at: date, expected: bool
) -> None:
    assert is_stale(checked_on, at) is expected


@pytest.mark.django_db
@pytest.mark.parametrize(("known", "sentence"), [("phone", CALL), ("email", ASK), ("", NOBODY)])
def test_page_says_at_midnight_that_its_check_is_old(
    client: Client, clock: Clock, known: str, sentence: str
) -> None:
    contact = {known: {"phone": "+3225550123", "email": "a@example.org"}[known]} if known else {}
    space = SpaceFactory(checked_on=date(2026, 6, 16), checked_by="space", **contact)

    clock.set("2026-12-16 23:59")
    before = read(client.get(f"/en/spaces/{space.slug}/"))
    clock.set("2026-12-17 00:00")
    after = read(client.get(f"/en/spaces/{space.slug}/"))

    assert before.all(class_="notice--old") == []
    assert after.one(class_="notice--old").text == sentence
    assert "Checked by the space on 16 June 2026." in after.text
