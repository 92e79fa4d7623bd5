"""The list of spaces, filtered and sorted as the address says."""

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from config.languages import current
from spaces import search
from spaces.directory import Directory
from spaces.filters import Filters
from spaces.forms import SearchForm
from spaces.views.page import Page, public_page
from spaces.words import place_name, results_title


@public_page
def results(request: HttpRequest, here: Directory) -> Page:
    """Show what the visitor asks for; what could not be read is said above the list."""
    form = SearchForm(request.GET, here)
    found = search.run(form.query(), here, at=timezone.now())
    context = _context(form, found, Filters(found, here, request.GET), here)
    response = render(request, "spaces/results.html", context, status=_status(form, found))
    keep = response.status_code == 200 and not form.has_position
    return Page(response, found.fresh_until if keep else None)


def _context(
    form: SearchForm, found: search.Results, filters: Filters, here: Directory
) -> dict[str, object]:
    language = current().code
    resolution = found.where.resolution
    return {
        "form": form,
        "here": here,
        "results": found,
        "filters": filters,
        "title": results_title(found),
        "place": place_name(found.where),
        "others": [meaning.label(language) for meaning in resolution.others] if resolution else [],
        "kept": urlencode(filters.kept_choices),
        "points": f"{reverse('spaces_geojson')}?{urlencode(filters.for_map(language))}",
        "tiles": settings.TILE_URL.replace("{language}", "NL" if language == "nl" else "FR"),
        "attribution": settings.TILE_ATTRIBUTION,
    }


def _status(form: SearchForm, found: search.Results) -> int:
    if form.errors:
        return 400
    return 404 if found.beyond_last_page else 200
