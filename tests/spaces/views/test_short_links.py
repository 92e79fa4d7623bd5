"""Short links and their codes: printed once, right for ever."""

import re
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from django.test import Client
from PIL import Image, ImageDraw
from pytest_django import DjangoAssertNumQueries, Settings

from spaces.models import Municipality, Space
from tests.factories import SpaceFactory

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"
SCALE = 8  # pixels a module


# --- the link -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "address"),
    [
        ("fr", "/fr/espaces/koekeltech/"),
        ("nl-BE,nl;q=0.9", "/nl/ruimtes/koekeltech/"),
        ("en-GB", "/en/spaces/koekeltech/"),
        ("de", "/fr/espaces/koekeltech/"),
        ("", "/fr/espaces/koekeltech/"),
    ],
)
def test_short_link_leads_to_the_page_in_the_language_of_the_browser(
    client: Client, language: str, address: str
) -> None:
    response = client.get("/s/F3DJD", headers={"Accept-Language": language})

    assert response.status_code == 302  # the target may change: never 301
    assert response["Location"] == address
    assert "Accept-Language" in response["Vary"]


def test_short_link_is_read_generously(client: Client) -> None:
    for path in ("/s/F3DJD", "/S/f3djd", "/s/f3DjD/", "/s/F3D-JD", "/s/f3d jd", "/s/F3DJO"):
        assert client.get(path)["Location"].endswith("/koekeltech/"), path


@pytest.mark.parametrize("path", ["/s/22222", "/s/F3DJ", "/s/F3DJDD", "/s/F3D-D", "/s/F3D\u00c9D"])
def test_unknown_code_is_answered_with_the_search(client: Client, path: str) -> None:
    response = client.get(path, headers={"Accept-Language": "en"})

    assert response.status_code == 404
    assert 'action="/en/spaces/"' in response.text
    assert 'name="q"' in response.text


@pytest.mark.sql
def test_short_link_follows_a_space_to_its_new_address(client: Client) -> None:
    space = SpaceFactory(slug="old")
    space.slug = "new"
    space.save()

    assert client.get(f"/s/{space.code}")["Location"] == "/fr/espaces/new/"


def test_short_link_takes_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        client.get("/s/F3DJD")


@pytest.mark.sql
@pytest.mark.parametrize(
    "path", ["/en/spaces/old/", "/en/spaces/no-such-space/", "/s/22222", "/s/F3DJD/qr.svg", "/no/"]
)
def test_way_from_an_old_or_wrong_address_takes_few_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    space = SpaceFactory(slug="old")
    space.slug = "new"
    space.save()
    client.get("/en/")  # loads the directory

    with django_assert_max_num_queries(5):
        client.get(path)


def test_code_of_a_draft_leads_nowhere(client: Client) -> None:
    draft = SpaceFactory(draft=True)

    assert client.get(f"/s/{draft.code}").status_code == 404
    assert client.get(f"/s/{draft.code}/qr.svg").status_code == 404


def test_code_of_an_invented_space_leads_nowhere_on_a_real_site(
    client: Client, samples_hidden: None
) -> None:
    sample = SpaceFactory(sample=True)

    assert client.get(f"/s/{sample.code}").status_code == 404
    assert client.get(f"/s/{sample.code}/qr.svg").status_code == 404


# --- the code -------------------------------------------------------------------------------


def drawn(svg: str) -> Image.Image:
    """Draw the picture as a browser would: a background, and dark strokes one module high."""
    root = ET.fromstring(svg)  # noqa: S314 - our own
    _left, _top, width, height = map(float, root.attrib["viewBox"].split())
    background, strokes = root.iter(f"{SVG}path")
    assert background.attrib == {"fill": "#fff", "d": f"M0 0h{width:g}v{height:g}h-{width:g}z"}
    assert strokes.attrib["stroke"] == "#000"
    image = Image.new("L", (round(width) * SCALE, round(height) * SCALE), 255)
    pen = ImageDraw.Draw(image)
    x = y = 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", strokes.attrib["d"]):
        first, *rest = map(float, numbers.split())
        if command == "M":
            x, y = first, rest[0]
        elif command == "m":
            x, y = x + first, y + rest[0]
        else:
            box = (x * SCALE, (y - 0.5) * SCALE, (x + first) * SCALE - 1, (y + 0.5) * SCALE - 1)
            pen.rectangle(box, fill=0)
            x += first
    return image


def decoded(client: Client, space: Space) -> str:
    (code,) = zxingcpp.read_barcodes(drawn(client.get(f"/s/{space.code}/qr.svg").text))
    return code.text


def test_code_reads_back_as_the_short_link_in_capitals(client: Client) -> None:
    space = Space.objects.get(slug="koekeltech")

    assert decoded(client, space) == "HTTP://TESTSERVER/S/F3DJD"


def test_address_in_the_code_leads_to_the_space(client: Client) -> None:
    space = Space.objects.get(slug="koekeltech")

    path = decoded(client, space).removeprefix("HTTP://TESTSERVER")

    assert client.get(path)["Location"] == "/fr/espaces/koekeltech/"


def test_code_is_small_enough_for_paper_and_has_its_quiet_zone(
    client: Client, settings: Settings
) -> None:
    settings.SITE_URL = "https://epn.brussels"

    image = drawn(client.get("/s/F3DJD/qr.svg").text)

    dark = Image.eval(image, lambda value: 255 - value).getbbox()
    assert dark
    modules = (dark[2] - dark[0]) // SCALE
    assert modules == 25  # capitals only: the compact mode
    assert dark == (4 * SCALE, 4 * SCALE, (4 + modules) * SCALE, (4 + modules) * SCALE)
    assert image.size == ((modules + 8) * SCALE, (modules + 8) * SCALE)


def test_code_is_kept_by_browsers_for_ever(client: Client) -> None:
    response = client.get("/s/F3DJD/qr.svg")

    assert response["Content-Type"] == "image/svg+xml"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("path", ["/s/22222/qr.svg", "/s/%00/qr.svg", "/s/%F0%9F/qr.svg"])
def test_code_that_cannot_be_has_no_picture(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


# --- off the site for a while ---------------------------------------------------------------


@pytest.mark.sql
def test_code_of_a_space_that_became_a_draft_again_leads_to_the_places_near_it(
    client: Client,
) -> None:
    space = SpaceFactory(slug="away", postal_code="1000")
    space.status = Space.Status.DRAFT
    space.save()

    link = client.get(f"/s/{space.code}", headers={"Accept-Language": "nl"})
    page = client.get("/nl/ruimtes/away/")

    assert link.status_code == page.status_code == 302
    assert link["Location"] == page["Location"] == "/nl/ruimtes/?q=1000"
    assert client.get(f"/s/{space.code}/qr.svg").status_code == 200


@pytest.mark.sql
@pytest.mark.parametrize("way", ["update", "bulk_create"])
def test_code_of_a_space_that_was_published_with_others_works(client: Client, way: str) -> None:
    space = SpaceFactory.build(
        municipality=Municipality.objects.all()[0],
        status="draft" if way == "update" else "published",
    )
    Space.objects.bulk_create([space])
    if way == "update":
        Space.objects.filter(pk=space.pk).update(status=Space.Status.PUBLISHED)

    assert client.get(f"/s/{space.code}").status_code == 302
    assert client.get(f"/s/{space.code}/qr.svg").status_code == 200
