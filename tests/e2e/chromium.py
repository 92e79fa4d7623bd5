"""How Chromium is started: without a sandbox, a graphics card, or talk with its maker."""

import os
from pathlib import Path

from spaces.paper.letters import FAMILIES, font_files

CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def with_fonts_of_paper(directory: Path) -> dict[str, str | float | bool]:
    """Return an environment in which Chromium has the fonts of our paper, and no others.

    Machines have fonts of different widths, or none but DejaVu, which is wider than most.
    """
    configuration = directory / "fonts.conf"
    configuration.write_text(
        "<fontconfig>"
        + "".join(f"<dir>{folder}</dir>" for folder in {file.parent for file in font_files()})
        + f"<cachedir>{directory / 'fonts'}</cachedir>"
        + "<match><edit name='family' mode='prepend' binding='strong'>"
        + "".join(f"<string>{family}</string>" for family in FAMILIES)
        + "</edit></match></fontconfig>"
    )
    return {**os.environ, "FONTCONFIG_FILE": str(configuration)}
