"""Stops as pages name them."""

from spaces.directory.stops import Stop
from spaces.geo.points import Point


def test_stop_is_named_as_its_reader_names_it() -> None:
    stop = Stop("Bourse", "Beurs", "premetro", Point(50.848, 4.350), ["4"])

    names = [stop.name(language) for language in ("fr", "nl", "en")]

    assert names == ["Bourse", "Beurs", "Bourse"]
    assert stop.pictogram == "metro"
