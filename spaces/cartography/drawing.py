"""The picture itself: SVG of a frame or a tile, the same bytes every time. Pure."""

from collections.abc import Sequence
from html import escape

from spaces.cartography import labels
from spaces.cartography.frame import Box, Frame, unit
from spaces.cartography.lettering import width
from spaces.cartography.palette import css
from spaces.cartography.paths import AREAS, finer, paths
from spaces.cartography.signs import defined
from spaces.cartography.standing import Label
from spaces.cartography.style import LINE, road_width


def frame_svg(frame: Frame, language: str, obstacles: Sequence[Box] = ()) -> str:
    """Return the picture of a frame, with the names that it has room for.

    The boxes of what will stand above it are in pixels from the corner of `ORIGIN`.
    """
    return picture(frame, labels.on_frame(frame, language, obstacles))


def tile_svg(frame: Frame, language: str) -> str:
    """Return a tile: what it shows goes on in its neighbours, names too."""
    return picture(frame, labels.on_tile(frame, language))


def picture(
    frame: Frame,
    found: Sequence[Label],
    *,
    below: str = "",
    above: str = "",
    rules: str = "",
    on_paper: bool = False,
) -> str:
    """Return a picture with these labels.

    What is drawn `below` them, or `above`, is in pixels, with `rules` of its own. On paper it is
    day, and the letters are those of our paper.
    """
    units = unit(frame.zoom)
    wide, high = frame.width * units, frame.height * units
    ground = dict(paths(frame))
    signs = [label for label in found if not label.lines]
    names = [label for label in found if label.lines]
    shown = frozenset(name.split(" ")[0] for name in ground)
    written = "".join(_name(name, frame, on_paper) for name in names)
    style = css(frame.zoom, shown, frozenset(label.kind for label in names), on_paper)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{frame.width}" height="{frame.height}" '
        f'viewBox="0 0 {wide} {high}"><style>{style}{rules}</style>'
        f"<defs>{defined({sign.kind for sign in signs}, frame.zoom)}</defs>"
        f'<path class="beyond" d="M0 0h{wide}v{high}H0z"/>'
        f"{''.join(_layer(name, path, frame.zoom) for name, path in ground.items())}"
        f'<g transform="scale({units})">{below}{"".join(_sign(sign, frame) for sign in signs)}'
        f'<g class="names">{written}</g>{above}</g></svg>'
    )


def _layer(name: str, path: str, zoom: int) -> str:
    kind, *line = name.split(" ")
    if kind in AREAS:
        return f'<path class="{kind}" d="{path}"/>'
    if line:
        colour, wide = line
        colour = f'stroke="{colour}" '
        strength = float(wide) * finer(zoom)
    else:
        colour, strength = "", road_width(kind, zoom)
    strength *= unit(zoom)
    return f'<path class="line {kind}" {colour}stroke-width="{strength:g}" d="{path}"/>'


def _sign(label: Label, frame: Frame) -> str:
    x, y = _at(label, frame)
    return f'<use href="#{label.kind}" x="{x:g}" y="{y:g}"/>'


def _name(label: Label, frame: Frame, on_paper: bool) -> str:
    x, y = _at(label, frame)
    texts = []
    for nth, line in enumerate(label.lines):
        # A line's middle is about a third of its size above where its letters stand.
        down = (nth - (len(label.lines) - 1) / 2) * label.size * LINE + label.size * 0.35
        at = f'y="{round(down, 1):g}"' if label.angle else f'x="{x:g}" y="{round(y + down, 1):g}"'
        long = f'textLength="{width(line, label.size):.0f}" lengthAdjust="spacingAndGlyphs"'
        # The letters of our paper are known, and narrower.
        texts.append(f"<text {at}{'' if on_paper else f' {long}'}>{escape(line)}</text>")
    turn = f' transform="translate({x:g} {y:g})rotate({label.angle})"' if label.angle else ""
    return f'<g class="n-{label.kind}"{turn}>{"".join(texts)}</g>'


def _at(label: Label, frame: Frame) -> tuple[float, float]:
    return round(label.x - frame.left, 1), round(label.y - frame.top, 1)
