"""Write the map's ground: a file for each zoom that has detail of its own, and one of names."""

import json
from collections.abc import Iterator
from typing import Any

from scripts.ground.layers import layers
from scripts.ground.names import names
from scripts.ground.rails import lines
from spaces.cartography.features import FOLDER
from spaces.cartography.frame import FARTHEST, FINEST


def main() -> None:
    """Write every file, and say how large it is."""
    FOLDER.mkdir(exist_ok=True)
    for zoom in range(FARTHEST, FINEST + 1):
        _write(f"{zoom}", layers(zoom))
    _write("names", names())
    _write("lines", {"tracks": lines()})


def _write(name: str, content: dict[str, list[Any]]) -> None:
    file = FOLDER / f"{name}.json"
    file.write_text("".join(_text(content)), encoding="utf-8")
    print(f"{file.name}: {file.stat().st_size / 1000:.0f} kB")


def _text(content: dict[str, list[Any]]) -> Iterator[str]:
    """Yield JSON with a line for each feature, so that a change can be read."""
    yield "{"
    for number, (name, features) in enumerate(content.items()):
        yield f"{',' if number else ''}\n{json.dumps(name)}: ["
        for place, feature in enumerate(features):
            text = json.dumps(feature, ensure_ascii=False, separators=(",", ":"))
            yield f"{',' if place else ''}\n{text}"
        yield "]"
    yield "\n}\n"


if __name__ == "__main__":
    main()
