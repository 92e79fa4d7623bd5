"""What can be kept on a phone: true at any hour, dated, and renewed with the data."""

import json
import re
from datetime import date

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from config.languages import LANGUAGES
from spaces.models import Space
from spaces.views.offline import FILES
from tests.factories import AnnouncementFactory, ClosureFactory, SpaceFactory, complete_space
from tests.pages import Element, body, read
from tests.spaces.conftest import Clock

pytestmark = pytest.mark.django_db

LISTS = {
    "fr": "/fr/sur-mon-telephone/",
    "nl": "/nl/op-mijn-telefoon/",
    "en": "/en/on-my-phone/",
    "ar": "/ar/on-my-phone/",
}
OPEN_WORDS = re.compile(r"\bOpen now\b|Opens (at|on|tomorrow)|Closes in|until \d", re.IGNORECASE)


def page_of(client: Client, path: str) -> Element:
    response = client.get(path)
    assert response.status_code == 200
    return read(response)


def entry(page: Element, slug: str) -> Element:
    return page.one("li", data_dps_kept_page=f"/en/on-my-phone/{slug}/")


# --- the list -------------------------------------------------------------------------------


def test_list_says_the_usual_hours_the_phone_and_the_address(client: Client, clock: Clock) -> None:
    space = SpaceFactory(with_hours=True, phone="+3225550123", name_en="The room")
    ClosureFactory(space=space)

    place = entry(page_of(client, LISTS["en"]), space.slug)

    assert place.one("h3").text == "The room"
    assert place.one("a", href="tel:+3225550123").text == "02 555 01 23"
    assert "Monday to Friday: 9:00–17:00" in place.text
    assert "Closed: 24 December – 1 January" in place.text
    assert "Rue Haute 12, 1000 Brussels" in place.text


def test_list_holds_every_published_space_real_ones_first(client: Client) -> None:
    draft = SpaceFactory(draft=True)

    page = page_of(client, LISTS["en"])

    places = page.all("li", data_dps_kept_page=True)
    assert len(places) == Space.objects.published().count()
    assert not page.all(data_dps_kept_page=f"/en/on-my-phone/{draft.slug}/")
    examples = [bool(place.all("span", class_="tag")) for place in page.all("section")[1].all("li")]
    assert examples == sorted(examples)


def test_list_names_unknown_and_invented_hours(client: Client) -> None:
    unknown = SpaceFactory()
    invented = SpaceFactory(with_hours=True, sample_fields=["opening_hours"])

    page = page_of(client, LISTS["en"])

    assert "We do not know the hours." in entry(page, unknown.slug).text
    assert "Example Monday to Friday: 9:00–17:00" in entry(page, invented.slug).text


def test_list_of_no_spaces_is_a_page(client: Client, no_listings: None) -> None:
    assert not page_of(client, LISTS["en"]).all(data_dps_kept_page=True)


def test_every_language_has_its_list(client: Client) -> None:
    assert set(LISTS) == set(LANGUAGES)
    assert {code: page_of(client, path).one("html")["lang"] for code, path in LISTS.items()} == {
        code: code for code in LANGUAGES
    }


@pytest.mark.parametrize("kept", ["", "?kept=1"])
@pytest.mark.parametrize("slug", ["", "koekeltech/", "sample-jette/"])
def test_pages_say_nothing_that_is_true_for_an_hour_only(
    client: Client, clock: Clock, slug: str, kept: str
) -> None:
    page = page_of(client, f"{LISTS['en']}{slug}{kept}")

    assert not OPEN_WORDS.search(page.text)
    assert not page.all(class_="status")


