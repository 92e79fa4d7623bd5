"""QR codes as we print them: level Q, the quiet zone inside, black on white."""

from io import BytesIO

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
