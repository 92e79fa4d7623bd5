"""Letters on paper: what no font of ours has never stops a page."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings as site
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spaces.paper import typesetting
from spaces.paper.letters import FAMILIES, printable, without_font

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
TEMPLATE = """\
#import "_house.typ": data, family
#set document(title: "Test")
#set text(font: family, lang: "ar")
#for line in data.lines { par(line) }
"""


@pytest.mark.parametrize(
    ("text", "printed", "missing"),
    [
        ("Café Łódź, ça: 9:00–17:00", "Café Łódź, ça: 9:00–17:00", []),
        ("مركز الحيّ", "مركز الحيّ", []),
        ("Cafe\u0301", "Café", []),
        ("东 Ruimte 😀😀", "□ Ruimte □□", ["东", "😀"]),
        ("wide\u3000space\tand\x07bell", "wide space andbell", []),
        ("\u2068name\u2069\nnext", "\u2068name\u2069\nnext", []),
        ("□", "□", []),
    ],
)
def test_letters_are_kept_where_a_font_has_them(
    text: str, printed: str, missing: list[str]
) -> None:
    assert printable({"texts": [text, 3, None]}) == {"texts": [printed, 3, None]}
    assert without_font({"texts": [text, 3, None]}) == missing


def test_marks_are_printed_with_their_letter_or_not_at_all() -> None:
    assert without_font("x\u0302 ب\u0302\u0489") == ["ب\u0302\u0489"]


def test_families_are_those_of_the_templates() -> None:
    house = (site.BASE_DIR / typesetting.FOLDER / "_house.typ").read_text()

    names = re.search(r"#let family = \((.*)\)", house)

    assert names
    assert names[1] == ", ".join(f'"{family}"' for family in FAMILIES)


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    folder = tmp_path / typesetting.FOLDER
    folder.mkdir(parents=True)
    (folder / "x.typ").write_text(TEMPLATE)
    house = (site.BASE_DIR / typesetting.FOLDER / "_house.typ").read_text()
    (folder / "_house.typ").write_text(house)
    monkeypatch.setattr(site, "BASE_DIR", tmp_path)
    return "x.typ"


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.text(st.characters(codec="utf-8"), max_size=30), max_size=50))
def test_any_text_can_be_set(template: str, lines: list[str]) -> None:
    assert typesetting.typeset(template, printable({"lines": lines}), AT).startswith(b"%PDF")
