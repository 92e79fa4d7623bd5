"""A poster's QR code as a phone meets it: small, far, blurred, with a sticker on it."""

import xml.etree.ElementTree as ET
from io import BytesIO

import pytest
import zxingcpp
from django.test import Client
from PIL import Image, ImageDraw, ImageFilter
from pytest_django import Settings

from campaign.models import Poster
from tests.factories import PosterFactory
from tests.spaces.views.test_short_links import SCALE, drawn

pytestmark = pytest.mark.django_db

CODE = "ZYXWV"
LINK = "HTTPS://EPN.BRUSSELS/Q/ZYXWV"
SIZES = (4, 8, 20)  # pixels a module
STICKER = 0.07  # of the area, quiet zone apart
FINDER = 8  # modules: a finder and the light line round it


@pytest.fixture(autouse=True)
def poster(settings: Settings) -> Poster:
    """Make a poster on a site with an address of usual length."""
    settings.SITE_URL = "https://epn.brussels"
    return PosterFactory(code=CODE)


def picture(client: Client, kind: str) -> Image.Image:
    """Return the code as served, as a picture in grey."""
    response = client.get(f"/q/{CODE}/qr.{kind}")
    if kind == "png":
        return Image.open(BytesIO(response.content)).convert("L")
    return drawn(response.text)


def at_size(image: Image.Image, pixels: int) -> Image.Image:
    """Return the code with so many pixels a module."""
    side = modules(image) * pixels
    return image.resize((side, side), Image.Resampling.LANCZOS)


def modules(image: Image.Image) -> int:
    dark = Image.eval(image, lambda value: 255 - value).getbbox()
    assert dark
    quiet = dark[0]  # four modules
    return round(image.width * 4 / quiet)


def read(image: Image.Image) -> zxingcpp.Barcode:
    found = zxingcpp.read_barcodes(image)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("kind", ["svg", "png"])
@pytest.mark.parametrize("pixels", SIZES)
def test_code_is_read_at_every_size(client: Client, kind: str, pixels: int) -> None:
    assert read(at_size(picture(client, kind), pixels)).text == LINK


@pytest.mark.parametrize("kind", ["svg", "png"])
@pytest.mark.parametrize("pixels", SIZES)
def test_code_is_read_blurred(client: Client, kind: str, pixels: int) -> None:
    blurred = at_size(picture(client, kind), pixels).filter(ImageFilter.GaussianBlur(pixels * 0.4))

    assert read(blurred).text == LINK


@pytest.mark.parametrize("colour", [0, 128, 255])
@pytest.mark.parametrize("place", ["lower right", "lower middle", "middle right"])
@pytest.mark.parametrize("pixels", SIZES)
def test_code_is_read_with_a_sticker_away_from_the_finders(
    client: Client, pixels: int, place: str, colour: int
) -> None:
    image = at_size(picture(client, "svg"), pixels)
    inside = modules(image) - 8
    side = inside * STICKER**0.5
    middle = (inside - side) / 2
    x, y = {
        "lower right": (inside - side, inside - side),
        "lower middle": (middle, inside - side),
        "middle right": (inside - side, middle),
    }[place]
    corner = ((4 + x) * pixels, (4 + y) * pixels)
    sticker = (*corner, corner[0] + side * pixels, corner[1] + side * pixels)

    ImageDraw.Draw(image).rectangle(sticker, fill=colour)

    assert min(x, y) > FINDER
    assert read(image).text == LINK


def test_code_is_compact_and_of_level_q(client: Client) -> None:
    image = picture(client, "svg")
    found = read(image)

    assert modules(image) - 8 == 25  # version 2: capitals only
    assert found.ec_level == "Q"
    assert found.content_type == zxingcpp.ContentType.Text
    assert image.size == (33 * SCALE, 33 * SCALE)


def test_png_is_black_on_white_and_large(client: Client) -> None:
    response = client.get(f"/q/{CODE}/qr.png")
    image = Image.open(BytesIO(response.content))

    assert response["Content-Type"] == "image/png"
    assert image.size == (33 * 32, 33 * 32)
    colours = image.convert("RGB").getcolors() or []
    assert {colour for _count, colour in colours} == {(0, 0, 0), (255, 255, 255)}


def test_svg_is_a_picture_and_nothing_else(client: Client) -> None:
    response = client.get(f"/q/{CODE}/qr.svg")
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(response.text).iter()}  # noqa: S314

    assert response["Content-Type"] == "image/svg+xml"
    assert tags == {"svg", "path"}


def test_address_in_the_code_leads_on(client: Client) -> None:
    path = read(picture(client, "svg")).text.removeprefix("HTTPS://EPN.BRUSSELS")

    assert client.get(path).status_code == 302


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_code_is_kept_by_browsers_for_ever(client: Client, kind: str) -> None:
    for path in (f"/q/{CODE}/qr.{kind}", f"/Q/{CODE.lower()}/qr.{kind}"):
        assert client.get(path)["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "path", ["/q/22222/qr.svg", "/q/%00/qr.svg", "/q/ZYXWV/qr.gif", "/q/F3DJD/qr.png"]
)
def test_what_is_no_poster_has_no_picture(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
