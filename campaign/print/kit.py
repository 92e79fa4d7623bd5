"""Many posters on paper: a ZIP of PDFs and of the table that says which is which."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from zipstream import ZipStream

from campaign.models import Poster
from campaign.print.poster import PaperFormat, file_name, poster_pdf
from spaces.exchange.cells import csv_row
from spaces.paper.typesetting import TypesettingError

INDEX = "index.csv"


def zipped(
    posters: Iterable[Poster], form: PaperFormat, at: datetime, *, bleed: bool = False
) -> Iterator[bytes]:
    """Yield a ZIP of a PDF for each poster, in their order, and the index, while it is made.

    Only one of the files is in memory at a time; a PDF is small already, and stored as it is.
    A poster that cannot be set is left out, and the index says so: the others are not lost.
    """
    archive = ZipStream()
    for name, content in _files(posters, form, at, bleed=bleed):
        archive.add(content, name)
        yield from archive.all_files()
    yield from archive.finalize()


def note_printed(posters: Iterable[Poster]) -> None:
    """Write down that these posters may hang somewhere now: they are never deleted."""
    new = [poster.pk for poster in posters if not poster.was_printed]
    if new:
        Poster.objects.filter(pk__in=new).update(was_printed=True)


def _files(
    posters: Iterable[Poster], form: PaperFormat, at: datetime, *, bleed: bool
) -> Iterator[tuple[str, bytes]]:
    index = [csv_row(_header())]
    for poster in posters:
        name, problem = file_name(poster, form), ""
        try:
            yield name, poster_pdf(poster, form, at, bleed=bleed)
        except TypesettingError as error:
            name, problem = "", str(error).splitlines()[0]
        index.append(csv_row(_described(poster, name, problem)))
    yield INDEX, "".join(index).encode("utf-8-sig")


def _header() -> list[str]:
    return [
        _("file"),
        _("code"),
        _("address"),
        _("where it hangs"),
        _("latitude"),
        _("longitude"),
        _("character"),
        _("languages"),
        _("problem"),
    ]


def _described(poster: Poster, name: str, problem: str) -> list[object]:
    point = poster.point or ("", "")
    languages = " ".join(poster.languages)
    return [
        name,
        poster.code,
        poster.link,
        poster.name,
        *point,
        poster.character.name,
        languages,
        problem,
    ]
