"""`make messages`: collect the texts to translate, and compile the catalogues.

Collecting takes gettext (Debian's package of that name); compiling is Babel's, so that whoever
only corrects a translation needs nothing but this project's Python packages.
"""

import re
import shutil
import subprocess
import sys

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from config.languages import LANGUAGES
from scripts.venv import ROOT

SOURCE = "en"
CATALOGUES = {
    code: ROOT / "locale" / code / "LC_MESSAGES" / "django.po"
    for code in LANGUAGES
    if code != SOURCE
}


def main() -> None:
    """Collect if gettext is there, then compile."""
    if shutil.which("xgettext"):
        collect()
    else:
        print("gettext is missing (apt install gettext): compiling only.")
    compile_catalogues()


def collect() -> None:
    """Bring the catalogues up to date with the code; what is new waits, empty, for a person."""
    before = {path: path.read_text() for path in CATALOGUES.values() if path.exists()}
    languages = [f"--locale={code}" for code in CATALOGUES]
    style = ["--no-obsolete", "--add-location=file", "--ignore=.venv/*", "--ignore=var/*"]
    command = [sys.executable, "manage.py", "makemessages", *languages, *style]
    subprocess.run([*command, "--settings=tests.settings"], cwd=ROOT, check=True)
    for path, text in before.items():
        if _undated(path.read_text()) == _undated(text):
            path.write_text(text)  # nothing but the date of collecting changed


def compile_catalogues() -> None:
    """Write each catalogue's `.mo`, and say what a person still has to translate."""
    for code, path in CATALOGUES.items():
        with path.open("rb") as file:
            catalog = read_po(file, locale=code)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
        waiting = [m for m in catalog if m.id and (m.fuzzy or not all(_strings(m.string)))]
        print(f"{code}: {len(catalog)} texts, {len(waiting)} to translate")


def _strings(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return list(text) if isinstance(text, list | tuple) else [text or ""]


def _undated(text: str) -> str:
    return re.sub(r'"POT-Creation-Date: .*\n', "", text)


if __name__ == "__main__":
    main()
