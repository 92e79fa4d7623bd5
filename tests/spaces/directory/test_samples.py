"""What is invented: marked wherever it is shown, and on a real site shown nowhere."""

import json
from typing import Any

import pytest
from django.test import Client

from spaces.directory import published
from spaces.models import Space
from tests.factories import SpaceFactory, complete_space
from tests.pages import Element, body, read, slugs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

BANNER = "This is a demonstration."


def get(client: Client, path: str) -> Element:
    return read(client.get(path))


def page_of(client: Client, space: Space) -> Element:
    return get(client, f"/en/spaces/{space.slug}/")


def features(client: Client, query: str = "") -> list[dict[str, Any]]:
    return json.loads(body(client.get(f"/api/spaces.geojson?lang=en&{query}")))["features"]


def suggestions(client: Client, text: str) -> list[str]:
    answer = json.loads(body(client.get("/api/places", {"q": text, "lang": "en"})))
    return [place["label"] for place in answer["places"]]


PAGES = ["/en/", "/en/spaces/", "/en/spaces/koekeltech/", "/en/spaces/closed/", "/en/nowhere/"]


# --- shown, and marked ----------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_that_examples_are_on_show(client: Client, path: str) -> None:
    SpaceFactory(slug="closed", closed_for_good=True)

    assert get(client, path).one("aside", class_="demo").one("strong").text == BANNER


@pytest.mark.parametrize("path", PAGES)
def test_no_page_says_so_where_everything_is_real(
    client: Client, no_listings: None, path: str
) -> None:
    SpaceFactory(slug="koekeltech-too")
    SpaceFactory(slug="closed", closed_for_good=True)

    assert (
        get(client, path.replace("koekeltech", "koekeltech-too")).all("aside", class_="demo") == []
    )


def test_page_of_an_invented_space_says_so(client: Client) -> None:
    space = SpaceFactory(name_en="Made up", sample=True, with_hours=True)

    page = page_of(client, space)

    assert page.one("h1").text == "Made up Example"
    assert page.one("title").text.startswith("Made up (example), ")
    assert page.one(class_="big-status").text == "Open now, until 17:00"
    assert "This place is an example." in page.text
    assert page.one("meta", name="robots")["content"] == "noindex, follow"
    assert "Go there" not in page.text
    assert "Call" not in page.text
    assert not [link for link in page.all("a") if link["href"].startswith("geo:")]


@pytest.mark.parametrize(
    ("cells", "where", "notice"),
    [
        (["opening_hours"], "hours", "The hours are an example."),
        (["location"], "way-title", "We do not know the exact place."),
        (
            ["opening_hours", "location"],
            "hours",
            "The hours and the point on the map are examples.",
        ),
    ],
)
def test_page_of_a_real_space_says_which_parts_are_invented(
    client: Client, cells: list[str], where: str, notice: str
) -> None:
    page = page_of(client, SpaceFactory(with_hours=True, sample_fields=cells, house_number=""))

    assert notice in page.one("section", aria_labelledby=where).text
    assert ("Go there" in page.text) is ("location" not in cells)
    assert bool(page.one(class_="big-status").all(class_="tag")) is ("opening_hours" in cells)
    assert page.all("meta", name="robots") == []


def test_page_of_an_address_without_a_point_says_so(client: Client) -> None:
    page = page_of(client, SpaceFactory(sample_fields=["location"]))

    assert "The point on the map is an example." in page.one("section", id="way").text


# How often each page may say it, its banner apart: one small tag, and one sentence on its own page.
MARKS = {
    "/en/spaces/": 1,
    "/en/spaces/made-up/": 2,
    "/en/spaces/made-up/easy/": 2,
    "/en/on-my-phone/made-up/": 2,
    "/en/sheet/?space=made-up": 1,
}


@pytest.mark.parametrize("facts", [{"sample": True}, {"sample_fields": ["opening_hours"]}])
def test_examples_are_marked_calmly(
    client: Client, no_listings: None, facts: dict[str, Any]
) -> None:
    SpaceFactory(slug="made-up", with_hours=True, **facts)

    for path, most in MARKS.items():
        page = get(client, path)
        parts = page.all("li", data_dps_space=True) or page.all("ol", class_="paper__places")
        part = (parts or [page.one("main")])[0]
        on_paper = sum(each.text.count("xample") for each in part.all(class_="print-only"))
        assert 1 <= part.text.count("xample") - on_paper <= most, path


def test_hours_that_leave_the_site_take_their_mark_along(client: Client, no_listings: None) -> None:
    SpaceFactory(slug="half", with_hours=True, sample_fields=["opening_hours"])
    SpaceFactory(slug="made-up", with_hours=True, sample=True)

    for row in features(client):
        assert row["properties"]["hours"] == "Example: Open now, until 17:00"
    for slug, line in (("half", 2), ("made-up", 0)):
        text = get(client, f"/en/spaces/{slug}/").one(data_dps_send=True)["data-text"]
        assert "xample" in text.splitlines()[line]


