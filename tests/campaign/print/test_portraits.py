"""Portraits and colours: drawn files that are there, and words that can be read on each colour."""

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from PIL import Image

from campaign.models import Character
from campaign.print.palettes import PALETTES

STATIC = Path(settings.BASE_DIR) / "static"
ENOUGH = 4.5  # contrast of text (WCAG 2.2, 1.4.3)


def rules(css: str) -> dict[str, list[dict[str, str]]]:
    """Return the colours that each palette class is given, wherever in the file."""
    found: dict[str, list[dict[str, str]]] = {}
    for name, body in re.findall(r"\.palette--(\w+)\s*{([^}]*)}", css):
        found.setdefault(name, []).append(dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", body)))
    return found


def light(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


CLASSES = rules((STATIC / "css" / "tokens.css").read_text())


@pytest.mark.parametrize("palette", Character.Palette)
def test_palette_can_be_read_light_and_dark_and_is_the_same_on_paper(
    palette: Character.Palette,
) -> None:
    ground, ink = PALETTES[palette]

    # One rule, under no media query: the same in both schemes.
    assert CLASSES[palette] == [{"character": ground, "on-character": ink}]
    assert contrast(ground, ink) >= ENOUGH
    assert contrast(ink, "#ffffff") >= ENOUGH  # the button on the colour


def test_palettes_are_those_that_can_be_chosen() -> None:
    assert set(CLASSES) == set(Character.Palette.values) == set(PALETTES)
    assert all(one != other for one, other in combinations(PALETTES.values(), 2))


@pytest.mark.parametrize("portrait", Character.Portrait)
def test_portrait_is_a_square_drawing_that_stands_alone(portrait: str) -> None:
    path = STATIC / Character(portrait=portrait).portrait_file
    drawing = ElementTree.parse(path).getroot()  # noqa: S314  our own

    tags = {element.tag.rpartition("}")[2] for element in drawing.iter()}
    assert drawing.get("viewBox") == "0 0 400 400"
    assert tags <= {"svg", "title", "g", "path", "circle", "ellipse", "rect"}
    assert path.stat().st_size < 5_000
    assert not [key for element in drawing.iter() for key in element.attrib if "href" in key]


@pytest.mark.parametrize("portrait", Character.Portrait)
def test_share_image_has_the_size_that_sites_ask_for(portrait: str) -> None:
    with Image.open(STATIC / Character(portrait=portrait).share_image) as image:
        assert image.size == (1200, 630)


def test_drawings_belong_to_portraits() -> None:
    drawn = {path.stem for path in (STATIC / "campaign").glob("*.svg")}

    assert drawn == set(Character.Portrait.values)
