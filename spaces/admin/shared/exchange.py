"""Rows in and out as files, beside the pages of a model: import with a preview, export."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from import_export.admin import ExportMixin, ImportExportMixin
from import_export.formats.base_formats import Format
from import_export.forms import ExportForm
from import_export.tmp_storages import TempFolderStorage

from spaces.admin.shared.desk_page import context_of
from spaces.admin.shared.exchange_forms import EXPORTS, AnyTable, ConfirmForm, FileForm, signer
from spaces.exchange import files
from spaces.exchange.resource import Outcome, TableResource
from spaces.models import Space

# The list of a model with import and export: the library's, with its two links.
LIST_TEMPLATE = "admin/import_export/change_list_import_export.html"


class Exchange(ImportExportMixin):  # type: ignore[misc]  # the library has no types
    """The import and the export of a model: the library's own pages, beside its ModelAdmin.

    Who may open them, the table of the desk's pages says.
    """

    import_template_name = "admin/spaces/import.html"
    export_template_name = "admin/spaces/export.html"
    import_form_class = FileForm
    confirm_form_class = ConfirmForm
    export_form_class = ExportForm

    def __init__(self, resource: type[TableResource]) -> None:
        """Take what reads and writes the rows of a model."""
        super().__init__()
        self.resource_classes = [resource]
        self.model = resource._meta.model  # noqa: SLF001  the library's own word for it
        self.admin_site = admin.site

    @property
    def desk(self) -> Any:
        """Return the model's ModelAdmin."""
        return self.admin_site.get_model_admin(self.model)

    @property
    def media(self) -> forms.Media:
        """Return the files of the model's pages."""
        return self.desk.media  # type: ignore[no-any-return]

    def get_import_formats(self) -> list[type[Format]]:
        """Return the one that reads them all."""
        return [type("OurTable", (AnyTable,), {"resource": self.resource_classes[0]})]

    def get_export_formats(self) -> list[type[Format]]:
        """Return a format for each kind."""
        return EXPORTS

    def get_import_resource_kwargs(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        """Let an import reach what its person may reach."""
        spaces: Any = self.admin_site.get_model_admin(Space)
        return {"rows": self.desk.get_queryset(request), "spaces": spaces.get_queryset(request)}

    def get_export_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        """Return the rows of the list, as it was filtered: the library asks a ModelAdmin."""
        return ExportMixin.get_export_queryset(self.desk, request)  # type: ignore[no-any-return]

    def get_export_resource_kwargs(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        """Give the export nothing: the list chose the rows."""
        return {}

    def get_import_data_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Write all rows or none, and only over what the preview showed."""
        form = kwargs.get("form")
        seen = {"seen": form.seen} if isinstance(form, ConfirmForm) else {}
        return {"rollback_on_validation_errors": True} | seen

    def get_import_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give the page the columns, each with how it is filled in."""
        return {"columns": self.resource_classes[0]().fields.values(), "kinds": ("xlsx", "csv")}

    def add_data_read_fail_error_to_form(self, form: forms.Form, error: Exception) -> None:
        """Say beside the file why it cannot be read."""
        if not isinstance(error, files.FileError):
            raise error
        form.add_error("import_file", str(error))

    def import_action(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show what a file would change; keep it, its name signed, while that can be confirmed."""
        response: Any = super().import_action(request, **kwargs)
        context = response.context_data
        if confirm := context.get("confirm_form"):
            signed = {
                "name": confirm.initial["import_file_name"],
                "seen": context["result"].replaced,
            }
            confirm.initial["import_file_name"] = signer.sign_object(signed)
        sent: Any = getattr(context["form"], "cleaned_data", {}).get("import_file")
        if "confirm_form" not in context and hasattr(sent, "tmp_storage_name"):
            TempFolderStorage(name=sent.tmp_storage_name).remove()
        return response  # type: ignore[no-any-return]

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Import what was previewed; ask for the file again where it is no longer kept."""
        if request.method == "POST" and not self.create_confirm_form(request).is_valid():
            return self._once_more(request)
        try:
            return super().process_import(request, **kwargs)  # type: ignore[no-any-return]
        except FileNotFoundError:
            return self._once_more(request)

    def process_result(self, result: Outcome, request: HttpRequest) -> HttpResponse:
        """Go to the list; what was right in the preview and no longer is comes back with words."""
        if result.is_good:
            return super().process_result(result, request)  # type: ignore[no-any-return]
        form = self.import_form_class(self.get_import_formats(), self.resource_classes)
        context = context_of(request, self.desk, _("Import"), result=result, form=form)
        context |= self.get_import_context_data()
        return TemplateResponse(request, self.import_template_name, context)

    def generate_log_entries(self, result: Outcome, request: HttpRequest) -> None:
        """Let the desk's log say who imported what."""
        for kind, flag in (("new", ADDITION), ("update", CHANGE)):
            rows = [row.instance for row in result.rows if row.import_type == kind]
            reason = getattr(rows[0], "_change_reason", "") if rows else ""
            LogEntry.objects.log_actions(request.user.pk or 0, rows, flag, change_message=reason)

    def add_success_message(self, result: Outcome, request: HttpRequest) -> None:
        """Say how many rows are new and how many changed."""
        numbers = {"new": result.totals["new"], "changed": result.totals["update"]}
        sentence = _("The file is imported. New: %(new)s. Changed: %(changed)s.") % numbers
        messages.success(request, sentence)

    def get_export_filename(
        self, request: HttpRequest, queryset: "QuerySet[Any]", file_format: Format
    ) -> str:
        """Return a name with the day."""
        name: str = super().get_export_filename(request, queryset, file_format)
        return name.lower()

    def _once_more(self, request: HttpRequest) -> HttpResponse:
        messages.error(request, _("The preview is too old. Choose the file again."))
        name = "admin:{}_{}_import".format(*self.get_model_info())
        return HttpResponseRedirect(reverse(name))


# By model; each application adds its own.
EXCHANGES: dict[type[Model], Exchange] = {}


def add(exchange: Exchange) -> None:
    """Let rows of a model in and out as files."""
    EXCHANGES[exchange.model] = exchange


def links(desk: Any, request: HttpRequest) -> dict[str, bool]:
    """Return whether a list links to an import and an export."""
    if desk.model not in EXCHANGES:
        return {}
    return {
        "has_import_permission": desk.has_import_permission(request),
        "has_export_permission": desk.has_export_permission(request),
    }


def choose(request: HttpRequest, *, desk: Any) -> HttpResponse:
    """Ask for a file; show what it would change."""
    return EXCHANGES[desk.model].import_action(request)


def confirm(request: HttpRequest, *, desk: Any) -> HttpResponse:
    """Import the file that was shown."""
    return EXCHANGES[desk.model].process_import(request)


def export(request: HttpRequest, *, desk: Any) -> HttpResponse:
    """Ask for a kind of file; send the rows of the list in it."""
    return EXCHANGES[desk.model].export_action(request)  # type: ignore[no-any-return]


def template(request: HttpRequest, *, desk: Any, kind: str) -> HttpResponse:
    """Send an empty table with our columns."""
    if kind not in files.KINDS or kind == "json":
        raise Http404
    exchange = EXCHANGES[desk.model]
    table = files.Table(headers=list(exchange.resource_classes[0]().fields))
    response = HttpResponse(files.write(table, kind), content_type=files.KINDS[kind])
    name = f"{desk.opts.model_name}-template.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
