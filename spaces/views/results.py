"""The list of spaces, filtered and sorted as the address says."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from config.languages import current
from spaces.directory.published import Directory
from spaces.opendata import jsonld
from spaces.paper.sheet import MOST, chosen
from spaces.search import pipeline as search
from spaces.search.canonical import as_understood
from spaces.search.cards import cards
from spaces.search.filters import Filters
from spaces.search.forms import SearchForm
from spaces.search.links import Links, query
from spaces.search.map import results_map
from spaces.search.sentence import ask
from spaces.search.title import results_title
from spaces.search.wording import setting_out_from
from spaces.views.lists import answered_elsewhere, context_of_list, status_of_list
from spaces.views.page import Page, Same, public_page


@public_page
def results(request: HttpRequest, directory: Directory) -> Page | Same:
    """Show what the visitor asks for; what could not be read is said above the list."""
    form, now = SearchForm(request.GET, directory), timezone.now()
    asked = ask(form.query(), directory, now)
    if elsewhere := answered_elsewhere(request, form, asked, directory):
        return elsewhere
    found = search.answer(asked, directory, now)
    context = _context(form, found, Links(as_understood(asked.query, request.GET)))
    status = status_of_list(form, found)
    response = render(request, "spaces/results.html", context, status=status)
    cacheable = status == 200 and not form.has_position
    return Page(response, found.fresh_until if cacheable else None)


def _context(form: SearchForm, found: search.SpaceResults, links: Links) -> dict[str, Any]:
    language, directory = current().code, found.directory
    return context_of_list(form, found, links) | {
        "linked_data": jsonld.results(found),
        "filters": Filters(found, directory, links),
        "title": results_title(found),
        "cards": cards(found, timezone.localdate(found.now)),
        "start": setting_out_from(found.where),
        "on_sheet": chosen(links.parameters, directory),
        "sheet_counts": range(1, MOST + 1),
        "sheet_language": links.parameters.get("for") or language,
        "points": reverse("spaces_geojson") + query([("lang", language), *links.pairs]),
        "map": None if form.errors else results_map(found, links),
        "attribution": settings.TILE_ATTRIBUTION,
    }
