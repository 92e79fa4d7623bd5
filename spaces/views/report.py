"""What visitors tell us: something is wrong on a page, or a place is missing.

Each form answers with itself until it is taken, then leads to a page of thanks, which can be
loaded again without sending anything twice.
"""

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from spaces.directory.published import Directory, as_shown
from spaces.hours import lifetime
from spaces.inbox.forms import MissingSpaceForm, ReportForm
from spaces.models import Report, Space, SpaceSlug
from spaces.views.page import Page, public_form, public_page
from spaces.views.segment import moved


@csrf_exempt  # there is no cookie to protect: see `spaces.inbox.robots`
@public_form
def report(request: HttpRequest, directory: Directory, slug: str) -> Page:
    """Ask what is wrong on a space's page, and keep the answer."""
    space = _space(directory, slug)
    if slug != space.slug and request.method != "POST":
        return Page(moved(request, reverse("report", args=[space.slug])))
    form = ReportForm(request, f"report {space.code}", at=timezone.now())
    if form.is_accepted():
        form.save(form.report(space))
        return Page(HttpResponseRedirect(reverse("report_thanks", args=[space.slug])))
    context = {"form": form, "space": space, "kinds": Report.Kind, "directory": directory}
    return Page(render(request, "spaces/report.html", context, status=form.status))


@public_page
def report_thanks(request: HttpRequest, directory: Directory, slug: str) -> Page:
    """Say thank you, and lead back to the space."""
    context = {"space": _space(directory, slug), "directory": directory}
    response = render(request, "spaces/report_thanks.html", context)
    return Page(response, lifetime.midnight(timezone.now()))


@csrf_exempt  # as above
@public_form
def missing_space(request: HttpRequest, directory: Directory) -> Page:
    """Ask which place is missing, and keep the answer."""
    form = MissingSpaceForm(request, "missing space", at=timezone.now())
    if form.is_accepted():
        form.save(form.missing_space())
        return Page(HttpResponseRedirect(reverse("missing_space_thanks")))
    context = {"form": form, "directory": directory}
    return Page(render(request, "spaces/missing_space.html", context, status=form.status))


@public_page
def missing_space_thanks(request: HttpRequest, directory: Directory) -> Page:
    """Say thank you, and lead back to the places."""
    response = render(request, "spaces/report_thanks.html", {"directory": directory})
    return Page(response, lifetime.midnight(timezone.now()))


def _space(directory: Directory, slug: str) -> Space:
    """Return the space that has a page at this address, or had: operating, or closed for good."""
    found = directory.by_slug.get(slug)
    if found:
        return found
    former: SpaceSlug = get_object_or_404(
        SpaceSlug.objects.select_related("space__replaced_by"), slug=slug
    )
    there = former.leads_to
    if there.slug in directory.by_slug:
        return directory.by_slug[there.slug]
    return as_shown(get_object_or_404(Space.objects.closed(), pk=there.pk))
