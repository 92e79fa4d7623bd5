"""A stop of public transport in words, with the lines that call there."""

from django.utils.translation import ngettext

from config.languages import current
from spaces.directory.published import Near
from spaces.directory.stops import Stop
from spaces.language.bidi import isolated


def with_lines(stop: Near[Stop]) -> str:
    """Return the name and the lines: “Simonis (lines 2, 6)”."""
    name, lines = stop.thing.name(current().code), stop.thing.lines
    words = ngettext("%(name)s (line %(names)s)", "%(name)s (lines %(names)s)", len(lines))
    return words % {"name": isolated(name), "names": ", ".join(lines)}
