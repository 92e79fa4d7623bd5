"""The translations: complete, compiled, and up to date with the code."""

import os
import re
import shutil
import subprocess
import sys
from gettext import GNUTranslations
from pathlib import Path

import django
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from scripts.messages import CATALOGUES
from tests.conftest import require

ROOT = Path(__file__).resolve().parent.parent
CODE = ("config", "campaign", "spaces", "templates", "tests", "manage.py", "locale", "fixtures")

pytestmark = pytest.mark.parametrize("code", CATALOGUES)

Entries = dict[tuple[str | None, str], tuple[str, ...]]


def catalogue(code: str) -> Catalog:
    with CATALOGUES[code].open("rb") as file:
        return read_po(file, locale=code)


def entries(catalog: Catalog) -> Entries:
    """Return each text that is translated, with its context, and its translations."""
    return {
        (context_of(message), one(message.id)): strings
        for message in catalog
        if message.id and all(strings := all_of(message.string))
    }


def context_of(message: Message) -> str:
    """Return what tells the text from its like; Babel reads it from a .mo as bytes."""
    return one(message.context or "")


def one(text: object) -> str:
    """Return a text, or the singular of a text that counts."""
    first = text[0] if isinstance(text, list | tuple) else text
    return first.decode() if isinstance(first, bytes) else str(first)


def all_of(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, list | tuple) else (str(text),)


def test_catalogue_is_translated(code: str) -> None:
    catalog = catalogue(code)

    waiting = [one(m.id) for m in catalog if m.id and (m.fuzzy or not all(all_of(m.string)))]

    assert waiting == []


def test_catalogue_is_compiled(code: str) -> None:
    with CATALOGUES[code].with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)

    assert entries(compiled) == entries(catalogue(code))


def test_catalogue_keeps_placeholders(code: str) -> None:
    catalog = catalogue(code)

    mistakes = [
        f"{one(message.id)}: {error}"
        for message in catalog
        if message.id
        for error in message.check(catalog)
    ]

    assert mistakes == []


def test_every_form_of_a_count_keeps_placeholders(code: str) -> None:
    """Babel compares the first two forms only, and Arabic has six."""
    names = re.compile(r"%\(\w+\)[sd]|\{\w+\}")

    unknown = [
        form
        for message in catalogue(code)
        for form in all_of(message.string)
        if set(names.findall(form)) - set(names.findall(all_of(message.id)[-1]))
    ]

    assert unknown == []


def test_catalogue_chooses_the_form_of_a_count_as_django_does(code: str) -> None:
    ours = CATALOGUES[code].with_suffix(".mo")
    djangos = Path(django.__file__).parent / "conf" / "locale" / code / "LC_MESSAGES" / "django.mo"

    with ours.open("rb") as one_file, djangos.open("rb") as other_file:
        one_rule, other_rule = (GNUTranslations(file).plural for file in (one_file, other_file))  # type: ignore[attr-defined]

    chosen = [(one_rule(count), other_rule(count)) for count in range(250)]
    if code != "fr":  # Django's French has a form for millions, which we never count
        assert [ours for ours, _djangos in chosen] == [djangos for _ours, djangos in chosen]
    assert max(chosen)[0] == catalogue(code).num_plurals - 1


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Collect the texts of a copy of the code anew; return where it stands."""
    require("xgettext", shutil.which("xgettext"))
    copy = tmp_path_factory.mktemp("code")
    for name in CODE:
        source = ROOT / name
        if source.is_dir():
            skip = shutil.ignore_patterns("node_modules", "__pycache__")
            shutil.copytree(source, copy / name, ignore=skip)
        elif source.exists():
            shutil.copy(source, copy)
    locales = [f"--locale={code}" for code in CATALOGUES]
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", *locales, "--no-obsolete"],
        cwd=copy,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        check=True,
    )
    return copy


def test_catalogue_is_up_to_date(code: str, collected: Path) -> None:
    before = entries(catalogue(code)).keys()

    with (collected / CATALOGUES[code].relative_to(ROOT)).open("rb") as file:
        after = {(context_of(m), one(m.id)) for m in read_po(file, locale=code) if m.id}

    assert after - before == set()
    assert before - after == set()
