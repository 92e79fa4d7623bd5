"""`make drawing`: docs/architecture.svg, the rooms of the house and whom each imports.

Where a room stands is written here; the arrows are the code's own imports. An arrow that follows
from others is left out: views import the search and the search imports the models, so none says
that views import the models. All go down; a test says which would not.
"""

from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from typing import NamedTuple

from scripts.imports import imports, rooms
from scripts.venv import ROOT

DRAWING = ROOT / "docs" / "architecture.svg"

# From the top to the ground: what a floor is, and in each of its rows who stands in which column.
FLOORS: tuple[tuple[str, tuple[dict[str, float], ...]], ...] = (
    ("One site", ({"config": 2.5},)),
    ("Stands on the directory", ({"campaign": 2.5},)),
    (
        "The directory: ways in",
        (
            {"management": 0.5, "templatetags": 1.75, "urls": 4},
            {"admin": 1, "api": 4},
            {"views": 3.5},
        ),
    ),
    (
        "Subjects",
        (
            {"opendata": 4},
            {"paper": 3, "courses": 4},
            {"search": 4, "inbox": 5},
            {"curation": 0.5, "wording": 3},
            {"staff": 0, "exchange": 1.5, "directory": 3.25, "gazetteer": 4.5},
        ),
    ),
    ("Tables and register", ({"extensions": 0.75, "models": 2.5},)),
    (
        "Ground: no model, no setting",
        (
            {"hours": 2.25, "cartography": 4},
            {"language": 2.25, "geo": 3.5},
        ),
    ),
)

COLUMN, MARGIN, LABEL = 154, 20, 26
WIDTH, HEIGHT, GAP = 126, 34, 38  # of a box, and between two rows
BETWEEN = 12  # two arrows side by side
PICTURE = 4 * MARGIN + 5 * COLUMN + WIDTH  # how wide it is

STYLE = """
    svg { --paper: #fff; --floor: #f3f1ec; --box: #fff; --line: #5b6470; --ink: #1d2430; }
    @media (prefers-color-scheme: dark) {
      svg { --paper: #14181f; --floor: #1e242e; --box: #2b3442; --line: #9aa6b5; --ink: #f1f3f6; }
    }
    .paper { fill: var(--paper); }
    .floor { fill: var(--floor); }
    .box { fill: var(--box); stroke: var(--line); }
    text { fill: var(--ink); font: 600 15px system-ui, sans-serif; text-anchor: middle; }
    .label { font-weight: 400; font-size: 13px; text-anchor: start; }
    .label { paint-order: stroke; stroke: var(--floor); stroke-width: 5; }
    .arrow { fill: none; stroke: var(--line); stroke-width: 1.5; marker-end: url(#head); }
    #head path { fill: var(--line); }
"""

Arrow = tuple[str, str]


class Place(NamedTuple):
    """Where a box stands: its row, counted from the top, the middle of it, and its upper edge."""

    row: int
    x: float
    y: float


# --- what is drawn --------------------------------------------------------------------------


def places() -> dict[str, Place]:
    """Return where each box stands, by its name."""
    found: dict[str, Place] = {}
    row, y = 0, float(MARGIN)
    for _name, rows in FLOORS:
        y += LABEL
        for boxes in rows:
            for name, column in boxes.items():
                found[name] = Place(row, 2 * MARGIN + column * COLUMN + WIDTH / 2, y)
            row, y = row + 1, y + HEIGHT + GAP
    return found


def box(module: str) -> str:
    """Return the box of a module: its application, or in the directory its room."""
    package, *inside = module.split(".")
    return inside[0] if package == "spaces" and inside else package


def graph() -> dict[str, set[str]]:
    """Return the boxes, each with those that it imports: rooms, and a module that a room imports.

    What config has for everybody, as the languages, would be an arrow from every room.
    """
    drawn = {box(name) for name in rooms()} - {"spaces"}
    found = {(box(name), box(other)) for name, others in imports().items() for other in others}
    drawn |= {b for a, b in found if a in drawn} - {"spaces"}
    return {
        name: {b for a, b in found if a == name != b != "config" and b in drawn} for name in drawn
    }


def drawn_arrows() -> list[Arrow]:
    """Return who imports whom, without what follows from other arrows."""
    below = graph()
    reached: dict[str, set[str]] = {}
    for name in TopologicalSorter(below).static_order():
        reached[name] = below[name].union(*(reached[other] for other in below[name]))
    return [
        (name, other)
        for name in places()
        for other in sorted(below[name])
        if not any(other in reached[between] for between in below[name])
    ]


# --- where the arrows run -------------------------------------------------------------------


