"""The helper's sheet: up to five spaces on one page of paper, in the person's language."""

from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone

from spaces.directory.published import Directory
from spaces.hours import lifetime
from spaces.hours.opening import TIMEZONE
from spaces.paper.sheet import read
from spaces.views.page import Page, public_page


@public_page
def sheet(request: HttpRequest, directory: Directory) -> Page:
    """Show the sheet that the address asks for, ready to print."""
    now = timezone.now()
    asked = read(request.GET, directory, now.astimezone(TIMEZONE).date())
    status = 400 if asked.problems else 200
    context = {"sheet": asked, "directory": directory}
    response = render(request, "spaces/sheet.html", context, status=status)
    passing = asked.problems or asked.may_change
    return Page(response, None if passing else lifetime.midnight(now))
