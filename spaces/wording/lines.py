"""A line of public transport in words: what runs on it, and its number."""

from django.utils.translation import gettext as _

from spaces.gazetteer.lines import Mode, mode

NO_BREAK = "\N{NO-BREAK SPACE}"
PICTOGRAMS = {Mode.METRO: "metro", Mode.TRAM: "tram", Mode.BUS: "stop"}


def line_pictogram(line: str) -> str:
    """Return what is drawn beside the line."""
    return PICTOGRAMS[mode(line)]


def line_name(line: str) -> str:
    """Return what people call the line: “tram 51”, “bus 71”, “metro 6”."""
    words = {
        Mode.METRO: _("metro %(line)s"),
        Mode.TRAM: _("tram %(line)s"),
        Mode.BUS: _("bus %(line)s"),
    }
    return (words[mode(line)] % {"line": line}).replace(" ", NO_BREAK)
