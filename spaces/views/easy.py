"""A space's page in easy words."""

from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from spaces.courses import pipeline as course_search
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.views.former import former
from spaces.views.page import Page, public_page
from spaces.wording import sharing
from spaces.wording.easy import parts
from spaces.wording.strengths import met_at


@public_page
def easy(request: HttpRequest, directory: Directory, slug: str) -> Page:
    """Show what is known of a space in short sentences; a closed one has only its page."""
    space = directory.by_slug.get(slug)
    if space is None:
        return Page(former(request, directory, slug, "space_easy"))
    now = timezone.now()
    stops = directory.nearest_stops(space.real_point)
    to_come = course_search.to_come(directory, now, space.pk)
    met, courses = met_at(space, directory), [result.course for result in to_come]
    said = parts(space, stops, now, met, courses)
    message = sharing.message(space, sharing.short_link(space), timezone.localdate(now))
    context = {"space": space, "directory": directory, "parts": said, "message": message}
    context |= {"stops": stops, "full_page": reverse("space", args=[space.slug])}
    response = render(request, "spaces/easy.html", context)
    state = space.hours.state(now) if space.hours else None
    sessions = (result.session for result in to_come)
    fresh = min(lifetime.of_states([state], now), lifetime.of_sessions(sessions, now))
    return Page(response, fresh)
