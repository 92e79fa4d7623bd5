"""Reports of errors: what visitors say is wrong on a space's page."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.inbox.message import Button, MessageAdmin
from spaces.admin.space.pending_messages import form_address
from spaces.models import Report, Space


@admin.register(Report)
class ReportAdmin(MessageAdmin[Report]):
    """What is wrong on spaces' pages."""

    managers = "space__managers"
    list_display = ("created_at", "space", "kind", "beginning", "status", "decided", "space_form")
    list_filter = ("status", "kind", "language", "space__municipality")
    list_select_related = ("space", "decided_by")
    search_fields = ("space__search_key__contains",)
    sent = ("space_form", "kind", "text")

    @admin.display(description=gettext_lazy("correct it"))
    def space_form(self, obj: Report) -> str:
        """Return a link to the form of the space, which shows the report while it waits."""
        words = _("Correct %(name)s") % {"name": obj.space}
        return format_html('<a href="{}">{}</a>', form_address(obj.space, obj), words)

    def buttons(self, request: HttpRequest, message: Any) -> list[Button]:
        """Put first what mends the listing."""
        found = super().buttons(request, message)
        space_desk = self.admin_site.get_model_admin(Space)
        if message.status == Report.Status.NEW and space_desk.has_change_permission(request):
            return [Button("_mend", _("Mend the listing")), *found]
        return found

    def response_change(self, request: HttpRequest, obj: Report) -> HttpResponse:
        """Lead to the form of the space, where that button was tapped."""
        if "_mend" in request.POST:
            return HttpResponseRedirect(form_address(obj.space, obj))
        return super().response_change(request, obj)
