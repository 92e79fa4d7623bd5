"""“Keep this list on my phone”: the pages that are kept, and the worker that holds them.

The worker asks for a page with `?kept=1`: the answer says when it was kept, and that there is no
connection, since it is shown only then.
"""

import json
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from config.languages import LANGUAGES
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.hours.opening import TIMEZONE
from spaces.models import DataVersion
from spaces.views.former import former
from spaces.views.frame import translations
from spaces.views.page import Page, public_page
from spaces.wording import address
from spaces.wording.hours import LastingHours
from spaces.wording.offline import offline_since, towns

# What the kept pages look like, and what their scripts are.
FILES = (
    "css/site.css",
    "css/offline.css",
    "js/offline.js",
    "js/map-app.js",
    "spaces/logo.svg",
    "spaces/pictograms.svg",
)


@public_page
def offline_list(request: HttpRequest, directory: Directory) -> Page:
    """Show every space with its phone and its usual hours."""
    now = timezone.now()
    places = list(towns(directory, now.astimezone(TIMEZONE).date()))
    return _page(request, "spaces/offline.html", {"directory": directory, "towns": places}, now)


@public_page
def offline_space(request: HttpRequest, directory: Directory, slug: str) -> Page:
    """Show a space as it is kept: nothing that is true for an hour only."""
    space = directory.by_slug.get(slug)
    if space is None:
        return Page(former(request, directory, slug, "offline_space"))
    now = timezone.now()
    context = {
        "directory": directory,
        "now": now,
        "usual": LastingHours(space, now.astimezone(TIMEZONE).date()),
        "stops": directory.nearest_stops(space.real_point),
        "directions": address.directions(space),
    }
    return _page(request, "spaces/offline_space.html", context, now)


@require_safe
@cache_control(no_cache=True)
def worker(_request: HttpRequest) -> HttpResponse:
    """Return the service worker; other words than before make the browser keep all pages anew.

    They change with the data, the release and the day, on which the dates in the pages depend.
    """
    day = timezone.now().astimezone(TIMEZONE).date()
    release = getattr(staticfiles_storage, "manifest_hash", "")
    site = {
        "version": f"{release} {DataVersion.current()} {settings.SAMPLE_DATA} {day}",
        "languages": [_addresses(code) for code in LANGUAGES],
        "files": [static(name) for name in FILES],
    }
    script = (
        f"self.SITE = {json.dumps(site)};\nimportScripts({json.dumps(static('js/worker.js'))});\n"
    )
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


def _page(request: HttpRequest, template: str, context: dict[str, object], now: datetime) -> Page:
    """Render a page that holds for the day; a copy to keep names its minute."""
    is_copy = "kept" in request.GET
    # A copy leads to pages, never to copies: those say that there is no connection.
    twins = [twin._replace(href=twin.path) for twin in translations(request)]
    context |= {"offline_since": offline_since(now) if is_copy else "", "translations": twins}
    response = render(request, template, context)
    next_minute = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    return Page(response, next_minute if is_copy else lifetime.midnight(now))


def _addresses(code: str) -> dict[str, str]:
    with override(code):
        return {"home": reverse("home"), "spaces": reverse("results"), "kept": reverse("offline")}
