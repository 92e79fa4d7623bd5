"""What search engines, assistants, phones and researchers ask for: nobody is shut out."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from config.languages import CONTENT_LANGUAGES, current
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.opendata.plain_text import plain_text
from spaces.views.page import Page, public_page

# How long a copy of security.txt may be trusted: less than a year, says RFC 9116.
SECURITY_TXT_HOLDS = timedelta(days=180)


def robots(request: HttpRequest) -> HttpResponse:
    """Let every robot in, save to the staff's pages, and name the site map."""
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def security_txt(request: HttpRequest) -> HttpResponse:
    """Say whom to tell of a hole (RFC 9116), where the operator has named somebody."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    expires = timezone.localdate() + SECURITY_TXT_HOLDS
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(CONTENT_LANGUAGES)}",
        f"Canonical: {settings.SITE_URL}{reverse('security_txt')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@public_page
def llms(request: HttpRequest, directory: Directory) -> Page:
    """Return the directory as plain text for assistants (llmstxt.org)."""
    with override("en"):
        text = plain_text(directory)
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    return Page(response, lifetime.midnight(timezone.now()))


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
            {"name": _("List to keep, with hours and phones"), "url": reverse("offline")},
        ],
    }
    response = JsonResponse(facts, content_type="application/manifest+json")
    return Page(response, lifetime.midnight(timezone.now()))
