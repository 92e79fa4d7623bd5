"""What the pages of a list have in common, of spaces as of courses: what was understood, pages."""

from typing import Any

from config.languages import current
from spaces.search.canonical import canonical
from spaces.search.forms import PlaceForm
from spaces.search.links import Links
from spaces.search.results import Results
from spaces.search.sentence import guesses
from spaces.search.wording import place_name


def context_of_list(form: PlaceForm, found: Results[Any], links: Links) -> dict[str, Any]:
    """Return what the template of a list shows around its results."""
    page, language = found.page, current().code
    labels = [meaning.label(language) for meaning in found.where.others]
    return {
        "form": form,
        "directory": found.directory,
        "results": found,
        "place": place_name(found.where),
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
