"""The desk's lists: what they find, what they show, and how many questions they ask."""

import pytest
from django.contrib import admin
from django.db.models import Model
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spaces.models import (
    Closure,
    MissingSpace,
    Municipality,
    Operator,
    Place,
    Report,
    Service,
    Space,
    SpaceSlug,
)
from tests.factories import (
    ClosureFactory,
    SpaceFactory,
    complete_space,
    crowd,
)
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)  # noqa: SLF001
MOST_QUERIES = 12


def test_lists_of_ten_thousand_spaces_ask_few_questions(
    chief: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    crowd(10_000)
    chief.get("/en/campaign/")  # a worker that is at work has it all in memory

    for model in MODELS:
        for choices in ({}, {"q": "espace 99"}):
            with django_assert_max_num_queries(MOST_QUERIES, info=model.__name__):
                response = chief.get(desk.address(model, "changelist"), choices)
            assert response.status_code == 200


def test_narrowed_list_asks_few_questions(
    chief: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    spaces = SpaceFactory.create_batch(60, with_hours=True, services=["printing"])
    choices = {
        "q": "espace",
        "municipality__id__exact": spaces[0].municipality_id,
        "services__id__exact": spaces[0].services.get().pk,
        "hours": "yes",
        "invented": "none",
        "_facets": "True",
    }

    with django_assert_max_num_queries(MOST_QUERIES):
        response = chief.get(desk.address(Space, "changelist"), choices)

    assert len(desk.found(response)) == 50


@pytest.mark.parametrize("question", ["eglise", "ÉGLISE", "  Église  ", "eglise sablon", "ZZEGL"])
def test_space_list_is_searched_without_accents(chief: Client, question: str) -> None:
    SpaceFactory(name_fr="L’Église du Sablon", name_en="The Sablon church", code="ZZEGL")

    response = chief.get(desk.address(Space, "changelist"), {"q": question})

    assert "The Sablon church" in desk.found(response)
    assert len(desk.found(response)) < 5


@pytest.mark.parametrize(
    ("model", "question", "name"),
    [
        (Place, "chatelain", "Bailli / Baljuw"),
        (Place, "BALJUW", "Bailli / Baljuw"),
        (Municipality, "sint-agatha", "Berchem-Sainte-Agathe"),
        (Operator, "bibliotheques schaerbeek", "Schaerbeek libraries (Municipality of Schaerbeek)"),
    ],
)
def test_lists_are_searched_in_every_language(
    chief: Client, model: type[Model], question: str, name: str
) -> None:
    response = chief.get(desk.address(model, "changelist"), {"q": question})

    assert name in desk.found(response)
    assert len(desk.found(response)) < 10


def test_closures_and_addresses_are_searched_by_space(chief: Client) -> None:
    closure = ClosureFactory(space__name_fr="Espace Éclair", space__slug="eclair")

    for model, cell in ((Closure, str(closure.space)), (SpaceSlug, "eclair")):
        response = chief.get(desk.address(model, "changelist"), {"q": "eclair espace"})
        assert desk.found(response) == [cell]


@pytest.mark.parametrize(
    ("choice", "is_found"),
    [
        ("status__exact=published", True),
        ("status__exact=draft", False),
        ("label_status__exact=labelled", True),
        ("provenance__exact=sample", False),
        ("checked=yes", True),
        ("checked=no", False),
        ("hours=yes", True),
        ("hours=no", False),
        ("invented=location", True),
        ("invented=opening_hours", False),
        ("invented=none", False),
    ],
)
def test_space_list_is_narrowed_down(chief: Client, choice: str, is_found: bool) -> None:
    complete_space(name_en="Wanted", sample_fields=["location"])

    response = chief.get(f"{desk.address(Space, 'changelist')}?q=wanted&{choice}")

    assert desk.found(response) == ["Wanted"] * is_found


@pytest.mark.parametrize(("choice", "is_found"), [("any", True), ("none", False)])
def test_invented_listing_is_found_among_the_invented(
    chief: Client, choice: str, is_found: bool
) -> None:
    SpaceFactory(name_en="Wanted", sample=True)

    response = chief.get(f"{desk.address(Space, 'changelist')}?q=wanted&invented={choice}")

    assert desk.found(response) == ["Wanted"] * is_found


def test_space_list_is_narrowed_down_by_municipality(chief: Client) -> None:
    space = SpaceFactory(name_en="Wanted")
    where = desk.address(Space, "changelist")

    for municipality in Municipality.objects.all():
        choice = {"q": "wanted", "municipality__id__exact": municipality.pk}
        expected = ["Wanted"] * (municipality == space.municipality)
        assert desk.found(chief.get(where, choice)) == expected


def test_space_list_is_narrowed_down_by_service(chief: Client) -> None:
    SpaceFactory(name_en="Wanted", services=["printing"])
    where = desk.address(Space, "changelist")

    for service in Service.objects.all():
        choice = {"q": "wanted", "services__id__exact": service.pk}
        expected = ["Wanted"] * (service.code == "printing")
        assert desk.found(chief.get(where, choice)) == expected


def test_closures_are_over_or_not(chief: Client) -> None:
    ClosureFactory(space__name_en="Past", first_day="2020-01-01", last_day="2020-01-02")
    ClosureFactory(space__name_en="Coming", first_day="2090-01-01", last_day="2090-01-02")
    where = desk.address(Closure, "changelist")

    assert desk.found(chief.get(where, {"over": "yes"})) == ["Past"]
    assert desk.found(chief.get(where, {"over": "no"})) == ["Coming"]


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "status__exact=%00",
        "status__exact=nonsense",
        "municipality__id__exact=nonsense",
        "invented=nonsense",
        "checked=perhaps",
        "p=999",
        "o=x.y",
        "q=" + "x+" * 20_000,
        "q=" + "%25_\\'\"" * 1_000,
        "nonsense=1",
    ],
)
@pytest.mark.parametrize("model", [Space, Place, Closure, SpaceSlug, Report, MissingSpace])
def test_lists_survive_bad_addresses(chief: Client, model: type[Model], query: str) -> None:
    response = chief.get(f"{desk.address(model, 'changelist')}?{query}", follow=True)

    assert response.status_code == 200


