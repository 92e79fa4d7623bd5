"""The maps of spaces' doors, as pictures at addresses of their own."""

from spaces.directory import doors
from spaces.directory.published import Directory
from spaces.views.pictures import public_picture


@public_picture
def door(directory: Directory, language: str, code: str, size: str) -> str | None:
    """Draw the map of a published space's door."""
    space = directory.by_code.get(code)
    return doors.drawn(space, directory, language, size=doors.SIZES[size]) if space else None


@public_picture
def overview(directory: Directory, language: str, codes: str) -> str | None:
    """Draw one map of several published spaces."""
    spaces = [directory.by_code.get(code) for code in codes.split("-")]
    known = [space for space in spaces if space]
    return doors.drawn_together(known, language) if len(known) == len(spaces) else None
