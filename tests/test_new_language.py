"""A language more is one catalogue and one line: a made-up one is added, and the site walked in it.

Its catalogue puts every source text between ⟦ and ⟧, so what stands outside of them was never
given to a translator.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.apps import apps
from django.test import Client
from django.utils import translation
from django.utils.dates import MONTHS, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.text import capfirst
from pytest_django import Settings

from config.languages import LANGUAGES, Language
from scripts.messages import CATALOGUES
from spaces.models import Space
from tests import kinds
from tests.pages import Element, body, read

pytestmark = pytest.mark.django_db

NEW = Language("eo", "Esperanto")  # Django knows its weekdays and months
# The words of others, and what is the same in every language.
NAMES = {
    "WhatsApp",
    "TESTSERVER",
    NEW.name,
    *(language.code.upper() for language in (*LANGUAGES.values(), NEW)),
}
SPOKEN = ("aria-label", "alt", "title", "placeholder")


def made_up_catalogue() -> Catalog:
    """Return a catalogue of every source text, each in brackets."""
    with CATALOGUES["fr"].open("rb") as file:
        source = read_po(file, locale="fr")
    made = Catalog(locale=NEW.code)
    for message in source:
        if message.id:
            texts = message.id if isinstance(message.id, tuple) else (message.id,)
            words = tuple(f"⟦{text}⟧" for text in texts)
            string = words if len(words) > 1 else words[0]
            made.add(message.id, string, context=message.context)
    return made


@pytest.fixture
def _new_language(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Add the catalogue, and the line: all that reads the table of languages sees one more."""
    path = tmp_path / NEW.code / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, made_up_catalogue())
    monkeypatch.setitem(LANGUAGES, NEW.code, NEW)
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]
    settings.LANGUAGES = [(language.code, language.name) for language in LANGUAGES.values()]


def in_new_language(client: Client, path: str) -> Element | None:
    """Return the page's twin in the new language, as its own link leads there."""
    response = client.get(path, headers={"Accept-Language": NEW.code}, follow=True)
    if not response["Content-Type"].startswith("text/html") or not body(response):
        return None
    link = read(response).one("nav", class_="languages").one("a", hreflang=NEW.code)
    page = read(client.get(link["href"]))
    assert page.one("html")["lang"] == NEW.code, path
    return page


def pieces(element: Element) -> Iterator[str]:
    """Yield what a reader of the new language is told, save what is marked as another language."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in ("script", "style") and child.attributes.get("lang") in (
            None,
            NEW.code,
        ):
            yield from (child[name] for name in SPOKEN if name in child.attributes)
            yield from pieces(child)


def untranslated(page: Element) -> set[str]:
    """Return what stands in no brackets, which may run over several elements."""
    left, depth = set(), 0
    for piece in pieces(page):
        outside = ""
        for character in piece:
            depth -= character == "⟧"
            outside += "\n" if depth or character in "⟦⟧" else character
            depth += character == "⟦"
        left |= {text.strip(" ,.·:()") for text in outside.split("\n")}
    assert depth == 0
    return {text for text in left if re.search(r"[^\W\d_]{2}", text)}


def listed() -> str:
    """Return all that stands in the database: names, addresses, and what staff wrote."""
    models = (
        model for app in ("spaces", "campaign") for model in apps.get_app_config(app).get_models()
    )
    rows = (row for model in models for row in model.objects.values())
    return "\n".join(str(value) for row in rows for value in row.values())


@pytest.mark.usefixtures("_new_language")
def test_site_speaks_a_new_language_whole(client: Client) -> None:
    kinds.furnish()
    with translation.override(NEW.code):
        dates = {
            said
            for names in (WEEKDAYS, WEEKDAYS_ABBR, MONTHS)
            for name in names.values()
            for said in (str(name), capfirst(str(name)))
        }
    known = listed()

    walked, left = 0, {}
    for path in [kind.address("en") for kind in kinds.KINDS if not kind.sent]:
        if page := in_new_language(client, path):
            walked += 1
            if found := {
                text
                for text in untranslated(page) - NAMES - dates
                if not text.startswith("TESTSERVER/S/")
                and not all(word in known for word in re.findall(r"[^\W\d_]{2,}", text))
            }:
                left[path] = found

    assert walked > 30
    assert left == {}


@pytest.mark.usefixtures("_new_language")
def test_new_language_is_offered_and_says_that_nobody_reviewed_it(client: Client) -> None:
    home = client.get("/", headers={"Accept-Language": NEW.code})
    choice = read(client.get("/", headers={"Accept-Language": "de"}))
    failure = read(client.get(home["Location"])).one("footer")

    assert home["Location"] == f"/{NEW.code}/"
    assert choice.one("a", lang=NEW.code)["href"] == f"/{NEW.code}/"
    assert "⟦No person has reviewed this translation yet.⟧" in failure.text
    assert Space.objects.published().exists()
