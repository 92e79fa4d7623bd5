"""Photos that staff upload: checked, then drawn anew, so that nothing but the picture is kept."""

from io import BytesIO
from typing import IO, Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")  # that we read; we write JPEG
CONTENT_TYPE = "image/jpeg"
LARGEST_FILE = 8 * 1024 * 1024  # bytes
LARGEST_SIDE = 6000  # pixels, as uploaded
WIDTH = 1280  # pixels at most, as kept
QUALITY = 82

_TOO_HEAVY = _("This photo is too heavy: 8 MB at most.")
_TOO_LARGE = _("This photo is too large: 6000 pixels at most on each side.")
_NO_PHOTO = _("This file is not a photo that we can read: a JPEG, PNG or WebP file.")


class PhotoError(ValueError):
    """Why a file is not taken: a sentence for the editor."""


class Photo(NamedTuple):
    """A picture as it is kept: a JPEG without metadata, and its size in pixels."""

    data: bytes
    width: int
    height: int


def draw_anew(file: IO[bytes] | Any, size: int) -> Photo:
    """Return the picture in a file of so many bytes, upright and at most `WIDTH` pixels wide.

    A new picture is painted with the pixels of the old one: what else the file holds, the place
    where it was taken among it, stays behind. Raises `PhotoError` for what is no such picture.
    """
    if size > LARGEST_FILE:
        raise PhotoError(_TOO_HEAVY)
    try:
        _open(file).verify()
        picture = _upright(_open(file))
    except PhotoError:
        raise
    except Exception as error:
        raise PhotoError(_NO_PHOTO) from error  # whatever a decoder raises at a broken file
    if picture.width > WIDTH:
        height = max(1, round(picture.height * WIDTH / picture.width))
        picture = picture.resize((WIDTH, height), Image.Resampling.LANCZOS)
    data = BytesIO()
    picture.save(data, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Photo(data.getvalue(), picture.width, picture.height)


def _open(file: IO[bytes] | Any) -> Image.Image:
    """Read the head of the file: the size is known before a pixel is unpacked."""
    file.seek(0)
    picture = Image.open(file, formats=FORMATS)
    if max(picture.size) > LARGEST_SIDE:
        raise PhotoError(_TOO_LARGE)
    return picture


def _upright(picture: Image.Image) -> Image.Image:
    """Return a new picture, turned as its metadata say, on white where it was see-through."""
    picture.draft("RGB", (2 * WIDTH, 2 * WIDTH))  # a JPEG is unpacked no larger than needed
    turned = ImageOps.exif_transpose(picture).convert("RGBA")
    paper = Image.new("RGB", turned.size, "white")
    paper.paste(turned, mask=turned)
    return paper
