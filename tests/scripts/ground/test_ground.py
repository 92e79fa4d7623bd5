"""What is committed is what `make ground` writes."""

import json

import pytest

from scripts.ground.layers import layers
from scripts.ground.rails import lines
from spaces.cartography.features import FOLDER


@pytest.mark.parametrize("zoom", [12])
def test_ground_is_what_the_facts_say(zoom: int) -> None:
    """Of one zoom: all of them take a minute."""
    committed = json.loads((FOLDER / f"{zoom}.json").read_text())

    assert layers(zoom) == committed


def test_lines_are_what_the_facts_say() -> None:
    committed = json.loads((FOLDER / "lines.json").read_text())

    assert lines() == committed["tracks"]
