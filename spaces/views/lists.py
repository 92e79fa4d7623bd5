"""What the pages of a list have in common, of spaces as of courses: what was understood, pages."""

from typing import Any, Protocol

from django.http import HttpRequest, HttpResponseRedirect

from config.languages import current
from spaces.directory.published import Directory
from spaces.search.canonical import as_understood, canonical
from spaces.search.forms import PlaceForm
from spaces.search.links import Links
from spaces.search.results import Results
from spaces.search.sentence import guesses
from spaces.search.sentence.reading import Sentence
from spaces.search.typed_codes import leads_to
from spaces.search.wording import place_name
from spaces.views.page import Page, Same


class Asked(Protocol):
    """A query, and the sentence that it was read from."""

    @property
    def query(self) -> Any:
        """Return what the visitor asks for."""

    @property
    def sentence(self) -> Sentence:
        """Return what the words say, and whether all of them were understood."""


def answered_elsewhere(
    request: HttpRequest, form: PlaceForm, asked: Asked, directory: Directory
) -> Page | Same | None:
    """Return where a code leads, or the same query as its own address says it; else None.

    What was not understood whole, or not as it was typed, is said above the list: there is no
    other page for it. Nor is there for a visitor's position, which nobody keeps.
    """
    if code_leads_to := leads_to(request.GET.get("q", ""), directory):
        return Page(HttpResponseRedirect(code_leads_to))
    understood = as_understood(asked.query, request.GET)
    is_plain = understood.urlencode() == request.META.get("QUERY_STRING", "")
    if is_plain or form.errors or form.has_position or not asked.sentence.is_as_typed:
        return None
    moment = asked.sentence.moment
    return Same(understood, moment.holds_until if moment else None)


def context_of_list(form: PlaceForm, found: Results[Any], links: Links) -> dict[str, Any]:
    """Return what the template of a list shows around its results."""
    page, language = found.page, current().code
    labels = [meaning.label(language) for meaning in found.where.others]
    return {
        "form": form,
        "directory": found.directory,
        "results": found,
        "place": place_name(found.where),
        "is_box_open": has_to_be_said_again(form, found),
        "canonical": canonical(found.query),
        "guesses": [
            (each, links.adding(each))
            for each in guesses(found.sentence, language, found.directory)
        ],
        "others": [(label, links.elsewhere(label)) for label in labels],
        "previous": links.page(page.previous_page_number()) if page.has_previous() else "",
        "next": links.page(page.next_page_number()) if page.has_next() else "",
    }


def status_of_list(form: PlaceForm, found: Results[Any]) -> int:
    """Return the status of a list: 400 for what cannot be read, 404 beyond the last page."""
    if form.errors:
        return 400
    return 404 if found.beyond_last_page else 200


def has_to_be_said_again(form: PlaceForm, found: Results[Any]) -> bool:
    """Tell whether what was typed was not understood: then it is asked once more."""
    unread = form.errors.keys() & {"q", "lat", "lng"}
    return bool(unread or found.where.not_found or found.sentence.not_understood)
