"""Typesetting: a tagged PDF with its fonts, or an error that says what is wrong."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from spaces.paper import typesetting
from spaces.paper.typesetting import TypesettingError, typeset
from tests.papers import opened

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
START = '#set document(title: "Test")\n#set text(font: "Source Sans 3", lang: "fr")\n'


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.BASE_DIR = tmp_path
    folder = tmp_path / typesetting.FOLDER
    folder.mkdir(parents=True)
    return folder


def test_template_is_set_with_its_data(folder: Path) -> None:
    (folder / "x.typ").write_text(START + "#json(bytes(sys.inputs.data)).word")

    with opened(typeset("x.typ", {"word": "Éléphant"}, AT)) as paper:
        assert paper.words == ["Éléphant"]
        assert paper.is_tagged
        assert paper.title == "Test"
        assert set(paper.fonts.values()) == {True}
        assert paper.file.get_metadata_dict()["CreationDate"].startswith("D:20261125")


def test_same_data_make_the_same_file(folder: Path) -> None:
    (folder / "x.typ").write_text(START + "word")

    assert typeset("x.typ", {}, AT) == typeset("x.typ", {}, AT)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('#set text(font: "Not There")\nword', "unknown font family: not there"),
        ("word 😀", "😀"),
        ("#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg'/>\"))", "alt"),
        ("#nothing", "unknown variable: nothing"),
        ("#json(bytes(sys.inputs.data)).word", "word"),
        ('#image("/missing.svg", alt: "x")', "file not found"),
    ],
)
def test_what_is_wrong_is_said(folder: Path, body: str, reason: str) -> None:
    (folder / "x.typ").write_text(START + body)

    with pytest.raises(TypesettingError, match=reason):
        typeset("x.typ", {}, AT)
