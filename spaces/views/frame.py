"""What every page's frame needs: the page in other languages, the help line, what is announced."""

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import override

from config.languages import LANGUAGES, Language, current
from spaces.models import TextPage


class Translation(NamedTuple):
    """This page in one language: `path` without and `href` with the visitor's query."""

    language: Language
    path: str
    href: str
    is_current: bool


def site(request: HttpRequest) -> dict[str, object]:
    """Return the frame's variables."""
    return {
        "language": current(),
        "translations": translations(request),
        "site_url": settings.SITE_URL,
        "help_line": settings.HELP_LINE,
        "text_pages": TextPage.Kind,
        "today": timezone.localdate(),  # no page is kept past midnight
    }


def translations(request: HttpRequest) -> list[Translation]:
    """Return the page's address in every language; a page that has none leads to the home page."""
    query = request.META.get("QUERY_STRING", "")
    found = []
    for language in LANGUAGES.values():
        path = _path(request, language)
        href = f"{path}?{query}" if query else path
        found.append(Translation(language, path, href, language == current()))
    return found


def _path(request: HttpRequest, language: Language) -> str:
    match = request.resolver_match
    with override(language.code):
        home = reverse("home")
        try:
            if match and match.view_name:
                path = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
                return path if path.startswith(home) else home  # a short link has one address
        except NoReverseMatch:
            pass
        return home
