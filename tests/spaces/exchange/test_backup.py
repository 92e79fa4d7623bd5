"""Backup and restore: what comes back is what was there, or nothing is."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import CommandError, call_command
from django.db import connection
from modeltranslation.translator import translator
from pytest_django import Settings

from spaces.exchange import backup
from spaces.models import DataVersion, Operator, Space
from tests.factories import SpaceFactory

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    photo = tmp_path / "media" / "photos" / "door.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"a door")
    return photo


@pytest.fixture
def archive(media: Path, tmp_path: Path) -> Path:
    """Back up a site that has all that one can have: history, staff, rights."""
    user = User.objects.create_user("anna", password="a long password")
    group = Group.objects.create(name="Editors")
    group.permissions.add(Permission.objects.get(codename="change_space"))
    user.groups.add(group)
    space = Space.objects.published().first()
    assert space
    space.name_nl = "Een andere naam"
    space.save()
    path, _ = backup.write(tmp_path / "backup.zip", AT)
    return path


def tables() -> dict[str, set[str]]:
    """Name the tables of a backup's models and of their lists, each with columns of no account.

    A translated text's column without a language repeats one with: the last writer's.
    """
    names: dict[str, set[str]] = {}
    for model in backup.saved_models():
        meta = model._meta  # noqa: SLF001
        translated = model in translator.get_registered_models()
        repeated = set(translator.get_options_for_model(model).fields) if translated else set()
        names[meta.db_table] = repeated
        names |= {str(field.m2m_db_table()): {"id"} for field in meta.many_to_many}
    return names


def site() -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of every table."""
    found = {}
    for table, ignored in tables().items():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608
            counted = [i for i, column in enumerate(cursor.description) if column[0] not in ignored]
            rows = [tuple(row[i] for i in counted) for row in cursor.fetchall()]
        found[table] = sorted(rows, key=repr)
    return found


def empty() -> None:
    """Empty the site as `migrate` leaves it."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"TRUNCATE {', '.join(tables())} RESTART IDENTITY CASCADE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")  # as a new transaction has them
        else:
            for table in tables():
                cursor.execute(f"DELETE FROM {table}")  # noqa: S608


def altered(archive: Path, change: Any) -> Path:
    """Write the archive anew with its files changed."""
    with ZipFile(archive) as old:
        files = {name: old.read(name) for name in old.namelist()}
    change(files)
    path = archive.with_name("altered.zip")
    with ZipFile(path, "w") as new:
        for name, content in files.items():
            new.writestr(name, content)
    return path


def test_restore_brings_back_every_table_and_every_file(archive: Path, media: Path) -> None:
    before, version = site(), DataVersion.current()
    empty()
    media.unlink()

    call_command("restore", str(archive), verbosity=0)

    after = site()
    for table, rows in before.items():
        assert after[table] == rows, table
    assert before["spaces_historicalspace"]
    assert media.read_bytes() == b"a door"
    assert DataVersion.current() != version


def test_restore_leaves_a_site_that_takes_new_rows(archive: Path, media: Path) -> None:
    empty()
    media.unlink()
    backup.restore(archive)

    SpaceFactory()
    Group.objects.create(name="Guests")

    user = User.objects.get(username="anna")
    assert user.check_password("a long password")
    assert user.has_perm("spaces.change_space")


def test_restore_refuses_a_site_with_data(archive: Path) -> None:
    with pytest.raises(CommandError, match="not empty"):
        call_command("restore", str(archive))


def test_restore_refuses_files_that_are_there(archive: Path, media: Path) -> None:
    empty()
    with pytest.raises(CommandError, match="empty it first"):
        call_command("restore", str(archive))
    assert media.read_bytes() == b"a door"


def _damage(files: dict[str, bytes]) -> None:
    files["media/photos/door.jpg"] = b"another door"


def _lose(files: dict[str, bytes]) -> None:
    del files["data.jsonl"]


def _listed(name: str, content: bytes) -> Any:
    def change(files: dict[str, bytes]) -> None:
        manifest = json.loads(files["manifest.json"])
        manifest["files"][name] = hashlib.sha256(content).hexdigest()
        files["manifest.json"] = json.dumps(manifest).encode()
        files[name] = content

    return change


def _of_another_release(files: dict[str, bytes]) -> None:
    manifest = json.loads(files["manifest.json"])
    manifest["release"] = ["spaces.0001_initial"]
    files["manifest.json"] = json.dumps(manifest).encode()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_damage, "damaged"),
        (_lose, "does not hold the files"),
        (_of_another_release, "another release"),
        (_listed("media/../../evil", b"x"), "where none belongs"),
        (_listed("/etc/evil", b"x"), "where none belongs"),
        (_listed("media/..\\evil", b"x"), "where none belongs"),
        (lambda files: files.pop("manifest.json"), "no list"),
        (lambda files: files.update({"manifest.json": b"[]"}), "no list"),
    ],
)
def test_restore_refuses_a_bad_archive_with_a_sentence(
    archive: Path, media: Path, change: Any, sentence: str
) -> None:
    empty()
    media.unlink()
    with pytest.raises(CommandError, match=sentence):
        call_command("restore", str(altered(archive, change)))
    assert not Space.objects.exists()
    assert not media.exists()


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut"])
def test_restore_refuses_what_is_no_archive(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.zip"
    path.write_bytes(content)
    with pytest.raises(CommandError, match="not a whole backup"):
        call_command("restore", str(path))


def test_restore_leaves_nothing_when_it_fails_half_way(archive: Path, media: Path) -> None:
    empty()
    media.unlink()
    cut = _listed("data.jsonl", b'{"model": "spaces.operator", "pk": 1, "fields": {"name": "A"}}\n')
    with pytest.raises(CommandError, match="Nothing was restored"):
        call_command("restore", str(altered(archive, cut)))
    assert not Operator.objects.exists()
    assert not media.exists()


def test_backup_leaves_no_half_file(media: Path, tmp_path: Path, monkeypatch: Any) -> None:
    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(backup, "_contents", fail)
    folder = tmp_path / "backups"
    folder.mkdir()
    with pytest.raises(CommandError, match="disk full"):
        call_command("backup", str(folder))
    assert not list(folder.iterdir())


def test_backup_goes_into_a_folder_for_its_owner_alone(media: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    call_command("backup", str(folder), verbosity=0)
    (path,) = folder.iterdir()
    assert path.suffix == ".zip"
    assert path.stat().st_mode & 0o077 == 0
    with ZipFile(path) as archive:
        assert b"sessions" not in archive.read("data.jsonl")
