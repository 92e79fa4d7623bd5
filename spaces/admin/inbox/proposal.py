"""Managers: whom we ask whether a listing is still right, and what they propose."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Field, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.inbox.message import STATUS_CHANGED, Button, MessageAdmin, refuse, reopen
from spaces.admin.shared import files
from spaces.admin.shared.base import DeskAdmin
from spaces.admin.space.hours import FIELD
from spaces.hours.field import HoursField, ProposedHoursWidget
from spaces.inbox import proposals
from spaces.models import Proposal, SpaceContact


@admin.action(description=gettext_lazy("Apply the selected proposals"), permissions=["change"])
def apply(desk: Any, request: HttpRequest, chosen: QuerySet[Proposal]) -> None:
    """Give each space what its manager proposes; say which could not be, and why."""
    for proposal in chosen.filter(status=Proposal.Status.NEW).select_related("space"):
        desk.apply_one(request, proposal)


class ProposalForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs only
    """What the desk may correct before a proposal is applied."""

    def clean_opening_hours(self) -> str:
        """Return '' where no hours are proposed."""
        return self.cleaned_data["opening_hours"] or ""


def _proposed_hours(db_field: "Field[Any, Any]") -> HoursField:
    """Return the grid of the hours, which may hold what no grid can."""
    return HoursField(
        label=capfirst(db_field.verbose_name),
        help_text=db_field.help_text,
        required=False,
        widget=ProposedHoursWidget,
    )


@admin.register(Proposal)
class ProposalAdmin(MessageAdmin[Proposal]):
    """What managers say has changed."""

    form = ProposalForm
    files = (files.MESSAGES, files.HOURS)
    inputs = {FIELD: _proposed_hours}
    actions = (apply, refuse, reopen)
    list_display = ("created_at", "space", "differences", "beginning", "status", "decided")
    list_filter = ("status", "language", "space__municipality")
    list_select_related = ("space", "decided_by")
    search_fields = ("space__search_key__contains",)
    sent = ("space_form", "differences", "hours_in_words", "text")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return what was sent, then what the desk may correct before it is applied.

        There are hours to write where some were proposed, in the grid or in words.
        """
        has_hours = obj and (obj.opening_hours or obj.hours_in_words or obj.text)
        first = ("opening_hours",) if has_hours else ()
        closure = ("closed_from", "closed_until")
        return (*self.sent, *first, "phone", closure, *self.received, "note")

    def buttons(self, request: HttpRequest, message: Any) -> list[Button]:
        """Return what can be decided about a proposal."""
        if message.status == Proposal.Status.NEW:
            return [Button("_apply", _("Apply")), Button("_refuse", _("Refuse"))]
        return super().buttons(request, message)

    def response_change(self, request: HttpRequest, obj: Proposal) -> HttpResponse:
        """Apply it, where that button was tapped; what stands in the form is saved by now."""
        if "_apply" not in request.POST:
            return super().response_change(request, obj)
        if self.apply_one(request, obj):
            return self.to_what_waits()
        return HttpResponseRedirect(request.path)

    def apply_one(self, request: HttpRequest, proposal: Proposal) -> bool:
        """Apply a proposal; tell whether it could be, and say so."""
        try:
            proposals.apply(proposal, request.user, timezone.now())
        except ValidationError as error:
            words = f"{proposal.space}: {' '.join(error.messages)}"
            self.message_user(request, words, messages.ERROR)
            return False
        self.log_change(request, proposal, STATUS_CHANGED)
        words = _("%(name)s: applied.") % {"name": proposal.space}
        self.message_user(request, words, messages.SUCCESS)
        return True

    @admin.display(description=gettext_lazy("changes"))
    def differences(self, obj: Proposal) -> str:
        """Return what would change: what stands now, and then."""
        found = proposals.changes(obj, timezone.localdate())
        if not found:
            return "–"
        rows = format_html_join(
            "",
            "<li><strong>{}</strong><br><del>{}</del> → <ins>{}</ins></li>",
            ((capfirst(change.label), change.now, change.then) for change in found),
        )
        return format_html('<ul class="differences">{}</ul>', rows)

    @admin.display(description=gettext_lazy("space"))
    def space_form(self, obj: Proposal) -> str:
        """Return a link to the form of the space."""
        address = reverse("admin:spaces_space_change", args=[obj.space_id])
        return format_html('<a href="{}">{}</a>', address, obj.space)


@admin.register(SpaceContact)
class SpaceContactAdmin(DeskAdmin[SpaceContact]):
    """Whom we ask."""

    list_display = ("space", "email", "language", "reminded_at")
    list_select_related = ("space",)
    search_fields = ("space__search_key__contains",)
    autocomplete_fields = ("space",)
    readonly_fields = ("reminded_at",)

    def save_model(self, request: HttpRequest, obj: SpaceContact, form: Any, change: bool) -> None:
        """Save; the link that the former person was sent is then worth nothing."""
        if "email" in form.changed_data:
            obj.nonce, obj.reminded_at = "", None
        super().save_model(request, obj, form, change)
