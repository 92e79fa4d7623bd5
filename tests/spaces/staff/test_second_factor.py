"""The second factor below its pages: waiting times, the command, what a backup leaves out."""

import re
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django import Settings

from spaces.exchange import backup
from spaces.staff import second_factor
from tests.spaces.authenticator import code, enrolled, forgive, key_of, wrong

pytestmark = pytest.mark.django_db


@pytest.fixture
def codes(anna: User) -> list[str]:
    return enrolled(anna)


def run(*words: str) -> str:
    said = StringIO()
    call_command("second_factor", *words, stdout=said)
    return said.getvalue()


def test_waiting_time_grows_with_each_wrong_code(anna: User, codes: list[str]) -> None:
    waits = []
    for _try in range(4):
        forgive(anna)
        second_factor.verify(anna, wrong(key_of(anna)), timezone.now())
        with pytest.raises(second_factor.ThrottledError) as throttled:
            second_factor.verify(anna, code(key_of(anna)), timezone.now())
        waits.append(throttled.value.seconds)

    assert waits == sorted(waits)
    assert waits[-1] >= 7


def test_second_factor_set_up_meanwhile_is_not_replaced(anna: User, codes: list[str]) -> None:
    late = TOTPDevice(user=anna, key=second_factor.new_key())

    assert second_factor.enrol(late, None) == []
    assert key_of(anna) != late.key
    assert second_factor.codes_left(anna) == 10


def test_command_makes_one_that_lets_in(anna: User) -> None:
    said = run("anna")

    key = key_of(anna)
    assert f"Key: {second_factor.spelled(key)}" in said
    assert "otpauth://totp/testserver%3Aanna?secret=" in said
    assert "█" in said  # the QR code
    recovery = re.findall(r"^  (\d{4} \d{4} \d{4})$", said, re.MULTILINE)
    assert len(recovery) == 10
    assert second_factor.verify(anna, code(key), timezone.now())
    assert second_factor.verify(anna, second_factor.digits(recovery[9]), timezone.now())


def test_command_replaces_nothing(anna: User, codes: list[str]) -> None:
    key = key_of(anna)

    with pytest.raises(CommandError, match="has one already"):
        run("anna")

    assert key_of(anna) == key
    assert second_factor.codes_left(anna) == 10


def test_command_takes_one_away(anna: User, codes: list[str]) -> None:
    assert "is removed" in run("anna", "--reset")
    assert second_factor.device_of(anna) is None
    assert second_factor.codes_left(anna) == 0
    assert "had no second factor" in run("anna", "--reset")
    assert "Key:" in run("anna")


def test_command_knows_nobody_of_that_name() -> None:
    with pytest.raises(CommandError, match="Nobody signs in as “nobody”"):
        run("nobody")


def test_backup_holds_no_second_factor(
    anna: User, codes: list[str], settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    path, counts = backup.write(tmp_path / "backup.zip", datetime(2026, 11, 25, 9, tzinfo=UTC))

    with ZipFile(path) as archive:
        data = archive.read("data.jsonl").decode()

    assert not [label for label in counts if "otp" in label]
    assert '"anna"' in data
    assert key_of(anna) not in data
