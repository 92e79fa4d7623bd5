"""A page that could not take something says so in its title, and leads to where it is mended."""

import pytest
from django.test import Client

from tests.factories import SpaceFactory
from tests.kinds import sent
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "no_listings")]


def leads_to(page: Element) -> set[str]:
    """Return the ids of what the problems lead to; each is on the page."""
    links = page.one(id="problems").all("a")
    targets = {link["href"].removeprefix("#") for link in links}
    assert all(page.one(id=target) for target in targets)
    return targets


@pytest.mark.parametrize(
    ("address", "targets"),
    [
        ("/en/spaces/?open=soon&need=x", {"filters"}),
        (f"/en/spaces/?q={'x' * 300}", {"where"}),
        ("/en/spaces/?lat=0&lng=0", {"where"}),
        ("/en/learn/?when=soon", {"filters"}),
    ],
)
def test_search_leads_to_the_box_or_the_filters(
    client: Client, address: str, targets: set[str]
) -> None:
    response = client.get(address)
    page = read(response)

    assert response.status_code == 400
    assert page.one("title").text.startswith("Error: ")
    assert leads_to(page) == targets
    box = page.one("details", class_="asked__box")
    assert ("open" in box.attributes) == ("where" in targets)


def test_form_leads_to_the_field(client: Client) -> None:
    space = SpaceFactory(slug="blue")
    wrong = {
        "/en/missing-place/": (sent("missing space", place="", where=""), {"place", "where"}),
        "/en/spaces/blue/report/": (
            sent(f"report {space.code}", kind="other", text=""),
            {"text"},
        ),
    }

    for address, (fields, targets) in wrong.items():
        page = read(client.post(address, fields()))
        assert page.one("title").text.startswith("Error: "), address
        assert leads_to(page) == targets, address


def test_page_without_a_problem_says_nothing_of_one(client: Client) -> None:
    for address in ("/en/spaces/", "/en/missing-place/", "/en/learn/", "/en/"):
        assert not read(client.get(address)).one("title").text.startswith("Error"), address
