"""The gazetteer of the directory's data, in the worker's memory, and what brings it up to date.

It takes a second to build, which no visitor waits for: where the data have changed, a thread of its
own builds it anew and the former one answers until then. Of most changes nothing comes: the places
have a version of their own, and of the spaces only names and addresses are in it.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Lock, Thread

from django.conf import settings
from django.db import DatabaseError, connection

from spaces.gazetteer import rows
from spaces.gazetteer.core import Gazetteer, Places
from spaces.gazetteer.houses import Houses
from spaces.gazetteer.meaning import Meaning, Resolution, Row
from spaces.gazetteer.spelling import words
from spaces.models import DataVersion

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Held:
    version: int  # of the data
    version_of_places: int
    places: Places
    spaces: rows.OfSpaces
    gazetteer: Gazetteer


_first = Lock()
_turn = Lock()
_held: _Held | None = None


def current(version: int) -> Gazetteer:
    """Return the gazetteer of this version of the data, or the former until that one stands.

    No query while the version stays. Where there is none yet, the first asker builds it.
    """
    if _held is None:
        with _first:  # who comes meanwhile waits rather than builds it too
            if _held is None:
                _build()
    elif _held.version != version and not _turn.locked():
        in_background(_rebuild)
    if _held is None:
        raise RuntimeError("The gazetteer was dropped while it was built.")
    return _held.gazetteer


def is_current(version: int) -> bool:
    """Tell whether what answers from now on knows this version of the data.

    Else no page of its answers is to be kept. What is not up to date begins to be.
    """
    current(version)
    return _held is None or _held.version == version


def forget() -> None:
    """Drop what is held: for tests, whose databases share version numbers."""
    global _held
    _held = None


def resolve(text: str, version: int) -> Resolution:
    """Return the place that the text means, see Gazetteer.resolve."""
    return current(version).resolve(text)


def suggest(text: str, language: str, version: int, limit: int = 8) -> list[Meaning]:
    """Return what a text that is being typed may become, see Gazetteer.suggest."""
    return current(version).suggest(text, language, limit)


def in_background(work: Callable[[], None]) -> None:
    """Do the work in a thread that keeps no worker from stopping, nor a connection open."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    Thread(target=run, name="gazetteer", daemon=True).start()


def prepare() -> None:
    """Build the gazetteer before anybody asks: in a worker that has just begun."""
    in_background(_begin)


def _begin() -> None:
    try:
        current(DataVersion.current())
    except DatabaseError as error:
        log.warning("The gazetteer waits for who asks first, as the database does not: %s", error)


def _rebuild() -> None:
    if not _turn.acquire(blocking=False):
        return
    try:
        _build()
    except Exception:
        log.exception("The gazetteer could not be brought up to date.")
    finally:
        _turn.release()


def _build() -> None:
    """Hold the gazetteer of what the database says now; what stayed the same stays."""
    global _held
    former, version = _held, DataVersion.current()
    if former and former.version == version:
        return
    languages = [code for code, _name in settings.LANGUAGES]
    version_of_places = DataVersion.current(DataVersion.PLACES)
    towns = rows.towns()
    spaces = rows.of_spaces(towns)
    if former and former.version_of_places == version_of_places:
        places = former.places
    else:
        places = Places(rows.of_places(towns), languages)
    if former and former.places is places and former.spaces == spaces:
        gazetteer = former.gazetteer
    else:
        own = Places([*spaces.names, *_streets_of(spaces, places)], languages)
        gazetteer = Gazetteer(places, own, Houses(spaces.addresses, ask_register=spaces.register))
    _held = _Held(version, version_of_places, places, spaces, gazetteer)


def _streets_of(spaces: rows.OfSpaces, places: Places) -> Iterator[Row]:
    """Yield the streets that only a space's address names."""
    for address in spaces.addresses:
        known = places.index.exact(words(address.name_fr))
        if not any(address.nis in match.entry.municipalities for match in known):
            yield Row(address)
