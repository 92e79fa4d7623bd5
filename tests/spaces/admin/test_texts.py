"""Pages of text and announcements at the desk: in every language, looked at before and after."""

import pytest
from django.test import Client

from config.languages import LANGUAGES
from spaces.models import Announcement, TextPage
from tests.factories import AnnouncementFactory
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db


def about() -> TextPage:
    return TextPage.objects.get(kind="about")


def test_text_is_written_in_every_language_of_the_site(chief: Client) -> None:
    page = read(chief.get(desk.address(TextPage, "change", about().pk)))

    for code, language in LANGUAGES.items():
        text = page.one("textarea", name=f"body_{code}")
        assert (text["lang"], text["dir"]) == (code, language.direction)


def test_text_that_is_changed_shows_on_the_site(chief: Client) -> None:
    assert desk.save(chief, about(), body_en="## New\n\nWords.").status_code == 302

    body = read(chief.get("/en/about/")).one("div", class_="text__body")
    assert [body.one("h2").text, body.one("p").text] == ["New", "Words."]
    assert read(chief.get("/fr/about/", follow=True)).one("h1").text == "À propos de ce site"


@pytest.mark.parametrize("language", ["fr", "nl"])
def test_text_must_be_there_in_french_and_dutch(chief: Client, language: str) -> None:
    response = desk.save(chief, about(), **{f"body_{language}": ""})

    assert "This field is required." in desk.problems(response)


def test_text_leads_to_its_pages_on_the_site(chief: Client) -> None:
    page = read(chief.get(desk.address(TextPage, "change", about().pk)))

    links = page.one("div", class_="field-pages").all("a")

    assert [link["hreflang"] for link in links] == list(LANGUAGES)
    assert {chief.get(link["href"]).status_code for link in links} == {200}


def test_list_says_which_languages_are_written(chief: Client) -> None:
    TextPage.objects.filter(kind="about").update(body_en="")

    rows = read(chief.get(desk.address(TextPage, "changelist"))).one("tbody").all("tr")

    written = {row.all("th")[0].text: row.one("td", class_="field-written_in").text for row in rows}
    assert "EN" not in written["About this site"]
    assert written["Legal notice"].startswith("FR, NL, EN")


def test_page_of_text_is_neither_taken_away_nor_made_twice(chief: Client) -> None:
    assert chief.get(desk.address(TextPage, "delete", about().pk)).status_code == 403
    assert chief.get(desk.address(TextPage, "add")).status_code == 403

    about().delete()

    assert chief.get(desk.address(TextPage, "add")).status_code == 200


def test_announcement_is_made_and_shown_before_it_begins(chief: Client) -> None:
    made = {
        "kind": "warning",
        "starts_at_0": "2030-01-01",
        "starts_at_1": "09:00",
        "ends_at_0": "2030-01-02",
        "ends_at_1": "09:00",
        "text_fr": "Fermé.",
        "text_nl": "Gesloten.",
    }
    assert chief.post(desk.address(Announcement, "add"), made).status_code == 302

    announcement = Announcement.objects.get()
    page = read(chief.get(desk.address(Announcement, "change", announcement.pk)))
    preview = page.one("div", class_="field-preview")
    assert "Fermé." in preview.text
    assert "Let op Gesloten." in preview.text
    assert read(chief.get("/en/")).all("aside", class_="announcements") == []


def test_announcement_that_ends_too_early_is_refused_and_kept(chief: Client) -> None:
    response = desk.save(chief, AnnouncementFactory(), ends_at_0="2020-01-01")

    assert desk.problems(response) == ["The end comes before the beginning."]
    assert "The help line is closed." in read(response).one("textarea", name="text_en").text


def test_announcement_that_is_too_long_is_refused(chief: Client) -> None:
    response = desk.save(chief, AnnouncementFactory(), text_en="x" * 401)

    assert any("400" in problem for problem in desk.problems(response))
