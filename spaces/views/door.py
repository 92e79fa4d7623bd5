"""The maps of spaces' doors, as pictures at addresses of their own."""

from spaces.directory import doors, ways
from spaces.directory.published import Directory
from spaces.views.pictures import public_picture


@public_picture
def door(directory: Directory, language: str, code: str, size: str) -> str | None:
    """Draw the map of a published space's door."""
    space = directory.by_code.get(code)
    return doors.drawn(space, directory, language, size=doors.SIZES[size]) if space else None


@public_picture
def ride(directory: Directory, language: str, code: str, line: str, at: str) -> str | None:
    """Draw the ride to a published space's door from the stop of a line at this point."""
    space = directory.by_code.get(code)
    return ways.drawn(space, directory, language, line, at) if space else None


@public_picture
def overview(directory: Directory, language: str, codes: str) -> str | None:
    """Draw one map of several published spaces."""
    spaces = [directory.by_code.get(code) for code in codes.split("-")]
    known = [space for space in spaces if space]
    return doors.drawn_together(known, language) if len(known) == len(spaces) else None
