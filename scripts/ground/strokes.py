"""Lines joined through crossings, as a pencil would draw them: fewer, longer, a street whole."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from math import atan2, pi, remainder

from shapely import LineString, STRtree, line_merge, unary_union

from scripts.ground.sources import strings

STRAIGHT = 0.7  # radians that a street may turn at a crossing

Corner = tuple[float, float]
End = tuple[int, int]  # the number of a line, and which of its ends: 0 or -1


def strokes(lines: Iterable[LineString]) -> list[LineString]:
    """Return the lines, at each crossing the straightest two joined into one."""
    pieces = [list(line.coords) for line in strings(line_merge(unary_union(list(lines))))]
    partner = _partners(pieces)
    found, done = [], set()
    for start in range(len(pieces)):
        if start in done:
            continue
        at: End = _first(start, partner)
        corners: list[Corner] = []
        while True:
            number, end = at
            if number in done:
                break
            done.add(number)
            piece = pieces[number] if end == 0 else pieces[number][::-1]
            corners.extend(piece[1:] if corners else piece)
            following = partner.get((number, -1 if end == 0 else 0))
            if following is None:
                break
            at = following
        found.append(LineString(corners))
    return found


def once(lines: Iterable[LineString], beside: float) -> list[LineString]:
    """Return the lines but for those that lie, for the most part, so near to longer ones."""
    taken: list[LineString] = []
    longest_first = sorted(lines, key=lambda line: -line.length)
    tree = STRtree(longest_first)
    for number, line in enumerate(longest_first):
        near = [n for n in tree.query(line, predicate="dwithin", distance=beside) if n < number]
        others = unary_union([longest_first[n] for n in near]).buffer(beside)
        if line.difference(others).length > line.length / 4:
            taken.append(line)
    return taken


def _first(start: int, partner: dict[End, End]) -> End:
    """Return the end at which the stroke that a line is part of begins."""
    at: End = (start, 0)
    seen = {start}
    while (before := partner.get(at)) is not None and before[0] not in seen:
        seen.add(before[0])
        at = (before[0], -1 if before[1] == 0 else 0)
    return at


def _partners(pieces: list[list[Corner]]) -> dict[End, End]:
    """Return for each end the one that goes on from it, where any is straight enough."""
    meeting: dict[Corner, list[End]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        if piece[0] != piece[-1]:
            meeting[piece[0]].append((number, 0))
            meeting[piece[-1]].append((number, -1))
    partner: dict[End, End] = {}
    for ends in meeting.values():
        turns = sorted(
            (abs(remainder(_way(pieces, one) - _way(pieces, other) + pi, 2 * pi)), one, other)
            for one, other in combinations(ends, 2)
        )
        for turn, one, other in turns:
            if turn <= STRAIGHT and one not in partner and other not in partner:
                partner[one], partner[other] = other, one
    return partner


def _way(pieces: list[list[Corner]], end: End) -> float:
    """Return the direction in which a line leaves one of its ends, in radians."""
    piece = pieces[end[0]] if end[1] == 0 else pieces[end[0]][::-1]
    (x1, y1), (x2, y2) = piece[0], piece[1]
    return atan2(y2 - y1, x2 - x1)
