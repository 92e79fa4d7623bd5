"""A clock that stands still, and a directory with nothing in it."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django import Settings

from spaces.hours.opening import TIMEZONE
from spaces.models import Space
from tests.spaces.authenticator import PASSWORD


class Clock:
    """The site's clock: it stands at a moment in Brussels until a test moves it."""

    now: datetime

    def set(self, text: str) -> datetime:
        """Set the clock to a local time, as “2026-12-16 10:00”, a Wednesday."""
        self.now = datetime.fromisoformat(text).replace(tzinfo=TIMEZONE).astimezone(UTC)
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stop the clock on Wednesday 16 December 2026 at 10:00."""
    clock = Clock()
    clock.set("2026-12-16 10:00")
    monkeypatch.setattr(timezone, "now", lambda: clock.now)
    return clock


@pytest.fixture
def no_listings(db: None) -> None:
    """Leave nothing published: the listings of fixtures/ become drafts, which nobody may see."""
    Space.objects.update(status=Space.Status.DRAFT)


@pytest.fixture
def samples_hidden(settings: Settings) -> None:
    """Set the site up as a real one: nothing invented is shown."""
    settings.SAMPLE_DATA = "hide"


@pytest.fixture
def anna(db: None) -> User:
    """Make an administrator whose password the tests know."""
    return User.objects.create_superuser("anna", password=PASSWORD)
