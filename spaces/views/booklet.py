"""The booklets, from `MEDIA_ROOT`: what the directory offers, and nothing else."""

from datetime import UTC, datetime

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import last_modified, require_safe

from spaces.directory import published

# No more than this: browsers show a PDF with scripts and styles of their own.
POLICY = "frame-ancestors 'none'"


def _made_at(request: HttpRequest, language: str) -> datetime | None:
    found = published.current().booklets.get(language)
    if found is None or not found.path.exists():
        return None
    return datetime.fromtimestamp(found.path.stat().st_mtime, UTC)


@require_safe
@last_modified(_made_at)
def booklet(request: HttpRequest, language: str) -> FileResponse:
    """Send the booklet in a language. Its address stays; a new one shows within the hour."""
    found = published.current().booklets.get(language)
    if found is None:
        raise Http404
    try:
        file = found.path.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(
        file,
        filename=f"brussels-{language}-{found.day}.pdf",
        content_type="application/pdf",
        headers={
            "Cache-Control": "public, max-age=3600",
            "Content-Language": language,
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
        },
    )
