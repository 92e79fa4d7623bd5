"""Signing in: wrong passwords lock, for a while, for that name at that address."""

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tests.pages import read

pytestmark = pytest.mark.django_db

RIGHT = "a long password"


@pytest.fixture(autouse=True)
def _somebody() -> None:
    User.objects.create_superuser("chief", password=RIGHT)
    User.objects.create_superuser("other", password=RIGHT)


def sign_in(client: Client, password: str, name: str = "chief", **more: Any) -> Any:
    form = {"username": name, "password": password, "next": "/admin/"}
    return client.post("/admin/login/", form, **more)


def test_five_wrong_passwords_lock_and_a_page_says_so(client: Client) -> None:
    answers = [sign_in(client, "wrong").status_code for _try in range(5)]

    refused = sign_in(client, RIGHT, headers={"accept-language": "en"})

    assert answers == [200, 200, 200, 200, 429]
    assert refused.status_code == 429
    assert "locked for 30 minutes" in read(refused).text


def test_lock_is_for_that_name_at_that_address(client: Client) -> None:
    for _try in range(5):
        sign_in(client, "wrong")

    assert sign_in(client, RIGHT, "other").status_code == 302
    assert sign_in(Client(REMOTE_ADDR="192.0.2.7"), RIGHT).status_code == 302


def test_lock_ends(client: Client) -> None:
    for _try in range(5):
        sign_in(client, "wrong")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))

    assert sign_in(client, RIGHT).status_code == 302


def test_right_password_forgives_what_was_wrong(client: Client) -> None:
    for _try in range(4):
        sign_in(client, "wrong")

    assert sign_in(client, RIGHT).status_code == 302
    assert not AccessAttempt.objects.exists()


def test_address_is_what_our_proxy_says(client: Client, settings: Any) -> None:
    settings.TRUSTED_PROXIES = 1

    sign_in(client, "wrong", headers={"x-forwarded-for": "6.6.6.6, 2001:db8::1"})

    assert AccessAttempt.objects.get().ip_address == "2001:db8::"


def test_failed_tries_are_forgotten_after_thirty_days(client: Client) -> None:
    sign_in(client, "wrong")
    sign_in(client, "wrong", "other")
    old = AccessAttempt.objects.filter(username="other")
    old.update(attempt_time=timezone.now() - timedelta(days=31))

    call_command("forget", verbosity=0)

    assert [row.username for row in AccessAttempt.objects.all()] == ["chief"]


@pytest.mark.parametrize("password", ["short", "elevenchars", "123456789012345"])
def test_weak_passwords_are_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password, User(username="chief"))
