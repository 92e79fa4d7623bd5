"""A space that closed for good: its address and its code live on, and lead to who is open."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from spaces.models import Space
from tests.factories import SpaceFactory
from tests.pages import Element, read
from tests.spaces.conftest import Clock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]


def page_of(client: Client, space: Space) -> Element:
    response = client.get(f"/en/spaces/{space.slug}/")
    assert response.status_code == 200
    return read(response)


def near(page: Element) -> list[str]:
    return [
        item.all("a")[0].text for listed in page.all(class_="near") for item in listed.all("li")
    ]


def test_closed_space_says_so_and_shows_the_nearest_open_to_the_public(client: Client) -> None:
    gone = SpaceFactory(name_en="Gone", closed_for_good=True)
    for north, name in enumerate("ABCD", start=1):
        SpaceFactory(name_en=name, latitude=50.8467 + north / 1000)
    SpaceFactory(name_en="Draft", draft=True)
    SpaceFactory(name_en="Gone too", closed_for_good=True)

    page = page_of(client, gone)

    assert page.one("h1").text == "Gone"
    assert page.one(class_="big-status").text == "This place has closed for good."
    assert near(page) == ["A", "B", "C"]
    assert page.one("meta", name="robots")["content"] == "noindex, follow"


def test_closed_space_is_in_no_list(client: Client) -> None:
    gone = SpaceFactory(closed_for_good=True)

    assert f'data-dps-space="{gone.slug}"' not in client.get("/en/spaces/").text


@pytest.mark.sql
def test_closed_space_keeps_old_addresses_and_code(client: Client) -> None:
    space = SpaceFactory(slug="first")
    space.slug = "second"
    space.save()
    space.status = Space.Status.CLOSED
    space.save()

    assert page_of(client, space).one(class_="big-status").text.startswith("This place has closed")
    assert "This place has closed for good." in client.get("/en/spaces/first/").text
    response = client.get(f"/S/{space.code}", headers={"Accept-Language": "en"})
    assert response["Location"] == "/en/spaces/second/"


def test_closed_space_without_a_point_shows_what_is_near_its_municipality(client: Client) -> None:
    gone = SpaceFactory(closed_for_good=True, nowhere=True)
    SpaceFactory(name_en="A")

    assert near(page_of(client, gone)) == ["A"]


def test_closed_space_is_not_placed_by_an_invented_point(
    client: Client, samples_hidden: None
) -> None:
    gone = SpaceFactory(
        closed_for_good=True, sample_fields=["location"], latitude=50.7900, longitude=4.33
    )
    SpaceFactory(name_en="By the invented point", latitude=50.7900, longitude=4.33)
    for name in "ABC":  # by the municipality
        SpaceFactory(name_en=name)

    assert sorted(near(page_of(client, gone))) == ["A", "B", "C"]


def test_closed_space_takes_few_queries_then_one(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    gone = SpaceFactory(closed_for_good=True)
    SpaceFactory(with_hours=True)
    client.get("/en/")  # loads the directory

    with django_assert_max_num_queries(5):
        page_of(client, gone)
    with django_assert_num_queries(1):
        page_of(client, gone)


def test_closed_space_tells_the_hours_of_now(client: Client, clock: Clock) -> None:
    gone = SpaceFactory(closed_for_good=True)
    SpaceFactory(opening_hours="Mo-Fr 09:00-12:00")

    before = page_of(client, gone).one(class_="status").text
    clock.set("2026-12-16 12:01")
    after = page_of(client, gone).one(class_="status").text

    assert (before, after) == ("Open now, until 12:00", "Closed. Opens tomorrow at 9:00")


def test_space_that_reopens_has_its_page_again(client: Client) -> None:
    space = SpaceFactory(name_en="Back", closed_for_good=True)
    page_of(client, space)

    Space.objects.filter(pk=space.pk).update(status=Space.Status.PUBLISHED)

    assert "closed for good" not in page_of(client, space).text
