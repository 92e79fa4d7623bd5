"""Rows in and out as files, on the pages of a model: import with a preview, export, templates."""

from pathlib import PurePath
from typing import Any, ClassVar, TypeVar

from django import forms
from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.admin import ImportExportMixin
from import_export.formats.base_formats import Format
from import_export.forms import ConfirmImportForm, ExportForm, ImportForm
from import_export.tmp_storages import TempFolderStorage

from spaces.admin.shared.history import HistoryAdmin
from spaces.exchange import files
from spaces.exchange.resource import Outcome, TableResource
from spaces.models import Space

M = TypeVar("M", bound=Model)

_signer = signing.TimestampSigner(salt="spaces.import")
_A_DAY = 24 * 60 * 60  # seconds


class AnyTable(Format):  # type: ignore[misc]  # the library has no types
    """A file to import: its kind shows in what it holds."""

    resource: ClassVar[type[TableResource]]

    def __init__(self, encoding: str | None = None) -> None:
        """Take, and ignore, an encoding: it shows as well."""

    def get_title(self) -> str:
        """Return the kinds that are read."""
        return "CSV, XLSX, JSON"

    def can_import(self) -> bool:
        """Say so."""
        return True

    def create_dataset(self, in_stream: bytes) -> files.Table:
        """Return the table in the file; raise FileError."""
        table = files.read(in_stream)
        self.resource().check(table)
        return table


class TableFile(Format):  # type: ignore[misc]  # the library has no types
    """A file to export."""

    kind: ClassVar[str]

    def get_title(self) -> str:
        """Return the kind, as people call it."""
        return self.kind.upper()

    def get_extension(self) -> str:
        """Return how the file's name ends."""
        return self.kind

    def get_content_type(self) -> str:
        """Return the kind, as programs call it."""
        return files.KINDS[self.kind]

    def can_export(self) -> bool:
        """Say so."""
        return True

    def export_data(self, dataset: Any, **kwargs: Any) -> bytes:
        """Return the file."""
        return files.write(dataset, self.kind)


EXPORTS = [type(f"{kind.title()}File", (TableFile,), {"kind": kind}) for kind in files.KINDS]


class FileForm(ImportForm):  # type: ignore[misc]  # the library has no types
    """The file to import, and nothing else to choose."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say which files are read."""
        super().__init__(*args, **kwargs)
        self.fields["format"].widget = forms.HiddenInput()
        self.fields["format"].initial = "0"
        self.fields["import_file"].label = gettext_lazy("Your file")
        self.fields["import_file"].help_text = gettext_lazy("CSV, XLSX or JSON, up to 5 MB.")
        self.fields["import_file"].widget.attrs["accept"] = ".csv,.txt,.tsv,.xlsx,.json"

    @property
    def media(self) -> forms.Media:
        """Need no script."""
        return forms.Media()

    def clean_import_file(self) -> Any:
        """Refuse, before it is read, what is too large."""
        sent = self.cleaned_data["import_file"]
        if sent.size > files.LARGEST:
            raise ValidationError(
                _("This file is larger than 5 MB. Divide it, and import the parts.")
            )
        return sent


class ConfirmForm(ConfirmImportForm):  # type: ignore[misc]  # the library has no types
    """The file that was previewed: its name is signed, so that no other is read."""

    seen = ""  # the fingerprint of what the preview said would be replaced

    def clean_import_file_name(self) -> str:
        """Return the name of the file that is kept."""
        try:
            signed = _signer.unsign_object(self.cleaned_data["import_file_name"], max_age=_A_DAY)
        except signing.BadSignature as error:
            raise ValidationError(_("The preview is too old. Choose the file again.")) from error
        self.seen = signed["seen"]
        return PurePath(signed["name"]).name

    def clean_format(self) -> str:
        """Return the one format, whatever was sent."""
        return "0"


class ExchangeAdmin(ImportExportMixin, HistoryAdmin[M]):  # type: ignore[misc]
    """A model's pages with import and export."""

    import_template_name = "admin/spaces/import.html"
    export_template_name = "admin/spaces/export.html"
    import_form_class = FileForm
    confirm_form_class = ConfirmForm
    export_form_class = ExportForm
    resource_classes: ClassVar[list[type[TableResource]]]

    def get_urls(self) -> list[Any]:
        """Add the file to start from."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_template"
        view = self.admin_site.admin_view(self.template_view)
        return [path("import/template.<str:kind>", view, name=name), *super().get_urls()]

    def has_import_permission(self, request: HttpRequest) -> bool:
        """Allow it to who may add and change."""
        return self.has_add_permission(request) and self.has_change_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Allow it to who may look."""
        return self.has_view_permission(request)

    def get_import_formats(self) -> list[type[Format]]:
        """Return the one that reads them all."""
        return [type("OurTable", (AnyTable,), {"resource": self.resource_classes[0]})]

    def get_export_formats(self) -> list[type[Format]]:
        """Return a format for each kind."""
        return EXPORTS

    def get_import_resource_kwargs(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        """Let an import reach what its person may reach."""
        spaces: Any = self.admin_site.get_model_admin(Space)
        return {"rows": self.get_queryset(request), "spaces": spaces.get_queryset(request)}

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
            confirm.initial["import_file_name"] = _signer.sign_object(signed)
        sent: Any = getattr(context["form"], "cleaned_data", {}).get("import_file")
        if "confirm_form" not in context and hasattr(sent, "tmp_storage_name"):
            TempFolderStorage(name=sent.tmp_storage_name).remove()
        return response  # type: ignore[no-any-return]

    def process_import(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Import what was previewed; ask for the file again where it is no longer kept."""
        confirm = self.create_confirm_form(request)
        if request.method == "POST" and self.has_import_permission(request):
            if not confirm.is_valid():
                return self._once_more(request)
            try:
                return super().process_import(request, **kwargs)  # type: ignore[no-any-return]
            except FileNotFoundError:
                return self._once_more(request)
        return super().process_import(request, **kwargs)  # type: ignore[no-any-return]

    def process_result(self, result: Outcome, request: HttpRequest) -> HttpResponse:
        """Go to the list; what was right in the preview and no longer is comes back with words."""
        if result.is_good:
            return super().process_result(result, request)  # type: ignore[no-any-return]
        context = {
            **self.admin_site.each_context(request),
            **self.get_import_context_data(),
            "title": _("Import"),
            "opts": self.opts,
            "result": result,
            "form": self.import_form_class(self.get_import_formats(), self.resource_classes),
        }
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
        self, request: HttpRequest, queryset: "QuerySet[M]", file_format: Format
    ) -> str:
        """Return a name with the day."""
        name: str = super().get_export_filename(request, queryset, file_format)
        return name.lower()

    def template_view(self, request: HttpRequest, kind: str) -> HttpResponse:
        """Send an empty table with our columns."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        if kind not in files.KINDS or kind == "json":
            raise Http404
        table = files.Table(headers=list(self.resource_classes[0]().fields))
        response = HttpResponse(files.write(table, kind), content_type=files.KINDS[kind])
        response["Content-Disposition"] = (
            f'attachment; filename="{self.opts.model_name}-template.{kind}"'
        )
        return response

    def _once_more(self, request: HttpRequest) -> HttpResponse:
        self.message_user(
            request, _("The preview is too old. Choose the file again."), messages.ERROR
        )
        where = f"admin:{self.opts.app_label}_{self.opts.model_name}_import"
        return HttpResponseRedirect(reverse(where))
