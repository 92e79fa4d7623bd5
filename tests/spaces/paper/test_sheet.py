"""The helper's sheet: a few spaces on paper, in the language of the person helped."""

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qsl

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from config.languages import LANGUAGES
from spaces.directory import published
from spaces.models import Space
from spaces.paper.sheet import Sheet, read
from tests import pages
from tests.factories import (
    ClosureFactory,
    OperatorFactory,
    PlaceFactory,
    SpaceFactory,
    complete_space,
)
from tests.pages import Element

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

WEDNESDAY = date(2026, 12, 16)


def get(client: Client, query: str, path: str = "/en/sheet/", status: int = 200) -> Element:
    response = client.get(f"{path}?{query}")
    assert response.status_code == status
    return pages.read(response)


def asked(query: str) -> Sheet:
    return read(QueryDict(query), published.current(), WEDNESDAY)


def paper(page: Element) -> Element:
    return page.one("article", class_="paper")


def names(page: Element) -> list[str]:
    return [item.one("h3").text for item in paper(page).one("ol").all("li")]


def said(page: Element) -> str:
    return page.one("main").one(class_="notice").text


def test_sheet_says_before_printing_which_place_cannot_be_reached(client: Client) -> None:
    operator = OperatorFactory(name_en="House of Work")
    mute = SpaceFactory(nowhere=True, street_fr="", street_nl="", operator=operator)
    whole = SpaceFactory()

    page = get(client, f"space={mute.slug}&space={whole.slug}")

    (notice,) = page.one("main").all(role="note")
    words = "we know neither the street nor a number. You can ask: House of Work."
    assert notice.text == f"{mute.name_en}: {words}"
    assert paper(page).text.count("You can ask: House of Work.") == 1


# --- what is on it --------------------------------------------------------------------------


def test_sheet_says_what_one_needs_to_go_there(client: Client) -> None:
    space = complete_space(name_en="The Blue House", latitude=50.9187, longitude=4.3525)
    PlaceFactory(name_fr="A", latitude=50.9177, longitude=4.3525, lines=["13"])
    PlaceFactory(name_fr="B", latitude=50.9167, longitude=4.3525, lines=["7", "92"])
    PlaceFactory(name_fr="C", latitude=50.9157, longitude=4.3525, lines=["1"])

    item = paper(get(client, f"space={space.slug}")).one("li")

    assert item.one("h3").text == "The Blue House"
    assert item.one(class_="paper__hours").text == "Monday to Friday: 9:00–17:00"
    assert "02 555 01 23" in item.text
    assert "Rue Haute 12, 1000 Brussels" in item.text
    assert "A (line 13) · B (lines 7, 92)" in item.text
    assert item.one("figure").one("img")["src"] == f"/s/{space.code}/qr.svg"
    assert item.one("figcaption").text == f"TESTSERVER/S/{space.code}"
    assert "now" not in item.text


def test_sheet_says_what_a_place_offers_and_why_it_is_there(client: Client) -> None:
    PlaceFactory(name_fr="Zwanze", latitude=50.9177, longitude=4.3525)
    space = complete_space(latitude=50.9187, longitude=4.3525)

    item = paper(get(client, f"space={space.slug}&from=Zwanze&need=print_or_scan")).one("li")

    assert item.one(class_="paper__reason").text == (
        "You can do it here yourself · 110 m · 2 minutes on foot"
    )
    assert "Take a course, Print" in item.text


def test_sheet_brings_the_card_to_show(client: Client) -> None:
    space = SpaceFactory()

    page = get(client, f"space={space.slug}&need=fill_in_a_form&topic=itsme&for=ar")

    card = page.one("article", class_="counter-card")
    assert [each["lang"] for each in card.all("section")] == ["ar", "fr", "nl"]
    assert "Je voudrais de l’aide avec itsme. Je parle arabe." in card.text


def test_sheet_without_a_wish_in_the_language_of_the_counter_has_no_card(client: Client) -> None:
    space = SpaceFactory()

    assert get(client, f"space={space.slug}&for=nl").all("article", class_="counter-card") == []


