"""The staff's desk: who may enter, and what every page keeps to."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Model
from django.test import Client

from campaign.models import Poster, Scan
from spaces.models import (
    DataVersion,
    MissingSpace,
    Proposal,
    Report,
    Space,
    SpaceSlug,
    TextPage,
)
from tests.factories import (
    AnnouncementFactory,
    ClosureFactory,
    MissingSpaceFactory,
    ProposalFactory,
    ReportFactory,
    SpaceContactFactory,
    SpaceFactory,
)
from tests.pages import Element, body, read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)  # noqa: SLF001
FOREIGN = re.compile(r"(\w+:)?//|javascript:")


def unsafe(page: Element) -> list[str]:
    """Return what the content security policy would not let pass."""
    return [
        f"{element.tag} {name}={value}"
        for element in page.all()
        for name, value in element.attributes.items()
        if name == "style"
        or name.startswith("on")
        or (name in ("src", "srcset", "action") and FOREIGN.match(value))
        or (element.tag == "link" and name == "href" and FOREIGN.match(value))
    ] + [
        f"{element.tag} {element.attributes}"
        for element in [*page.all("style"), *page.all("script", src=False)]
        if element.attributes.get("type") != "application/json"
    ]


def pages_of(model: type[Model]) -> Iterator[str]:
    yield desk.address(model, "changelist")
    desk_of_model = admin.site._registry[model]  # noqa: SLF001
    if model not in (SpaceSlug, Report, Proposal, MissingSpace, TextPage, Scan):
        yield desk.address(model, "add")
    row = model._default_manager.first()  # noqa: SLF001
    assert row, f"no {model.__name__} to look at"
    yield desk.address(model, "change", row.pk)
    yield desk.address(model, "history", row.pk)
    if desk_of_model.has_delete_permission.__func__ is admin.ModelAdmin.has_delete_permission:
        yield desk.address(model, "delete", row.pk)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_desk_keeps_to_the_policy(chief: Client, model: type[Model], language: str) -> None:
    AnnouncementFactory()
    ClosureFactory()
    ReportFactory()
    MissingSpaceFactory()
    ProposalFactory()
    SpaceContactFactory()
    Group.objects.create(name="Editors")
    Scan.add(Poster.objects.all()[0], date(2026, 5, 1), "fr")

    for where in pages_of(model):
        response = chief.get(where, headers={"accept-language": language})

        assert response.status_code == 200, where
        assert unsafe(read(response)) == [], where
        assert "script-src 'self';" in response["Content-Security-Policy"] + ";"


@pytest.mark.parametrize("where", ["/admin/", "/admin/spaces/", "/admin/password_change/"])
def test_desk_home_keeps_to_the_policy(chief: Client, where: str) -> None:
    response = chief.get(where)

    assert unsafe(read(response)) == []


def test_desk_has_every_model_but_the_version() -> None:
    names = {model.__name__ for model in MODELS if model._meta.app_label == "spaces"}  # noqa: SLF001

    assert names == {
        "Announcement",
        "Closure",
        "Course",
        "MissingSpace",
        "Municipality",
        "Need",
        "Operator",
        "Place",
        "Proposal",
        "Report",
        "Service",
        "Space",
        "SpaceContact",
        "SpaceSlug",
        "TextPage",
    }
    assert DataVersion not in MODELS


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
