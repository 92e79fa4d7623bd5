"""Several spaces closed at once: counted first, then all or none."""

from datetime import date
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from spaces.models import Closure, DataVersion, Municipality, Space
from tests.factories import ClosureFactory, OperatorFactory, SpaceFactory
from tests.pages import read
from tests.spaces.admin import desk

pytestmark = pytest.mark.django_db

DAYS = {"first_day": "2027-07-21", "last_day": "2027-07-23"}
REASONS = {"reason_fr": "fête", "reason_nl": "feest", "reason_en": "holiday"}
FROM, TO = date(2027, 7, 21), date(2027, 7, 23)


@pytest.fixture
def _alone(db: None) -> None:
    """Leave no space but those that the test makes."""
    Space.objects.update(status="closed")


def send(client: Client, **data: Any) -> Any:
    return client.post(reverse("admin:spaces_closure_several"), DAYS | REASONS | data)


def confirm(client: Client, **data: Any) -> Any:
    """Look at the page that counts, and confirm what it says."""
    page = read(send(client, **data))
    seen = page.one("button", name="seen")
    return client.post(
        reverse("admin:spaces_closure_several"),
        desk.filled(page.one("form", class_="desk-page")) | {"seen": seen["value"]},
        follow=True,
    )


def closed() -> set[str]:
    found = Closure.objects.filter(first_day=FROM, last_day=TO)
    return set(found.values_list("space__slug", flat=True))


@pytest.mark.usefixtures("_alone")
def test_page_counts_before_it_closes(chief: Client) -> None:
    SpaceFactory.create_batch(3)

    page = read(send(chief))

    assert "3 spaces will close on these days. 21/07/2027 – 23/07/2027" in page.text
    assert closed() == set()


@pytest.mark.usefixtures("_alone")
def test_all_spaces_close_in_every_language(chief: Client) -> None:
    spaces = [SpaceFactory(slug="one"), SpaceFactory(slug="two", status="draft")]
    SpaceFactory(slug="gone", status="closed")
    version = DataVersion.current()

    response = confirm(chief)

    assert desk.messages(response) == ["2 spaces are closed."]
    assert closed() == {"one", "two"}
    closure = spaces[0].closures.get()
    assert [getattr(closure, name) for name in REASONS] == list(REASONS.values())
    assert closure.history.get().history_user.username == "admin"
    assert LogEntry.objects.filter(object_id=str(closure.pk)).exists()
    assert DataVersion.current() != version


@pytest.mark.usefixtures("_alone")
def test_spaces_of_a_municipality_or_an_operator_close(chief: Client) -> None:
    operator = OperatorFactory()
    ixelles = Municipality.objects.get(nis="21009")
    at_ixelles = {"latitude": None, "longitude": None, "municipality": ixelles}
    SpaceFactory(slug="both", operator=operator, **at_ixelles)
    SpaceFactory(slug="there", **at_ixelles)
    SpaceFactory(slug="theirs", operator=operator)
    SpaceFactory(slug="neither")

    confirm(chief, municipality=str(ixelles.pk))
    assert closed() == {"both", "there"}
    confirm(chief, operator=str(operator.pk))
    assert closed() == {"both", "there", "theirs"}


@pytest.mark.usefixtures("_alone")
def test_selected_spaces_close(chief: Client) -> None:
    chosen = [SpaceFactory(slug="one"), SpaceFactory(slug="two")]
    SpaceFactory(slug="other")

    page = read(desk.act(chief, Space, "close_for_some_days", *chosen))
    form = desk.filled(page.one("form", class_="desk-page"))
    confirm(chief, chosen=form["chosen"])

    assert "You chose 2 spaces." in page.text
    assert closed() == {"one", "two"}


@pytest.mark.usefixtures("_alone")
def test_same_closure_is_not_doubled(chief: Client) -> None:
    there, _new = SpaceFactory(slug="there"), SpaceFactory(slug="new")
    ClosureFactory(space=there, first_day=FROM, last_day=TO)

    response = send(chief)
    assert "1 space has this closure already: it is left as it is." in read(response).text
    confirm(chief)

    assert there.closures.count() == 1
    assert closed() == {"there", "new"}
    assert "No space is left to close." in read(send(chief)).text


@pytest.mark.usefixtures("_alone")
def test_more_spaces_than_were_seen_are_shown_again(chief: Client) -> None:
    SpaceFactory.create_batch(2)

    response = send(chief, seen="1")

    assert "2 spaces will close on these days." in read(response).text
    assert closed() == set()


@pytest.mark.usefixtures("_alone")
def test_days_can_be_changed_before_anything_closes(chief: Client) -> None:
    SpaceFactory()
    page = read(send(chief, reason_fr="fête"))
    asked = desk.filled(page.one("form", class_="desk-page"))

    form = read(send(chief, **asked, change="1")).one("form", class_="desk-page")

    assert desk.filled(form)["reason_fr"] == "fête"
    assert form.one("input", name="last_day", type="date")["value"] == "2027-07-23"
    assert closed() == set()


@pytest.mark.usefixtures("_alone")
def test_one_day_is_enough_for_a_single_day(chief: Client) -> None:
    space = SpaceFactory()

    for _time in range(2):  # the second closes nothing more
        send(chief, last_day="", seen="1")

    closure = space.closures.get()
    assert closure.last_day == closure.first_day == FROM


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"last_day": "2027-07-20"}, "The last day comes before the first day."),
        ({"first_day": ""}, "This field is required."),
        ({"last_day": "tomorrow"}, "Enter a valid date."),
        ({"municipality": "x"}, "“x” is not a valid UUID."),
        ({"reason_fr": "x" * 121}, "Ensure this value has at most 120 characters"),
        ({"chosen": "\x00"}, "Null characters are not allowed."),
    ],
)
def test_wrong_days_close_nothing(chief: Client, changes: dict[str, str], sentence: str) -> None:
    response = send(chief, **changes, seen="1")

    assert any(sentence in problem for problem in desk.problems(response))
    assert closed() == set()


def test_failure_half_way_closes_nothing(chief: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(LogEntry.objects, "log_actions", fail)

    with pytest.raises(RuntimeError):
        confirm(chief)

    assert closed() == set()


def test_manager_closes_their_own_spaces_alone(client: Client) -> None:
    user = User.objects.create_user("lea", is_staff=True)
    user.groups.add(Group.objects.get(name="Space managers"))
    own, other = SpaceFactory(slug="own"), SpaceFactory(slug="other")
    own.managers.add(user)
    client.force_login(user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"

    confirm(client, chosen=f"{own.code},{other.code}")

    assert closed() == {"own"}
    assert other.name not in read(send(client, chosen="")).text


def test_page_is_for_those_who_may_close(staff: Client) -> None:
    assert staff.get(reverse("admin:spaces_closure_several")).status_code == 403


def test_list_of_closures_links_to_the_page(chief: Client) -> None:
    page = read(chief.get(desk.address(Closure, "changelist")))

    assert (
        page.one("a", href=reverse("admin:spaces_closure_several")).text == "Close several spaces"
    )
    assert page.all("a", class_="import_link")


def test_page_asks_little_of_the_database(
    chief: Client, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(12):
        send(chief)
