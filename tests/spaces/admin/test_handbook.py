"""The handbook: it tells what the desk really has, in the reader's language."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst

from campaign.models import Poster
from config.languages import LANGUAGES
from spaces.admin.pages.handbook import chapters
from spaces.models import Closure, Report, Space
from tests.factories import ClosureFactory, ReportFactory
from tests.pages import Element, read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db

# What stands behind a name, and not in it: a language, a colon.
AFTER_NAME = re.compile(r"( \[\w\w\])?\s*:?$")


def pages_told_of(name: str) -> list[str]:
    """Return the addresses of the desk's pages at which somebody who reads a chapter looks."""
    space = ClosureFactory().space
    spaces = desk.address(Space, "changelist")
    form = desk.address(Space, "change", space.pk)
    if name == "listing":
        space.save()  # so that there is a state to go back to
        return ["/admin/", spaces, form, desk.address(Space, "history", space.pk)]
    if name == "closing":
        closures = desk.address(Closure, "changelist")
        return ["/admin/", spaces, form, closures, reverse("admin:spaces_closure_several")]
    if name == "reports":
        waiting, done = ReportFactory(), ReportFactory()
        done.decide(Report.Status.DONE, None, timezone.now())
        reports = [desk.address(Report, "change", report.pk) for report in (waiting, done)]
        return ["/admin/", form, *reports]
    posters, poster = desk.address(Poster, "changelist"), Poster.objects.all()[0]
    form = desk.address(Poster, "change", poster.pk)
    return ["/admin/", posters, form, desk.address(Poster, "import")]


def names_on(page: Element) -> Iterator[str]:
    """Yield the names of a page's links, buttons, fields, choices and parts."""
    for tag in ("a", "button", "label", "legend", "th", "h2", "option"):
        yield from (element.text for element in page.all(tag))
    for button in page.all("input", type="submit"):
        yield button["value"]
    for box in page.all("a"):  # the first page counts within the link
        yield from (part.text for part in box.all("span"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", chapters())
def test_handbook_names_what_the_desk_has(chief: Client, name: str, language: str) -> None:
    headers = {"accept-language": language}
    pages = [read(chief.get(where, headers=headers)) for where in pages_told_of(name)]
    if name == "posters":  # the page on which paper is chosen comes after the list
        posters = list(Poster.objects.all()[:1])
        chief.defaults["HTTP_ACCEPT_LANGUAGE"] = language
        pages.append(read(desk.act(chief, Poster, "print_posters", *posters)))
        line = b"code,character,name,stop\n,salima,Here,Simonis\n"
        data = {"import_file": SimpleUploadedFile("a.csv", line), "format": "0", "resource": "0"}
        pages.append(read(chief.post(desk.address(Poster, "import"), data)))

    chapter = read(chief.get(reverse("handbook_chapter", args=[name]), headers=headers))

    named = {element.text for element in chapter.all(class_="named")}
    there = {capfirst(AFTER_NAME.sub("", name)) for page in pages for name in names_on(page)}
    assert len(named) > 4
    assert named - there == set()
    assert chapter.one("html")["lang"] == language


@pytest.mark.parametrize("name", chapters())
def test_handbook_leads_to_where_the_work_is(chief: Client, name: str) -> None:
    chapter = read(chief.get(reverse("handbook_chapter", args=[name])))

    links = {link["href"] for link in chapter.all("a", class_="named")}

    assert links
    assert {chief.get(link).status_code for link in links} == {200}


def test_handbook_is_one_click_from_every_page(chief: Client) -> None:
    for where in ("/admin/", desk.address(Space, "add")):
        tools = read(chief.get(where)).one(id="user-tools")
        [link] = [link["href"] for link in tools.all("a") if link.text == "Handbook"]
        assert read(chief.get(link)).one("h1").text == "Handbook"


def test_handbook_puts_ones_own_work_first(client: Client) -> None:
    manager = User.objects.create_user("manager", is_staff=True)
    manager.groups.add(Group.objects.get(name="Campaign editors"))
    client.force_login(manager)

    page = read(client.get(reverse("handbook"), headers={"accept-language": "en"}))

    titles = [link.text for link in page.one("ul", class_="handbook__chapters").all("a")]
    assert titles[0] == "Print posters"
    assert len(titles) == len(chapters())


def test_handbook_is_for_staff(chief: Client) -> None:
    assert chief.get(reverse("handbook_chapter", args=["nothing"])).status_code == 404
    for where in (reverse("handbook"), reverse("handbook_chapter", args=["listing"])):
        response = Client().get(where)
        assert response.status_code == 302
        assert response["Location"] == f"/admin/login/?next={where}"
