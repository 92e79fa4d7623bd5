"""What stands at former addresses of the pages below a space's own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from spaces.directory.published import Directory
from spaces.models import Space, SpaceSlug
from spaces.views.segment import moved


def former(request: HttpRequest, directory: Directory, slug: str, route: str) -> HttpResponse:
    """Lead to the present address of such a page; a space that is no more has only its own."""
    old: SpaceSlug = get_object_or_404(
        SpaceSlug.objects.filter(space__in=Space.objects.known_to_public()), slug=slug
    )
    name = route if old.leads_to.slug in directory.by_slug else "space"
    return moved(request, reverse(name, args=[old.leads_to.slug]))
