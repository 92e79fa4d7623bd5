"""“Is it still right?”: what a manager sees behind the link in their mail. Looking changes nothing.

The token stands in the query, which logs leave out.
"""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.hours.usual import lasting
from spaces.inbox import reminders, robots
from spaces.inbox.forms import StillRightForm
from spaces.models import SpaceContact
from spaces.views.page import Page, public_form, public_page


@csrf_exempt  # there is no cookie to protect: the link itself says who it is
@public_form
def still_right(request: HttpRequest, directory: Directory) -> Page:
    """Show what the site says, and take “all still right” or what has changed."""
    link = request.GET.get("t", "")
    try:
        contact = reminders.contact_of(link)
        robots.check_origin(request)
        return Page(_answer(request, directory, contact))
    except robots.RefusedError as refused:
        sentence, status = str(refused.sentence), refused.status
    except reminders.LinkError as error:
        sentence, status = str(error), HTTPStatus.GONE if link else HTTPStatus.OK
    context = {"why": sentence, "directory": directory}
    return Page(render(request, "spaces/still_right_gone.html", context, status=status))


@public_page
def still_right_thanks(request: HttpRequest, directory: Directory) -> Page:
    """Say thank you."""
    response = render(request, "spaces/still_right_thanks.html", {"directory": directory})
    return Page(response, lifetime.midnight(timezone.now()))


def _answer(request: HttpRequest, directory: Directory, contact: SpaceContact) -> HttpResponse:
    """Return the page, or where to go once the answer is kept."""
    stored = {"opening_hours": contact.space.opening_hours}
    form = StillRightForm(request.POST if request.method == "POST" else None, initial=stored)
    thanks = HttpResponseRedirect(reverse("still_right_thanks"))
    if request.method == "POST" and request.POST.get("answer") == "right":
        reminders.confirm(contact, timezone.localdate())
        return thanks
    if form.is_bound and form.is_valid():
        reminders.propose(contact, form.proposal(contact))
        return thanks
    status = HTTPStatus.BAD_REQUEST if form.is_bound else HTTPStatus.OK
    hours, today = contact.space.hours, timezone.localdate()
    lines = [line.words for line in lasting(hours, today)] if hours else []
    context = {"form": form, "space": contact.space, "lines": lines, "directory": directory}
    return render(request, "spaces/still_right.html", context, status=status)
