"""Notes of staff beside what was chosen from a list: joined as one writes them."""

import pytest
from django.test import Client

from tests.factories import CourseFactory, SpaceFactory
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]


def fact(page: Element, heading: str) -> str:
    items = page.one("section", aria_labelledby="good").all("li")
    item = next(item for item in items if item.all("b")[0].text == heading)
    return item.text.removeprefix(heading).strip()


@pytest.mark.parametrize(
    ("cost", "note", "said"),
    [
        ("paid", "", "You pay something."),
        ("paid", "a small fee", "You pay something: a small fee."),
        ("paid", "€3 a month", "You pay something: €3 a month."),
        ("paid", "Ask for a card.", "You pay something. Ask for a card."),
        ("free", "printing: €0.30", "It is free. Printing: €0.30."),
        ("free", "<b>now</b>", "It is free: <b>now</b>."),
        ("unknown", "", "We do not know. Ask there."),
        ("unknown", "printing: €0.30", "Printing: €0.30."),
    ],
)
def test_note_goes_on_where_the_sentence_ends(
    client: Client, cost: str, note: str, said: str
) -> None:
    SpaceFactory(slug="here", cost=cost, cost_note_en=note)

    assert fact(read(client.get("/en/spaces/here/")), "Price") == said


def test_note_in_another_language_says_so(client: Client) -> None:
    SpaceFactory(slug="here", cost="paid", cost_note_fr="une petite participation")

    page = read(client.get("/en/spaces/here/"))

    assert fact(page, "Price") == "You pay something: une petite participation. (French)"
    assert page.one("span", lang="fr").text == "une petite participation."


def test_two_pages_of_a_site_are_two_sources(client: Client) -> None:
    SpaceFactory(slug="here", source="https://a.example/x https://a.example/y https://b.example/")

    page = read(client.get("/en/spaces/here/"))

    links = {link.text: link["href"] for link in page.all("a") if ".example" in link["href"]}
    assert links == {
        "a.example": "https://a.example/x",
        "a.example (2)": "https://a.example/y",
        "b.example": "https://b.example/",
    }


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"phone": "+3225550123"}, "02 555 01 23"),
        ({"email": "a@example.org"}, "a@example.org"),
        ({}, "Rue Haute 12, 1000 Brussels"),
    ],
)
def test_course_says_with_whom_to_register(
    client: Client, known: dict[str, str], said: str
) -> None:
    space = SpaceFactory(slug="here", name_en="The Blue House", **known)
    CourseFactory(slug="first", space=space, registration="required")

    page, easy = (read(client.get(f"/en/learn/first/{end}")) for end in ("", "easy/"))

    words = fact(page, "How to register").replace("\N{NO-BREAK SPACE}", " ")
    assert words == f"You must register first. Register with: The Blue House, {said}"
    assert page.one("section", aria_labelledby="good").all("a")[0]["href"] == "/en/spaces/here/"
    assert "Register with The Blue House." in easy.text


@pytest.mark.parametrize("invented", [True, False])
def test_home_promises_courses_only_where_there_are_some(client: Client, *, invented: bool) -> None:
    CourseFactory(space=SpaceFactory(), is_sample=invented)

    learn = read(client.get("/en/")).one("section", aria_labelledby="learn").text

    assert ("For now there are only examples." in learn) is invented
    assert ("There are courses for people who begin." in learn) is not invented
