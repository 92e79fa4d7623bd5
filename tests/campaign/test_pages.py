"""The campaign's pages: the present one, the archive, the characters and their easy twins."""

import json
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from campaign.models import Campaign, Character, Poster
from spaces.models import Space
from tests.factories import CampaignFactory, CharacterFactory, SpaceFactory
from tests.pages import Element, read
from tests.spaces.conftest import Clock

pytestmark = pytest.mark.django_db

TITLES = {
    "fr": ("/fr/campagne/", "Maintenant, ils savent"),
    "nl": ("/nl/campagne/", "Nu weten ze het"),
    "en": ("/en/campaign/", "Now they know"),
    "ar": ("/ar/campaign/", "الآن صاروا يعرفون"),
}
NAMES = ["Salima", "Manu", "Célestine", "Sander"]
PATHS = ["/en/", "/en/campaign/", "/en/campaign/salima/", "/en/campaign/salima/easy/"]


@pytest.fixture(autouse=True)
def _clock(clock: Clock) -> None:
    """Stand at 16 December 2026."""


def later(slug: str = "noor") -> Campaign:
    """Make a campaign that starts on 1 March 2027."""
    starts = date(2027, 3, 1)
    campaign = CampaignFactory(year=2027, starts=starts, ends=date(2027, 3, 31), title_en="Next")
    CharacterFactory(campaign=campaign, slug=slug, name="Noor")
    return campaign


def names(page: Element) -> list[str]:
    cards = page.all("ul", class_="characters")
    return [name.text for card in cards for name in card.all("bdi")]


# --- the campaign ---------------------------------------------------------------------------


@pytest.mark.parametrize(("path", "title"), TITLES.values(), ids=TITLES)
def test_campaign_has_its_published_title_and_four_characters(
    client: Client, path: str, title: str
) -> None:
    page = read(client.get(path))

    assert page.one("h1").text == title
    assert names(page) == NAMES
    assert {client.get(a["href"]).status_code for a in page.one(class_="characters").all("a")} == {
        200
    }


@pytest.mark.parametrize(
    ("path", "figures"),
    [
        ("/fr/campagne/", ["475 000", "170 000", "50", "18"]),
        ("/nl/campagne/", ["475.000", "170.000", "50", "18"]),
        ("/en/campaign/", ["475,000", "170,000", "50", "18"]),
    ],
)
def test_campaign_sets_the_figures_of_its_time_beside_those_of_today(
    client: Client, path: str, figures: list[str]
) -> None:
    SpaceFactory(sample=True)  # in no public count
    real = Space.objects.published().exclude(provenance=Space.Provenance.SAMPLE).count()

    shown = [figure.text for figure in read(client.get(path)).one("dl").all("dd")]

    assert shown == [*figures, str(real)]


def test_campaign_says_that_sources_differ_and_names_them(client: Client) -> None:
    page = read(client.get("/en/campaign/"))

    dates = page.one("section", aria_labelledby="dates").text
    assert "From 20 April 2021 to 10 May 2021" in dates
    assert "do not all give the same first day" in dates
    assert "Digital Appropriation Plan" in page.one("section", aria_labelledby="plan").text
    links = page.one("section", aria_labelledby="sources").all("a")
    assert [link["href"] for link in links] == Campaign.objects.get(year=2021).sources.split()


def test_campaign_says_who_invented_whom(client: Client) -> None:
    said = read(client.get("/en/campaign/")).one("p", class_="origin").text

    assert "From the posters: Salima and Manu." in said
    assert "Invented by this site: Célestine and Sander." in said


def test_campaign_leaves_out_what_is_not_known(client: Client) -> None:
    CampaignFactory(year=2001)

    page = read(client.get("/en/campaign/2001/"))

    assert len(page.one("dl").all("dd")) == 1
    assert not page.all("section", aria_labelledby="plan")
    assert not page.all("ul", class_="characters")


# --- campaigns over the years ---------------------------------------------------------------


def test_campaign_becomes_the_present_one_on_its_first_day(client: Client, clock: Clock) -> None:
    later()

    clock.set("2027-02-28 23:59")
    before = client.get("/en/campaign/")
    hidden = [client.get(path).status_code for path in ("2027/", "2027/noor/", "noor/")]
    clock.set("2027-03-01 00:00")
    after = client.get("/en/campaign/")

    assert read(before).one("h1").text == "Now they know"
    assert before["Cache-Control"] == "public, max-age=60"
    assert hidden == [404, 404, 404]
    assert read(after).one("h1").text == "Next"
    assert names(read(client.get("/en/"))) == ["Noor"]


