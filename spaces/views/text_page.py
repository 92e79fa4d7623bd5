"""The pages of text: accessibility, privacy, questions and the like."""

from django.http import Http404, HttpRequest
from django.shortcuts import render
from django.utils import timezone

from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.language import markup
from spaces.language.localized import localized
from spaces.opendata import jsonld
from spaces.views.page import Page, public_page


@public_page
def text_page(request: HttpRequest, directory: Directory, kind: str) -> Page:
    """Show what staff wrote, in the reader's language or the nearest one there is."""
    page = directory.texts.get(kind)
    if page is None:
        raise Http404
    body = localized(page, "body")
    context = {
        "directory": directory,
        "text_page": page,
        "body": body,
        "summary": markup.first_paragraph(body.value),
        "linked_data": jsonld.text_page(page),
    }
    response = render(request, "spaces/text_page.html", context)
    return Page(response, lifetime.midnight(timezone.now()))
