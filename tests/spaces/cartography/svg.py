"""Reading the pictures that we draw: their paths and their names, without looking at a pixel."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from spaces.cartography.frame import Frame, unit

SVG = "{http://www.w3.org/2000/svg}"

Corner = tuple[int, int]
Segment = tuple[Corner, Corner]


class Text(NamedTuple):
    """A line of a name: where its middle is, in pixels from the corner of `ORIGIN`."""

    words: str
    x: float
    y: float


def read(svg: str) -> ET.Element:
    """Return a picture of ours as a tree."""
    return ET.fromstring(svg)  # noqa: S314  it is ours


def lines(svg: str, frame: Frame) -> set[tuple[str, Segment]]:
    """Return every step of every drawn line, with its class, in units from `ORIGIN`."""
    return {
        (path.get("class", ""), segment)
        for path in read(svg).iter(f"{SVG}path")
        if path.get("class", "").startswith("line")
        for segment in _segments(path.get("d", ""), frame)
    }


def texts(svg: str, frame: Frame) -> set[Text]:
    """Return every line of every name."""
    found = set()
    for group in read(svg).iter(f"{SVG}g"):
        if not group.get("class", "").startswith("n-"):
            continue
        turned = re.match(r"translate\(([-.\d]+) ([-.\d]+)\)", group.get("transform", ""))
        left, top = map(float, turned.groups()) if turned else (0.0, 0.0)
        for text in group:
            x = left + float(text.get("x", 0)) + frame.left
            y = top + float(text.get("y", 0)) + frame.top
            found.add(Text(text.text or "", round(x, 1), round(y, 1)))
    return found


def _segments(path: str, frame: Frame) -> Iterator[Segment]:
    left, top = frame.left * unit(frame.zoom), frame.top * unit(frame.zoom)
    for piece in path.split("M")[1:]:
        x, y, *steps = (int(number) for number in re.findall(r"-?\d+", piece))
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            yield (x + left, y + top), (x + dx + left, y + dy + top)
            x, y = x + dx, y + dy
