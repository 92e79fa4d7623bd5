"""Arabic: the page runs from right to left, and what is not Arabic in it keeps its own way."""

import json
from datetime import date, time
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from django.utils.translation import ngettext

from config.languages import LANGUAGES
from spaces.directory.booklets import Booklet
from spaces.hours.words import clock, closed_words, open_words, span_words
from spaces.language.bidi import isolated, left_to_right
from spaces.language.dates import day_in_words
from spaces.language.lists import enumeration
from spaces.language.vocabulary import SHIPPED
from spaces.models import Need
from spaces.paper.booklet_words import booklet_facts
from tests.factories import SpaceFactory
from tests.pages import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "لا يوجد أي مكان"),
        (1, "مكان واحد"),
        (2, "مكانان"),
        (3, "3 أماكن"),
        (10, "10 أماكن"),
        (11, "11 مكانًا"),
        (99, "99 مكانًا"),
        (100, "100 مكان"),
        (103, "103 أماكن"),
    ],
)
def test_places_are_counted_as_arabic_counts(count: int, words: str) -> None:
    with translation.override("ar"):
        assert ngettext("%(places)d place", "%(places)d places", count) % {"places": count} == words


def test_hours_are_said_in_arabic_with_western_digits() -> None:
    with translation.override("ar"):
        assert open_words(None, None, date(2026, 12, 16)) == "مفتوح ليلًا ونهارًا"
        assert closed_words(None, date(2026, 12, 16)) == "مغلق حاليًا"
        assert span_words(time(9), time(12, 30)) == "من 9:00 إلى 12:30"
        assert day_in_words(date(2026, 12, 16)) == "الأربعاء 16 ديسمبر"
        assert clock(time(), closing=True) == "24:00"


def test_things_are_listed_with_arabic_commas() -> None:
    with translation.override("ar"):
        assert enumeration(["الفرنسية", "الهولندية", "العربية"]) == "الفرنسية، الهولندية والعربية"


@pytest.mark.parametrize("path", ["/ar/", "/ar/spaces/", "/ar/spaces/koekeltech/", "/ar/none/"])
def test_page_runs_from_right_to_left(client: Client, path: str) -> None:
    html = read(client.get(path)).one("html")

    assert (html["lang"], html["dir"]) == ("ar", "rtl")


def test_names_addresses_and_numbers_keep_their_own_way(client: Client) -> None:
    space = SpaceFactory(phone="+3225550123", name_fr="Le Café", name_en="The Café")

    page = read(client.get(f"/ar/spaces/{space.slug}/"))

    name = page.one("h1").one("span", lang="fr")
    assert (name["dir"], name.text) == ("ltr", "Le Café")
    assert "02 555 01 23" in [bdi.text.replace("\xa0", " ") for bdi in page.all("bdi", dir="ltr")]
    assert all(bdi["dir"] == "ltr" for bdi in page.one("address").all("bdi"))


def test_text_that_falls_back_names_its_language(client: Client) -> None:
    space = SpaceFactory(description_fr="Une salle calme.", description_en="A quiet room.")

    arabic = read(client.get(f"/ar/spaces/{space.slug}/"))
    french = read(client.get(f"/fr/espaces/{space.slug}/"))

    assert arabic.one("p", lang="fr", class_="lead")["dir"] == "ltr"
    assert "هذا النص باللغة الفرنسية." in arabic.text
    assert "Ce texte est en" not in french.text


def test_plain_texts_are_isolated_only_from_right_to_left() -> None:
    assert isolated("1000 Bruxelles") == "1000 Bruxelles"
    with translation.override("ar"):
        assert isolated("1000 Bruxelles") == "\u20681000 Bruxelles\u2069"
        assert left_to_right("+32 2") == "\u2066+32 2\u2069"
        assert isolated("") == ""


def test_sheet_for_an_arabic_reader_lies_in_an_english_page(client: Client) -> None:
    space = SpaceFactory()

    page = read(client.get(f"/en/sheet/?space={space.slug}&for=ar"))

    paper = page.one("article", lang="ar")
    assert (page.one("html")["dir"], paper["dir"]) == ("ltr", "rtl")
    assert paper.one("h2").text == "أماكن فيها حواسيب"
    assert "لم يراجع أي شخص هذه الترجمة بعد." in paper.text
    assert paper.one(id="note-help")["dir"] == "ltr"


def test_only_what_nobody_reviewed_says_so(client: Client) -> None:
    said = {
        code: bool([p for p in read(client.get(f"/{code}/")).one("footer").all("strong") if p.text])
        for code in LANGUAGES
    }

    assert said == {"fr": False, "nl": False, "en": False, "ar": True}


def test_vocabulary_is_what_the_fixtures_ship() -> None:
    fields = {
        "needs": ("phrase", "request"),
        "services": ("name", "description"),
        "topics": ("name", "request"),
        "municipalities": ("name",),
    }

    shipped = {
        row["fields"][f"{name}_en"] or row["fields"][f"{name}_fr"]
        for file, names in fields.items()
        for row in json.loads(Path("fixtures", f"{file}.json").read_text())
        for name in names
    }

    assert shipped == SHIPPED


def test_shipped_words_are_arabic_and_changed_ones_fall_back(client: Client) -> None:
    need = Need.objects.get(code="find_work")
    assert "البحث عن عمل" in read(client.get("/ar/")).text

    need.phrase_fr, need.phrase_en = "changer de métier", "change my job"
    need.save()

    changed = read(client.get("/ar/")).one("span", lang="fr")
    assert (changed["dir"], changed.text) == ("ltr", "changer de métier")


def test_note_among_our_words_names_its_language(client: Client) -> None:
    space = SpaceFactory(cost="paid", cost_note_fr="une petite participation")

    page = read(client.get(f"/ar/spaces/{space.slug}/"))

    assert "une petite participation. (الفرنسية)" in page.text


def test_sources_are_listed_with_the_commas_of_the_language(client: Client) -> None:
    space = SpaceFactory(source="https://one.example/ https://two.example/")

    assert "one.example، two.example" in read(client.get(f"/ar/spaces/{space.slug}/")).text
    assert "one.example, two.example" in read(client.get(f"/en/spaces/{space.slug}/")).text


def test_booklet_of_another_language_says_which() -> None:
    booklet = Booklet(LANGUAGES["fr"], date(2026, 11, 25), 200_000, Path("booklet.pdf"))

    with translation.override("ar"):
        foreign = booklet_facts(booklet, LANGUAGES["ar"])
    with translation.override("fr"):
        own = booklet_facts(booklet, LANGUAGES["fr"])

    assert foreign.startswith("PDF\N{RIGHT-TO-LEFT MARK} بالفرنسية، 0,2")
    assert own == "PDF, 0,2 Mo, du 25 novembre 2026"