def test_archive_stays_readable_where_it_is_linked(client: Client, clock: Clock) -> None:
    later()
    clock.set("2027-06-01 10:00")

    page = read(client.get("/en/campaign/2021/"))
    links = [link["href"] for link in page.one("ul", class_="characters").all("a")]

    assert page.one("h1").text == "Now they know"
    assert links[0] == "/en/campaign/2021/salima/"
    assert {client.get(link).status_code for link in links} == {200}
    assert client.get("/en/campaign/salima/easy/")["Location"] == "/en/campaign/2021/salima/easy/"
    others = read(client.get("/en/campaign/")).one("section", aria_labelledby="others").all("a")
    assert [(link.text, link["href"]) for link in others] == [
        ("Now they know (2021)", "/en/campaign/2021/")
    ]


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ("/en/campaign/2021/", "/en/campaign/"),
        ("/en/campaign/2021/salima/?x=1", "/en/campaign/salima/?x=1"),
        ("/fr/campagne/2021/salima/facile/", "/fr/campagne/salima/facile/"),
    ],
)
def test_present_campaign_has_one_address(client: Client, asked: str, right: str) -> None:
    response = client.get(asked)

    assert (response.status_code, response["Location"]) == (302, right)
    assert response["Cache-Control"] == "private, no-store"


def test_character_leads_to_the_latest_campaign_with_that_name(
    client: Client, clock: Clock
) -> None:
    later(slug="salima")
    clock.set("2027-06-01 10:00")

    assert read(client.get("/en/campaign/salima/")).one("h1").text == "Noor"
    assert read(client.get("/en/campaign/2021/salima/")).one("h1").text == "Salima"


@pytest.mark.parametrize(
    ("asked", "right"),
    [
        ("/en/campagne/salima/?x=1", "/en/campaign/salima/?x=1"),
        ("/fr/campaign/", "/fr/campagne/"),
        ("/nl/campagne/salima/facile/", "/nl/campagne/salima/eenvoudig/"),
        ("/fr/campaign/easy/", "/fr/campagne/facile/"),
        ("/nl/campagne/2021/salima/easy/", "/nl/campagne/2021/salima/eenvoudig/"),
    ],
)
def test_segments_of_another_language_are_put_right(client: Client, asked: str, right: str) -> None:
    response = client.get(asked)

    assert (response.status_code, response["Location"]) == (301, right)


@pytest.mark.parametrize(
    "path", ["1999/", "2021/nobody/", "nobody/", "1999/easy/", "99999999999999999999/", "salima/x/"]
)
def test_what_is_no_page_of_the_campaign_is_not_found(client: Client, path: str) -> None:
    assert client.get(f"/en/campaign/{path}").status_code == 404


def test_site_without_a_campaign_stays_whole(client: Client) -> None:
    Poster.objects.all().delete()
    Character.objects.all().delete()
    Campaign.objects.all().delete()

    assert client.get("/en/campaign/").status_code == 404
    assert not read(client.get("/en/")).all("ul", class_="characters")
    assert client.get("/sitemap.xml").status_code == 200


# --- a character ----------------------------------------------------------------------------


def test_character_tells_before_that_day_and_now(client: Client) -> None:
    page = read(client.get("/en/campaign/manu/"))

    assert page.one("h1").text == "Manu"
    assert [part.one("h2").text for part in page.one("ol", class_="story").all("li")] == [
        "Before",
        "That day",
        "Now",
    ]
    assert "Give your code to nobody" in page.one("section", aria_labelledby="learned").text
    assert names(page) == ["Salima", "Célestine", "Sander"]
    assert page.all("img")[0]["alt"] == "Man with a beard"


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("salima", "Salima is a character from the posters of the campaign."),
        ("celestine", "Célestine is an invented person."),
    ],
)
def test_character_says_who_made_it_up(client: Client, slug: str, sentence: str) -> None:
    for path in (f"/en/campaign/{slug}/", f"/en/campaign/{slug}/easy/"):
        assert sentence in read(client.get(path)).text


