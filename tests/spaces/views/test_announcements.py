"""Announcements: on every page at the same spot, from one moment to another, by themselves."""

from datetime import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spaces.hours.opening import TIMEZONE
from spaces.models import Announcement, DataVersion
from tests.factories import AnnouncementFactory
from tests.pages import Element, read
from tests.spaces.conftest import Clock

pytestmark = pytest.mark.django_db

PATHS = ["/en/", "/en/spaces/", "/en/spaces/koekeltech/", "/en/spaces/koekeltech/easy/"]
PATHS += ["/en/guide/need/", "/en/sheet/", "/en/missing-place/", "/en/privacy/"]


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TIMEZONE)


def announced(client: Client, path: str = "/en/") -> list[str]:
    found = read(client.get(path)).all("aside", class_="announcements")
    return [entry.text for aside in found for entry in aside.all(class_="announcement")]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.usefixtures("clock")
def test_announcement_stands_between_head_and_content_of_every_page(
    client: Client, path: str
) -> None:
    AnnouncementFactory()

    body = read(client.get(path)).one("body")

    parts = [child for child in body.children if isinstance(child, Element)]
    names = [(part.tag, part.attributes.get("class", "")) for part in parts]
    where = names.index(("aside", "announcements"))
    assert names[where - 1][0] == "header"
    assert "main" in [tag for tag, _class in names[where:]]
    aside = parts[where]
    assert aside["aria-label"] == "Announcements"
    assert aside.text == "Good to know The help line is closed."


@pytest.mark.usefixtures("clock")
def test_nothing_announced_leaves_nothing_behind(client: Client) -> None:
    assert read(client.get("/en/")).all("aside", class_="announcements") == []


def test_announcement_comes_and_goes_at_its_times_though_pages_are_kept(
    client: Client, clock: Clock
) -> None:
    AnnouncementFactory(starts_at=at("2026-12-16 11:00"), ends_at=at("2026-12-16 12:30"))
    seen = {}

    for time in ("10:59:59", "11:00:00", "12:29:59", "12:30:00", "13:00:00"):
        clock.set(f"2026-12-16 {time}")
        seen[time] = len(announced(client, "/en/privacy/"))

    assert seen == {"10:59:59": 0, "11:00:00": 1, "12:29:59": 1, "12:30:00": 0, "13:00:00": 0}


def test_browser_does_not_keep_a_page_longer_than_it_is_true(client: Client, clock: Clock) -> None:
    AnnouncementFactory(starts_at=at("2026-12-16 11:00"))
    clock.set("2026-12-16 10:59:40")

    response = client.get("/en/privacy/")

    assert response["Cache-Control"] == "public, max-age=20"


@pytest.mark.usefixtures("clock")
def test_of_many_the_newest_are_shown_first(client: Client) -> None:
    for hour in (6, 9, 7, 8, 5):
        AnnouncementFactory(text_en=f"Since {hour}.", starts_at=at(f"2026-12-16 0{hour}:00"))

    assert announced(client) == [f"Good to know Since {hour}." for hour in (9, 8, 7)]


@pytest.mark.usefixtures("clock")
def test_warning_says_so_in_words(client: Client) -> None:
    AnnouncementFactory(kind=Announcement.Kind.WARNING)

    aside = read(client.get("/en/")).one("aside", class_="announcements")

    assert aside.text.startswith("Attention ")
    assert aside.all(class_="announcement--warning")


@pytest.mark.usefixtures("clock")
def test_announcement_holds_links_and_no_html(client: Client) -> None:
    AnnouncementFactory(text_en="<b>See</b> [the places](/en/spaces/).")

    aside = read(client.get("/en/")).one("aside", class_="announcements")

    assert aside.text == "Good to know <b>See</b> the places."
    assert aside.one("a")["href"] == "/en/spaces/"


@pytest.mark.usefixtures("clock")
def test_announcement_that_is_not_translated_names_its_language(client: Client) -> None:
    AnnouncementFactory(text_en="")

    aside = read(client.get("/en/")).one("aside", class_="announcements")

    assert aside.one(lang="fr").text == "La ligne d’aide est fermée."


@pytest.mark.usefixtures("clock")
def test_announcement_moves_the_version_and_costs_no_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    before = DataVersion.current()
    AnnouncementFactory()
    assert DataVersion.current() != before
    client.get("/en/")

    with django_assert_num_queries(1):
        assert announced(client, "/en/privacy/")


@pytest.mark.usefixtures("clock")
def test_machine_files_say_nothing_of_announcements(client: Client) -> None:
    AnnouncementFactory()

    assert b"help line" not in client.get("/llms.txt").content


@pytest.mark.sql
@pytest.mark.parametrize("ends_at", ["2026-12-16 10:00", "2026-12-16 09:59"])
def test_announcement_that_ends_before_it_begins_is_refused(ends_at: str) -> None:
    wrong = AnnouncementFactory.build(starts_at=at("2026-12-16 10:00"), ends_at=at(ends_at))

    with pytest.raises(ValidationError, match="The end comes before the beginning"):
        wrong.full_clean()
    with transaction.atomic(), pytest.raises(IntegrityError):
        wrong.save()
