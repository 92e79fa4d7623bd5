"""Places that are missing: what visitors say of them, and the draft that is made of it."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.inbox.message import Button, MessageAdmin
from spaces.admin.space import pending_messages
from spaces.inbox import missing_spaces
from spaces.models import MissingSpace, Space


@admin.register(MissingSpace)
class MissingSpaceAdmin(MessageAdmin[MissingSpace]):
    """Places that the directory does not have."""

    list_display = ("created_at", "name", "where", "beginning", "status", "decided")
    list_filter = ("status", "language")
    list_select_related = ("decided_by", "draft")
    folded_fields = ("name", "where", "text")
    sent = ("name", "where", "text", "space_form")

    @admin.display(description=gettext_lazy("the space made of it"))
    def space_form(self, obj: MissingSpace) -> str:
        """Return a link to the form of the draft, where there is one."""
        if obj.draft is None:
            return "–"
        return format_html(
            '<a href="{}">{}</a>', pending_messages.form_address(obj.draft, obj), obj.draft
        )

    def buttons(self, request: HttpRequest, message: Any) -> list[Button]:
        """Put first what makes a listing of it."""
        found = super().buttons(request, message)
        space_desk = self.admin_site.get_model_admin(Space)
        if message.status == MissingSpace.Status.NEW and space_desk.has_add_permission(request):
            words = _("Open the draft") if message.draft_id else _("Make a draft of it")
            return [Button("_draft", words), *found]
        return found

    def response_change(self, request: HttpRequest, obj: MissingSpace) -> HttpResponse:
        """Lead to the draft, where that button was tapped."""
        space_desk = self.admin_site.get_model_admin(Space)
        if "_draft" in request.POST and space_desk.has_add_permission(request):
            return self._to_the_draft(request, obj)
        return super().response_change(request, obj)

    def _to_the_draft(self, request: HttpRequest, message: MissingSpace) -> HttpResponse:
        """Lead to the draft's form; to that of a new space where the municipality is not clear."""
        is_new = message.draft_id is None
        draft = missing_spaces.draft_of(message)
        if draft is None:
            words = _("The municipality is not clear from “%(where)s”: choose it.")
            self.message_user(request, words % {"where": message.where}, messages.WARNING)
            asked = {pending_messages.NAME: pending_messages.key(message)}
            fields = missing_spaces.known(message) | asked
            address = reverse("admin:spaces_space_add")
            return HttpResponseRedirect(f"{address}?{urlencode(fields)}")
        if is_new:
            self.admin_site.get_model_admin(Space).log_addition(request, draft, [{"added": {}}])
            words = _("This is a draft: complete it, then publish it.")
            self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(pending_messages.form_address(draft, message))
