"""The static files as they are collected."""

import shutil
from pathlib import Path

from config.static import WHOLE, StaticFilesStorage

STATIC = Path(__file__).resolve().parent.parent / "static"
IMPORTED = ("tokens", "base", "layout", "components", "lists", "print")


def test_style_sheet_of_every_page_is_one_file(tmp_path: Path) -> None:
    """Of the files that it imports all rules are there, the layers' order first."""
    shutil.copytree(STATIC / "css", tmp_path / "css")
    storage = StaticFilesStorage(location=tmp_path)
    names = [WHOLE, *(f"css/{name}.css" for name in IMPORTED)]

    list(storage.post_process({name: (storage, name) for name in names}))

    whole = (tmp_path / storage.stored_name(WHOLE)).read_text()
    assert "@import" not in whole
    places = [whole.index((STATIC / f"css/{name}.css").read_text()) for name in IMPORTED]
    assert places == sorted(places)
    assert whole.index("@layer tokens, base, layout") < whole.index("@layer base {")
