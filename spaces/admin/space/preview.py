"""How a space's page will look: shown to staff before the public sees it."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone, translation

from config.languages import LANGUAGES
from spaces.admin.shared.base import DeskAdmin
from spaces.directory import published
from spaces.models import Space
from spaces.views import photo
from spaces.views.frame import Translation
from spaces.views.space import context_of


class PreviewAdmin(DeskAdmin[Space]):
    """A space's pages, with one that shows it as the public will see it."""

    def get_urls(self) -> list[Any]:
        """Add the preview's address, one for each language, and that of its photo."""
        view = self.admin_site.admin_view(self.preview_view)
        photo = self.admin_site.admin_view(self.photo_view)
        return [
            path("<path:pk>/preview/<slug:code>/", view, name="spaces_space_preview"),
            path("<path:pk>/photo/", photo, name="spaces_space_photo"),
            *super().get_urls(),
        ]

    def preview_view(self, request: HttpRequest, pk: str, code: str) -> HttpResponse:
        """Show the page as it stands in the database, whatever the space's status."""
        space = self.seen(request, pk)
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

    def photo_view(self, request: HttpRequest, pk: str) -> FileResponse:
        """Send the photo, whatever the space's status."""
        space = self.seen(request, pk)
        if not space.photo:
            raise Http404
        return photo.send(space.photo, "private, no-store")


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