def test_sheet_is_sent_as_a_message_in_the_language_of_the_person(client: Client) -> None:
    spaces = [SpaceFactory(name_nl="Eerste"), SpaceFactory(name_nl="Tweede", with_hours=True)]
    query = "&".join(f"space={space.slug}" for space in spaces)

    sent = get(client, f"{query}&for=nl").one("section", data_dps_send=True)

    first, second = sent["data-text"].split("\n\n")
    assert (first.partition("\n")[0], second.partition("\n")[0]) == ("Eerste", "Tweede")
    assert second.endswith(f"/S/{spaces[1].code}")
    assert sent.one("h2").text == "Send this page"


def test_links_of_the_sheet_keep_what_is_wanted(client: Client) -> None:
    space = SpaceFactory()

    page = get(client, f"space={space.slug}&for=nl&from=Simonis&need=learn")

    rest = "for=en&from=Simonis&need=learn"
    links = {link["href"] for link in page.one("main").all("a")}
    assert f"/en/sheet/?space={space.slug}&{rest}" in links
    assert f"/en/spaces/?space={space.slug}&for=nl&q=Simonis&need=learn" in links


def test_sheet_announces_the_days_that_are_closed(client: Client) -> None:
    space = SpaceFactory(opening_hours="Mo-Fr 09:00-17:00; PH off")
    ClosureFactory(space=space, first_day=date(2026, 12, 28), last_day=date(2026, 12, 30))
    ClosureFactory(space=space, first_day=date(2027, 1, 4), last_day=date(2027, 1, 4))

    hours = paper(get(client, f"space={space.slug}")).one(class_="paper__hours").text

    assert hours == (
        "Monday to Friday: 9:00–17:00 "
        "Closed: 25 December, 28 December – 30 December, 1 January, 4 January"
    )


def test_sheet_says_a_holiday_that_has_hours_of_its_own(client: Client) -> None:
    space = SpaceFactory(opening_hours="Mo-Fr 09:00-17:00; PH 10:00-12:00")

    hours = paper(get(client, f"space={space.slug}")).one(class_="paper__hours").text

    assert "Open on Friday 25 December (Christmas): 10:00–12:00" in hours


def test_sheet_of_a_space_of_which_little_is_known_does_not_guess(client: Client) -> None:
    space = SpaceFactory(nowhere=True)

    page = get(client, f"space={space.slug}")

    assert "We do not know the hours." in paper(page).text
    assert page.all("figure", class_="paper__map") == []


def test_sheet_marks_what_is_invented(client: Client) -> None:
    space = SpaceFactory(name_en="Made up", sample=True, with_hours=True)

    page = paper(get(client, f"space={space.slug}"))

    assert page.one("li").one("h3").text == "Made up Example"
    assert page.one("li").one(class_="paper__hours").text.startswith("Monday")
    picture = client.get(page.one("figure", class_="paper__map").one("img")["src"])
    assert b'class="pin hollow"' in picture.content
    assert "Some places and hours are examples." in page.text


def test_sheet_of_real_spaces_speaks_of_no_example(client: Client) -> None:
    space = SpaceFactory(with_hours=True)

    assert "xample" not in paper(get(client, f"space={space.slug}")).text


# --- two languages --------------------------------------------------------------------------


def test_sheet_speaks_the_person_s_language_and_the_page_the_helper_s(client: Client) -> None:
    space = SpaceFactory(name_nl="Het Blauwe Huis", name_fr="La Maison Bleue", with_hours=True)

    page = get(client, f"space={space.slug}&for=nl", "/fr/fiche/")

    assert page.one("html")["lang"] == "fr"
    assert page.one("h1").text == "Fiche à imprimer"
    assert (paper(page)["lang"], paper(page)["dir"]) == ("nl", "ltr")
    assert names(page) == ["Het Blauwe Huis"]
    assert "Maandag tot en met vrijdag: 9:00–17:00" in paper(page).text
    assert "Hoogstraat 12, 1000 Brussel" in paper(page).text
    assert "Gemaakt op 16 december 2026." in paper(page).text
    assert "Vous pouvez écrire ici" in paper(page).one("p", lang="fr").text
    assert "La Maison Bleue" in page.one("main").text  # in the list to take it off


