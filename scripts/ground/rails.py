"""Metro and tram: the tracks of all lines as one network, each piece with the lines on it.

OpenStreetMap has a track for each direction, and a line is recorded along one of them: drawn as
they are, two lines of one tunnel lie side by side by chance. Here the first line through a street
draws it for all, and each piece is told which lines run there.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby, pairwise
from typing import Any, NamedTuple

import numpy as np
import shapely
from shapely import LineString, MultiLineString, Point, STRtree, line_merge, unary_union
from shapely.ops import nearest_points, substring

from scripts.ground.sources import METRE, rows, strings
from scripts.ground.sources import lines as lines_of
from scripts.ground.strokes import once

TOGETHER = {"metro": 40 * METRE, "tram": 28 * METRE}  # how far apart the tracks of a street may be
GAP = 230 * METRE  # between two ends of a line that are one: a station may be missing
BESIDE = 12 * METRE  # what is nearer to a track lies on it
STEP = 10 * METRE  # between two places where it is asked who runs there
SHORTEST = 12  # steps that a line runs along a street, rather than across it
LONGEST = 24  # steps for which a line may be missing
STEEPEST = 0.82  # cosine of the angle between two tracks of a street
STUB, ISLAND = 60 * METRE, 400 * METRE  # of a track that leads nowhere, or stands alone


class Line(NamedTuple):
    """A line as it is recorded."""

    name: str
    colour: str
    course: MultiLineString


class Track(NamedTuple):
    """A piece of the network, and the lines that run on it, by their place in the list."""

    course: LineString
    lines: tuple[int, ...]


def recorded(mode: str) -> list[Line]:
    """Return the lines of a mode, `metro` or `tram`."""
    return [
        Line(row["line"], row["colour"], lines_of(row["lines"]))
        for row in rows("rails")
        if row["mode"] == mode
    ]


def tracks(mode: str) -> list[Track]:
    """Return the network of a mode, each piece with the lines that run on it."""
    courses = [line.course for line in recorded(mode)]
    network = _bridged(_network(courses, TOGETHER[mode]))
    along = [_Along(course, TOGETHER[mode]) for course in courses]
    pieces = [piece for edge in network for piece in _pieces(edge, along)]
    return [track for track in _joined(pieces) if track.lines]


def lines() -> list[list[Any]]:
    """Return each piece of the network: its lines' names, then x, y and the way on, in pixels."""
    found = []
    for mode in TOGETHER:
        names = [line.name for line in recorded(mode)]
        for track in tracks(mode):
            corners = [(round(x), round(y)) for x, y in track.course.simplify(2 * METRE).coords]
            steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(corners)]
            flat = [value for pair in (corners[0], *steps) for value in pair]
            found.append([" ".join(names[number] for number in track.lines), *flat])
    return sorted(found)


def _network(courses: Sequence[MultiLineString], together: float) -> list[LineString]:
    """Return the streets that any line runs through, each once."""
    found: list[LineString] = []
    for course in courses:
        whole = unary_union(found)
        beside = whole.buffer(together)
        for part in once(strings(line_merge(course)), BESIDE):
            for new in strings(line_merge(part.simplify(2 * METRE).difference(beside))):
                if not found or new.length > STUB:
                    found.append(_tied(new, whole, 2 * together))
    return once(strings(line_merge(unary_union(found))), together)


def _bridged(edges: list[LineString]) -> list[LineString]:
    """Return the edges with the gaps between two loose ends closed where nothing leads across."""
    loose = _loose_ends(edges)
    pairs = sorted(
        (one.distance(other), i, j)
        for (i, one), (j, other) in combinations(enumerate(loose), 2)
        if one.distance(other) <= GAP
    )
    whole = unary_union(edges)
    for _far, i, j in pairs:
        bridge = LineString([loose[i], loose[j]])
        pieces = strings(line_merge(whole))
        apart = not any(each.intersects(loose[i]) and each.intersects(loose[j]) for each in pieces)
        if apart and not _is_led_across(whole, bridge):
            whole = whole.union(bridge)
    return _pruned(strings(line_merge(whole)))


def _is_led_across(network: Any, bridge: LineString) -> bool:
    """Tell whether the network has a way beside a bridge that is longer than a slip of the pen."""
    return bridge.length > 2 * BESIDE and bool(network.buffer(BESIDE).covers(bridge))


