"""What a visitor gets when something is wrong: what to do next, in words, whatever is down."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError
from django.test import Client
from pytest_django import Settings

from spaces.models import DataVersion
from tests.pages import Element, read


class Down:
    """A database that does not answer; it can be made to fail in several ways."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch

    def with_(self, error: type[Exception]) -> None:
        def fail() -> int:
            raise error("server closed the connection unexpectedly")

        self._patch.setattr(DataVersion, "current", fail)


@pytest.fixture
def down(monkeypatch: pytest.MonkeyPatch) -> Down:
    return Down(monkeypatch)


@pytest.fixture
def visitor() -> Client:
    """Return a browser that is shown the page of a failure, as visitors are."""
    return Client(raise_request_exception=False)


def offers_the_search(page: Element, results: str) -> bool:
    form = page.one("form", role="search")
    return form["action"] == results and bool(form.all("input", name="q"))


# --- not found ------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "language", "results"),
    [
        ("/en/nowhere/", "en", "/en/spaces/"),
        ("/nl/ruimtes/nergens/", "nl", "/nl/ruimtes/"),
        ("/fr/espaces/nulle-part/", "fr", "/fr/espaces/"),
        ("/nowhere/", "en", "/en/spaces/"),
    ],
)
def test_lost_visitor_is_offered_the_search(
    client: Client, path: str, language: str, results: str
) -> None:
    response = client.get(path, headers={"Accept-Language": "en"})

    page = read(response)
    assert response.status_code == 404
    assert page.one("html")["lang"] == language
    assert offers_the_search(page, results)


@pytest.mark.django_db
def test_lost_visitor_is_told_so_in_words(client: Client) -> None:
    page = read(client.get("/en/nowhere/"))

    assert page.one("h1").text == "This page does not exist."
    assert "Nothing is lost." in page.text


@pytest.mark.parametrize("error", [OperationalError, DatabaseError, InterfaceError])
def test_lost_visitor_is_offered_the_search_with_the_database_down(
    client: Client, down: Down, error: type[Exception]
) -> None:
    down.with_(error)

    response = client.get("/en/nowhere/")

    assert response.status_code == 404
    assert offers_the_search(read(response), "/en/spaces/")


# --- the site fails -------------------------------------------------------------------------


def broken_database(monkeypatch: pytest.MonkeyPatch) -> None:
    Down(monkeypatch).with_(OperationalError)


def broken_view(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("spaces.directory.published.current", fail)


def broken_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """Break what every page's frame is made with."""

    def fail(*_args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("spaces.views.frame.translations", fail)


@pytest.mark.django_db
@pytest.mark.parametrize("break_", [broken_database, broken_view, broken_frame])
@pytest.mark.parametrize("path", ["/fr/", "/nl/ruimtes/?q=1081", "/en/spaces/koekeltech/"])
def test_failure_is_said_in_every_language(
    visitor: Client,
    monkeypatch: pytest.MonkeyPatch,
    path: str,
    break_: Callable[[pytest.MonkeyPatch], None],
) -> None:
    break_(monkeypatch)

    response = visitor.get(path)

    page = read(response)
    assert response.status_code == 500
    assert page.one("h1").text == "Le site a un problème."
    assert "De website heeft een probleem." in page.one("div", lang="nl").text
    assert "The site has a problem." in page.one("div", lang="en").text
    assert page.one("div", lang="ar")["dir"] == "rtl"
    assert {link["href"] for link in page.all("a")} == {"/fr/", "/nl/", "/en/", "/ar/"}
    assert "Traceback" not in page.text


def test_page_of_a_failure_needs_no_database(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the `django_db` mark, a query would fail the test."""
    broken_database(monkeypatch)

    response = visitor.get("/en/spaces/")

    assert response.status_code == 500
    assert "The site has a problem." in response.text


@pytest.mark.django_db
def test_failure_is_over_as_soon_as_the_database_is_back(
    visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as meanwhile:
        broken_database(meanwhile)
        during = visitor.get("/en/").status_code

    assert (during, visitor.get("/en/").status_code) == (500, 200)


# --- the other pages ------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "testserver:80:80", "a b", ""])
def test_request_for_another_host_is_refused_with_a_page(client: Client, host: str) -> None:
    response = client.get("/en/nowhere/", headers={"Host": host})

    assert response.status_code == 400
    assert read(response).one("h1").text == "We could not read this address."


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/en/", "/en/spaces/", "/en/spaces/koekeltech/"])
def test_form_that_another_site_sends_is_refused_with_our_own_page(path: str) -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post(path, {"q": "x"}, headers={"Origin": "https://evil.example"})

    assert response.status_code == 403
    assert read(response).one("h1").text == "You cannot see this page."
    assert "style" not in {element.tag for element in read(response).all()}


# --- for the machines that watch us ---------------------------------------------------------


def test_healthz_answers_whatever_is_down(client: Client, down: Down) -> None:
    down.with_(OperationalError)

    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.json() == {"status": "alive"}
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_readyz_tells_the_version_of_the_data(client: Client) -> None:
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json() == {"status": "ready", "data_version": DataVersion.current()}
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("error", [OperationalError, DatabaseError, InterfaceError])
def test_readyz_says_that_the_database_is_down(
    client: Client, down: Down, error: type[Exception]
) -> None:
    down.with_(error)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json() == {"status": "the database does not answer"}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_machines_that_watch_us_are_not_redirected_to_https(
    client: Client, settings: Settings, path: str
) -> None:
    settings.SECURE_SSL_REDIRECT = True

    assert client.get(path).status_code == 200
