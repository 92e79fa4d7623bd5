"""Posters at the desk: found, read, changed, and never deleted once they may hang somewhere."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from campaign.models import Poster, Scan
from spaces.models import Place, Space
from tests.factories import CharacterFactory, PosterFactory, SpaceFactory
from tests.pages import read
from tests.spaces.admin import desk
from tests.spaces.admin.conftest import chief, staff
from tests.spaces.conftest import clock

__all__ = ["chief", "clock", "staff"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LIST = desk.address(Poster, "changelist")


def row_of(client: Client, code: str) -> list[str]:
    """Return the cells of a poster's row, the first apart."""
    table = read(client.get(f"{LIST}?q={code}")).one("table", id="result_list")
    (row,) = table.one("tbody").all("tr")
    return [cell.text for cell in [*row.all("th"), *row.all("td")]]


def test_list_says_where_each_poster_leads_today_and_how_often_it_was_scanned(
    chief: Client,
) -> None:
    Scan.add(Poster.objects.get(code="C6YNA"), date(2026, 12, 1), "fr")
    Scan.add(Poster.objects.get(code="C6YNA"), date(2026, 12, 2), "nl")

    cells = row_of(chief, "c6yna")

    assert cells[0] == "C6YNA"
    assert any("Jette" in cell for cell in cells)
    assert cells[-1] == "2"


def test_list_says_which_given_space_does_not_keep_the_promise(chief: Client) -> None:
    who = CharacterFactory(needs=["use_my_banks_app"])
    space = SpaceFactory(name_en="The Blue House", services=["training"])
    PosterFactory(code="ZYXWV", character=who, target="space", space=space)

    cells = row_of(chief, "ZYXWV")

    assert "The Blue House: not near, or does not help with this" in cells


def test_list_says_why_a_poster_leads_to_its_own_page(chief: Client) -> None:
    PosterFactory(code="ZYXWV", taken_down_on=date(2026, 12, 1))

    assert "its own page: it was taken down" in row_of(chief, "ZYXWV")


@pytest.mark.parametrize("words", ["ZYXWV", "zyxwv", "eglise", "Église 12", "brouckere"])
def test_poster_is_found_by_code_place_and_address(chief: Client, words: str) -> None:
    stop = Place.objects.filter(name_fr="De Brouckère")[0]
    PosterFactory(code="ZYXWV", name="Coin", address="Rue de l’Église 12", stop=stop)

    assert "ZYXWV" in desk.found(chief.get(LIST, {"q": words}))


@pytest.mark.parametrize(
    ("chosen", "expected"), [("yes", {"ZYXWV"}), ("no", {"ZYXWT", "ZYXWS", "ZYXWR"})]
)
def test_list_narrows_to_those_that_hang(chief: Client, chosen: str, expected: set[str]) -> None:
    PosterFactory(code="ZYXWV", hung_on=date(2026, 12, 1))
    PosterFactory(code="ZYXWT", hung_on=date(2026, 12, 1), taken_down_on=date(2026, 12, 16))
    PosterFactory(code="ZYXWS", hung_on=date(2026, 12, 24))
    PosterFactory(code="ZYXWR")

    found = set(desk.found(chief.get(LIST, {"hangs": chosen})))

    assert {code for code in found if code.startswith("ZYX")} == expected


