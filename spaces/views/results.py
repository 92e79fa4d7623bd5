"""The list of spaces, filtered and sorted as the address says."""

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from config.languages import current
from spaces.directory.published import Directory
from spaces.opendata import jsonld
from spaces.paper.sheet import chosen
from spaces.search import pipeline as search
from spaces.search.filters import Filters
from spaces.search.forms import SearchForm
from spaces.search.links import Links, query
from spaces.views.page import Page, public_page
from spaces.wording.sentences import place_name, results_title


@public_page
def results(request: HttpRequest, directory: Directory) -> Page:
    """Show what the visitor asks for; what could not be read is said above the list."""
    form = SearchForm(request.GET, directory)
    found = search.run(form.query(), directory, at=timezone.now())
    context = _context(form, found, Links(request.GET), directory)
    response = render(request, "spaces/results.html", context, status=_status(form, found))
    cacheable = response.status_code == 200 and not form.has_position
    return Page(response, found.fresh_until if cacheable else None)


def _context(
    form: SearchForm, found: search.Results, links: Links, directory: Directory
) -> dict[str, object]:
    language = current().code
    meanings = found.where.resolution.others if found.where.resolution else ()
    page = found.page
    labels = [meaning.label(language) for meaning in meanings]
    return {
        "form": form,
        "directory": directory,
        "results": found,
        "linked_data": jsonld.results(found),
        "filters": Filters(found, directory, links),
        "title": results_title(found),
        "place": place_name(found.where),
        "others": [(label, links.elsewhere(label)) for label in labels],
        "previous": links.page(page.previous_page_number()) if page.has_previous() else "",
        "next": links.page(page.next_page_number()) if page.has_next() else "",
        "on_sheet": chosen(links.parameters, directory),
        "sheet_language": links.parameters.get("for") or language,
        "points": reverse("spaces_geojson") + query([("lang", language), *links.pairs]),
        "tiles": settings.TILE_URL.replace("{language}", "NL" if language == "nl" else "FR"),
        "attribution": settings.TILE_ATTRIBUTION,
    }


def _status(form: SearchForm, found: search.Results) -> int:
    if form.errors:
        return 400
    return 404 if found.beyond_last_page else 200
