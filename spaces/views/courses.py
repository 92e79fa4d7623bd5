"""What one can learn: the list of courses to come, and a course's own page."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from spaces.courses import pipeline as course_search
from spaces.courses.easy import parts
from spaces.courses.filters import CourseFilters
from spaces.courses.forms import CourseForm
from spaces.courses.message import message
from spaces.courses.pipeline import CourseResult
from spaces.courses.sentence import ask
from spaces.courses.words import next_day, next_words, notices, plan_words
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.hours.opening import TIMEZONE
from spaces.models import Course, Space
from spaces.opendata import jsonld_courses
from spaces.search.canonical import as_understood
from spaces.search.links import Links
from spaces.views.lists import answered_elsewhere, context_of_list, status_of_list
from spaces.views.page import Page, Same, public_page
from spaces.wording import address

OTHERS = 3  # courses that are offered beside one


@public_page
def courses(request: HttpRequest, directory: Directory) -> Page | Same:
    """Show the courses to come that the visitor asks for."""
    form, now = CourseForm(request.GET, directory), timezone.now()
    asked = ask(form.query(), directory, now)
    if elsewhere := answered_elsewhere(request, form, asked, directory):
        return elsewhere
    found = course_search.answer(asked, directory, now)
    status, links = status_of_list(form, found), Links(as_understood(asked.query, request.GET))
    context = context_of_list(form, found, links) | {
        "linked_data": jsonld_courses.results(found),
        "filters": CourseFilters(found, directory, links),
        "now": found.at,
    }
    response = render(request, "spaces/courses.html", context, status=status)
    cacheable = status == 200 and not form.has_position
    return Page(response, found.fresh_until if cacheable else None)


@public_page
def course(request: HttpRequest, directory: Directory, slug: str) -> Page:
    """Show a course; of one that is over say so, and offer the next ones."""
    found = directory.course_by_slug.get(slug)
    if found is None:
        return _no_longer_here(slug)
    now = timezone.now()
    context = _course_context(found, directory, now)
    response = render(request, "spaces/course.html", context)
    return Page(response, _fresh_until(context, now))


@public_page
def easy(request: HttpRequest, directory: Directory, slug: str) -> Page:
    """Show what is known of a course in short sentences."""
    found = directory.course_by_slug.get(slug)
    if found is None:
        return _no_longer_here(slug)
    now = timezone.now()
    context = _course_context(found, directory, now)
    context["parts"] = parts(found, context["session"], context["stops"], now)
    context["full_page"] = found.get_absolute_url()
    response = render(request, "spaces/course_easy.html", context)
    return Page(response, _fresh_until(context, now))


def _course_context(found: Course, directory: Directory, now: datetime) -> dict[str, Any]:
    today = now.astimezone(TIMEZONE).date()
    session, place = found.schedule.next_session(now), found.space
    link = settings.SITE_URL + found.get_absolute_url()
    return {
        "course": found,
        "space": place,
        "directory": directory,
        "now": now,
        "session": session,
        "over": session is None,
        "next": next_words(session, now) if session else "",
        "next_day": next_day(session, today) if session else "",
        "plan": plan_words(found.schedule, today),
        "notices": list(notices(found, session, today)),
        "stops": directory.nearest_stops(place.real_point),
        "directions": address.directions(place),
        "photo_url": place.photo_url,
        "others": _others(found, directory, now),
        "message": message(found, link, today),
        "linked_data": jsonld_courses.course_page(found, now),
    }


def _others(found: Course, directory: Directory, now: datetime) -> list[CourseResult]:
    """Return other courses to come: first those of the same space, then the soonest."""
    to_come = course_search.to_come(directory, now)
    others = [other for other in to_come if other.course.pk != found.pk]
    return sorted(others, key=lambda other: other.course.space_id != found.space_id)[:OTHERS]


def _fresh_until(context: dict[str, Any], now: datetime) -> datetime:
    sessions = [context["session"], *(other.session for other in context["others"])]
    return lifetime.of_sessions(filter(None, sessions), now)


def _no_longer_here(slug: str) -> Page:
    """Lead from a course whose space is no more to where that space's address leads."""
    former = get_object_or_404(
        Course.objects.shown().filter(space__in=Space.objects.known_to_public()), slug=slug
    )
    return Page(HttpResponseRedirect(reverse("space", args=[former.space.slug])))
