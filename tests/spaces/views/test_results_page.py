"""The results page: the list that somebody walks through, one tap at a time."""

import re
from urllib.parse import parse_qsl, urlencode

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spaces.geo.points import Point, distance
from spaces.models import Space
from tests.factories import SpaceFactory
from tests.pages import Element, read, slugs

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

RESULTS = "/en/spaces/"


def get(client: Client, query: str = "") -> Element:
    response = client.get(f"{RESULTS}?{query}")
    assert response.status_code == 200
    return read(response)


def said(page: Element) -> str:
    """Return what the page says about how it understood the visitor."""
    main = page.one("main")
    return main.one("div", class_="messages").text


def total(page: Element) -> int:
    """Return how many real spaces the page speaks of; none open is none."""
    title = page.one("h1").text
    if "Nothing is open" in title:
        return 0
    return int(re.search(r"(\d+) places?", title)[1])  # type: ignore[index]


# --- the list -------------------------------------------------------------------------------


def test_results_list_every_published_space_over_three_pages(client: Client) -> None:
    pages = [get(client, f"page={number}") for number in (1, 2, 3)]

    found = [slug for page in pages for slug in slugs(page)]
    assert [len(slugs(page)) for page in pages] == [20, 20, 11]
    assert sorted(found) == sorted(Space.objects.published().values_list("slug", flat=True))


def test_card_says_what_one_needs_to_choose(client: Client, no_listings: None) -> None:
    SpaceFactory(
        name_en="The Blue House",
        slug="blue",
        labelled=True,
        with_hours=True,
        phone="+3225550123",
        services=["printing"],
    )

    card = get(client).one("li", data_dps_space="blue")

    assert card.one("h2").one("a")["href"] == "/en/spaces/blue/"
    assert "Recognised by the Region" in card.text
    assert card.one(class_="status").text == "Open now, until 17:00"
    assert card.one(class_="services").text == "Print"
    assert "Rue Haute 12, 1000 Brussels" in card.text
    assert card.all("a", href="tel:+3225550123")
    assert len(card.one(class_="actions").all("a")) == 1


def test_card_of_a_place_without_a_number_leads_there(client: Client, no_listings: None) -> None:
    SpaceFactory(slug="blue")

    card = get(client).one("li", data_dps_space="blue")

    assert card.one(class_="actions").one("a")["href"] == "/en/spaces/blue/#way"


def test_card_without_phone_or_point_offers_neither(client: Client, no_listings: None) -> None:
    SpaceFactory(nowhere=True, house_number="")

    card = get(client).one("li", data_dps_space=True)

    assert "Call" not in card.text
    assert "Go there" not in card.text


def test_results_near_a_place_are_nearest_first_with_their_distance(client: Client) -> None:
    page = get(client, "lat=50.864&lng=4.331")

    cards = page.all("li", data_dps_space=True)
    nearest = sorted(
        (distance(Point(50.864, 4.331), space.point), space.slug)
        for space in Space.objects.published()
        if not space.has_sample_location
    )
    measured = [card for card in cards if "data-dps-distance" in card.attributes]
    assert {card["data-dps-space"]: int(card["data-dps-distance"]) for card in measured} == {
        slug: round(metres) for metres, slug in nearest
    }
    assert cards[: len(measured)] == measured


def test_results_near_a_place_say_how_far_in_words(client: Client, no_listings: None) -> None:
    SpaceFactory(latitude=50.8500, longitude=4.3530)
    SpaceFactory(latitude=50.8650, longitude=4.3530)

    cards = get(client, "lat=50.847&lng=4.353").all("li", data_dps_space=True)

    assert "330 m · 6 minutes on foot" in cards[0].text
    assert "2.0 km · 35 minutes on foot" in cards[1].text


def test_results_without_a_place_say_no_distance(client: Client) -> None:
    page = get(client)

    assert page.all("li", data_dps_distance=True) == []
    assert "on foot" not in page.text


def test_numbers_run_on_across_pages_and_match_the_map(client: Client) -> None:
    cards = [
        card
        for number in (1, 2, 3)
        for card in get(client, f"page={number}").all("li", data_dps_space=True)
    ]

    assert [int(card["data-dps-number"]) for card in cards] == list(range(1, 52))


def test_search_engines_index_the_list_and_not_each_search(client: Client) -> None:
    assert get(client).all("meta", name="robots") == []
    assert get(client, "free=1").one("meta", name="robots")["content"] == "noindex, follow"


# --- pages ----------------------------------------------------------------------------------