def test_page_of_a_real_space_calls_nothing_an_example(client: Client, no_listings: None) -> None:
    page = page_of(client, complete_space())

    assert "xample" not in page.text.replace("espace.example.org", "").replace("@example.org", "")


def test_card_of_an_invented_space_says_so(client: Client, no_listings: None) -> None:
    SpaceFactory(name_en="Made up", sample=True, with_hours=True)

    card = get(client, "/en/spaces/").one("li", data_dps_space=True)

    assert card.one("h2").text == "Made up Example"
    assert card.one(class_="status").text == "Open now, until 17:00"
    assert "Go there" not in card.text
    assert "Call" not in card.text


def test_card_with_a_phone_sends_nobody_to_an_invented_point(
    client: Client, no_listings: None
) -> None:
    SpaceFactory(phone="+3225550123", sample_fields=["location"], house_number="")

    card = get(client, "/en/spaces/?q=1081").one("li", data_dps_space=True)

    assert "Call" in card.text
    assert "Go there" not in card.text
    assert card.has("data-dps-distance", False)
    assert "on foot" not in card.text


@pytest.mark.parametrize(("own", "told"), [({}, True), ({"sample_fields": ["location"]}, False)])
def test_distance_to_a_neighbour_is_told_from_a_real_point_only(
    client: Client, no_listings: None, own: dict[str, Any], told: bool
) -> None:
    space = SpaceFactory(**own)
    SpaceFactory(latitude=50.850)

    neighbour = page_of(client, space).one(class_="near").one("li")

    assert ("on foot" in neighbour.text) is told
    assert "Rue Haute 12" in neighbour.text


@pytest.mark.parametrize("invented", [{"sample": True}, {"sample_fields": ["location"]}])
def test_nobody_is_told_that_an_invented_point_is_nearby(
    client: Client, no_listings: None, invented: dict[str, Any]
) -> None:
    space = SpaceFactory()
    SpaceFactory(name_en="Invented", **invented)

    page = page_of(client, space)

    assert page.all(class_="near") == []
    assert "Invented" not in page.text


@pytest.mark.parametrize("path", ["", "easy/"])
def test_no_stop_is_near_an_invented_point(client: Client, path: str) -> None:
    real, invented = SpaceFactory(), SpaceFactory(sample_fields=["location"])

    texts = [get(client, f"/en/spaces/{space.slug}/{path}").text for space in (real, invented)]

    assert ["Grand-Place" in text for text in texts] == [True, False]


def test_pin_of_an_invented_point_is_hollow(client: Client, no_listings: None) -> None:
    for slug, facts in (("b", {}), ("a", {"sample_fields": ["location"]}), ("c", {"sample": True})):
        SpaceFactory(slug=slug, name_en=slug, **facts)

    cards = get(client, "/en/spaces/").all("li", data_dps_space=True)

    hollow = {card["data-dps-space"]: card.all(class_="pin--example") for card in cards}
    assert [bool(hollow[slug]) for slug in "bac"] == [False, True, True]


def test_card_of_a_real_space_marks_its_invented_hours(client: Client, no_listings: None) -> None:
    SpaceFactory(name_en="Real", with_hours=True, sample_fields=["opening_hours"], phone="+3225")

    card = get(client, "/en/spaces/").one("li", data_dps_space=True)

    assert card.one("h2").text == "Real"
    assert card.one(class_="status").text == "Open now, until 17:00 Example"
    assert "Call" in card.text


def test_invented_spaces_are_in_no_public_count(client: Client, no_listings: None) -> None:
    SpaceFactory.create_batch(2)
    SpaceFactory.create_batch(3, sample=True)

    home, results = get(client, "/en/"), get(client, "/en/spaces/")

    assert "There are 2 places in Brussels." in home.text
    assert results.one("h1").text == "2 places and 3 examples"
    assert results.one("title").text.startswith("2 places ")


def test_invented_spaces_come_last_where_no_place_is_given(
    client: Client, no_listings: None
) -> None:
    SpaceFactory(slug="b", name_en="B")
    SpaceFactory(slug="a", name_en="A", sample=True, labelled=True)

    assert slugs(get(client, "/en/spaces/")) == ["b", "a"]


def test_map_knows_what_is_invented(client: Client, no_listings: None) -> None:
    SpaceFactory(slug="made-up", sample=True)
    SpaceFactory(slug="half", sample_fields=["location"])
    SpaceFactory(slug="real")

    properties = {row["properties"]["slug"]: row["properties"] for row in features(client)}

    assert [properties[slug]["sample"] for slug in ("made-up", "half", "real")] == [
        True,
        False,
        False,
    ]
    assert [properties[slug]["sample_location"] for slug in ("made-up", "half", "real")] == [
        True,
        True,
        False,
    ]


# --- hours of the building ------------------------------------------------------------------


