"""The gazetteer of fixtures/, whole."""

import pytest
from pytest_django import DjangoDbBlocker

from spaces import gazetteer
from spaces.gazetteer import Gazetteer
from spaces.models import DataVersion


@pytest.fixture(scope="module")
def known(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Gazetteer:
    """Return the gazetteer of fixtures/, of what the database says now."""
    with django_db_blocker.unblock():
        return gazetteer.current(DataVersion.current())
