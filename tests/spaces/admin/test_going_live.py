"""The desk's page of going live: who sees it, and that each number is that of its list."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone

from tests.factories import ClosureFactory, SpaceFactory
from tests.pages import read
from tests.spaces.admin import desk
from tests.spaces.admin.test_pages import unsafe

pytestmark = pytest.mark.django_db

WHERE = "/admin/going-live/"


def test_each_number_is_that_of_its_list(chief: Client) -> None:
    today = timezone.localdate()
    ClosureFactory(space=SpaceFactory(sample=True), first_day=today, last_day=today)
    ClosureFactory(first_day=today, last_day=today)
    User.objects.create_superuser("admin2", "admin2@spaces.brussels")

    links = read(chief.get(WHERE)).one(id="content-main").all("a")

    lists = [link for link in links if "?" in link["href"]]
    assert len(lists) >= 8
    for link in lists:
        listed = chief.get(link["href"])
        assert listed.status_code == 200, link.text
        shown = len(desk.found(listed)) and listed.context["cl"].result_count
        assert link.text.rpartition(": ")[2] == str(shown), link.text


@pytest.mark.parametrize("language", ["fr", "nl", "en", "ar"])
def test_page_keeps_to_the_policy(chief: Client, language: str) -> None:
    page = read(chief.get(WHERE, headers={"accept-language": language}))

    assert unsafe(page) == []
    assert page.all("span", class_="state--todo")


def test_first_page_leads_there(chief: Client) -> None:
    assert WHERE in {link["href"] for link in read(chief.get("/admin/")).all("a", href=True)}


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("Administrators", True),
        ("Regional editors", False),
        ("Campaign editors", False),
        ("Space managers", False),
        ("Readers", False),
    ],
)
def test_page_is_for_administrators(client: Client, role: str, allowed: bool) -> None:
    user = User.objects.create_user("somebody", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)

    assert client.get(WHERE).status_code == (200 if allowed else 403)
    assert (WHERE.encode() in client.get("/admin/").content) == allowed


def test_strangers_are_sent_to_the_login(client: Client) -> None:
    assert client.get(WHERE).status_code == 302
