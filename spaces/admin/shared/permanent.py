"""Rows whose code may be printed: once the public can know it, they are not deleted."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected as djangos_delete_selected
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy

from spaces.admin.shared.base import M
from spaces.admin.shared.history import HistoryAdmin


class PermanentAdmin(HistoryAdmin[M]):
    """The pages of a model of whose rows some stay for ever, and say what to do instead."""

    permanent_if: ClassVar[str]  # the field that is true of a row that stays
    not_deleted: ClassVar[Any]  # the sentence about it

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Allow it for what nobody outside knows: a printed code must not die."""
        if obj is not None and getattr(obj, self.permanent_if):
            return False
        return super().has_delete_permission(request, obj)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Ask before a row is deleted; of one that stays say why."""
        row: Any = self.get_object(request, object_id)
        is_seen = row and self.has_view_permission(request, row)
        if row and is_seen and getattr(row, self.permanent_if):
            self.message_user(request, self.not_deleted, messages.ERROR)
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
            return HttpResponseRedirect(reverse(name, args=[row.pk]))
        return super().delete_view(request, object_id, extra_context)


@admin.action(
    description=gettext_lazy("Delete selected %(verbose_name_plural)s"), permissions=["delete"]
)
def delete_selected(
    desk: Any, request: HttpRequest, chosen: QuerySet[Any]
) -> HttpResponseBase | None:
    """Delete rows that nobody outside knows, after asking; where one of them stays say why."""
    if chosen.filter(**{desk.permanent_if: True}).exists():
        desk.message_user(request, desk.not_deleted, messages.ERROR)
        return None
    return djangos_delete_selected(desk, request, chosen)
