"""Paper is read later: it has a date, the hours of a week, and nothing that is true for an hour."""

import pytest
from django.test import Client

from tests.factories import CourseFactory, SpaceFactory
from tests.pages import Element, read
from tests.spaces.conftest import Clock

pytestmark = pytest.mark.django_db

HIDDEN = {"screen-only", "asked", "offers", "chips", "filters", "search", "foot"}  # see print.css


def printed(client: Client, path: str) -> Element:
    """Return a page as it is on paper."""
    page = read(client.get(path))
    _take_out(page)
    return page


def _take_out(element: Element) -> None:
    for child in list(element.children):
        if isinstance(child, Element):
            if HIDDEN & set(child.attributes.get("class", "").split()):
                element.children.remove(child)
            else:
                _take_out(child)


@pytest.mark.parametrize(
    "path",
    [
        "/en/spaces/",
        "/en/spaces/?q=1030",
        "/en/spaces/blue/",
        "/en/spaces/blue/easy/",
        "/en/learn/",
        "/en/learn/tablets/",
        "/en/learn/tablets/easy/",
    ],
)
@pytest.mark.usefixtures("no_listings")
def test_paper_has_its_date_and_never_says_now(client: Client, clock: Clock, path: str) -> None:
    space = SpaceFactory(slug="blue", opening_hours="Mo-Fr 09:00-17:00")
    CourseFactory(slug="tablets", space=space)

    paper = printed(client, path)

    assert paper.one(class_="printed").text == "Printed on 16 December 2026."
    for word in (" now", "Today", "tomorrow", "Tomorrow", "today"):
        assert word not in paper.text


@pytest.mark.usefixtures("no_listings")
def test_printed_list_has_usual_hours_and_coming_closures(client: Client, clock: Clock) -> None:
    SpaceFactory(slug="blue", opening_hours="Mo-Fr 09:00-17:00; PH off")
    SpaceFactory(slug="mute", opening_hours=None)

    paper = printed(client, "/en/spaces/")

    card = paper.one("li", data_dps_space="blue")
    assert "Monday to Friday: 9:00–17:00" in card.text
    assert "Closed: 25 December, 1 January" in card.text
    mute = paper.one("li", data_dps_space="mute")
    assert "We do not know the hours." in mute.text


@pytest.mark.usefixtures("no_listings")
def test_usual_hours_on_paper_are_those_of_the_day(client: Client, clock: Clock) -> None:
    SpaceFactory(opening_hours="Mo-Fr 09:00-17:00; PH off")
    assert "Closed: 25 December" in printed(client, "/en/spaces/").text

    clock.set("2027-02-03 10:00")

    paper = printed(client, "/en/spaces/")
    assert "Printed on 3 February 2027." in paper.text
    assert "Closed:" not in paper.text


def test_printed_page_of_many_says_how_many_are_on_it(client: Client) -> None:
    assert "On this paper: 20 of 51 (page 1 of 3)." in printed(client, "/en/spaces/").text
    assert "On this paper" not in printed(client, "/en/spaces/?q=1030&municipality=21015").text


def test_other_meanings_of_a_name_stay_off_paper(client: Client) -> None:
    assert "Did you mean" in read(client.get("/en/spaces/?q=Anderlecht")).text
    assert "Did you mean" not in printed(client, "/en/spaces/?q=Anderlecht").text


def test_kept_copy_has_the_day_on_which_it_was_kept(client: Client, clock: Clock) -> None:
    assert "Printed on" in printed(client, "/en/on-my-phone/").text

    copy = printed(client, "/en/on-my-phone/?kept=1")

    assert "Printed on" not in copy.text
    assert "Kept on 16 December 2026" in copy.text


def test_paper_adds_no_weight_that_a_phone_would_feel(client: Client) -> None:
    page = client.get("/en/spaces/", headers={"Accept-Encoding": "gzip"})

    assert len(page.content) < 20_000
