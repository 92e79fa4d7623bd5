"""The whole site in one file: every table, every uploaded file, and a list that proves them.

The tables are written as Django serialises them, so that what SQLite held can be restored into
PostgreSQL and the other way round. Left out is what a site makes by itself (permissions, content
types, the data version), what can be imported again (the register of addresses), what is worth
nothing elsewhere (sessions, failed sign-ins, when the last backup was made), and the staff's second
factors: whoever finds a backup must not find them.
"""

import hashlib
import json
import os
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import Error, connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Model
from django.utils.translation import override

from spaces import extensions
from spaces.models import DataVersion, LastBackup

MANIFEST, DATA, MEDIA = "manifest.json", "data.jsonl", "media"
_LEFT_OUT = {
    *("auth.Permission", "contenttypes.ContentType"),
    *("spaces.DataVersion", "spaces.LastBackup"),
    *("spaces.RegisterStreet", "spaces.RegisterHouse"),
}
_LEFT_OUT_APPS = {"sessions", "axes", "otp_totp", "otp_static"}
_MADE_BY_MIGRATIONS = {"auth.Group"}


class BackupError(Exception):
    """A backup that cannot be made or restored; its text says why."""


class _ToTheMicrosecond(DjangoJSONEncoder):
    """JSON that does not round moments to milliseconds, as Django's does."""

    def default(self, o: Any) -> Any:
        """Write a moment whole."""
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def saved_models() -> list[type[Model]]:
    """Return the models whose rows a backup holds, what others name by its key first."""
    chosen = [
        (config, [model for model in config.get_models() if _is_saved(model)])
        for config in apps.get_app_configs()
    ]
    ordered: list[type[Model]] = serializers.sort_dependencies(chosen, allow_cycles=True)
    return ordered


def write(target: Path, now: datetime) -> tuple[Path, dict[str, int]]:
    """Write a backup to a file, or into a folder; return its path and how many rows of what.

    The file is there whole or not at all, and only its owner may read it.
    """
    if target.is_dir():
        target /= f"spaces-{now:%Y-%m-%d-%H%M%S}.zip"
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            counts = _fill(file, now)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
        LastBackup.record(now, target.stat().st_size)
    finally:
        Path(name).unlink(missing_ok=True)
    return target, counts


def restore(path: Path) -> dict[str, int]:
    """Put a backup into an empty site, all of it or nothing; return how many rows of what."""
    try:
        with ZipFile(path) as archive:
            manifest = _checked(archive)
            _refuse_unless_empty()
            return _put(archive, manifest)
    except (BadZipFile, zlib.error, EOFError) as error:
        raise BackupError(f"This file is not a whole backup: {error}.") from error


def _is_saved(model: type[Model]) -> bool:
    meta = model._meta  # noqa: SLF001
    return meta.managed and not (meta.label in _LEFT_OUT or meta.app_label in _LEFT_OUT_APPS)


def _release() -> list[str]:
    """Name the migrations that shaped the tables: a backup fits those alone."""
    own = {"spaces", *(extension.label for extension in extensions.registered())}
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied if app in own)


def _fill(file: Any, now: datetime) -> dict[str, int]:
    counts, lines = {}, []
    alone = not connection.in_atomic_block
    with transaction.atomic(), override("fr"):  # the language of the columns without one
        if alone and connection.vendor == "postgresql":  # all tables as they are at one moment
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for model in saved_models():
            rows = list(model._base_manager.order_by("pk"))  # noqa: SLF001
            counts[model._meta.label] = len(rows)  # noqa: SLF001
            lines.append(
                serializers.serialize(
                    "jsonl", rows, cls=_ToTheMicrosecond, use_natural_foreign_keys=True
                )
            )
        release = _release()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        sums = {}
        for name, content in _contents("".join(lines)):
            archive.writestr(name, content)
            sums[name] = hashlib.sha256(content).hexdigest()
        manifest = {"made": now.isoformat(), "release": release, "counts": counts, "files": sums}
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return counts


