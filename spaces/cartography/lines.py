"""The course of a line of metro or tram between two of its stops, along its tracks. Pure."""

import json
from collections import defaultdict
from functools import cache
from heapq import heappop, heappush
from itertools import accumulate, pairwise
from math import dist

from spaces.cartography.features import FOLDER
from spaces.cartography.frame import FINEST, place, point_at
from spaces.geo.points import Point

REACH = 130  # pixels of `FINEST`, 200 metres: a stop may stand so far from the track
TOGETHER = 60  # pixels that may part two tracks which are one: a platform between them
WINDING = 1.8  # times the straight line that a ride may be long

At = tuple[int, int]


def course(line: str, start: Point, end: Point) -> list[Point]:
    """Return the points that a line passes between two stops; none where that is not known."""
    ways = _network().get(line)
    if not ways:
        return []
    (from_x, from_y), (to_x, to_y) = place(start, FINEST), place(end, FINEST)
    first = min(ways, key=lambda at: dist(at, (from_x, from_y)))
    last = min(ways, key=lambda at: dist(at, (to_x, to_y)))
    passed = _shortest(ways, first, last)
    long = sum(dist(one, other) for one, other in pairwise(passed))
    near = max(dist(first, (from_x, from_y)), dist(last, (to_x, to_y))) <= REACH
    if not passed or not near or long > WINDING * dist(first, last):
        return []
    return [start, *(point_at(x, y, FINEST) for x, y in passed), end]


@cache
def _network() -> dict[str, dict[At, dict[At, float]]]:
    """Return for each line the corners of its tracks, each with those that come next."""
    found: dict[str, dict[At, dict[At, float]]] = defaultdict(lambda: defaultdict(dict))
    ends: dict[str, list[At]] = defaultdict(list)
    tracks = json.loads((FOLDER / "lines.json").read_text(encoding="utf-8"))["tracks"]
    for names, *flat in tracks:
        corners = list(zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True))
        for name in names.split(" "):
            for one, other in pairwise(corners):
                _tie(found[name], one, other)
            ends[name] += [corners[0], corners[-1]]
    for name, loose in ends.items():
        for end in loose:
            for other in list(found[name]):
                if end != other and dist(end, other) <= TOGETHER:
                    _tie(found[name], end, other)
    return {name: dict(ways) for name, ways in found.items()}


def _tie(ways: dict[At, dict[At, float]], one: At, other: At) -> None:
    ways[one][other] = ways[other][one] = dist(one, other)


def _shortest(ways: dict[At, dict[At, float]], first: At, last: At) -> list[At]:
    """Return the shortest way between two corners (Dijkstra, 1959), empty where there is none."""
    before: dict[At, At | None] = {}
    waiting: list[tuple[float, At, At | None]] = [(0, first, None)]
    while waiting and last not in before:
        far, at, came_from = heappop(waiting)
        if at not in before:
            before[at] = came_from
            for following, step in ways[at].items():
                if following not in before:
                    heappush(waiting, (far + step, following, at))
    passed = [last] if last in before else []
    while passed and (previous := before[passed[-1]]) is not None:
        passed.append(previous)
    return passed[::-1]