def _pruned(edges: list[LineString]) -> list[LineString]:
    """Return the edges without sidings and platforms: short ones that lead nowhere."""
    loose = {end.coords[0] for end in _loose_ends(edges)}
    shortest = (0, STUB, ISLAND)  # by how many of its ends are loose
    stay = [
        edge
        for edge in edges
        if edge.length > shortest[sum(edge.coords[at] in loose for at in (0, -1))]
    ]
    return strings(line_merge(MultiLineString(stay)))


def _loose_ends(edges: list[LineString]) -> list[Point]:
    ends = [edge.coords[at] for edge in edges for at in (0, -1)]
    met = Counter(ends)
    return [Point(end) for end in ends if met[end] == 1]


def _tied(line: LineString, network: Any, reach: float) -> LineString:
    """Return the line with its ends led to the network, where it is near."""
    corners = list(line.coords)
    for end in (0, -1):
        point = Point(corners[end])
        if not network.is_empty and point.distance(network) <= reach:
            there, _here = nearest_points(network, point)
            corners.insert(0 if end == 0 else len(corners), there.coords[0])
    return LineString(corners)


class _Along:
    """Tells where a line runs along a street."""

    def __init__(self, course: MultiLineString, together: float) -> None:
        corners = [np.asarray(part.coords) for part in course.geoms]
        pieces = [pair for part in corners for pair in pairwise(part)]
        self.tree = STRtree([LineString(pair) for pair in pieces])
        self.ways = _unit(np.array([end - start for start, end in pieces]))
        self.together = together

    def runs(self, points: Any, ways: Any) -> list[bool]:
        """Tell for each point whether the line passes near it, in the way given or its opposite."""
        asked, found = self.tree.query(points, predicate="dwithin", distance=self.together)
        straight = np.abs((ways[asked] * self.ways[found]).sum(axis=1)) >= STEEPEST
        answers = np.zeros(len(points), dtype=bool)
        answers[asked[straight]] = True
        return [bool(answer) for answer in answers]


def _unit(ways: Any) -> Any:
    return ways / np.maximum(np.hypot(ways[:, 0], ways[:, 1]), 1e-9)[:, None]


def _pieces(edge: LineString, along: Sequence[_Along]) -> Iterator[Track]:
    """Yield the pieces of an edge between the places where a line comes or goes."""
    steps = max(1, round(edge.length / STEP))
    marks = edge.length * (np.arange(steps) + 0.5) / steps
    before, at, after = (
        shapely.line_interpolate_point(edge, np.clip(marks + shift, 0, edge.length))
        for shift in (-STEP, 0, STEP)
    )
    ways = _unit(shapely.get_coordinates(after) - shapely.get_coordinates(before))
    runs = [_steady(each.runs(at, ways)) for each in along]
    sets = [tuple(n for n, run in enumerate(runs) if run[step]) for step in range(steps)]
    step = 0
    for names, group in groupby(sets):
        count = len(list(group))
        ends = edge.length * step / steps, edge.length * (step + count) / steps
        yield Track(substring(edge, *ends), names)
        step += count


def _steady(answers: list[bool]) -> list[bool]:
    """Return the answers without those that hold only for a moment."""
    for wanted, count_of in ((False, LONGEST), (True, SHORTEST)):
        shortest = min(count_of, len(answers))
        position = 0
        for answer, group in groupby(list(answers)):
            count = len(list(group))
            if answer is wanted and count < shortest:
                answers[position : position + count] = [not wanted] * count
            position += count
    return answers


def _joined(tracks: Iterable[Track]) -> Iterator[Track]:
    """Yield the tracks, those that the same lines use joined end to end."""
    by_lines: dict[tuple[int, ...], list[LineString]] = {}
    for track in tracks:
        by_lines.setdefault(track.lines, []).append(track.course)
    for names, courses in sorted(by_lines.items()):
        for course in strings(line_merge(MultiLineString(courses))):
            yield Track(_eastward(course), names)


def _eastward(course: LineString) -> LineString:
    """Return a course from its western end, so that lines side by side keep their sides."""
    (west, south), (east, north) = course.coords[0], course.coords[-1]
    return course.reverse() if (east, north) < (west, south) else course