def _contents(data: str) -> Iterator[tuple[str, bytes]]:
    yield DATA, data.encode()
    for path in _media_files():
        yield f"{MEDIA}/{path.relative_to(settings.MEDIA_ROOT).as_posix()}", path.read_bytes()


def _media_files() -> list[Path]:
    """Return the uploaded files; those whose name begins with a dot are half written."""
    root = Path(settings.MEDIA_ROOT)
    found = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in found if not path.name.startswith("."))


def _checked(archive: ZipFile) -> dict[str, Any]:
    """Return the list of what the archive holds, once all of it proved true."""
    try:
        manifest = json.loads(archive.read(MANIFEST))
        sums, release = dict(manifest["files"]), manifest["release"]
        dict(manifest["counts"])
    except (KeyError, TypeError, ValueError) as error:
        raise BackupError("This file is not a backup of this site: it has no list.") from error
    if sorted(archive.namelist()) != sorted([MANIFEST, *sums]) or DATA not in sums:
        raise BackupError("The backup does not hold the files that its list names.")
    for name, expected in sums.items():
        if name != DATA and not _is_media(name):
            raise BackupError(f"The backup holds a file where none belongs: {name!r}.")
        if hashlib.sha256(archive.read(name)).hexdigest() != expected:
            raise BackupError(f"The backup is damaged: {name} is not as it was written.")
    if release != _release():
        raise BackupError(
            "The backup was made by another release. Install that one, run `migrate`, restore, "
            "then upgrade."
        )
    return dict(manifest)


def _is_media(name: str) -> bool:
    parts = PurePosixPath(name).parts
    plain = name == "/".join(parts) and "\\" not in name and "\0" not in name
    return plain and len(parts) > 1 and parts[0] == MEDIA and ".." not in parts


def _refuse_unless_empty() -> None:
    for model in saved_models():
        label = model._meta.label  # noqa: SLF001
        if label not in _MADE_BY_MIGRATIONS and model._base_manager.exists():  # noqa: SLF001
            raise BackupError(
                f"This site is not empty (it has rows of {label}). Restore into a new database, "
                "after `migrate` and before `seed`."
            )
    if _media_files():
        raise BackupError(f"There are files in {settings.MEDIA_ROOT} already: empty it first.")


def _put(archive: ZipFile, manifest: dict[str, Any]) -> dict[str, int]:
    root = Path(settings.MEDIA_ROOT)
    names = [name for name in manifest["files"] if name != DATA]
    written: list[Path] = []
    try:
        with transaction.atomic(), DataVersion.moved_once(), override("fr"):
            counts = _load(archive.read(DATA).decode())
            if counts != manifest["counts"]:
                raise BackupError("The backup does not hold the rows that its list counts.")
            for name in names:
                path = root.joinpath(*PurePosixPath(name).parts[1:])
                path.parent.mkdir(parents=True, exist_ok=True)
                written.append(path)
                path.write_bytes(archive.read(name))
    except BaseException as error:
        for path in written:
            path.unlink(missing_ok=True)
            _remove_empty(path.parent, root)
        if isinstance(error, DeserializationError | Error | UnicodeDecodeError):
            raise BackupError(f"The backup does not fit this site: {error}") from error
        raise
    return counts


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        shutil.rmtree(folder)
        folder = folder.parent


def _load(data: str) -> dict[str, int]:
    """Write the rows, and nothing into the history but what it held."""
    models = saved_models()
    counts = {model._meta.label: 0 for model in models}  # noqa: SLF001
    for label in _MADE_BY_MIGRATIONS:
        apps.get_model(label)._base_manager.all().delete()  # noqa: SLF001
    for row in serializers.deserialize("jsonl", data):
        label = row.object._meta.label  # noqa: SLF001
        if label not in counts:
            raise BackupError(f"The backup holds rows that no backup has: {label}.")
        row.object.skip_history_when_saving = True  # type: ignore[attr-defined]
        row.save()
        counts[label] += 1
    connection.check_constraints()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
    return counts
