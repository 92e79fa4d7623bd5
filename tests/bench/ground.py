"""The map that we draw: how long a tile takes, what pictures weigh, what it holds in memory.

In a process of its own, whose processor time and memory are what is told.
"""

import gzip
import json
import subprocess
import sys
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from time import process_time

from spaces.cartography import features, labels
from spaces.cartography.door import door_map
from spaces.cartography.drawing import frame_svg, tile_svg
from spaces.cartography.frame import FARTHEST, TILE, Frame, place
from spaces.cartography.standing import LANGUAGES
from spaces.geo.boxes import REGION
from spaces.geo.points import Point

ZOOMS = range(12, 17)
CENTRE = Point(50.8467, 4.3525)  # the Grand-Place: nowhere is the map fuller
LANGUAGE = "fr-nl"  # the most words


def measure() -> dict[str, float]:
    """Return milliseconds of processor time, kilobytes compressed, and megabytes."""
    command = [sys.executable, "-m", "tests.bench.ground"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _measured() -> dict[str, float]:
    before = _resident()
    for zoom in range(FARTHEST, 19):
        features.layers(zoom)
        for language in LANGUAGES:
            labels.plan(zoom, language)
    held = _resident() - before
    times, sizes = [], []
    for frame in _tiles():
        start = process_time()
        picture = tile_svg(frame, LANGUAGE)
        times.append(1000 * (process_time() - start))
        sizes.append(_weight(picture))
    return {
        "ground_megabytes": held / 1e6,
        "tiles_drawn": len(times),
        "tile_ms": median(times),
        "tile_kilobytes_p95": quantiles(sizes, n=20)[-1],
        "picture_of_the_region_kilobytes": _weight(
            frame_svg(Frame.around(Point(50.8405, 4.366), 12, 768, 768), LANGUAGE)
        ),
        "picture_of_3_km_kilobytes": _weight(
            frame_svg(Frame.around(CENTRE, 14, 512, 512), LANGUAGE)
        ),
        "picture_of_a_door_kilobytes": _weight(door_map(CENTRE, LANGUAGE)),
    }


def _tiles() -> list[Frame]:
    """Return every tile of the Region, of all zooms."""
    found = []
    corners = Point(REGION.north, REGION.west), Point(REGION.south, REGION.east)
    for zoom in ZOOMS:
        (left, top), (right, bottom) = (place(corner, zoom) for corner in corners)
        columns = range(int(left // TILE), int(right // TILE) + 1)
        rows = range(int(top // TILE), int(bottom // TILE) + 1)
        found += [Frame(zoom, x * TILE, y * TILE, TILE, TILE) for x, y in product(columns, rows)]
    return found


def _weight(picture: str) -> float:
    return len(gzip.compress(picture.encode(), 9)) / 1000


def _resident() -> int:
    """Return the bytes of memory that this process holds."""
    status = Path("/proc/self/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return 1024 * int(line.split()[1])


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measured()))
