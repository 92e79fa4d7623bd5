"""A PDF as a test reads it: words, sizes in millimetres, tags, fonts, what a camera sees."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import hypot
from typing import NamedTuple

import pypdfium2
import zxingcpp
from PIL.Image import Image
from pypdfium2 import raw

POINTS = 72 / 25.4  # in a millimetre


class Box(NamedTuple):
    """A rectangle on a page, in millimetres from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


class Paper(NamedTuple):
    """A PDF that was opened."""

    file: pypdfium2.PdfDocument

    @property
    def words(self) -> list[str]:
        """Return the words of each page, with single spaces; what has no width is left out."""
        return [self._words(page) for page in self.file]

    @property
    def is_tagged(self) -> bool:
        return bool(raw.FPDFCatalog_IsTagged(self.file.raw))

    @property
    def title(self) -> str:
        return str(self.file.get_metadata_dict()["Title"])

    @property
    def sizes(self) -> set[tuple[int, int]]:
        """Return the widths and heights that pages have."""
        return {
            (round(width / POINTS), round(height / POINTS))
            for width, height in (page.get_size() for page in self.file)
        }

    @property
    def fonts(self) -> dict[str, bool]:
        """Return the fonts by name, and whether the file carries each."""
        texts = (
            thing
            for page in self.file
            for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=5)
        )
        fonts = (thing.get_font() for thing in texts)
        return {font.get_base_name(): font.is_embedded for font in fonts}

    def letter_sizes(self, page: int = 0) -> list[float]:
        """Return the size of each letter of a page, in points."""
        text = self.file[page].get_textpage()
        letters = (n for n in range(text.count_chars()) if not raw.FPDFText_IsGenerated(text, n))
        return [raw.FPDFText_GetFontSize(text, n) * _height(text, n) for n in letters]

    def letters_from_left(self, page: int = 0) -> dict[str, float]:
        """Return how far from the left edge each letter begins where it stands first, in mm."""
        text = self.file[page].get_textpage()
        letters = (
            (text.get_text_range(n, 1), text.get_charbox(n)) for n in range(text.count_chars())
        )
        found: dict[str, float] = {}
        for letter, (left, _bottom, _right, _top) in letters:
            found.setdefault(letter, left / POINTS)
        return found

    def box(self, name: str, page: int = 0) -> Box:
        """Return a page's box: `media`, `trim`, `bleed`."""
        left, bottom, right, top = getattr(self.file[page], f"get_{name}box")()
        return Box(*(round(n / POINTS, 1) for n in (left, bottom, right - left, top - bottom)))

    def picture(self, page: int = 0, dots: int = 100) -> Image:
        """Return a page as printed with so many dots in an inch."""
        return self.file[page].render(scale=dots / 72).to_pil()

    def codes(self, page: int = 0, dots: int = 100) -> list[str]:
        """Return what the QR codes of a page say."""
        return [found.text for found in zxingcpp.read_barcodes(self.picture(page, dots))]

    def code_sides(self, page: int = 0, dots: int = 100) -> list[float]:
        """Return the sides of the QR codes of a page in millimetres, without their quiet zones."""
        found = (code.position for code in zxingcpp.read_barcodes(self.picture(page, dots)))
        return [
            hypot(p.top_right.x - p.top_left.x, p.top_right.y - p.top_left.y) / dots * 25.4
            for p in found
        ]

    def words_outside(self, page: int = 0) -> list[str]:
        """Return the texts of a page that are not wholly on it."""
        width, height = self.file[page].get_size()
        texts = self.file[page].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=5)
        bounds = ((text, text.get_bounds()) for text in texts)
        return [
            text.extract()
            for text, (left, bottom, right, top) in bounds
            if left < 0 or bottom < 0 or right > width or top > height
        ]

    def _words(self, page: pypdfium2.PdfPage) -> str:
        return " ".join(page.get_textpage().get_text_range().replace("\u200b", "").split())


def _height(text: pypdfium2.PdfTextPage, number: int) -> float:
    """Return how many times higher a letter is than its font has it: pictures are drawn larger."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, number, matrix)
    return hypot(matrix.c, matrix.d)


@contextmanager
def opened(pdf: bytes) -> Iterator[Paper]:
    """Open a PDF; fail where it is none."""
    file = pypdfium2.PdfDocument(pdf)
    try:
        yield Paper(file)
    finally:
        file.close()