def test_sheet_without_a_language_speaks_the_one_of_the_page(client: Client) -> None:
    space = SpaceFactory()

    assert paper(get(client, f"space={space.slug}", "/nl/blad/"))["lang"] == "nl"


def test_sheet_leads_to_itself_in_the_other_languages(client: Client) -> None:
    one, other = SpaceFactory(), SpaceFactory()
    page = get(client, f"space={one.slug}&space={other.slug}&for=nl")

    chips = page.one("nav", aria_label="Language of the sheet").all("a")
    helper = page.one("nav", class_="languages").all("a")

    both = f"space={one.slug}&space={other.slug}"
    assert [a["href"] for a in chips] == [f"/en/sheet/?{both}&for={c}" for c in LANGUAGES]
    assert [a.text for a in chips if a.has("aria-current", True)] == ["Nederlands"]
    assert [a["href"] for a in helper] == [
        f"/{path}/?{both}&for=nl" for path in ("fr/fiche", "nl/blad", "en/sheet", "ar/sheet")
    ]


def test_place_is_taken_off_with_one_tap(client: Client) -> None:
    spaces = [SpaceFactory(name_en=name) for name in "ABC"]
    page = get(client, "&".join(f"space={space.slug}" for space in spaces))

    link = next(a for a in page.all("a", class_="chip") if a.text.endswith(" B"))
    after = get(client, link["href"].partition("?")[2])

    assert names(after) == ["A", "C"]


@pytest.mark.parametrize("path", ["/en/fiche/", "/en/blad/"])
def test_address_of_another_language_redirects(client: Client, path: str) -> None:
    response = client.get(f"{path}?space=a&for=fr")

    assert (response.status_code, response["Location"]) == (301, "/en/sheet/?space=a&for=fr")


# --- what cannot be -------------------------------------------------------------------------


def test_sixth_place_is_left_out_and_that_is_said(client: Client) -> None:
    spaces = [SpaceFactory(name_en=name) for name in "ABCDEF"]

    page = get(client, "&".join(f"space={space.slug}" for space in spaces), status=400)

    assert said(page) == "A sheet has room for five places. We left out: F."
    assert names(page) == list("ABCDE")


@pytest.mark.parametrize(
    "make",
    [
        lambda: "no-such-space",
        lambda: SpaceFactory(draft=True).slug,
        lambda: SpaceFactory(closed_for_good=True).slug,
        lambda: "%00%3Cscript%3E",
    ],
)
def test_place_that_nobody_may_see_is_left_out(client: Client, make: Callable[[], str]) -> None:
    space = SpaceFactory(name_en="A")

    page = get(client, f"space={make()}&space={space.slug}", status=400)

    assert said(page) == "We do not know 1 of these places. We left it out."
    assert names(page) == ["A"]


def test_place_is_on_the_sheet_once(client: Client) -> None:
    space = SpaceFactory(name_en="A")

    assert names(get(client, f"space={space.slug}&space={space.slug}")) == ["A"]


@pytest.mark.parametrize("query", ["", "space=", "for=nl"])
def test_sheet_without_a_place_says_what_to_do(client: Client, query: str) -> None:
    page = get(client, query)

    assert said(page) == "No place is chosen. Go to the list and tick up to five places."
    assert page.all("article") == []
    assert page.one("a", class_="back")["href"] == "/en/spaces/"


def test_language_that_is_none_of_ours_is_said(client: Client) -> None:
    space = SpaceFactory()

    page = get(client, f"space={space.slug}&for=xx", status=400)

    assert said(page) == "We do not know this language. The sheet is in yours."
    assert paper(page)["lang"] == "en"


# --- the map --------------------------------------------------------------------------------