def paths(arrows: list[Arrow]) -> dict[Arrow, str]:
    """Return each arrow as an SVG path that passes between the boxes on its way."""
    place = places()
    passes = _passes(arrows)
    leaves = _spread(arrows, 0, lambda arrow: (*passes[arrow], place[arrow[1]].x)[0])
    enters = _spread(arrows, 1, lambda arrow: (place[arrow[0]].x, *passes[arrow])[-1])
    tops = sorted({each.y for each in place.values()})
    found = {}
    for arrow in arrows:
        x, first = leaves[arrow], place[arrow[0]].row
        path = f"M{x:g} {tops[first] + HEIGHT:g}"
        for top, beside in zip(tops[first + 1 :], (*passes[arrow], enters[arrow]), strict=False):
            middle = top - GAP / 2
            path += f"C{x:g} {middle:g} {beside:g} {middle:g} {beside:g} {top:g}v{HEIGHT}"
            x = beside
        found[arrow] = path.removesuffix(f"v{HEIGHT}")
    return found


def _passes(arrows: list[Arrow]) -> dict[Arrow, list[float]]:
    """Return where each arrow passes the rows between its ends, the shortest arrow first."""
    place = places()
    taken: dict[int, list[tuple[float, float]]] = {}  # where there is no room, from and to
    for each in place.values():
        taken.setdefault(each.row, []).append((each.x - WIDTH / 2, each.x + WIDTH / 2))
    found: dict[Arrow, list[float]] = {}
    for arrow in sorted(arrows, key=lambda arrow: place[arrow[1]].row - place[arrow[0]].row):
        start, end = place[arrow[0]], place[arrow[1]]
        found[arrow] = []
        for row in range(start.row + 1, end.row):
            before = found[arrow][-1] if found[arrow] else start.x
            free = min(
                (
                    x
                    for x in range(MARGIN, PICTURE - MARGIN)
                    if all(x < left - BETWEEN or x > right + BETWEEN for left, right in taken[row])
                ),
                key=lambda x: (abs(x - before) + abs(x - end.x), abs(x - end.x)),
            )
            taken[row].append((free, free))
            found[arrow].append(free)
    return found


def _spread(arrows: list[Arrow], end: int, towards: Callable[[Arrow], float]) -> dict[Arrow, float]:
    """Return where on its box each arrow begins (0) or ends (1), side by side and uncrossed."""
    found = {}
    for name, place in places().items():
        mine = sorted((arrow for arrow in arrows if arrow[end] == name), key=towards)
        for number, arrow in enumerate(mine):
            found[arrow] = place.x + (number - (len(mine) - 1) / 2) * BETWEEN
    return found


# --- the picture ----------------------------------------------------------------------------


def draw() -> str:
    """Return the picture, as the code is now."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    arrows = drawn_arrows()
    height = max(place.y for place in places().values()) + HEIGHT + 2 * MARGIN
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {PICTURE} {height:g}"'
    yield '  role="img" aria-labelledby="title desc">'
    yield '<title id="title">The rooms of the house, and whom each imports</title>'
    yield f'<desc id="desc">{"; ".join(_said(arrows))}.</desc>'
    yield f"<style>{STYLE}</style>"
    yield '<marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7"'
    yield '  orient="auto"><path d="M0 0 8 4 0 8z"/></marker>'
    yield f'<rect class="paper" width="{PICTURE}" height="{height:g}"/>'
    for _name, top, high in _floors():
        yield f'<rect class="floor" x="{MARGIN}" y="{top:g}" width="{PICTURE - 2 * MARGIN}"'
        yield f'  height="{high:g}" rx="8"/>'
    for path in paths(arrows).values():
        yield f'<path class="arrow" d="{path}"/>'
    for name, top, _high in _floors():
        yield f'<text class="label" x="{MARGIN + 12}" y="{top + 18:g}">{name}</text>'
    for name, place in places().items():
        left = place.x - WIDTH / 2
        yield f'<rect class="box" x="{left:g}" y="{place.y:g}" width="{WIDTH}"'
        yield f'  height="{HEIGHT}" rx="6"/>'
        yield f'<text x="{place.x:g}" y="{place.y + HEIGHT / 2 + 5:g}">{name}</text>'
    yield "</svg>"


def _said(arrows: list[Arrow]) -> Iterator[str]:
    """Yield the arrows in words, for who hears the picture."""
    for name in places():
        if others := [b for a, b in arrows if a == name]:
            yield f"{name} imports {', '.join(others)}"


def _floors() -> Iterator[tuple[str, float, float]]:
    """Yield each floor's name, where it begins and how high it is."""
    for name, rows in FLOORS:
        top = places()[next(iter(rows[0]))].y - LABEL
        yield name, top, LABEL + len(rows) * (HEIGHT + GAP) - GAP + MARGIN / 2


if __name__ == "__main__":
    DRAWING.write_text(draw())
