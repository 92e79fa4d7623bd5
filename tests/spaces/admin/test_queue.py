"""The desk's first page: what waits, for whom, and that each number is that of its list."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from spaces.models import Space
from tests.factories import (
    ClosureFactory,
    CourseFactory,
    MissingSpaceFactory,
    ProposalFactory,
    ReportFactory,
    SpaceFactory,
    complete_space,
)
from tests.pages import Element, read
from tests.spaces.admin import desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_listings")]


def queue(page: Element) -> dict[str, tuple[int, str]]:
    """Return each kind of work with its number and its list."""
    links = [link for part in page.all("div", class_="work") for link in part.all("a")]
    found = {}
    for link in links:
        words, count = (span.text for span in link.all("span"))
        found[words] = (int(count), link["href"])
    return found


def signed_in(client: Client, role: str, *spaces: Space) -> Client:
    user = User.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    for space in spaces:
        space.managers.add(user)
    client.force_login(user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def fill() -> Space:
    """Leave something of each kind to do."""
    today = timezone.localdate()
    fresh, old = (today - timedelta(days=days) for days in (3, 400))
    space: Space = complete_space(checked_on=old, checked_by="region")
    complete_space(checked_on=fresh, access={}, phone="")
    SpaceFactory(sample=True, opening_hours="24/7")
    SpaceFactory(draft=True)
    SpaceFactory(closed_for_good=True)
    ReportFactory(space=space)
    ReportFactory(done=True)
    ProposalFactory(space=space)
    MissingSpaceFactory()
    for days in (-1, 0, 14, 15):
        last = today + timedelta(days=days)
        ClosureFactory(space=space, first_day=last - timedelta(days=20), last_day=last)
    CourseFactory(space=space, once=True, first_day=old)  # too long ago to matter
    CourseFactory(space=space, once=True, first_day=today - timedelta(days=30))
    return space


def test_number_is_that_of_its_list(chief: Client) -> None:
    fill()

    found = queue(read(chief.get("/admin/")))

    assert len(found) == 15
    for words, (count, where) in found.items():
        if "duplicates" not in where:
            listed = chief.get(where)
            assert listed.status_code == 200, words
            assert len(desk.found(listed)) == count, words
    assert found["Reports of errors"][0] == 1
    assert found["Checked more than six months ago"][0] == 1
    assert found["Closures that end within 14 days"][0] == 2
    assert found["Courses that ran out"][0] == 1


def test_queue_counts_suspected_pairs(chief: Client) -> None:
    SpaceFactory.create_batch(2, phone="+3225550123", house_number="")

    assert queue(read(chief.get("/admin/")))["Suspected duplicates (pairs)"] == (
        1,
        "/admin/spaces/space/duplicates/",
    )


def test_manager_is_shown_their_own_work(client: Client) -> None:
    own = fill()
    ReportFactory()

    page = read(signed_in(client, "Space managers", own).get("/admin/"))

    found = {words: count for words, (count, _where) in queue(page).items()}
    assert found["Reports of errors"] == 1
    assert found["Never checked"] == 0
    assert not {"Managers’ proposals", "Places that are missing here"} & found.keys()
    assert "Suspected duplicates (pairs)" not in found
    assert page.all("div", class_="numbers") == []


def test_reader_is_shown_numbers_and_decides_nothing(client: Client) -> None:
    fill()

    page = read(signed_in(client, "Readers").get("/admin/"))

    assert "Suspected duplicates (pairs)" not in queue(page)
    assert page.one("div", class_="numbers")


def test_who_may_see_nothing_has_no_queue(staff: Client) -> None:
    page = read(staff.get("/admin/"))

    assert queue(page) == {}
    assert page.all("div", class_="numbers") == []


def test_numbers_say_what_they_leave_out(chief: Client) -> None:
    SpaceFactory(opening_hours="Mo-Fr 09:00-17:00")
    SpaceFactory(opening_hours="24/7", sample_fields=["opening_hours"])

    numbers = read(chief.get("/admin/")).one("div", class_="numbers")

    assert [cell.text for cell in numbers.one("tfoot").all("td")] == ["2", "0", "40"]
    assert "examples (spaces: 1)" in numbers.text


def test_first_page_asks_few_questions(
    chief: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    SpaceFactory.create_batch(60, with_hours=True)

    with django_assert_max_num_queries(16):
        chief.get("/admin/")


def test_page_of_an_application_has_no_queue(chief: Client) -> None:
    assert queue(read(chief.get("/admin/spaces/"))) == {}


# --- the score in the list and above the form -------------------------------------------------


def test_list_is_sorted_by_quality(chief: Client) -> None:
    complete_space(name_en="Wanted good")
    SpaceFactory(name_en="Wanted bare")
    shown = read(chief.get(desk.address(Space, "changelist")))
    column = [head.text for head in shown.one("thead").all("th")].index("Quality")

    response = chief.get(desk.address(Space, "changelist"), {"q": "wanted", "o": f"-{column}"})

    assert desk.found(response) == ["Wanted good", "Wanted bare"]


@pytest.mark.parametrize(
    ("narrowed", "names"),
    [
        ({"quality_is": "low"}, ["Wanted bare"]),
        ({"quality_is": "middle"}, ["Wanted good"]),
        ({"quality_is": "nonsense"}, ["Wanted bare", "Wanted good"]),
        ({"missing": "phone"}, ["Wanted bare"]),
        ({"missing": "point"}, ["Wanted bare", "Wanted good"]),
        ({"missing": "nonsense"}, ["Wanted bare", "Wanted good"]),
        ({"invented": "any"}, []),
        ({"checked": "old"}, []),
    ],
)
def test_list_is_narrowed_by_quality(
    chief: Client, narrowed: dict[str, str], names: list[str]
) -> None:
    complete_space(
        name_en="Wanted good", access={}, checked_on=timezone.localdate(), description_nl=""
    )
    SpaceFactory(name_en="Wanted bare")

    found = desk.found(chief.get(desk.address(Space, "changelist"), narrowed | {"q": "wanted"}))

    assert sorted(found) == names


def test_form_says_what_to_do_next(chief: Client) -> None:
    page = read(chief.get(desk.address(Space, "change", SpaceFactory().pk)))

    said = page.one("div", class_="quality")
    assert "10 out of 100" in said.text
    assert said.one("meter")["value"] == "10"
    assert "Write the opening hours of the space itself. +20" in [
        item.text for item in said.all("li")
    ]
    assert read(chief.get(desk.address(Space, "add"))).all("div", class_="quality") == []


def test_form_holds_the_listing_against_the_charter(chief: Client) -> None:
    space = complete_space(computers=5)

    page = read(chief.get(desk.address(Space, "change", space.pk)))

    rows = {row.one("th").text: row for row in page.one("table", class_="charter").all("tr")[1:]}
    assert rows["Has at least 6 computers or tablets"].all("td")[0].text == "not met"
    assert rows["Is open to everyone at least 15 hours a week"].all("td")[0].text == "met"


def test_evidence_is_written_without_a_reason_by_an_administrator_alone(client: Client) -> None:
    space = complete_space()

    signed_in(client, "Administrators")
    assert desk.save(client, space, label_evidence="Letter of 3 May").status_code == 302
    signed_in(client, "Regional editors")
    assert desk.save(client, space, label_evidence="forged").status_code == 302

    space.refresh_from_db()
    assert space.label_evidence == "Letter of 3 May"
