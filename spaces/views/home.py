"""The home page, and the choice of a language before it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import override

from config.languages import LANGUAGES, preferred
from spaces.courses import pipeline as course_search
from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.opendata import jsonld
from spaces.views.page import Page, public_page


def choose_language(request: HttpRequest) -> HttpResponse:
    """Send the visitor to their language, or offer all where the browser names none of ours."""
    language = preferred(request)
    if language:
        with override(language):
            response: HttpResponse = HttpResponseRedirect(reverse("home"))
    else:
        context = {"languages": list(LANGUAGES.values())}
        response = render(request, "spaces/choose_language.html", context)
    patch_vary_headers(response, ["Accept-Language"])
    return response


@public_page
def home(request: HttpRequest, directory: Directory) -> Page:
    """Ask where the visitor is and what they want to do."""
    now = timezone.now()
    courses = course_search.to_come(directory, now)
    context = {
        "directory": directory,
        "now": now,
        "courses": courses,
        "only_examples": all(result.course.is_example for result in courses),
        "linked_data": jsonld.site(),
    }
    response = render(request, "spaces/home.html", context)
    midnight = lifetime.midnight(now)
    last = max((result.session.ends for result in courses), default=midnight)
    return Page(response, min(midnight, last))
