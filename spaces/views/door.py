"""The map of a space's door, as a picture at an address of its own."""

from spaces.directory import doors
from spaces.directory.published import Directory
from spaces.views.pictures import public_picture


@public_picture
def door(directory: Directory, language: str, code: str) -> str | None:
    """Draw the map of a published space's door."""
    space = directory.by_code.get(code)
    return doors.drawn(space, directory, language) if space else None
