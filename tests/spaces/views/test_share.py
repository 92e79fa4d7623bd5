"""What other sites show beside a link to a place."""

from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from config.languages import LANGUAGES
from spaces.models import Space
from spaces.paper import share
from tests.factories import SpaceFactory, complete_space
from tests.pages import Element, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def properties(page: Element) -> dict[str, str]:
    return {meta["property"]: meta["content"] for meta in page.all("meta", property=True)}


def page_of(client: Client, space: Space, below: str = "") -> Element:
    return read(client.get(f"/nl/ruimtes/{space.slug}/{below}"))


@pytest.mark.parametrize("below", ["", "eenvoudig/"])
def test_link_to_a_place_has_a_picture_with_its_map(client: Client, below: str) -> None:
    space = SpaceFactory()

    said = properties(page_of(client, space, below))

    assert said["og:image"].endswith(f"/share/nl/{space.code}.png")
    assert said["og:image:alt"].startswith("Kaart: Hoogstraat 12, 1000 Brussel.")


def test_place_that_nobody_knows_is_shared_with_the_picture_of_the_site(client: Client) -> None:
    for facts in ({"nowhere": True}, {"sample": True}, {"sample_fields": ["location"]}):
        space = SpaceFactory(**facts)

        said = properties(page_of(client, space))

        assert "/static/spaces/share-nl" in said["og:image"]
        assert client.get(f"/share/nl/{space.code}.png").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_picture_has_the_size_that_sites_ask_for_and_is_small(
    client: Client, language: str
) -> None:
    space = complete_space(name_fr="Le très long nom d’un espace public numérique " * 3)

    response = client.get(f"/share/{language}/{space.code}.png")

    with Image.open(BytesIO(response.content)) as image:
        assert image.size == share.SIZE
    assert len(response.content) < 90_000
    assert response["Content-Type"] == "image/png"
    assert response["Content-Language"] == language


def test_picture_is_of_what_is_published(client: Client) -> None:
    draft, space = SpaceFactory(draft=True), SpaceFactory()

    for path in (f"fr/{draft.code}", "fr/22222", f"xx/{space.code}", f"fr/{space.code}%00"):
        assert client.get(f"/share/{path}.png").status_code == 404
