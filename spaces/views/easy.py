"""A space's page in easy words."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from spaces.courses import pipeline as course_search
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.models import Space, SpaceSlug
from spaces.views.page import Page, public_page
from spaces.views.segment import moved
from spaces.wording import sharing
from spaces.wording.easy import parts


@public_page
def easy(request: HttpRequest, directory: Directory, slug: str) -> Page:
    """Show what is known of a space in short sentences; a closed one has only its page."""
    space = directory.by_slug.get(slug)
    if space is None:
        former: SpaceSlug = get_object_or_404(
            SpaceSlug.objects.filter(space__in=Space.objects.known_to_public()), slug=slug
        )
        name = "space_easy" if former.leads_to.slug in directory.by_slug else "space"
        return Page(moved(request, reverse(name, args=[former.leads_to.slug])))
    now = timezone.now()
    stops = directory.nearest_stops(space.real_point)
    to_come = course_search.to_come(directory, now, space.pk)
    said = parts(space, stops, now, [result.course for result in to_come])
    message = sharing.message(space, sharing.short_link(space), timezone.localdate(now))
    context = {"space": space, "directory": directory, "parts": said, "message": message}
    context |= {"stops": stops, "full_page": reverse("space", args=[space.slug])}
    response = render(request, "spaces/easy.html", context)
    state = space.hours.state(now) if space.hours else None
    sessions = (result.session for result in to_come)
    fresh = min(lifetime.of_states([state], now), lifetime.of_sessions(sessions, now))
    return Page(response, fresh)
