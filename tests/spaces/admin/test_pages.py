"""The staff's desk: who may enter, and what every page keeps to."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.db.models import Model
from django.test import Client

from spaces.models import (
    Space,
)
from tests.factories import (
    SpaceFactory,
)
from tests.pages import Element, body, read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)  # noqa: SLF001
FOREIGN = re.compile(r"(\w+:)?//|javascript:")
NAMED_ONLY = {"canonical", "alternate"}  # links that a browser does not fetch
DATA = ("application/json", "application/ld+json")


def unsafe(page: Element) -> list[str]:
    """Return what the content security policy would not let pass."""
    return [
        f"{element.tag} {name}={value}"
        for element in page.all()
        for name, value in element.attributes.items()
        if name == "style"
        or name.startswith("on")
        or (name in ("src", "srcset", "action") and FOREIGN.match(value))
        or (
            element.tag == "link"
            and name == "href"
            and element["rel"] not in NAMED_ONLY
            and FOREIGN.match(value)
        )
    ] + [
        f"{element.tag} {element.attributes}"
        for element in [*page.all("style"), *page.all("script", src=False)]
        if element.attributes.get("type") not in DATA
    ]


# What has no list at the desk, and why.
NO_LIST = {
    "AccessFeature": "a part of its space's form",
    "DayLeftOut": "a part of its course's form",
    "DataVersion": "moved by every write",
    "DistinctPair": "decided on the page of duplicates",
    "GivenCode": "given once, for ever",
    "LastBackup": "what a command did",
    "LastDigest": "what a command did",
    "NeedService": "a part of its need's form",
    "RegisterHouse": "imported whole",
    "RegisterStreet": "imported whole",
}


def test_desk_has_every_model_of_ours_or_a_reason() -> None:
    ours = {
        model.__name__
        for app in ("spaces", "campaign")
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.startswith("Historical")
    }

    assert ours - {model.__name__ for model in MODELS} == NO_LIST.keys()


def test_desk_has_a_name(client: Client) -> None:
    page = read(client.get("/admin/login/", headers={"accept-language": "en"}))

    assert "Digital Public Spaces" in page.one("title").text
    assert page.one(id="site-name").text == "Digital Public Spaces"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_desk_sends_strangers_to_the_login(client: Client, model: type[Model]) -> None:
    response = client.get(desk.address(model, "changelist"))

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/?next=/admin/")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_desk_shows_nothing_without_permission(staff: Client, model: type[Model]) -> None:
    assert staff.get(desk.address(model, "changelist")).status_code == 403
    assert b"app-spaces" not in body(staff.get("/admin/"))


def test_desk_lets_readers_look_and_not_write(staff: Client) -> None:
    user = User.objects.get(username="somebody")
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    space = SpaceFactory()

    page = read(staff.get(desk.address(Space, "change", space.pk)))

    assert page.all("input", name="phone") == []
    assert page.all("input", name="_save") == []
    assert staff.post(desk.address(Space, "change", space.pk), {}).status_code == 403
    assert staff.get(desk.address(Space, "add")).status_code == 403


def test_desk_keeps_its_cookies_to_itself(client: Client) -> None:
    User.objects.create_superuser("chief", password="a long password")
    form = {"username": "chief", "password": "a long password", "next": "/admin/"}

    response = client.post("/admin/login/", form)

    assert {cookie["path"] for cookie in response.cookies.values()} == {"/admin/"}