def test_list_takes_as_many_queries_for_many_posters(
    chief: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    PosterFactory.create_batch(20, character=Poster.objects.all()[0].character)
    chief.get(LIST)

    with django_assert_max_num_queries(12):
        chief.get(LIST)


def test_form_shows_the_code_and_its_files(chief: Client) -> None:
    poster = PosterFactory(code="ZYXWV")

    page = read(chief.get(desk.address(Poster, "change", poster.pk)))

    files = [link["href"] for link in page.all("a", download=True)]
    assert files == ["/q/ZYXWV/qr.svg", "/q/ZYXWV/qr.png"]
    assert "http://testserver/Q/ZYXWV" in page.text
    assert page.all("img", src="/q/ZYXWV/qr.svg")
    assert page.all("input", name="code") == []


def test_poster_is_made_at_the_desk(chief: Client) -> None:
    page = read(chief.get(desk.address(Poster, "add")))
    form = desk.filled(desk.form_of(page, Poster))
    who = Poster.objects.all()[0].character

    response = chief.post(
        desk.address(Poster, "add"),
        form | {"character": who.pk, "name": "Hall", "latitude": "50,85", "longitude": "4,35"},
    )

    assert response.status_code == 302
    made = Poster.objects.get(name="Hall")
    assert (made.target, made.languages, made.point) == ("nearest", ["fr", "nl"], (50.85, 4.35))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"latitude": "", "longitude": ""}, "Say where the poster hangs"),
        ({"target": "space"}, "Choose a space exactly where"),
        ({"hung_on": "2026-05-02", "taken_down_on": "2026-05-01"}, "cannot be taken down before"),
        ({"languages": []}, "Choose from the list of languages"),
    ],
)
def test_form_refuses_with_a_sentence(
    chief: Client, changes: dict[str, Any], sentence: str
) -> None:
    response = desk.save(chief, PosterFactory(), **changes)

    assert any(sentence in problem for problem in desk.problems(response))


def test_form_refuses_an_invented_space(chief: Client) -> None:
    sample = SpaceFactory(sample=True)

    response = desk.save(chief, PosterFactory(), target="space", space=sample.pk)

    assert any("invented example" in problem for problem in desk.problems(response))


def test_form_refuses_a_space_that_does_not_help_or_is_not_near(chief: Client) -> None:
    poster = PosterFactory(character=CharacterFactory(needs=["use_my_banks_app"]))
    teaches = SpaceFactory(services=["training"])
    far = SpaceFactory(services=["help_with_procedures"], latitude=50.875)
    fit = SpaceFactory(services=["help_with_procedures"])

    def refused(space: Space) -> list[str]:
        response = desk.save(chief, poster, target="space", space=space.pk)
        return [] if response.status_code == 302 else desk.problems(response)

    assert "does not help" in refused(teaches)[0]
    assert refused(far) == [
        "From where the poster hangs it is 55 minutes on foot. Choose one within 30."
    ]
    assert refused(fit) == []


def test_form_keeps_a_poster_whose_space_does_not_help_any_more(chief: Client) -> None:
    space = SpaceFactory(services=["printing"], latitude=50.875)
    who = CharacterFactory(needs=["use_my_banks_app"])
    poster = PosterFactory(character=who, target="space", space=space)

    desk.save(chief, poster, taken_down_on="2026-12-31")

    poster.refresh_from_db()
    assert poster.taken_down_on == date(2026, 12, 31)


def test_form_keeps_a_poster_that_nobody_touched_as_it_is(chief: Client) -> None:
    poster = PosterFactory(target="space", space=Space.objects.get(slug="koekeltech"))
    before = Poster.objects.values().get(pk=poster.pk)

    assert desk.save(chief, poster).status_code == 302

    assert Poster.objects.values().get(pk=poster.pk) == before


# --- deleting -------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [{"print_run": 1}, {"hung_on": date(2026, 5, 1)}])
def test_poster_that_may_hang_somewhere_is_not_deleted(chief: Client, mark: dict[str, Any]) -> None:
    poster = PosterFactory(**mark)

    alone = chief.post(desk.address(Poster, "delete", poster.pk), {"post": "yes"}, follow=True)
    among = desk.act(chief, Poster, "delete_selected", poster, PosterFactory())

    for response in (alone, among):
        assert "its code must not die" in desk.messages(response)[0]
    assert Poster.objects.filter(pk=poster.pk).exists()


def test_poster_that_was_never_printed_is_deleted(chief: Client) -> None:
    poster = PosterFactory()

    chief.post(desk.address(Poster, "delete", poster.pk), {"post": "yes"})

    assert not Poster.objects.filter(pk=poster.pk).exists()


def test_posters_are_for_those_who_may_see_them(staff: Client) -> None:
    assert staff.get(LIST).status_code == 403
    assert staff.get(desk.address(Poster, "change", PosterFactory().pk)).status_code == 403