# --- a copy to keep -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/en/on-my-phone/", "Kept on 16 December 2026 at 10:00. You have no connection."),
        ("/fr/sur-mon-telephone/koekeltech/",
         "Gardé le 16 décembre 2026 à 10:00. Vous n’avez pas de connexion."),
        ("/nl/op-mijn-telefoon/", "Bewaard op 16 december 2026 om 10:00. U hebt geen verbinding."),
    ],
)  # fmt: skip
def test_copy_says_when_it_was_kept_and_the_page_itself_does_not(
    client: Client, clock: Clock, path: str, words: str
) -> None:
    copy, page = page_of(client, f"{path}?kept=1"), page_of(client, path)

    assert words in copy.one("main").text
    assert copy.all(class_="notice--old")
    assert words not in page.text


def test_copy_is_dated_anew_each_minute(client: Client, clock: Clock) -> None:
    address = f"{LISTS['en']}?kept=1"
    page_of(client, address)
    clock.set("2026-12-16 10:01")

    assert "at 10:01." in page_of(client, address).text


def test_copy_leads_nowhere_that_was_not_kept(client: Client) -> None:
    copy = page_of(client, f"{LISTS['en']}?kept=1").one("main")

    assert {link["href"].partition(":")[0] for link in copy.all("a")} <= {"tel"}


def test_copy_leads_to_pages_and_never_to_copies(client: Client) -> None:
    copy = page_of(client, f"{LISTS['en']}koekeltech/?kept=1")

    assert [link["href"] for link in copy.all("a") if "kept=" in link["href"]] == []


def test_page_of_a_space_says_what_is_needed_to_go_there(client: Client, clock: Clock) -> None:
    space = complete_space()

    page = page_of(client, f"{LISTS['en']}{space.slug}/")

    assert page.one("h1").text == space.name_en
    assert "Monday to Friday: 9:00–17:00" in page.text
    assert page.all("a", href="tel:+3225550123")
    assert page.one("a", class_="back")["href"] == LISTS["en"]
    assert "See the full page" in page.text
    assert page.one("main").one("img")["src"] == f"/map/door/fr-nl/{space.code}.svg"


def test_page_of_an_invented_space_says_so(client: Client) -> None:
    page = page_of(client, f"{LISTS['en']}{SpaceFactory(sample=True, with_hours=True).slug}/")

    assert "This place is an example." in page.text
    assert "Monday to Friday" in page.text
    assert "Go there" not in page.text


@pytest.mark.sql
def test_old_address_leads_to_the_present_one_with_what_was_asked(client: Client) -> None:
    space = SpaceFactory(slug="old-name")
    space.slug = "new-name"
    space.save()

    response = client.get("/en/on-my-phone/old-name/?kept=1")

    assert (response.status_code, response["Location"]) == (
        301, "/en/on-my-phone/new-name/?kept=1",
    )  # fmt: skip


def test_nothing_is_kept_of_a_closed_space_or_a_draft(client: Client) -> None:
    SpaceFactory(slug="gone", closed_for_good=True)
    SpaceFactory(slug="not-yet", draft=True)

    gone, draft = (client.get(f"/en/on-my-phone/{slug}/?kept=1") for slug in ("gone", "not-yet"))

    assert (gone.status_code, gone["Location"]) == (301, "/en/spaces/gone/?kept=1")
    assert draft.status_code == 404


def test_copy_leaves_out_announcements_which_end_at_an_hour(client: Client, clock: Clock) -> None:
    AnnouncementFactory()

    page, copy = page_of(client, LISTS["en"]), page_of(client, f"{LISTS['en']}?kept=1")

    assert "The help line is closed." in page.text
    assert "The help line is closed." not in copy.text


# --- where it is offered --------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/en/on-my-phone/", "/en/spaces/koekeltech/"])
def test_offer_is_hidden_until_a_script_shows_it(client: Client, path: str) -> None:
    page = page_of(client, path)

    offer = page.one(data_dps_keep=True)

    assert offer.has("hidden", True)
    wanted = offer["data-dps-keep"].split()
    assert {client.get(address).status_code for address in wanted} == {200}
    assert wanted[0] == LISTS["en"]
    assert offer["data-worker"] == "/sw.js"


