"""Where the booklets are kept, one a language, and which are on offer: files under `MEDIA_ROOT`.

A file's name says which listings it shows, its language and its day: `hide-fr-2026-11-25.pdf`.
One that was made with invented listings is not offered by a site that hides them.
"""

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from config.languages import LANGUAGES, Language

_NAME = re.compile(rf"(show|hide)-({'|'.join(LANGUAGES)})-(\d{{4}}-\d\d-\d\d)\.pdf")


class Booklet(NamedTuple):
    """A booklet that can be downloaded: its language, its day, and its size in bytes."""

    language: Language
    day: date
    size: int
    path: Path


def on_offer() -> dict[str, Booklet]:
    """Return the newest booklet of each language, where there is one, in the site's order."""
    newest = {booklet.language.code: booklet for booklet in sorted(_stored(), key=lambda b: b.day)}
    return {code: newest[code] for code in LANGUAGES if code in newest}


def store(booklets: Mapping[str, bytes], day: date) -> None:
    """Put the booklets of a day, by language, in the place of those before.

    A reader sees a whole file at any time: the old one or the new one.
    """
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    named = {
        _write(folder / f"{settings.SAMPLE_DATA}-{code}-{day}.pdf", pdf)
        for code, pdf in booklets.items()
    }
    for path in set(folder.glob("*.pdf")) - named:
        path.unlink(missing_ok=True)


def _write(path: Path, pdf: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(pdf)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path


def _stored() -> Iterator[Booklet]:
    """Yield the booklets that show the listings as this site does."""
    for path in _folder().glob(f"{settings.SAMPLE_DATA}-*.pdf"):
        if found := _NAME.fullmatch(path.name):
            _samples, code, day = found.groups()
            yield Booklet(LANGUAGES[code], date.fromisoformat(day), path.stat().st_size, path)


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "booklets"
