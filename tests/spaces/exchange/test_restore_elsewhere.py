"""A backup goes from SQLite to PostgreSQL and back: the same rows, and a site that works."""

import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.databases import database, environment, manage

# What a site gets by being used: staff with rights of their own, a change in the history.
USED = """
from django.contrib.auth.models import Group, Permission, User
from spaces.models import Space

user = User.objects.create_user("anna", password="a long password")
user.groups.add(Group.objects.get(name="Regional editors"))
user.user_permissions.add(*Permission.objects.filter(codename__endswith="_space"))
space = Space.objects.first()
space.name_nl = "Een andere naam"
space.save()
"""
USABLE = """
from django.contrib.auth.models import Group, User
from spaces.models import Space

assert User.objects.get(username="anna").check_password("a long password")
assert User.objects.get(username="anna").has_perm("spaces.change_space")
Group.objects.create(name="Guests")
User.objects.create_user("bart")
space = Space.objects.get(name_nl="Een andere naam")
space.name_nl = "Nog een naam"
space.save()
"""


@pytest.mark.postgresql
@pytest.mark.parametrize(("before", "after"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_backup_is_restored_into_the_other_database(
    before: str, after: str, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    with database(before, tmp_path) as old, database(after, tmp_path) as new:
        site, other = (
            environment(address, tmp_path / name) for address, name in ((old, "a"), (new, "b"))
        )
        photo = tmp_path / "a" / "photos" / "door.jpg"
        photo.parent.mkdir(parents=True)
        photo.write_bytes(b"a door")
        for where in (site, other):
            manage(where, "migrate", "-v0")
        manage(site, "seed")
        manage(site, "shell", "-v0", "-c", USED)
        manage(site, "backup", str(first))

        manage(other, "restore", str(first))

        manage(other, "backup", str(second))
        assert content(second) == content(first)
        assert (tmp_path / "b" / "photos" / "door.jpg").read_bytes() == b"a door"
        manage(other, "shell", "-v0", "-c", USABLE)


def content(archive: Path) -> list[Any]:
    """Return the rows of a backup, in an order that no database decides."""
    with ZipFile(archive) as opened:
        found = [json.loads(line) for line in opened.read("data.jsonl").splitlines()]
    for row in found:
        for name, value in row["fields"].items():
            if name in ("permissions", "user_permissions"):
                row["fields"][name] = sorted(value)
    return sorted(found, key=lambda row: (row["model"], str(row["pk"])))
