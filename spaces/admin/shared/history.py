"""The history of a row and of what hangs on it, and the way back to an earlier state."""

from contextlib import nullcontext
from itertools import chain
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import FileField
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spaces.admin.shared.base import DeskAdmin, M
from spaces.admin.shared.changes import Changes
from spaces.admin.shared.desk_page import context_of
from spaces.admin.shared.meanwhile import MeanwhileForm
from spaces.curation import history
from spaces.models import DataVersion


class WhyForm(forms.Form):
    """Why a state comes back."""

    why = forms.CharField(
        label=gettext_lazy("Say why the label changes."),
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class HistoryAdmin(DeskAdmin[M]):
    """A model's pages with the history of every change, and what was changed meanwhile.

    The form's `parts` are the models whose rows hang on this one, and are edited with it.
    """

    form: Any = MeanwhileForm
    # Fields whose change, by whatever way, needs a reason.
    changes_for_a_reason: tuple[str, ...] = ()

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> M | None:
        """Return the row; one that is about to be saved is held until that is done."""
        row = super().get_object(request, object_id, from_field)
        if row and request.method == "POST" and connection.in_atomic_block:
            self.model._default_manager.select_for_update().filter(pk=row.pk).first()  # noqa: SLF001
        return row

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
        row = self.row_for(request, object_id)
        page, changes = Changes(row, self.form.parts).page(request.GET.get("p"))
        title = _("History of “%(name)s”") % {"name": row}
        context = context_of(request, self, title, original=row, page=page, changes=changes)
        context["may_change"] = self.has_change_permission(request, row)
        return TemplateResponse(request, "admin/history.html", context | (extra_context or {}))


def put_back(request: HttpRequest, *, desk: Any, object_id: str, key: str) -> HttpResponse:
    """Show what an earlier state would change; on POST, put it back."""
    with DataVersion.held() if request.method == "POST" else nullcontext():
        row = desk.row_for(request, object_id)
        then = Changes(row, desk.form.parts).find(key)
        if then is None or not then.can_come_back:
            raise Http404
        _check_right(request, then.record)
        untouched = _untouched(request, desk, row, then.record)
        differences = [change for change in then.until_now() if change.field not in untouched]
        form = _reason_form(request, desk, differences)
        if request.method == "POST" and (form is None or form.is_valid()):
            why = form.cleaned_data["why"] if form else ""
            if _bring_back(request, desk, row, then.record, untouched, why):
                name = f"admin:{desk.opts.app_label}_{desk.opts.model_name}_change"
                return HttpResponseRedirect(reverse(name, args=[row.pk]))
    context = context_of(request, desk, _("Go back to an earlier state"), original=row, then=then)
    context |= {"differences": differences, "form": form}
    return TemplateResponse(request, "admin/put_back.html", context)


def _check_right(request: HttpRequest, record: Any) -> None:
    """Refuse whoever may not write the row, or the part, that the record is of."""
    model = record.instance_type
    is_there = model._default_manager.filter(pk=record.id).exists()  # noqa: SLF001
    code = get_permission_codename("change" if is_there else "add", model._meta)  # noqa: SLF001
    if not request.user.has_perm(f"{model._meta.app_label}.{code}"):  # noqa: SLF001
        raise PermissionDenied


def _untouched(request: HttpRequest, desk: Any, row: Any, record: Any) -> set[str]:
    """Return the fields that stay as they are: what one only reads, and files."""
    if record.instance_type is not desk.model:
        return set()
    files = (f.name for f in desk.opts.concrete_fields if isinstance(f, FileField))
    return {*map(str, desk.get_readonly_fields(request, row)), *files}


def _reason_form(
    request: HttpRequest, desk: Any, differences: list[history.Difference]
) -> WhyForm | None:
    """Return the form that asks why, where a reason is needed."""
    if not any(change.field in desk.changes_for_a_reason for change in differences):
        return None
    return WhyForm(request.POST if request.method == "POST" else None)


def _bring_back(
    request: HttpRequest, desk: Any, row: Any, record: Any, untouched: set[str], why: str
) -> bool:
    """Put a state back; tell whether it could be, and say so."""
    try:
        with transaction.atomic():
            history.put_back(record, untouched=untouched, why=why)
    except ValidationError as error:
        refused = _("This state cannot come back: %(why)s")
        sentences = " ".join(error.messages)
        desk.message_user(request, refused % {"why": sentences}, messages.ERROR)
        return False
    if not desk.get_queryset(request).filter(pk=row.pk).exists():
        raise PermissionDenied  # it would be somebody else's
    desk.log_change(request, row, _("Went back to an earlier state."))
    desk.message_user(request, _("The earlier state is back."), messages.SUCCESS)
    return True
