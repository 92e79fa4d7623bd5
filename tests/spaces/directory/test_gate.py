"""`published()` is the only gate to the public: a draft is on no page and in no answer."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from spaces.models import Space
from tests.factories import SpaceFactory
from tests.pages import body

pytestmark = pytest.mark.django_db

SECRET = "Zyxomma"
NEIGHBOUR = "neighbour"

# Pages about one space and no other.
NEIGHBOURS_OWN = [f"/en/spaces/{NEIGHBOUR}/easy/", f"/en/sheet/?space={NEIGHBOUR}"]
# Wherever the public gets an answer about a space, or near one.
ANSWERS = [
    "/fr/",
    "/en/",
    "/en/spaces/",
    "/fr/espaces/?q=zyxomma",
    "/nl/ruimtes/?lat=50.847&lng=4.353",
    "/en/spaces/?bbox=4.24,50.76,4.49,50.92",
    "/en/spaces/?municipality=21004&free=1&open=now&service=printing",
    "/en/spaces/?page=2",
    "/en/spaces/no-such-page/",
    f"/en/spaces/{NEIGHBOUR}/",
    "/en/spaces/gone/",
    *NEIGHBOURS_OWN,
    "/api/spaces.geojson",
    "/api/spaces.geojson?lang=nl&q=zyxomma",
    "/api/places?q=zyx",
    "/api/places?q=zyxomma&lang=nl",
]


@pytest.fixture
def drafts(no_listings: None) -> list[Space]:
    """Make two drafts that everything would find, and the spaces beside them."""
    SpaceFactory(slug=NEIGHBOUR)
    SpaceFactory(slug="gone", closed_for_good=True)
    facts = {
        "cost": "free",
        "opening_hours": "24/7",
        "services": ["printing"],
        "draft": True,
        "name_fr": SECRET,
        "name_nl": SECRET,
        "name_en": SECRET,
    }
    return [SpaceFactory(**facts), SpaceFactory(**facts | {"provenance": "verified"})]


def given(client: Client, path: str) -> str:
    return body(client.get(path)).decode()


@pytest.mark.parametrize("path", ANSWERS)
def test_draft_is_in_no_answer(client: Client, drafts: list[Space], path: str) -> None:
    answer = given(client, path)

    assert SECRET not in answer
    assert not [draft for draft in drafts if draft.slug in answer or draft.code in answer]


@pytest.mark.parametrize("path", ANSWERS)
def test_draft_would_be_found_if_it_were_published(
    client: Client, drafts: list[Space], path: str
) -> None:
    """Prove that the test above can fail: published, the same spaces are in most answers."""
    Space.objects.filter(pk__in=[draft.pk for draft in drafts]).update(status="published")

    answer = given(client, path)

    unrelated = path in ("/fr/", "/en/", "/en/spaces/no-such-page/") or path in NEIGHBOURS_OWN
    assert (SECRET in answer) is not unrelated


@pytest.mark.parametrize(
    "address",
    [
        lambda draft: f"/en/spaces/{draft.slug}/",
        lambda draft: f"/fr/espaces/{draft.slug}/",
        lambda draft: f"/s/{draft.code}",
        lambda draft: f"/S/{draft.code.lower()}",
        lambda draft: f"/s/{draft.code}/qr.svg",
    ],
)
def test_draft_has_no_address(
    client: Client, drafts: list[Space], address: Callable[[Space], str]
) -> None:
    assert [client.get(address(draft)).status_code for draft in drafts] == [404, 404]


def test_draft_is_in_no_count(client: Client, drafts: list[Space]) -> None:
    features = json.loads(given(client, "/api/spaces.geojson"))["features"]

    assert "There is 1 place in Brussels." in given(client, "/en/")
    assert len(features) == 1


def test_space_that_becomes_a_draft_again_disappears_at_once(client: Client) -> None:
    address = "/en/spaces/koekeltech/"
    before = client.get(address).status_code

    Space.objects.filter(slug="koekeltech").update(status="draft")

    after = client.get(address)
    assert (before, after.status_code) == (200, 302)
    assert after["Location"] == "/en/spaces/?q=1081"  # its code is printed: the places near it
    assert "koekeltech" not in client.get("/en/spaces/?page=2").text