def test_pages_are_linked_and_keep_what_was_asked(client: Client) -> None:
    first = get(client, "q=1081&need=use_a_computer")
    second = get(client, first.one("a", rel="next")["href"].removeprefix("?"))

    assert first.all("a", rel="prev") == []
    assert "Page 1 of" in first.text
    assert parse_qsl(first.one("a", rel="next")["href"][1:]) == [
        ("q", "1081"),
        ("need", "use_a_computer"),
        ("page", "2"),
    ]
    assert not set(slugs(first)) & set(slugs(second))
    assert parse_qsl(second.one("a", rel="prev")["href"][1:])[-1] == ("page", "1")


def test_one_page_has_no_links_to_others(client: Client, no_listings: None) -> None:
    SpaceFactory.create_batch(20)

    assert "Page 1" not in get(client).text


# --- choices --------------------------------------------------------------------------------

BASES = [
    "",
    "q=1081",
    "free=1&need=find_work",
    "service=printing&service=training",
    "lat=50.864&lng=4.331&radius=2000&access=step_free",
    "municipality=21004&language=ar",
    "open=now",
    "open=2026-12-20T10:00",  # a Sunday: nothing is open
    "bbox=4.30,50.84,4.40,50.88&label=1",
]


def test_four_filters_at_most_are_in_sight_and_each_would_change_something(
    client: Client, no_listings: None
) -> None:
    SpaceFactory(cost="free", with_hours=True, services=["printing", "help_with_procedures"])
    SpaceFactory(services=["printing"], appointment="walk_in")
    SpaceFactory()

    def offered(query: str) -> list[str]:
        chips = get(client, query).all("a", class_="chip")
        return [chip.text for chip in chips if not chip.has("class", "chip--on")]

    assert offered("") == ["Open now 1", "Free 1", "Print 2", "No appointment needed 1"]
    assert offered("service=printing") == ["Open now 1", "Free 1", "No appointment needed 1"]
    assert offered("free=1&service=printing") == []  # they would change nothing


@pytest.mark.parametrize("query", BASES)
def test_chip_leads_to_as_many_as_it_says(client: Client, query: str) -> None:
    chips = get(client, query).all("a", class_="chip")

    said_and_left = {
        chip.text: (
            int(chip.one(class_="chip__count").text.partition(" ")[0]),
            total(get(client, chip["href"].removeprefix("?"))),
        )
        for chip in chips
        if not chip.has("class", "chip--on")
    }

    assert {chip: said for chip, (said, left) in said_and_left.items() if said != left} == {}


@pytest.mark.parametrize("query", BASES)
def test_choice_in_the_form_leads_to_as_many_as_it_says(client: Client, query: str) -> None:
    form = get(client, query).one("details", class_="filters").one("form")
    sent = filled(form)
    wrong = {}

    for box in form.all("input", type="checkbox", checked=False):
        if box["name"] == "open" and "open" in dict(sent):
            continue  # the moment beside it has taken its place
        says = int(re.match(r"\d+", _label_of(form, box).one(class_="choice__count").text)[0])  # type: ignore[index]
        added = [*sent, (box["name"], box["value"])]
        if says != total(get(client, urlencode(added))):
            wrong[box["name"], box["value"]] = says
    for select in form.all("select"):
        for option in select.all("option", selected=False)[1:]:
            counted = re.search(r"\((\d+)[^()]*\)$", option.text)
            assert counted or select["name"] in ("open", "part"), option.text
            if not counted:
                continue
            says = int(counted[1])
            others = [pair for pair in sent if pair[0] != select["name"]]
            chosen = [*others, (select["name"], option["value"])]
            if says != total(get(client, urlencode(chosen))):
                wrong[select["name"], option["value"]] = says

    assert wrong == {}


def filled(form: Element) -> list[tuple[str, str]]:
    """Return what the form sends as it stands."""
    inputs = form.all("input", type="hidden") + form.all("input", checked=True)
    options = [
        (select["name"], option["value"])
        for select in form.all("select")
        for option in select.all("option", selected=True)
    ]
    return [(field["name"], field["value"]) for field in inputs] + options


def _label_of(form: Element, box: Element) -> Element:
    return next(label for label in form.all("label") if box in label.all("input"))


def test_choice_says_of_how_many_it_is_not_known(client: Client, no_listings: None) -> None:
    SpaceFactory(cost="free")
    SpaceFactory(cost="paid")
    SpaceFactory.create_batch(3)

    form = get(client).one("details", class_="filters").one("form")
    page = get(client, "free=1")

    label = _label_of(form, form.one("input", name="free"))
    assert label.one(class_="choice__count").text == "1 sure, 3 to check"
    assert "For 3 more places, we do not know." in page.text


