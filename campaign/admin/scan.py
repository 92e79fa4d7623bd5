"""Scans: totals to read and to take along, nothing to change."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from campaign import tally
from campaign.models import Scan
from campaign.tally import By
from spaces.admin.shared.base import DeskAdmin
from spaces.admin.shared.desk_page import context_of
from spaces.exchange.cells import csv_row


@admin.register(Scan)
class ScanAdmin(DeskAdmin[Scan]):
    """The count: one page of totals, by whatever was chosen, and the same as a table."""

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the totals, or send them as CSV."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        chosen = request.GET.get("by")
        by = By(chosen) if chosen in By.values else By.CAMPAIGN
        rows = tally.totals(by)
        if "csv" in request.GET:
            return _csv(by, rows)
        context = context_of(request, self, _("Scans of posters"), by=by, choices=By, rows=rows)
        context["sum"] = sum(row.scans for row in rows)
        return TemplateResponse(request, "admin/campaign/scan/change_list.html", context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: scans are counted, not written."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a count is what it is."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse, as above."""
        return False


def _csv(by: By, rows: list[tally.Total]) -> HttpResponse:
    """Return the totals as a file that a spreadsheet opens; no cell is a formula."""
    lines = [[by.label, _("scans")], *([row.name, row.scans] for row in rows)]
    text = "".join(map(csv_row, lines))
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    name = f"scans-{by}-{timezone.localdate()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