def test_map_has_the_numbers_of_the_places_in_the_person_s_language(client: Client) -> None:
    spaces = [SpaceFactory(), SpaceFactory(nowhere=True), SpaceFactory(latitude=50.9)]
    query = "&".join(f"space={space.slug}" for space in spaces)

    figure = paper(get(client, f"{query}&for=nl", "/fr/fiche/")).one("figure", class_="paper__map")

    codes = "-".join(space.code for space in spaces)
    assert figure.one("img")["src"] == f"/map/doors/nl/{codes}.svg"
    assert figure.one("img")["alt"] == "Kaart met de nummers van de plekken"
    assert "© OpenStreetMap" in figure.text
    picture = client.get(figure.one("img")["src"]).content.decode()
    assert re.findall(r'y="-15">(\d)<', picture) == ["1", "3"]


def test_map_of_places_is_of_what_is_published(client: Client) -> None:
    space, draft = SpaceFactory(), SpaceFactory(draft=True)
    nowhere = SpaceFactory(nowhere=True)
    wrong = [
        f"fr/{draft.code}",
        f"fr/{space.code}-{draft.code}",
        f"fr/{nowhere.code}",
        f"fr/{'-'.join([space.code] * 6)}",
        f"fr/{space.code}-",
        f"en/{space.code}",
    ]

    for path in wrong:
        assert client.get(f"/map/doors/{path}.svg").status_code == 404, path


def test_places_have_a_map_each_where_the_page_has_room(client: Client) -> None:
    few = [SpaceFactory(with_hours=True) for _ in range(4)]
    many = [*few, SpaceFactory()]
    hours = "Mo 09:00-10:00; Tu 10:00-11:00; We 08:00-09:00; Th 07:00-08:00; Fr 11:00-12:00"
    full = [SpaceFactory(opening_hours=hours) for _ in range(3)]

    def doors(spaces: list[Space]) -> list[Element]:
        query = "&".join(f"space={space.slug}" for space in spaces)
        return paper(get(client, query)).all("img", class_="paper__door")

    first = doors(few)[0]
    assert first["src"] == f"/map/door/fr-nl/{few[0].code}-small.svg"
    assert first["alt"].startswith("Map: Rue Haute 12, 1000 Brussels.")
    assert client.get(first["src"]).content.startswith(b'<svg xmlns="http://www.w3.org/2000/svg" w')
    assert [len(doors(each)) for each in (few, many, full)] == [4, 0, 0]


# --- the way there --------------------------------------------------------------------------


def test_results_offer_a_tick_on_every_card_and_one_form(client: Client) -> None:
    page = pages.read(client.get("/en/spaces/?q=1081&free=1"))

    form = page.one("form", id="sheet")
    boxes = page.all("input", type="checkbox", form="sheet")

    assert form["action"] == "/en/sheet/"
    assert [box["value"] for box in boxes] == pages.slugs(page)
    assert {box["name"] for box in boxes} == {"space"}
    assert [o["value"] for o in form.one("select", name="for").all("option")] == list(LANGUAGES)


def test_results_keep_what_is_on_the_sheet(client: Client) -> None:
    space = SpaceFactory(name_en="The Blue House")
    more = get(client, f"space={space.slug}&for=nl").one("a", class_="back")
    page = pages.read(client.get(more["href"]))

    form = page.one("form", id="sheet")
    following = page.one("a", rel="next")["href"]

    assert more.text == "Add another place"
    assert page.one("input", type="hidden", form="sheet")["value"] == space.slug
    assert "Already on the sheet: The Blue House" in form.text
    assert form.one("option", selected=True)["value"] == "nl"
    assert parse_qsl(following[1:])[:2] == [("space", space.slug), ("for", "nl")]


def test_note_never_leaves_the_browser(client: Client) -> None:
    note = paper(get(client, f"space={SpaceFactory().slug}")).one("textarea")

    assert note.has("name", False)
    assert note["autocomplete"] == "off"


def test_sheet_takes_one_query_once_the_directory_is_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    slugs = [complete_space().slug for _ in range(5)]
    get(client, f"space={slugs[0]}")  # loads the directory

    with django_assert_num_queries(1):
        get(client, "&".join(f"space={slug}" for slug in slugs))