def test_character_looks_for_places_that_help_with_this(client: Client) -> None:
    page = read(client.get("/en/campaign/salima/"))

    form = page.one("form", role="search")
    kept = [(field["name"], field["value"]) for field in form.all("input", type="hidden")]
    assert (form["action"], kept) == ("/en/spaces/", [("need", "fill_in_a_form")])
    found = read(client.get("/en/spaces/", dict([*kept, ("q", "Flagey")])))
    assert "Flagey" in found.one("h1").text
    chips = page.one("section", id="help").one("ul", class_="chips").all("a")
    assert [chip["href"] for chip in chips] == ["/en/spaces/?need=fill_in_a_form"]


def test_character_without_needs_looks_for_any_place(client: Client) -> None:
    CharacterFactory(slug="noor", campaign=Campaign.objects.get(year=2021))

    page = read(client.get("/en/campaign/noor/"))

    assert not page.one("form", role="search").all("input", type="hidden")
    assert not page.all("ul", class_="chips")


def test_easy_page_has_one_sentence_on_a_line(client: Client) -> None:
    page = read(client.get("/en/campaign/salima/easy/"))

    lines = [item.text for item in page.one("article").all("li")]
    assert "She was moving house." in lines
    assert "Fill in a form online" in lines
    assert max(line.count(". ") for line in lines if "Salima is" not in line) == 0
    link = next(a for a in page.one("article").all("a") if "need=" in a["href"])
    assert link["href"] == "/en/spaces/?need=fill_in_a_form"


def test_easy_page_of_the_campaign_leads_to_the_stories(client: Client) -> None:
    page = read(client.get("/fr/campagne/facile/"))

    lines = [item.text for item in page.one("article").all("li")]
    assert "Du 20 avril 2021 au 10 mai 2021" in lines
    stories = [a["href"] for a in page.one("article").all("a") if a["href"].endswith("/facile/")]
    assert "/fr/campagne/salima/facile/" in stories
    assert read(client.get("/fr/campagne/")).all("a", href="/fr/campagne/facile/")


def test_text_of_another_language_is_marked(client: Client) -> None:
    CharacterFactory(slug="noor", campaign=Campaign.objects.get(year=2021), learned_fr="Demander.")

    page = read(client.get("/en/campaign/noor/"))
    easy = read(client.get("/en/campaign/noor/easy/"))

    assert page.one("ul", class_="learned")["lang"] == "fr"
    assert {line["lang"] for line in easy.one("article").all("p", lang=True)} == {"fr"}


def test_name_is_shown_as_text(client: Client) -> None:
    who = CharacterFactory(
        slug="noor", name="<b>&N", campaign=Campaign.objects.get(year=2021), situation_en="<i>x"
    )

    pages = [read(client.get(f"/en/campaign/{end}")) for end in ("", "noor/", "noor/easy/")]

    assert [bool(page.all("b", class_=False) or page.all("i")) for page in pages] == [False] * 3
    assert pages[1].one("h1").text == who.name


# --- for machines, and quickly --------------------------------------------------------------


@pytest.mark.parametrize("path", PATHS)
def test_page_takes_one_query_once_the_campaigns_are_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    client.get("/en/campaign/")

    with django_assert_num_queries(1):
        client.get(f"{path}?built=anew")


def test_page_shows_a_correction_at_once(client: Client) -> None:
    client.get("/en/campaign/salima/")
    who = Character.objects.get(slug="salima")
    who.now_en = "Quite another end."
    who.save()

    assert "Quite another end." in read(client.get("/en/campaign/salima/")).text


def test_linked_data_has_the_way_to_the_page(client: Client) -> None:
    page = read(client.get("/en/campaign/salima/"))

    data = json.loads(str(page.one("script", type="application/ld+json").children[0]))
    steps = [(step["name"], step["item"]) for step in data["breadcrumb"]["itemListElement"]]
    assert data["url"] == "http://testserver/en/campaign/salima/"
    assert steps[1:] == [
        ("Now they know", "http://testserver/en/campaign/"),
        ("Salima", "http://testserver/en/campaign/salima/"),
    ]


def test_home_shows_the_characters_and_leads_to_the_campaign(client: Client) -> None:
    section = read(client.get("/fr/")).one("section", aria_labelledby="campaign")

    assert section.one("h2").text == "Maintenant, ils savent"
    assert names(section) == NAMES
    assert section.all("a")[-1]["href"] == "/fr/campagne/"
