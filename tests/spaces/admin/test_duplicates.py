"""The desk's page of suspected duplicates: who decides, and what bad input does."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from spaces.curation import merging
from spaces.models import DistinctPair, Space
from tests.factories import SpaceFactory
from tests.pages import read
from tests.spaces.admin import desk
from tests.spaces.admin.test_pages import unsafe

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_listings")]

WHERE = "/admin/spaces/space/duplicates/"


@pytest.fixture
def pair() -> tuple[Space, Space]:
    same = {"name_fr": "Maison du Web", "name_nl": "Webhuis"}
    return SpaceFactory(name_en="Web house", **same), SpaceFactory(
        name_en="The web’s house", **same
    )


def decide(client: Client, first: object, second: object, choice: str) -> list[str]:
    data = {"first": first, "second": second, "choice": choice}
    return desk.messages(client.post(WHERE, data, follow=True))


def test_pair_is_shown_side_by_side(chief: Client, pair: tuple[Space, Space]) -> None:
    page = read(chief.get(WHERE))

    assert reverse("admin:spaces_space_duplicates") == WHERE
    assert unsafe(page) == []
    names = page.one("table").one("thead").text
    assert "Web house" in names
    assert "The web’s house" in names
    differing = [row.one("th").text for row in page.all("tr", class_="differs")]
    assert differing == ["Name [en]", "Short code", "Web address"]


def test_one_is_kept_and_the_other_closes(chief: Client, pair: tuple[Space, Space]) -> None:
    first, second = pair

    said = decide(chief, first.pk, second.pk, "second")

    first.refresh_from_db()
    assert said == [
        "“Web house” is closed for good. Its addresses and its code lead to “The web’s house”."
    ]
    assert first.replaced_by == second
    assert read(chief.get(WHERE)).all("form", class_="suspected-pair") == []


def test_pair_is_set_apart(chief: Client, pair: tuple[Space, Space]) -> None:
    decide(chief, pair[0].pk, pair[1].pk, "apart")

    assert DistinctPair.objects.count() == 1
    assert "No two listings" in chief.get(WHERE).text


@pytest.mark.parametrize(
    ("first", "second", "choice"),
    [
        ("", "", ""),
        ("{0}", "{0}", "first"),
        ("{0}", "{0}", "apart"),
        ("{0}", "{1}", "both"),
        ("{0}", "nobody", "first"),
        ("{0}", "\x00", "first"),
        ("{0}", "00000000-0000-0000-0000-000000000000", "first"),
    ],
)
def test_bad_decision_changes_nothing(
    chief: Client, pair: tuple[Space, Space], first: str, second: str, choice: str
) -> None:
    keys = [space.pk for space in pair]

    said = decide(chief, first.format(*keys), second.format(*keys), choice)

    assert said == ["Somebody has changed this pair meanwhile. Nothing was done."]
    assert not Space.objects.filter(status=Space.Status.CLOSED).exists()
    assert not DistinctPair.objects.exists()


def test_pair_that_was_decided_meanwhile_is_left_alone(
    chief: Client, pair: tuple[Space, Space]
) -> None:
    first, second = pair
    merging.merge(first, second)

    said = decide(chief, first.pk, second.pk, "second")

    first.refresh_from_db()
    assert said == ["Somebody has changed this pair meanwhile. Nothing was done."]
    assert first.status == Space.Status.PUBLISHED


def test_form_of_a_pair_has_its_token(admin_user: User, pair: tuple[Space, Space]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    data = desk.filled(read(client.get(WHERE)).one("form", class_="suspected-pair"))

    response = client.post(WHERE, data | {"choice": "apart"})

    assert response.status_code == 302
    assert DistinctPair.objects.exists()


def test_looking_changes_nothing(chief: Client, pair: tuple[Space, Space]) -> None:
    chief.get(WHERE, {"first": pair[0].pk, "second": pair[1].pk, "choice": "first"})

    assert not Space.objects.filter(status=Space.Status.CLOSED).exists()


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("Administrators", 200),
        ("Regional editors", 200),
        ("Space managers", 403),
        ("Campaign editors", 403),
        ("Readers", 403),
    ],
)
def test_page_is_for_who_answers_for_every_space(
    client: Client, pair: tuple[Space, Space], role: str, status: int
) -> None:
    user = User.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    pair[0].managers.add(user)
    client.force_login(user)

    assert client.get(WHERE).status_code == status
    client.post(WHERE, {"first": pair[0].pk, "second": pair[1].pk, "choice": "first"})
    assert Space.objects.filter(status=Space.Status.CLOSED).exists() == (status == 200)


def test_page_asks_few_questions(
    chief: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        SpaceFactory.create_batch(2, phone=f"+32255501{number:02}", with_hours=True)

    with django_assert_max_num_queries(12):
        page = read(chief.get(WHERE, {"p": "2"}))

    assert len(page.all("form", class_="suspected-pair")) == 10
