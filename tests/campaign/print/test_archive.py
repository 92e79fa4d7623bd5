"""A ZIP that is sent while it is made."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime

from campaign.print.archive import archive

AT = datetime(2026, 11, 25, 9, 30)  # noqa: DTZ001 - as ZIP files have it


def test_archive_opens_with_its_files_in_their_order() -> None:
    whole = b"".join(archive([("a.pdf", b"%PDF" * 1000), ("index.csv", "é".encode())], AT))

    with zipfile.ZipFile(io.BytesIO(whole)) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["a.pdf", "index.csv"]
        assert opened.read("index.csv").decode() == "é"
        assert opened.infolist()[0].date_time == (2026, 11, 25, 9, 30, 0)


def test_archive_asks_for_a_file_only_when_the_one_before_is_sent() -> None:
    asked: list[int] = []

    def files() -> Iterator[tuple[str, bytes]]:
        for n in range(3):
            asked.append(n)
            yield f"{n}", b"x" * 100

    pieces = archive(files(), AT)
    first = next(pieces)

    assert asked == [0]
    assert b"x" * 100 in first


def test_archive_of_nothing_opens() -> None:
    with zipfile.ZipFile(io.BytesIO(b"".join(archive([], AT)))) as opened:
        assert opened.namelist() == []
