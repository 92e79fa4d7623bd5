"""Who works at the desk in the tests."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from spaces.models import Space
from tests.factories import complete_space


@pytest.fixture
def chief(admin_client: Client) -> Client:
    """Sign somebody in who may do everything, and reads English."""
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def staff(client: Client) -> Client:
    """Sign somebody in who may enter, and nothing else."""
    client.force_login(User.objects.create_user("somebody", is_staff=True))
    return client


@pytest.fixture
def space(db: None) -> Space:
    """Make a published space with everything known."""
    return complete_space(slug="here", access={})


@pytest.fixture
def second_factor_required(settings: Settings) -> None:
    """Let nobody in by their password alone."""
    settings.ADMIN_REQUIRE_OTP = True
