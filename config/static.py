"""Static files: hashed names, compressed, ES modules rewritten to the hashed names."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

WHOLE = "css/site.css"  # its imports are put in their places: a browser asks once
_IMPORT = re.compile(r'^@import url\("([a-z-]+\.css)"\);$', re.MULTILINE)

Paths = dict[str, tuple[Any, str]]  # of each file the storage that has it, and its name there


class StaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Whitenoise's storage, with the imports between our modules hashed too."""

    support_js_module_import_aggregation = True

    def post_process(
        self, paths: Paths, dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str, bool]]:
        """Make one style sheet of those that every page takes, then hash and compress all files."""
        whole = InMemoryStorage()
        whole.save(WHOLE, ContentFile(_whole_style_sheet(paths).encode()))
        yield from super().post_process(paths | {WHOLE: (whole, WHOLE)}, dry_run, **options)


def _whole_style_sheet(paths: Paths) -> str:
    return _IMPORT.sub(lambda match: _read(paths, f"css/{match[1]}"), _read(paths, WHOLE))


def _read(paths: Paths, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read().decode())
