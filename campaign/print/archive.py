"""A ZIP file that is sent while it is made: only one of its files is in memory at a time."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime


class _Pipe(io.RawIOBase):
    """Where the archive is written, and taken away from."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # zipfile writes bytes only
        self._waiting.append(bytes(data))
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def take(self) -> bytes:
        """Return what was written since the last time."""
        taken, self._waiting = b"".join(self._waiting), []
        return taken


def archive(files: Iterable[tuple[str, bytes]], at: datetime) -> Iterator[bytes]:
    """Yield a ZIP of files by name, dated `at`, piece by piece. PDFs are small already: stored."""
    pipe = _Pipe()
    when = (at.year, at.month, at.day, at.hour, at.minute, at.second)
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_STORED) as zip_file:
        for name, data in files:
            zip_file.writestr(zipfile.ZipInfo(name, when), data)
            yield pipe.take()
    yield pipe.take()
