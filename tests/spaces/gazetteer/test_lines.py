"""Lines of public transport, as people name them."""

import pytest

from spaces.gazetteer import Gazetteer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "line", "exact"),
    [
        ("tram 51", "51", True),
        ("ligne de tram 51", "51", True),
        ("bus 71", "71", True),
        ("métro 6", "6", True),
        ("Metro 6", "6", True),
        ("lijn 13", "13", True),
        ("line T81", "T81", True),
        ("ترام ٥١", "51", True),
        ("bus 51", "51", False),  # where a tram runs
    ],
)
def test_a_line_is_understood(known: Gazetteer, text: str, line: str, exact: bool) -> None:
    resolution = known.resolve(text)

    assert (resolution.line, resolution.exact) == (line, exact)
    assert resolution.meaning is None


@pytest.mark.parametrize("text", ["51", "tram", "tram 51 simonis", "métro Simonis", "tram 999"])
def test_what_names_no_line_is_none(known: Gazetteer, text: str) -> None:
    assert not known.resolve(text).line
