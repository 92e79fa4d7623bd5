"""What search engines, assistants and phones ask for: nobody is shut out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from config.languages import current
from spaces.directory.published import Directory
from spaces.opendata import geojson as exports
from spaces.search import pipeline as search
from spaces.views.page import Page, public_page


def robots(request: HttpRequest) -> HttpResponse:
    """Let every robot in, save to the staff's pages, and name the site map."""
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@public_page
def llms(request: HttpRequest, directory: Directory) -> Page:
    """Return the directory as plain text for assistants (llmstxt.org)."""
    with override("en"):
        text = exports.plain_text(directory)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    return Page(response, search.midnight(timezone.now()))


@public_page
def manifest(request: HttpRequest, directory: Directory) -> Page:
    """Return the web manifest, with which a phone can keep the site as an app (W3C)."""
    facts = {
        "id": "/",  # one app, whatever the language in which it was installed
        "name": _("Digital Public Spaces"),
        "short_name": _("Digital spaces"),
        "description": _("A computer, the internet, and somebody to help you."),
        "lang": current().code,
        "dir": current().direction,
        "start_url": reverse("home"),
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#fffaf2",
        "theme_color": "#1b1e3d",
        "icons": [
            {
                "src": static(f"spaces/icon-{size}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size in (192, 512)
            for purpose in ("any", "maskable")
        ],
        "shortcuts": [
            {"name": _("See all the places"), "url": reverse("results")},
            {"name": _("List to keep, with hours and phones"), "url": reverse("kept")},
        ],
    }
    response = JsonResponse(facts, content_type="application/manifest+json")
    return Page(response, search.midnight(timezone.now()))
