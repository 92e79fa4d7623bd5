"""The second factor of staff: six digits from an app on their phone, or one of ten recovery codes.

django-otp keeps the devices, refuses a code that was used, and makes whoever guesses wait longer
each time. Recovery codes are kept as what `SECRET_KEY` makes of them: nobody can read them again.
"""

import re
import secrets
from base64 import b32encode
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils.crypto import salted_hmac
from django_otp import verify_token
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

DIGITS = 6  # of a code that the app shows
RECOVERY_DIGITS = 12
RECOVERY_CODES = 10


class ThrottledError(Exception):
    """A code that was not looked at, because too many before it were wrong."""

    def __init__(self, seconds: int) -> None:
        """Tell for how many seconds codes are refused."""
        self.seconds = seconds


def device_of(user: Any) -> Any:
    """Return the device with this person's app, None where they have none yet."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).order_by("pk").first()


def new_key() -> str:
    """Return a key for an app to hold: 20 random bytes, as hexadecimal digits."""
    return str(random_hex(20))


def address(user: Any, key: str) -> str:
    """Return the `otpauth:` address that puts a key into an app."""
    return str(TOTPDevice(user=user, key=key).config_url)


def spelled(key: str) -> str:
    """Return a key as one types it into an app: letters and digits, in groups of four."""
    return " ".join(re.findall("....", b32encode(bytes.fromhex(key)).decode()))


def digits(text: str) -> str:
    """Return the digits of a code in any script, without spaces and hyphens; '' if it is none."""
    code = re.sub(r"[\s-]", "", text)
    known = code.isdecimal() and len(code) in (DIGITS, RECOVERY_DIGITS)
    return f"{int(code):0{len(code)}d}" if known else ""


def proven(user: Any, key: str, code: str, at: datetime) -> Any:
    """Return a key's device, not saved yet, once the app shows its code; None where it doesn't."""
    device = TOTPDevice(user=user, key=key)
    clock = TOTP(device.bin_key, device.step, device.t0, DIGITS)
    clock.time = at.timestamp()
    if len(code) != DIGITS or not clock.verify(int(code), device.tolerance):
        return None
    device.last_t, device.drift = clock.t(), clock.drift
    return device


@transaction.atomic
def enrol(device: Any, instead_of: Any) -> list[str]:
    """Save a device in place of the present one; return new recovery codes.

    Return none, and change nothing, where the present one is another by now.
    """
    user = User.objects.select_for_update().get(pk=device.user_id)
    if device_of(user) != instead_of:
        return []
    TOTPDevice.objects.filter(user=user).delete()
    device.save()
    return new_codes(user)


@transaction.atomic
def new_codes(user: Any) -> list[str]:
    """Make recovery codes, each good for once, in place of the former ones."""
    User.objects.select_for_update().get(pk=user.pk)
    device, _new = StaticDevice.objects.get_or_create(user=user)
    device.token_set.all().delete()
    codes = [
        f"{secrets.randbelow(10**RECOVERY_DIGITS):0{RECOVERY_DIGITS}d}"
        for _ in range(RECOVERY_CODES)
    ]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=_disguised(user, code)) for code in codes
    )
    return [" ".join(re.findall("....", code)) for code in codes]


def codes_left(user: Any) -> int:
    """Count the recovery codes that were not used."""
    return int(StaticToken.objects.filter(device__user=user).count())


def verify(user: Any, code: str, at: datetime) -> Any:
    """Return the device that a code belongs to, and spend the code; None where it is wrong."""
    is_recovery = len(code) == RECOVERY_DIGITS
    devices = StaticDevice.objects if is_recovery else TOTPDevice.objects
    device = devices.filter(user=user, confirmed=True).order_by("pk").first()
    if device is None:
        return None
    is_allowed, why = device.verify_is_allowed()
    if not is_allowed:
        raise ThrottledError(int((why["locked_until"] - at).total_seconds()) + 1)
    token = _disguised(user, code) if is_recovery else code
    return verify_token(user, device.persistent_id, token)


@transaction.atomic
def remove(user: Any) -> bool:
    """Take the second factor away and sign the person out everywhere; tell if there was any.

    Whoever holds a stolen phone or session would otherwise set up a second factor of their own.
    """
    found, _each = TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    for session in Session.objects.all():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
    return bool(found)


def _disguised(user: Any, code: str) -> str:
    """Return what is kept of a recovery code: 16 characters, as many as the column holds."""
    return salted_hmac("spaces.second_factor", f"{user.pk}:{code}").hexdigest()[:16]