@pytest.mark.parametrize("whose", ["library", "building"])
def test_hours_that_are_only_the_buildings_say_so(
    client: Client, no_listings: None, whose: str
) -> None:
    tag = f"Hours of the {whose}"
    SpaceFactory(slug="room", with_hours=True, hours_of=whose, phone="+3225550123")

    page, easy = (get(client, f"/en/spaces/room/{path}") for path in ("", "easy/"))
    card = get(client, "/en/spaces/").one("li", data_dps_space=True)

    assert card.one(class_="status").text == f"Open now, until 17:00 {tag}"
    assert page.one(class_="big-status").one(class_="tag").text == tag
    for each in (page, easy):
        assert f"These are the hours of the {whose}." in each.text
        assert "The computers can have other hours. Ask before you come." in each.text
    assert tag in get(client, "/en/on-my-phone/room/").text
    assert f"{tag}: Monday to Friday" in page.one(data_dps_send=True)["data-text"]
    assert features(client)[0]["properties"]["hours"] == f"{tag}: Open now, until 17:00"
    assert "openingHoursSpecification" not in body(client.get("/en/spaces/room/")).decode()


# --- hidden ---------------------------------------------------------------------------------


def test_real_site_shows_no_invented_space_anywhere(
    client: Client, no_listings: None, samples_hidden: None
) -> None:
    made_up = SpaceFactory(name_en="Zyxomma", name_fr="Zyxomma", name_nl="Zyxomma", sample=True)
    real = SpaceFactory(slug="real")

    pages = [get(client, path) for path in ("/en/", "/en/spaces/", "/en/spaces/real/")]

    assert client.get(f"/en/spaces/{made_up.slug}/").status_code == 404
    assert not [page for page in pages if "Zyxomma" in page.text or BANNER in page.text]
    assert slugs(pages[1]) == [real.slug]
    assert [row["properties"]["slug"] for row in features(client)] == ["real"]
    assert suggestions(client, "zyxomma") == []
    assert client.get(f"/s/{made_up.code}").status_code == 404


def test_real_site_shows_no_invented_space_that_closed(
    client: Client, samples_hidden: None
) -> None:
    gone = SpaceFactory(sample=True, closed_for_good=True)

    assert client.get(f"/en/spaces/{gone.slug}/").status_code == 404


def test_real_site_does_not_know_invented_hours(
    client: Client, no_listings: None, samples_hidden: None
) -> None:
    space = SpaceFactory(opening_hours="24/7", sample_fields=["opening_hours"])

    page, results = page_of(client, space), get(client, "/en/spaces/")

    assert page.one(class_="big-status").text == "We do not know the hours."
    assert page.all("table") == []
    assert results.one(class_="status").text == "We do not know the hours."
    assert "24:00" not in results.text
    assert slugs(get(client, "/en/spaces/?open=now")) == []


def test_real_site_does_not_know_an_invented_point(
    client: Client, no_listings: None, samples_hidden: None
) -> None:
    space = SpaceFactory(sample_fields=["location"], house_number="")

    page = page_of(client, space)
    card = get(client, "/en/spaces/?q=grand-place").one("li", data_dps_space=True)

    assert "50.8467" not in client.get(f"/en/spaces/{space.slug}/").text
    assert "Stops nearby" not in page.text
    assert "Go there" not in page.text
    assert features(client) == []
    assert card.has("data-dps-distance", False)
    assert slugs(get(client, "/en/spaces/?bbox=4.24,50.76,4.49,50.92")) == []


def test_real_site_calls_nothing_an_example(client: Client, samples_hidden: None) -> None:
    paths = ["/en/", "/en/spaces/", "/en/spaces/koekeltech/", "/en/spaces/?open=now&q=simonis"]

    # The box itself says what may be typed there: “For example: …”.
    texts = [get(client, path).text.replace("For example: ", "") for path in paths]

    assert [text for text in texts if "xample" in text or BANNER in text] == []


def test_real_site_keeps_the_real_cells(
    client: Client, no_listings: None, samples_hidden: None
) -> None:
    space = complete_space(sample_fields=["opening_hours"])

    page = page_of(client, space)

    assert "Go there" in page.text
    assert "02 555 01 23" in page.text


def test_pages_of_a_demonstration_are_not_served_by_a_real_site(
    client: Client, settings: Any
) -> None:
    shown = client.get("/en/spaces/").text

    settings.SAMPLE_DATA = "hide"
    published.forget()

    assert BANNER in shown
    assert BANNER not in client.get("/en/spaces/").text


def test_what_is_invented_is_recognised_by_nobody(client: Client, no_listings: None) -> None:
    space = SpaceFactory(slug="made-up", sample=True, labelled=True, label_year=2021)

    pages = [page_of(client, space), get(client, "/en/spaces/")]
    easy = get(client, "/en/spaces/made-up/easy/")
    map_ = client.get("/api/spaces.geojson").json()["features"][0]["properties"]

    assert [page.all(class_="badge") for page in pages] == [[], []]
    assert "recognises" not in easy.text
    assert not map_["label"]
