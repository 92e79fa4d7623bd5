"""The map of a poster and a space near it, as a picture at an address of its own."""

from campaign import snapshot, ways
from spaces.directory import doors
from spaces.directory.published import Directory
from spaces.views.pictures import public_picture


@public_picture
def poster_map(directory: Directory, language: str, code: str, to: str) -> str | None:
    """Draw the map of a poster and of a published space that one walks to from there."""
    poster = snapshot.current(directory.version).posters.get(code)
    space = directory.by_code.get(to)
    way = ways.way(poster, space) if poster and space else None
    if way is None or not way.is_near:
        return None
    return doors.drawn(way.space, directory, language, start=way.poster.point, size=ways.SIZE)
