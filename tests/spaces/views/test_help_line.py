"""The help line: a number for people who are stuck, on every page, those that went wrong too."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import translation
from pytest_django import Settings

from spaces.views import errors, home
from tests.pages import Element, read

pytestmark = pytest.mark.django_db

WORDS = {
    "fr": "Besoin d’aide ? Appelez le 02 800 12 34",
    "nl": "Hulp nodig? Bel 02 800 12 34",
    "en": "Need help? Call 02 800 12 34",
    "ar": "تحتاج إلى مساعدة؟ اتصل بالرقم 02 800 12 34",
}
PAGES = {
    "fr": ("/fr/", "/fr/espaces/", "/fr/espaces/koekeltech/", "/fr/guide/need/", "/fr/non/"),
    "nl": ("/nl/", "/nl/ruimtes/?page=99", "/nl/ruimtes/koekeltech/report/", "/nl/plek-ontbreekt/"),
    "en": ("/en/", "/en/spaces/none/", "/en/spaces/?lat=x", "/en/spaces/koekeltech/report/thanks/"),
    "ar": ("/ar/", "/ar/spaces/koekeltech/", "/ar/guide/where/", "/ar/none/"),
}


@pytest.fixture(autouse=True)
def _help_line(settings: Settings) -> None:
    settings.HELP_LINE = "+3228001234"


def help_line(page: Element) -> Element:
    """Return the link; fail where it is not in the head of the page."""
    link = page.all("header")[0].one("a", class_="help-line")
    assert link["href"] == "tel:+3228001234"
    return link


def words(element: Element) -> str:
    return element.text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("language", "address"), [(code, page) for code, pages in PAGES.items() for page in pages]
)
def test_help_line_is_in_the_head_of_each_page(client: Client, language: str, address: str) -> None:
    link = help_line(read(client.get(address)))

    assert words(link) == WORDS[language]


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize(
    ("page", "status"),
    [(errors.bad_request, 400), (errors.forbidden, 403), (errors.not_found, 404)],
)
def test_help_line_is_on_pages_for_what_went_wrong(
    language: str, page: Callable[..., Any], status: int
) -> None:
    with translation.override(language):
        response = page(RequestFactory().get(f"/{language}/"))

    assert response.status_code == status
    assert words(help_line(read(response))) == WORDS[language]


@pytest.mark.parametrize("page", [errors.server_error, home.choose_language])
def test_help_line_speaks_every_language_where_none_is_chosen(page: Callable[..., Any]) -> None:
    link = help_line(read(page(RequestFactory().get("/"))))

    lines = {line["lang"]: words(line) for line in link.all("span", lang=True)}
    assert lines == WORDS
    assert {line["lang"] for line in link.all("span", dir="rtl")} == {"ar"}


@pytest.mark.parametrize("address", ["/", "/en/", "/en/none/"])
def test_help_line_that_is_not_set_is_not_shown(
    client: Client, settings: Settings, address: str
) -> None:
    settings.HELP_LINE = ""

    assert read(client.get(address)).all(class_="help-line") == []
