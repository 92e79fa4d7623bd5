"""The desk's own pages, walked as their table has them: rights, templates, files."""

from urllib.parse import urlsplit

import pytest
from django.contrib import admin
from django.contrib.staticfiles import finders
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse

from spaces.admin.shared.base import DeskAdmin
from spaces.admin.shared.desk_page import DESK_PAGES, DeskPage
from spaces.admin.shared.history import HistoryAdmin
from spaces.admin.shared.rights import anybody, by_row
from spaces.admin.space.space import SpaceAdmin
from tests.pages import Element, parse, read
from tests.spaces.admin import routes

pytestmark = pytest.mark.django_db

STATIC = "/static/"
# What answers with a file, or for a program: all others have a template.
NO_TEMPLATE = {"find_point", "hours_preview", "photo", "template"}
# What only a form leads to.
POSTED = {"process_import"}


def names(page: DeskPage) -> list[str]:
    """Return the names of a page's routes, one for each model whose it is."""
    if page.models is None:
        return [page.name]
    labels = (model._meta.label_lower for model in page.models if admin.site.is_registered(model))  # noqa: SLF001
    return [f"admin:{label.replace('.', '_')}_{page.name}" for label in labels]


def address(name: str) -> str:
    takes = dict(routes.routes())[name]
    return routes.address(name, takes, "en")


def files(page: Element) -> set[str]:
    """Return the addresses of the style sheets and scripts that a page loads."""
    styles = {link["href"] for link in page.all("link", rel="stylesheet")}
    return styles | {script["src"] for script in page.all("script", src=True)}


def test_page_without_its_right_is_refused(staff: Client) -> None:
    routes.furnish()
    answers = {
        name: (staff.get(address(name)).status_code, 404 if page.right is by_row else 403)
        for page in DESK_PAGES
        if page.right is not anybody
        for name in names(page)
    }

    assert len(answers) > 30
    assert {name: answer for name, answer in answers.items() if answer[0] != answer[1]} == {}


def test_page_has_a_template_and_files_that_exist(chief: Client) -> None:
    routes.furnish()
    lost, without = set(), set()

    for page in DESK_PAGES:
        if not page.template:
            without.add(page.name)
            continue
        get_template(page.template)
        if page.name in POSTED or page.right is anybody:
            continue
        for name in names(page):
            response = chief.get(address(name))
            assert page.template in {template.name for template in response.templates}, name
            for path in (urlsplit(where).path for where in files(read(response))):
                if not finders.find(path.removeprefix(STATIC)):
                    lost.add((name, path))

    assert without == NO_TEMPLATE
    assert lost == set()


def test_every_model_with_a_history_has_its_way_back() -> None:
    remembered = {
        model._meta.label_lower.replace(".", "_")  # noqa: SLF001
        for model, desk in admin.site._registry.items()  # noqa: SLF001
        if isinstance(desk, HistoryAdmin)
    }

    assert {reverse(f"admin:{model}_put_back", args=["1", "x-1"]) for model in remembered}
    found = {name for page in DESK_PAGES if page.name == "put_back" for name in names(page)}
    assert found == {f"admin:{model}_put_back" for model in remembered}


def test_forms_and_lists_load_files_that_exist() -> None:
    for desk in admin.site._registry.values():  # noqa: SLF001
        if isinstance(desk, DeskAdmin):
            for path in files(parse(str(desk.media))):
                assert finders.find(path.removeprefix(STATIC)), path


def test_pages_of_a_space_stay_a_short_model_admin() -> None:
    ours = [one for one in SpaceAdmin.__mro__ if one.__module__.startswith("spaces.")]

    assert [one.__name__ for one in ours] == [
        "SpaceAdmin",
        "PermanentAdmin",
        "HistoryAdmin",
        "DeskAdmin",
    ]
    assert sum("get_urls" in vars(one) for one in ours) == 1
