"""Going live: the page that says what stands between this site and the public."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from spaces.curation import going_live


def is_for(request: HttpRequest) -> bool:
    """Tell whether the page is for this person: administrators, who answer for accounts too."""
    return request.user.has_perms(("spaces.view_every_space", "auth.change_user"))


def page(request: HttpRequest) -> HttpResponse:
    """Show what is to do, what cannot be known here, and what is in order."""
    sections = going_live.sections(timezone.now())
    context = {
        **admin.site.each_context(request),
        "title": _("Going live"),
        "sections": sections,
        "tally": going_live.tally(sections).items(),
    }
    return TemplateResponse(request, "admin/going_live.html", context)
