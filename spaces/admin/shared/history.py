"""The history of a row and of what hangs on it, and the way back to an earlier state."""

from itertools import chain
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import FileField, Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.shared.base import DeskAdmin
from spaces.admin.shared.changes import Changes
from spaces.admin.shared.meanwhile import MeanwhileForm
from spaces.curation import history
from spaces.models import DataVersion

M = TypeVar("M", bound=Model)


class WhyForm(forms.Form):
    """Why a state comes back."""

    why = forms.CharField(
        label=gettext_lazy("Say why the label changes."),
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class HistoryAdmin(DeskAdmin[M]):
    """A model's pages with the history of every change, and *put back*."""

    form = MeanwhileForm
    # Fields whose change, by whatever way, needs a reason.
    changes_for_a_reason: tuple[str, ...] = ()
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

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Show the form, with what somebody else changed of the row and of its parts."""
        parts = (inline.formset.clashes for inline in context["inline_admin_formsets"])
        context["clashes"] = [*context["adminform"].form.clashes, *chain(*parts)]
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """List the changes, the latest first, with their differences."""
        row = self.seen(request, object_id)
        page, changes = Changes(row, self.parts).page(request.GET.get("p"))
        context = self._context(request, row, title=_("History of “%(name)s”") % {"name": row})
        context |= {"page": page, "changes": changes}
        context["may_change"] = self.has_change_permission(request, row)
        return TemplateResponse(request, "admin/history.html", context | (extra_context or {}))

    def put_back_view(self, request: HttpRequest, object_id: str, key: str) -> HttpResponse:
        """Show what an earlier state would change; on POST, put it back."""
        if request.method != "POST":
            return self._put_back_view(request, object_id, key)
        with DataVersion.held():
            return self._put_back_view(request, object_id, key)

    def _put_back_view(self, request: HttpRequest, object_id: str, key: str) -> HttpResponse:
        row = self.seen(request, object_id)
        then = Changes(row, self.parts).find(key)
        if then is None or not then.can_come_back:
            raise Http404
        if not self._may_put_back(request, row, then.record):
            raise PermissionDenied
        keep = self._kept(request, row, then.record)
        differences = [change for change in then.until_now() if change.field not in keep]
        asks_why = any(change.field in self.changes_for_a_reason for change in differences)
        is_sent = request.method == "POST"
        form = WhyForm(request.POST if is_sent else None) if asks_why else None
        if is_sent and (form is None or form.is_valid()):
            why = form.cleaned_data["why"] if form else ""
            if self._put_back(request, row, then.record, keep, why):
                where = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
                return HttpResponseRedirect(reverse(where, args=[row.pk]))
        context = self._context(request, row, title=_("Go back to an earlier state"))
        context |= {"then": then, "differences": differences, "form": form}
        return TemplateResponse(request, "admin/put_back.html", context)

    def _may_put_back(self, request: HttpRequest, row: M, record: Any) -> bool:
        """Tell whether this person may change the row, and the part that the record is of."""
        if not self.has_change_permission(request, row):
            return False
        model = record.instance_type
        is_there = model._default_manager.filter(pk=record.id).exists()  # noqa: SLF001
        code = get_permission_codename("change" if is_there else "add", model._meta)  # noqa: SLF001
        return request.user.has_perm(f"{model._meta.app_label}.{code}")  # noqa: SLF001

    def _kept(self, request: HttpRequest, row: M, record: Any) -> set[str]:
        """Return the fields that stay as they are: what one only reads, and files."""
        if record.instance_type is not self.model:
            return set()
        files = (f.name for f in self.opts.concrete_fields if isinstance(f, FileField))
        return {*map(str, self.get_readonly_fields(request, row)), *files}

    def _put_back(
        self, request: HttpRequest, row: M, record: Any, keep: set[str], why: str
    ) -> bool:
        """Put a state back; tell whether it could be, and say so."""
        try:
            with transaction.atomic():
                history.put_back(record, keep=keep, why=why)
        except ValidationError as error:
            refused = _("This state cannot come back: %(why)s")
            sentences = " ".join(error.messages)
            self.message_user(request, refused % {"why": sentences}, messages.ERROR)
            return False
        if not self.get_queryset(request).filter(pk=row.pk).exists():
            raise PermissionDenied  # it would be somebody else's
        self.log_change(request, row, _("Went back to an earlier state."))
        self.message_user(request, _("The earlier state is back."), messages.SUCCESS)
        return True

    def _context(self, request: HttpRequest, row: Model, *, title: str) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "title": title,
        }
