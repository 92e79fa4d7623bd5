"""What the map and the search box ask for while somebody looks at them; open to programs too."""

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import override

from config.languages import DEFAULT, LANGUAGES
from spaces import gazetteer
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.opendata.geojson import geojson
from spaces.search import pipeline as search
from spaces.search.forms import LONGEST_WHERE, SearchForm
from spaces.search.sentence.suggesting import wishes
from spaces.views.page import Page, public_page

MOST = 8  # suggestions


@public_page
def spaces_geojson(request: HttpRequest, directory: Directory) -> Page:
    """Return the published spaces that have a point, with the results page's own query.

    `lang` chooses the language of names and sentences. A query that can't be read is a 400
    whose `errors` say why.
    """
    language = _language(request)
    with override(language):
        form = SearchForm(request.GET, directory)
        if form.errors:
            return Page(JsonResponse({"errors": form.problems}, status=400))
        found = search.run(form.query(), directory, at=timezone.now())
        response = JsonResponse(geojson(found), content_type="application/geo+json")
    response["Content-Language"] = language
    return Page(response, None if form.has_position else found.fresh_until)


@public_page
def places(request: HttpRequest, directory: Directory) -> Page:
    """Return up to eight things that begin as somebody types: wishes, then places, best first."""
    language = _language(request)
    text = request.GET.get("q", "")[:LONGEST_WHERE]
    is_current = gazetteer.is_current(directory.version)
    with override(language):
        found = [wish._asdict() for wish in wishes(text, directory)]
        found += [
            {"label": meaning.label(language), "kind": meaning.kind}
            for meaning in gazetteer.suggest(
                text, language, directory.version, limit=MOST - len(found)
            )
        ]
    response = JsonResponse({"places": found}, headers={"Content-Language": language})
    return Page(response, lifetime.midnight(timezone.now()) if is_current else None)


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("lang", "")
    return asked if asked in LANGUAGES else DEFAULT
