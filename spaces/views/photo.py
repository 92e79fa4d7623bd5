"""The photos of doors, from `MEDIA_ROOT`: of spaces that the public may see, and nothing else."""

from django.http import FileResponse, Http404, HttpRequest

from spaces import directory, photos

POLICY = "default-src 'none'; frame-ancestors 'none'"


def photo(request: HttpRequest, name: str) -> FileResponse:
    """Send a photo. Another one has another name, so that this one may be kept for ever."""
    found = next(
        (space.photo for space, _ in directory.current().listings if space.photo == name), None
    )
    if found is None:
        raise Http404
    try:
        file = found.storage.open(name)
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(
        file,
        content_type=photos.CONTENT_TYPE,
        headers={
            "Cache-Control": "public, max-age=31536000, immutable",
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
        },
    )