def test_choice_that_is_made_is_one_tap_from_being_undone(client: Client) -> None:
    page = get(client, "q=1081&language=ar&free=1")

    chosen = {chip.text: chip["href"] for chip in page.all("a", class_="chip--on")}

    assert chosen == {
        "Remove this choice:Near Koekelberg": "?language=ar&free=1",
        "Remove this choice:Free": "?q=1081&language=ar",
        "Remove this choice:Arabic": "?q=1081&free=1",
    }
    assert page.one("a", href="?q=1081").text == "Remove all"


def test_filters_about_which_nothing_is_known_are_not_shown(
    client: Client, no_listings: None
) -> None:
    SpaceFactory(services=["printing"])

    form = get(client).one("details", class_="filters").one("form")

    assert {field["name"] for field in form.all("input") + form.all("select")} == {
        "service",
        "need",
        "municipality",
    }


def test_search_form_hands_on_the_choices_and_filters_the_place(client: Client) -> None:
    page = get(client, "q=1081&free=1&service=printing&page=1")

    search, filters, _sheet = page.all("form")

    assert search.one("input", name="q")["value"] == "1081"
    assert [(field["name"], field["value"]) for field in search.all("input", type="hidden")] == [
        ("service", "printing"),
        ("free", "1"),
    ]
    assert [(field["name"], field["value"]) for field in filters.all("input", type="hidden")] == [
        ("q", "1081")
    ]


# --- open then ------------------------------------------------------------------------------


def test_open_on_a_chosen_day_shows_the_hours_of_that_day(
    client: Client, no_listings: None
) -> None:
    SpaceFactory(opening_hours="Mo-Fr 09:00-12:30,13:30-17:00")

    page = get(client, "open=2026-12-21T10:00")

    assert page.one(class_="status").text == "Open on Monday 21 December, until 12:30"
    assert "Open on Monday 21 December at 10:00" in page.one(class_="chip--on").text
    assert page.one("select", name="open").one("option", selected=True)["value"] == (
        "2026-12-21T10:00"
    )


def test_nothing_open_then_shows_what_opens_next(client: Client, no_listings: None) -> None:
    SpaceFactory(slug="monday", opening_hours="Mo-Fr 09:00-17:00")
    SpaceFactory(slug="tuesday", opening_hours="Tu 09:00-17:00")

    page = get(client, "open=2026-12-20T10:00")

    assert page.one("h1").text == "Nothing is open then. These open next."
    assert slugs(page) == ["monday", "tuesday"]
    assert page.all(class_="status")[0].text == "Opens on Monday 21 December at 9:00"


# --- where ----------------------------------------------------------------------------------


def test_place_that_nobody_knows_offers_the_municipalities_and_everything(client: Client) -> None:
    page = get(client, "q=xqzzy")

    words = said(page)
    assert "We do not know “xqzzy”." in words
    assert "All the places are below." in words
    assert len(page.one("main").one("div", class_="messages").all("a")) == 19
    assert len(slugs(page)) == 20


def test_typing_error_is_forgiven_and_said(client: Client) -> None:
    page = get(client, "q=flagy")

    assert said(page) == "You typed “flagy”. We looked near Flagey."
    assert page.one("h1").text.startswith("Near Flagey: ")


def test_place_that_is_understood_needs_no_words(client: Client) -> None:
    assert said(get(client, "q=1081")) == ""


def test_other_places_of_the_name_are_one_tap_away_with_the_choices(client: Client) -> None:
    page = get(client, "q=woluwe&label=1")
    links = page.one("main").one("div", class_="messages").all("a")

    landed = [get(client, link["href"].removeprefix("?")) for link in links]

    assert [link.text for link in links] == ["1150 Woluwe-Saint-Pierre"]
    assert {said(there) for there in landed} == {""}
    assert all("label=1" in link["href"] for link in links)


def test_words_of_a_visitor_are_shown_as_text(client: Client) -> None:
    page = get(client, urlencode({"q": "<script>alert(1)</script>\"'>"}))

    assert "<script>alert(1)</script>\"'>" in said(page)
    assert page.one("input", id="where")["value"] == "<script>alert(1)</script>\"'>"


# --- speed ----------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["", "q=1081&free=1", "lat=50.847&lng=4.353", "open=now&page=2"])
def test_results_take_one_query_once_the_directory_is_in_memory(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, query: str
) -> None:
    get(client, "q=simonis")  # loads the directory and the gazetteer

    with django_assert_num_queries(1):
        get(client, query)
