"""An app that shows codes, and its owner, as the tests need them."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from spaces.staff import second_factor

PASSWORD = "a long password"


def enrolled(user: User) -> list[str]:
    """Give somebody a second factor; return the recovery codes."""
    device = TOTPDevice(user=user, key=second_factor.new_key())
    return second_factor.enrol(device, None)


def key_of(user: User) -> str:
    """Return the key in somebody's app."""
    return str(TOTPDevice.objects.get(user=user).key)


def code(key: str, steps: int = 0) -> str:
    """Return what an app shows, some half minutes from now."""
    clock = TOTP(bytes.fromhex(key))
    clock.time = timezone.now().timestamp() + 30 * steps
    return f"{clock.token():06d}"


def wrong(key: str) -> str:
    """Return six digits that the app does not show around now."""
    right = {code(key, steps) for steps in range(-2, 4)}
    return next(
        guess
        for guess in ("111111", "222222", *map(str, range(333333, 333340)))
        if guess not in right
    )


def forgive(user: User) -> None:
    """Let the time pass that wrong codes cost."""
    long_ago = timezone.now() - timedelta(days=400)
    TOTPDevice.objects.filter(user=user).update(throttling_failure_timestamp=long_ago)


def sign_in(client: Client, name: str, to: str = "/admin/") -> Any:
    """Give the password, and follow to wherever that leads."""
    form = {"username": name, "password": PASSWORD, "next": to}
    return client.post("/admin/login/", form, follow=True)
