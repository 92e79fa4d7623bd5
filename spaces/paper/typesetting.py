"""Paper: PDF files made with typst from the templates in `templates/print/`.

Every file is tagged for screen readers (PDF/UA-1) and carries its fonts. A template reads its
data as `json(bytes(sys.inputs.data))`, and pictures by their path from the project's folder.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

from spaces.language.bidi import isolated
from spaces.language.localized import Text
from spaces.paper.letters import font_files

FOLDER = "templates/print"


class TypesettingError(Exception):
    """A template or its data cannot be set: a fault in it, a font or a letter that is missing."""


def in_its_language(text: Text) -> dict[str, str]:
    """Return a text as templates say it: in its own language, and in the direction of that."""
    return {"value": isolated(text.value), "language": text.language}


def typeset(template: str, data: Mapping[str, object], at: datetime) -> bytes:
    """Return a PDF of a template (`booklet.typ`) and data that JSON can say, dated `at`.

    Raise TypesettingError for anything wrong with it: what typst only warns of, as a font that it
    does not find, would be seen on paper. Safe to call from several threads.
    """
    return _compiled(
        template, data, format="pdf", pdf_standards="ua-1", timestamp=int(at.timestamp())
    )


def rasterized(template: str, data: Mapping[str, object]) -> bytes:
    """Return a PNG of a template of one page, a point of it a pixel; raise as `typeset` does."""
    return _compiled(template, data, format="png", ppi=72)


def _compiled(template: str, data: Mapping[str, object], **options: Any) -> bytes:
    root: Path = settings.BASE_DIR
    try:
        compiled, warnings = typst.compile_with_warnings(
            root / FOLDER / template,
            root=root,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, default=str, ensure_ascii=False)},
            **options,
        )
    except typst.TypstError as error:
        raise TypesettingError(error.diagnostic or error.message) from error
    if warnings:
        raise TypesettingError("\n".join(warning.message for warning in warnings))
    return bytes(compiled)


@cache
def _fonts() -> typst.Fonts:
    """Return our families, read once: what is installed on the machine changes nothing."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=sorted({file.parent for file in font_files()}),
    )