# --- the worker -----------------------------------------------------------------------------


def site_of(client: Client) -> dict[str, object]:
    """Return what the worker is told of the site."""
    match = re.match(r"self\.SITE = (.*);\n", client.get("/sw.js").content.decode())
    assert match
    told: dict[str, object] = json.loads(match[1])
    return told


def test_worker_may_hold_the_whole_site_and_is_asked_for_each_time(client: Client) -> None:
    response = client.get("/sw.js")

    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "no-cache"
    assert response.content.endswith(b'\nimportScripts("/static/js/worker.js");\n')
    assert client.get("/sw.js", headers={"If-None-Match": response["ETag"]}).status_code == 304
    assert client.post("/sw.js").status_code == 405


def test_worker_knows_the_addresses_of_every_language(client: Client) -> None:
    languages = site_of(client)["languages"]

    assert isinstance(languages, list)
    assert [language["home"] for language in languages] == [f"/{code}/" for code in LANGUAGES]
    assert {
        "home": "/fr/",
        "spaces": "/fr/espaces/",
        "kept": "/fr/sur-mon-telephone/",
    } in languages


def test_worker_changes_with_the_data_and_with_the_day(client: Client, clock: Clock) -> None:
    versions = [site_of(client)["version"]]
    assert site_of(client)["version"] == versions[0]

    space = SpaceFactory()
    versions.append(site_of(client)["version"])
    ClosureFactory(space=space, first_day=date(2027, 3, 1), last_day=date(2027, 3, 2))
    versions.append(site_of(client)["version"])
    clock.set("2026-12-17 00:01")
    versions.append(site_of(client)["version"])

    assert len(set(versions)) == 4


@pytest.mark.parametrize("slug", ["", "koekeltech/"])
def test_worker_keeps_every_file_that_the_pages_take(client: Client, slug: str) -> None:
    page = page_of(client, f"{LISTS['en']}{slug}?kept=1")

    taken = {
        element[name].partition("#")[0]
        for tag, name in [("link", "href"), ("script", "src"), ("use", "href"), ("img", "src")]
        for element in page.all(tag, **{name: True})
        if element.attributes.get("rel") in (None, "stylesheet", "icon")
    }

    # The worker finds the map of a door in the page itself.
    taken = {path for path in taken if not path.startswith("/map/door/")}
    assert taken <= {f"/static/{name}" for name in FILES}


# --- speed ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/en/on-my-phone/", "/en/on-my-phone/koekeltech/?kept=1"])
def test_page_takes_one_query_once_the_directory_is_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    client.get("/en/spaces/")  # loads the directory

    with django_assert_num_queries(1):
        response = client.get(path)
    with django_assert_num_queries(1):
        again = client.get(path)
    with django_assert_num_queries(1):
        client.get("/sw.js")

    assert response["Cache-Control"].startswith("public, max-age=")
    assert body(again) == body(response)


# --- the app --------------------------------------------------------------------------------


@pytest.mark.parametrize("code", LISTS)
def test_manifest_is_one_app_that_starts_in_its_language(client: Client, code: str) -> None:
    facts = json.loads(body(client.get(f"/{code}/manifest.webmanifest")))

    assert (facts["id"], facts["scope"], facts["start_url"]) == ("/", "/", f"/{code}/")
    assert LISTS[code] in [shortcut["url"] for shortcut in facts["shortcuts"]]
    with translation.override(code):
        assert {client.get(shortcut["url"]).status_code for shortcut in facts["shortcuts"]} == {200}


def test_hours_never_break_inside_a_span(client: Client) -> None:
    SpaceFactory(slug="blue", opening_hours="Mo-Fr 09:00-17:00")

    hours = entry(page_of(client, LISTS["en"]), "blue").one(class_="offline__hours")

    assert [span.text for span in hours.all(class_="unbroken")] == ["9:00–17:00"]
