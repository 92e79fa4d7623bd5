"""The people of the desk: administrators see who has a second factor, and take it away."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from spaces.staff import second_factor
from tests.pages import read
from tests.spaces.admin import desk
from tests.spaces.authenticator import PASSWORD, enrolled, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("second_factor_required")]

ASK = "/admin/second-factor/"


@pytest.fixture
def chief(client: Client, anna: User) -> Client:
    """Sign Anna in, by both factors."""
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    enter(client, "anna", enrolled(anna)[0])
    return client


def enter(client: Client, name: str, recovery_code: str) -> None:
    sign_in(client, name)
    client.post(ASK, {"code": recovery_code}, follow=True)


def test_administrator_removes_the_second_factor_of_others(chief: Client, anna: User) -> None:
    bram = User.objects.create_user("bram", password=PASSWORD, is_staff=True)
    his = Client()
    enter(his, "bram", enrolled(bram)[0])

    done = desk.act(chief, User, "remove_second_factor", bram, anna)

    said = desk.messages(done)
    assert any("The second factor of 1 person is removed" in words for words in said)
    assert any("You change your own" in words for words in said)
    assert not TOTPDevice.objects.filter(user=bram).exists()
    assert not StaticDevice.objects.filter(user=bram).exists()
    assert his.get(ASK)["Location"].startswith("/admin/login/")  # signed out everywhere
    assert second_factor.device_of(anna)
    assert LogEntry.objects.get(object_id=str(bram.pk)).change_message == "Second factor removed."


def test_list_of_people_shows_who_has_one(
    chief: Client, django_assert_max_num_queries: Any
) -> None:
    User.objects.create_user("bram")

    with django_assert_max_num_queries(12):
        page = read(chief.get("/admin/auth/user/"))

    cells = [cell.one("img")["alt"] for cell in page.all("td", class_="field-second_factor")]
    assert cells == ["True", "False"]


@pytest.mark.parametrize("role", ["Regional editors", "Space managers", "Readers"])
def test_others_do_not_remove_it(client: Client, role: str, anna: User) -> None:
    enrolled(anna)
    bram = User.objects.create_user("bram", password=PASSWORD, is_staff=True)
    bram.groups.add(Group.objects.get(name=role))
    enter(client, "bram", enrolled(bram)[0])

    data = {"action": "remove_second_factor", "_selected_action": [anna.pk]}

    assert client.post("/admin/auth/user/", data).status_code == 403
    assert second_factor.device_of(anna)
