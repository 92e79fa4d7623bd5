"""How a space's page will look: shown to staff before the public sees it."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone, translation

from config.languages import LANGUAGES
from spaces import directory
from spaces.context import Translation
from spaces.models import Space
from spaces.views.space import context_of


class PreviewAdmin(admin.ModelAdmin[Space]):
    """A space's pages, with one that shows it as the public will see it."""

    def get_urls(self) -> list[Any]:
        """Add the preview's address, one for each language."""
        view = self.admin_site.admin_view(self.preview_view)
        preview = path("<path:pk>/preview/<slug:code>/", view, name="spaces_space_preview")
        return [preview, *super().get_urls()]

    def preview_view(self, request: HttpRequest, pk: str, code: str) -> HttpResponse:
        """Show the page as it stands in the database, whatever the space's status."""
        space = self.get_object(request, unquote(pk))
        if space is None or code not in LANGUAGES:
            raise Http404
        if not self.has_view_permission(request, space):
            raise PermissionDenied
        with translation.override(code):
            here = directory.current()
            shown = directory.as_shown(Space.objects.with_details().get(pk=space.pk))
            context = context_of(shown, here, timezone.now())
            context |= {"is_preview": True, "translations": _translations(space)}
            response = render(request, "spaces/space.html", context)
        response["Content-Language"] = code
        response["X-Robots-Tag"] = "noindex"
        return response


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
