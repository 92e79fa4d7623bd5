"""A space's own page, and what stands at the addresses of spaces that are no more."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from spaces.courses import pipeline as course_search
from spaces.directory.published import Directory, Near, as_shown
from spaces.hours import lifetime
from spaces.hours.opening import TIMEZONE, State
from spaces.models import Space, SpaceSlug
from spaces.opendata import jsonld
from spaces.search.trips import trip
from spaces.views.page import Page, public_page
from spaces.views.segment import moved
from spaces.views.short_links import places_near
from spaces.wording import address, sharing
from spaces.wording.strengths import met_at


@public_page
def space(request: HttpRequest, directory: Directory, slug: str) -> Page:
    """Show a space: its hours now, the week, what there is, and the way there."""
    found = directory.by_slug.get(slug)
    if found is None:
        return _no_longer_here(request, directory, slug)
    now = timezone.now()
    way = trip(request.GET.get("from", ""), found, directory)
    context = context_of(found, directory, now) | {"trip": way}
    states = [_state(found, now), *_states(context["alternatives"], now)]
    if "poster" in request.GET:  # its visitor is shown who is open, wherever that is
        states += [_state(other, now) for other in directory.spaces.values()]
    sessions = (result.session for result in context["courses"])
    fresh = min(lifetime.of_states(states, now), lifetime.of_sessions(sessions, now))
    passing = way is not None and way.where.may_change
    return Page(render(request, "spaces/space.html", context), None if passing else fresh)


def context_of(found: Space, directory: Directory, now: datetime) -> dict[str, Any]:
    """Return what the template of a space's page shows at a moment."""
    today = now.astimezone(TIMEZONE).date()
    hours, point = found.hours, found.real_point
    return {
        "space": found,
        "directory": directory,
        "now": now,
        "state": _state(found, now),
        "week": hours.week_table(today) if hours else [],
        "notices": hours.upcoming(today) if hours else [],
        "courses": course_search.to_come(directory, now, found.pk),
        "stops": directory.nearest_stops(point),
        "alternatives": directory.alternatives(point or found.municipality.point, besides=found),
        "directions": address.directions(found),
        "photo_url": found.photo_url,
        "message": sharing.message(found, sharing.short_link(found), today),
        "linked_data": jsonld.space_page(found, now, met_at(found, directory)),
    }


def _no_longer_here(request: HttpRequest, directory: Directory, slug: str) -> Page:
    """Lead from an old address to the present one; say so where the space closed for good."""
    former: SpaceSlug = get_object_or_404(
        SpaceSlug.objects.select_related("space__municipality", "space__replaced_by__municipality"),
        slug=slug,
    )
    there = former.leads_to
    if there.slug in directory.by_slug:
        return Page(moved(request, reverse("space", args=[there.slug])))
    if there.status == Space.Status.DRAFT and there.was_public:
        return Page(HttpResponseRedirect(places_near(there)))
    closed_for_good = Space.objects.closed().select_related("municipality")
    closed = as_shown(get_object_or_404(closed_for_good, pk=there.pk))
    now = timezone.now()
    centre = closed.real_point or closed.municipality.point
    nearest = directory.alternatives(centre, besides=closed)
    context = {"space": closed, "directory": directory, "alternatives": nearest, "now": now}
    response = render(request, "spaces/closed.html", context)
    return Page(response, lifetime.of_states(_states(nearest, now), now))


def _state(space: Space, now: datetime) -> State | None:
    return space.hours.state(now) if space.hours else None


def _states(near: Iterable[Near[Space]], now: datetime) -> Iterator[State | None]:
    return (_state(other.thing, now) for other in near)
