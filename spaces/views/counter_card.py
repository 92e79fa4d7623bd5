"""A card to show at the counter of a space."""

from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone

from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.views.former import former
from spaces.views.page import Page, public_page
from spaces.wording.counter_card import read


@public_page
def counter_card(request: HttpRequest, directory: Directory, slug: str) -> Page:
    """Show the card that the address asks for; a space that is no more has only its page."""
    space = directory.by_slug.get(slug)
    if space is None:
        return Page(former(request, directory, slug, "counter_card"))
    card = read(request.GET, space, directory)
    context = {"card": card, "space": space, "directory": directory}
    status = 400 if card.problems else 200
    response = render(request, "spaces/counter_card.html", context, status=status)
    return Page(response, None if card.problems else lifetime.midnight(timezone.now()))
