"""How a space's page will look: shown to staff before the public sees it."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation

from config.languages import LANGUAGES
from spaces.directory import published
from spaces.models import Space
from spaces.views.frame import Translation
from spaces.views.photo import send
from spaces.views.space import context_of


def preview(request: HttpRequest, *, desk: Any, pk: str, code: str) -> HttpResponse:
    """Show the page as it stands in the database, whatever the space's status."""
    space = desk.row_for(request, pk)
    if code not in LANGUAGES:
        raise Http404
    with translation.override(code):
        directory = published.current()
        shown = published.as_shown(Space.objects.with_details().get(pk=space.pk))
        context = context_of(shown, directory, timezone.now())
        context |= {"is_preview": True, "translations": _translations(space)}
        if space.photo:
            context["photo_url"] = reverse("admin:spaces_space_photo", args=[space.pk])
        response = render(request, "spaces/space.html", context)
    response["Content-Language"] = code
    response["X-Robots-Tag"] = "noindex"
    return response


def photo(request: HttpRequest, *, desk: Any, pk: str) -> FileResponse:
    """Send the photo, whatever the space's status."""
    space = desk.row_for(request, pk)
    if not space.photo:
        raise Http404
    return send(space.photo, "private, no-store")


def _translations(space: Space) -> list[Translation]:
    """Return the preview's own address in every language."""
    now = translation.get_language()
    addresses = {
        code: reverse("admin:spaces_space_preview", args=[space.pk, code]) for code in LANGUAGES
    }
    return [
        Translation(language, addresses[code], addresses[code], code == now)
        for code, language in LANGUAGES.items()
    ]
