"""Going live: the page that says what stands between this site and the public."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from spaces import going_live
from spaces.models import Space


def is_for(request: HttpRequest) -> bool:
    """Tell whether the page is for this person: administrators, who answer for accounts too."""
    return request.user.has_perms(("spaces.view_every_space", "auth.change_user"))


class GoingLiveAdmin(admin.ModelAdmin[Space]):
    """Spaces' pages, with that of going live."""

    def get_urls(self) -> list[Any]:
        """Add the page."""
        view = self.admin_site.admin_view(self.going_live_view)
        return [path("going-live/", view, name="spaces_space_going_live"), *super().get_urls()]

    def going_live_view(self, request: HttpRequest) -> HttpResponse:
        """Show what is to do, what cannot be known here, and what is in order."""
        if not is_for(request):
            raise PermissionDenied
        sections = going_live.sections(timezone.now())
        context = {
            **self.admin_site.each_context(request),
            "title": _("Going live"),
            "sections": sections,
            "tally": going_live.tally(sections).items(),
        }
        return TemplateResponse(request, "admin/spaces/going_live.html", context)
