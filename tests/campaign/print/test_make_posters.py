"""`manage.py make_posters`: the desk's ZIP, from the command line."""

import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from campaign.models import Poster
from tests.factories import PosterFactory
from tests.papers import opened

pytestmark = pytest.mark.django_db


def test_posters_are_written_to_a_zip(tmp_path: Path) -> None:
    PosterFactory.create_batch(2)

    call_command("make_posters", str(tmp_path / "x.zip"), format="a4")

    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        *names, index = archive.namelist()
        assert len(names) == Poster.objects.count()
        assert index == "index.csv"
        with opened(archive.read(names[0])) as paper:
            assert paper.sizes == {(210, 297)}


def test_codes_choose_posters_in_any_case(tmp_path: Path) -> None:
    poster, _other = PosterFactory.create_batch(2)

    call_command("make_posters", str(tmp_path / "x.zip"), poster.code.lower(), bleed=True)

    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert [name[:5] for name in archive.namelist()] == [poster.code, "index"]
        with opened(archive.read(archive.namelist()[0])) as paper:
            assert paper.sizes == {(317, 440)}


def test_unknown_code_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No poster has this code: 22222"):
        call_command("make_posters", str(tmp_path / "x.zip"), "22222")

    assert list(tmp_path.iterdir()) == []


def test_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="could not be written"):
        call_command("make_posters", str(tmp_path / "none" / "x.zip"))
