"""The characters' colours, for paper; `static/css/tokens.css` has the same, a test compares."""

from typing import NamedTuple

from campaign.models.character import Palette


class Colours(NamedTuple):
    """A ground and what is written on it, as #rrggbb; 4.5:1 or better."""

    ground: str
    ink: str


INK = "#1b1e3d"
PALETTES = {
    Palette.SUN: Colours("#ffc233", INK),
    Palette.SEA: Colours("#35b6a6", INK),
    Palette.CORAL: Colours("#ff7a59", INK),
    Palette.VIOLET: Colours("#a594ff", INK),
}
