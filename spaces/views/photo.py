"""The photos of doors, from `MEDIA_ROOT`: of spaces that the public may see, and nothing else."""

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest

from spaces.directory import published
from spaces.models import drawn_photos

POLICY = "default-src 'none'; frame-ancestors 'none'"


def photo(request: HttpRequest, name: str) -> FileResponse:
    """Send a photo. Another one has another name, so that this one may be kept for ever."""
    found = next(
        (space.photo for space in published.current().spaces.values() if space.photo == name), None
    )
    if found is None:
        raise Http404
    return send(found, "public, max-age=31536000, immutable")


def send(found: FieldFile, caching: str) -> FileResponse:
    """Return the answer that holds a photo, to be kept as `caching` says; 404 if it is lost."""
    try:
        file = found.storage.open(str(found.name))
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(
        file,
        content_type=drawn_photos.CONTENT_TYPE,
        headers={
            "Cache-Control": caching,
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
        },
    )
