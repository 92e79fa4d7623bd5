"""The history of a row and of what hangs on it, and the way back to an earlier state."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import connection, transaction
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from spaces import history
from spaces.admin.base import DeskAdmin
from spaces.admin.meanwhile import MeanwhileForm
from spaces.models import DataVersion

M = TypeVar("M", bound=Model)

PER_PAGE = 50


@dataclass(frozen=True)
class Change:
    """A state of a row (`record`) and the one before it, None where it is the first."""

    record: Any
    before: Any
    is_present: bool

    @cached_property
    def differences(self) -> list[history.Difference]:
        """Return what this change touched."""
        return history.differences(self.record, self.before) if self.before else []

    @property
    def thing(self) -> str:
        """Return what was changed: its kind, and its name."""
        kind = capfirst(self.record.instance_type._meta.verbose_name)  # noqa: SLF001
        return f"{kind}: {self.record.history_object}"

    @property
    def kind(self) -> str:
        """Return what was done, in words."""
        if self.record.history_type == "~":
            return _("Changed") if self.before else _("As it was when the history began")
        return _("Created") if self.record.history_type == "+" else _("Deleted")

    @property
    def can_come_back(self) -> bool:
        """Tell whether this state is another than today's, and one to return to."""
        return not self.is_present and self.record.history_type != "-"

    def until_now(self) -> list[history.Difference]:
        """Return what going back would change today."""
        now = self.record.instance_type.history.filter(id=self.record.id).first()
        return [] if now.history_type == "-" else history.differences(self.record, now)

    @property
    def key(self) -> str:
        """Return the record's part of an address."""
        return f"{self.record.instance_type._meta.model_name}-{self.record.history_id}"  # noqa: SLF001


class HistoryAdmin(DeskAdmin[M]):
    """A model's pages with the history of every change, and *put back*."""

    form = MeanwhileForm
    # Models whose rows hang on this one by a foreign key of its name, and are edited with it.
    parts: tuple[type[Model], ...] = ()

    def get_urls(self) -> list[Any]:
        """Add the page that asks before a state is put back."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_put_back"
        view = self.admin_site.admin_view(self.put_back_view)
        back = path("<path:object_id>/history/<slug:key>/", view, name=name)
        return [back, *super().get_urls()]

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> M | None:
        """Return the row; one that is about to be saved is held until that is done."""
        row = super().get_object(request, object_id, from_field)
        if row and request.method == "POST" and connection.in_atomic_block:
            self.model._default_manager.select_for_update().filter(pk=row.pk).first()  # noqa: SLF001
        return row

    def get_form(
        self, request: HttpRequest, obj: M | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """Return the form, which knows the parts that are edited with the row."""
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.parts = self.parts
        return form

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """List the changes, the latest first, with their differences."""
        row = self._row(request, object_id)
        changes = Paginator(self._changes(row), PER_PAGE)
        context = self._context(request, row, title=_("History of “%(name)s”") % {"name": row})
        context["page"] = changes.get_page(request.GET.get("p"))
        context["may_change"] = self.has_change_permission(request, row)
        return TemplateResponse(request, "admin/history.html", context | (extra_context or {}))

    def put_back_view(self, request: HttpRequest, object_id: str, key: str) -> HttpResponse:
        """Show what an earlier state would change; on POST, put it back."""
        row = self._row(request, object_id)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        then = next((change for change in self._changes(row) if change.key == key), None)
        if then is None or not then.can_come_back:
            raise Http404
        if request.method == "POST" and self._put_back(request, row, then):
            where = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
            return HttpResponseRedirect(reverse(where, args=[row.pk]))
        context = self._context(request, row, title=_("Go back to an earlier state"))
        context |= {"then": then, "differences": then.until_now()}
        return TemplateResponse(request, "admin/put_back.html", context)

    def _put_back(self, request: HttpRequest, row: M, then: Change) -> bool:
        """Put a state back; tell whether it could be, and say so."""
        fixed = self.get_readonly_fields(request, row)
        try:
            with transaction.atomic():
                DataVersion.bump()  # first, as it locks
                history.put_back(then.record, keep=[str(field) for field in fixed])
        except ValidationError as error:
            refused = _("This state cannot come back: %(why)s")
            why = " ".join(error.messages)
            self.message_user(request, refused % {"why": why}, messages.ERROR)
            return False
        self.log_change(request, row, _("Went back to an earlier state."))
        self.message_user(request, _("The earlier state is back."), messages.SUCCESS)
        return True

    def _row(self, request: HttpRequest, object_id: str) -> Any:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return row

    def _changes(self, row: Any) -> list[Change]:
        """Return the changes of a row and of its parts, the latest first."""
        records = list(_followed(self.model, id=row.pk))
        for part in self.parts:
            records += _followed(part, **{self.opts.model_name or "": row.pk})
        return sorted(records, key=lambda change: change.record.history_date, reverse=True)

    def _context(self, request: HttpRequest, row: Model, *, title: str) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "title": title,
        }


def _followed(model: Any, **which: Any) -> Iterator[Change]:
    """Yield the changes of some rows, each with the state before it, the latest first."""
    older: dict[Any, Any] = {}
    found = []
    for record in reversed(model.history.filter(**which).select_related("history_user")):
        found.append((record, older.get(record.id)))
        older[record.id] = record
    present = {record.history_id for record in older.values()}
    for record, before in reversed(found):
        yield Change(record, before, record.history_id in present)