def test_lists_say_that_a_filter_was_not_read(chief: Client) -> None:
    where = f"{desk.address(Space, 'changelist')}?status__exact=%00"

    response = chief.get(where, follow=True)

    assert desk.messages(response) == ["This list’s filter could not be read."]


def test_space_list_shows_what_is_known(chief: Client) -> None:
    complete_space(name_en="Wanted", slug="wanted", opening_hours="24/7")
    SpaceFactory(draft=True, name_en="Not wanted yet")
    SpaceFactory(name_en="Wanted example", opening_hours="24/7", sample_fields=["opening_hours"])

    page = read(chief.get(desk.address(Space, "changelist"), {"q": "wanted"}))

    rows = {row.one("th").text: row for row in page.one("tbody").all("tr")}
    assert rows["Wanted"].one("td", class_="field-municipality").text == "Brussels"
    assert rows["Wanted"].one("td", class_="field-hours_now").text.startswith("Open")
    assert rows["Wanted"].one("td", class_="field-page").one("a")["href"] == "/en/spaces/wanted/"
    assert rows["Not wanted yet"].one("td", class_="field-hours_now").text == "not known"
    assert rows["Not wanted yet"].one("td", class_="field-page").all("a") == []
    assert rows["Wanted example"].one("td", class_="field-hours_now").text.startswith("Example:")


@pytest.mark.parametrize(
    ("language", "path"),
    [("fr", "/fr/espaces/ici/"), ("nl", "/nl/ruimtes/ici/"), ("en", "/en/spaces/ici/")],
)
def test_space_links_to_its_page_in_the_readers_language(
    chief: Client, language: str, path: str
) -> None:
    space = SpaceFactory(slug="ici")

    page = read(
        chief.get(desk.address(Space, "change", space.pk), headers={"accept-language": language})
    )

    assert page.one("a", class_="viewsitelink")["href"] == path
    assert page.one("html")["lang"] == language
