"""QR codes: those that we print are of level Q, the quiet zone inside, black on white."""

from io import BytesIO, StringIO

import segno

SCALE = 32  # pixels a module, in a PNG: 25 modules and their quiet zone come to 1,056
QUIET = 4  # modules, as the standard (ISO/IEC 18004) wants


def link_code(link: str) -> "segno.QRCode":
    """Return the code of a link to us, which is read in any case.

    All upper case, it stays in the compact alphanumeric mode.
    """
    return segno.make(link.upper(), error="q", micro=False)


def svg(link: str) -> bytes:
    """Return the code of a link as SVG, as large as whoever shows it makes it."""
    image = BytesIO()
    link_code(link).save(
        image, kind="svg", border=QUIET, light="#fff", svgclass=None, lineclass=None, omitsize=True
    )
    return image.getvalue()


def png(link: str) -> bytes:
    """Return the code of a link as PNG, for programs that read no SVG; wide enough for a wall."""
    image = BytesIO()
    link_code(link).save(image, kind="png", border=QUIET, scale=SCALE, light="#fff")
    return image.getvalue()


def data_address(text: str) -> str:
    """Return the code of a text, read as it is, as SVG in a `data:` address: no other answer."""
    code = segno.make(text, error="m", micro=False)
    return str(
        code.svg_data_uri(border=QUIET, light="#fff", svgclass=None, lineclass=None, scale=4)
    )


def on_console(text: str) -> str:
    """Return the code of a text, read as it is, as lines for a terminal."""
    lines = StringIO()
    segno.make(text, error="l", micro=False).terminal(lines, compact=True)
    return lines.getvalue()
