"""The map's colours by day, by night, and where somebody forces their own. Pure.

They stand beside the site's own (static/css/tokens.css): its land, its ground, its ink.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from typing import NamedTuple

from spaces.cartography.style import LETTERS, TOWN_LETTERS

FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
PAPER_FONT = "'Source Sans 3'"


class Tint(NamedTuple):
    """A colour by day and by night."""

    day: str
    night: str


FILLED = {
    "beyond": Tint("#e4ebee", "#191c36"),
    "land": Tint("#fffdf8", "#272b50"),
    "wood": Tint("#d5e5ca", "#234548"),
    "park": Tint("#e0eed6", "#29504f"),
    "water": Tint("#bfdff1", "#1c4c70"),
}
DRAWN = {
    "stream": FILLED["water"],
    "tunnel": Tint("#f0e8d8", "#2f3259"),
    "minor": Tint("#e9e2d4", "#3d4270"),
    "tertiary": Tint("#eadcbb", "#474a75"),
    "main": Tint("#f9dea0", "#625c74"),
    "motorway": Tint("#f2c878", "#7d6f55"),
    "border": Tint("#a39fb5", "#7d80a6"),
}
INK = {
    "town": Tint("#2f3258", "#f4f1ea"),
    "village": Tint("#4a4e6e", "#d9dbee"),
    "quarter": Tint("#565a7c", "#c3c6de"),
    "square": Tint("#565a7c", "#c3c6de"),
    "park": Tint("#3a6631", "#a3d6a3"),
    "water": Tint("#23628f", "#93ccf2"),
    "metro": Tint("#1b1e3d", "#f4f1ea"),
    "premetro": Tint("#1b1e3d", "#f4f1ea"),
    "train": Tint("#1b1e3d", "#f4f1ea"),
    "tram": Tint("#4a4e6e", "#d9dbee"),
    "bus": Tint("#4a4e6e", "#d9dbee"),
    "street": Tint("#5c5546", "#cfcadb"),
}
LINES = (
    ".line{fill:none;stroke-linecap:round;stroke-linejoin:round}"
    ".border{stroke-dasharray:1 4}.tunnel{stroke-dasharray:4 4}"
)
FORCED = (
    ".beyond,.land,.wood,.park,.water{fill:Canvas}.line{stroke:CanvasText}"
    ".minor,.tertiary,.tunnel,.border{stroke:GrayText}"
    ".names,.names g{fill:CanvasText}.names{stroke:Canvas}"
)

# What else stands on the map of a door, of a municipality, of several places: pins, the course of
# a way; an outline, and a veil over what is beyond it; a line from a pin aside to its place.
MARKS = {
    ".pin{fill:%s;stroke-width:2.5px}": Tint("#1b1e3d", "#f4f1ea"),
    ".pin{stroke:%s}.hollow{fill:%s}.eyes{stroke:none;fill:%s}": FILLED["land"],
    ".hollow path{stroke:%s;stroke-dasharray:4 3}.hollow .eyes{fill:%s}": Tint(
        "#1b1e3d", "#f4f1ea"
    ),
}
MARKS_FORCED = (
    ".pin{fill:CanvasText;stroke:Canvas}.eyes,.hollow{fill:Canvas}"
    ".hollow path{stroke:CanvasText}.hollow .eyes{fill:CanvasText}"
)
DOOR = {
    ".way{stroke:%s;stroke-width:5px}": Tint("#1a3fbf", "#a9bcff"),
    ".start{fill:%s;stroke-width:3px}": Tint("#1a3fbf", "#a9bcff"),
    ".start{stroke:%s}.way-around{stroke:%s;stroke-width:9px}": FILLED["land"],
}
DOOR_FORCED = ".start{fill:Highlight;stroke:Canvas}.way{stroke:Highlight}.way-around{stroke:Canvas}"
TOWN = {
    ".veil{fill-opacity:.6;fill:%s}": FILLED["beyond"],
    ".town{stroke-width:2.5px;stroke:%s}": Tint("#1b1e3d", "#f4f1ea"),
}
OVERVIEW = {".lead{stroke-width:2px;stroke:%s}.place{fill:%s}": Tint("#1b1e3d", "#f4f1ea")}
OVERVIEW_FORCED = ".lead{stroke:CanvasText}.place{fill:CanvasText}"
TOWN_FORCED = ".line{stroke:GrayText}.veil{fill:none}.town{stroke:CanvasText;stroke-width:4px}"


@lru_cache(maxsize=1000)
def css(zoom: int, layers: frozenset[str], names: frozenset[str], on_paper: bool = False) -> str:
    """Return the style sheet of a picture on which there are these layers and kinds of names."""
    shown = layers | {"beyond"}
    letters = _letters(zoom, names, PAPER_FONT if on_paper else FONT)
    return LINES + letters + _by_light(lambda time: _colours(time, shown, names), on_paper)


@cache
def door_css(on_paper: bool = False) -> str:
    """Return what else the picture of a door takes."""
    return _by_light(partial(_filled_in, MARKS | DOOR), on_paper, MARKS_FORCED + DOOR_FORCED)


@cache
def town_css(on_paper: bool = False) -> str:
    """Return what else the picture of a municipality takes."""
    return _by_light(partial(_filled_in, MARKS | TOWN), on_paper, MARKS_FORCED + TOWN_FORCED)


@cache
def overview_css(on_paper: bool = False) -> str:
    """Return what else the picture of several places takes."""
    letters = f".eyes{{font:800 22px {PAPER_FONT if on_paper else FONT};text-anchor:middle}}"
    return letters + _by_light(
        partial(_filled_in, MARKS | OVERVIEW), on_paper, MARKS_FORCED + OVERVIEW_FORCED
    )


def _filled_in(rules: dict[str, Tint], time: int) -> Iterator[str]:
    return (rule.replace("%s", tint[time]) for rule, tint in rules.items())


def _by_light(rules: Callable[[int], Iterable[str]], on_paper: bool, forced: str = FORCED) -> str:
    day = "".join(rules(0))
    if on_paper:
        return day
    night = f"@media screen and (prefers-color-scheme:dark){{{''.join(rules(1))}}}"
    return f"{day}{night}@media(forced-colors:active){{{forced}}}"


def _letters(zoom: int, names: frozenset[str], font: str) -> str:
    sizes = {name: TOWN_LETTERS[zoom] if name == "town" else LETTERS[name].size for name in names}
    return (
        f".names{{font:600 11px {font};text-anchor:middle;paint-order:stroke;stroke-width:3px;"
        "stroke-linejoin:round}.n-town{font-weight:700}.n-water{font-style:italic}"
    ) + "".join(f".n-{name}{{font-size:{size:g}px}}" for name, size in sorted(sizes.items()))


def _colours(time: int, layers: frozenset[str], names: frozenset[str]) -> Iterator[str]:
    for what, tints in (("fill", FILLED), ("stroke", DRAWN)):
        for name, tint in tints.items():
            if name in layers:
                yield f".{name}{{{what}:{tint[time]}}}"
    if names:
        yield f".names{{stroke:{FILLED['land'][time]}}}"
    for name in sorted(names):
        yield f".n-{name}{{fill:{INK[name][time]}}}"
