"""The forms of an import, and the kinds of files that go in and out."""

from pathlib import PurePath
from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export.formats.base_formats import Format
from import_export.forms import ConfirmImportForm, ImportForm

from spaces.exchange import files
from spaces.exchange.resource import TableResource

signer = signing.TimestampSigner(salt="spaces.import")
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
            signed = signer.unsign_object(self.cleaned_data["import_file_name"], max_age=_A_DAY)
        except signing.BadSignature as error:
            raise ValidationError(_("The preview is too old. Choose the file again.")) from error
        self.seen = signed["seen"]
        return PurePath(signed["name"]).name

    def clean_format(self) -> str:
        """Return the one format, whatever was sent."""
        return "0"
