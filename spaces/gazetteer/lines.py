"""The lines of STIB-MIVB: which are metros and which trams, and the words that name one."""

from collections.abc import Collection, Iterable
from enum import Enum

from spaces.gazetteer.spelling import LINKS, Word, vocabulary


class Mode(Enum):
    """What runs on a line, and what people call it in the languages of the site."""

    METRO = vocabulary("metro metros metrolijn subway underground مترو المترو")
    TRAM = vocabulary("tram trams tramlijn tramway ترام الترام")
    BUS = vocabulary("bus buses autobus buslijn حافله الحافله باص الباص")


# As OpenStreetMap's routes had them in May 2026 (© OpenStreetMap contributors, ODbL); STIB-MIVB
# numbers its metros 1 to 6. Every other line is a bus, those that replace a tram (T7, T81) too.
_LINES = {
    Mode.METRO: vocabulary("1 2 5 6"),
    Mode.TRAM: vocabulary("4 7 8 9 10 18 19 25 35 39 44 51 55 62 81 82 92 93 97"),
}
_LINE = vocabulary("ligne lignes lijn line number numero nummer n no nr خط الخط")


def mode(line: str) -> Mode:
    """Return what runs on this line."""
    return next((kind for kind, lines in _LINES.items() if line in lines), Mode.BUS)


def named_line(typed: Iterable[Word], lines: Collection[str]) -> tuple[str, bool] | None:
    """Return the line of these that the words name: “tram 51”, “ligne 13”, “lijn T81”.

    With it comes whether what runs there was said right: there is no bus 51. None where the words
    name no line that is known.
    """
    spelt = [word.key for word in typed if word.key not in LINKS]
    modes = {kind for kind in Mode for word in spelt if word in kind.value}
    rest = [word for word in spelt if not any(word in kind.value for kind in Mode)]
    numbers = [word.upper() for word in rest if word not in _LINE]
    if len(numbers) != 1 or len(spelt) == 1 or numbers[0] not in lines:
        return None
    return numbers[0], not modes or mode(numbers[0]) in modes
