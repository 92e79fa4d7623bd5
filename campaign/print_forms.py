"""What staff choose before posters are printed, or made from a table."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaign import table
from campaign.models import Campaign, Poster
from campaign.paper import PaperFormat


class PrintForm(forms.Form):
    """Which posters, on what paper."""

    posters = forms.CharField(widget=forms.HiddenInput)
    format = forms.ChoiceField(
        label=gettext_lazy("Paper"),
        choices=PaperFormat.choices,
        initial=PaperFormat.A3,
        widget=forms.RadioSelect,
    )
    bleed = forms.BooleanField(
        label=gettext_lazy("For a printing house: 3 mm more on each side, and crop marks"),
        required=False,
    )

    def clean_posters(self) -> list[Poster]:
        """Return the posters of these codes, in the order in which they are given."""
        codes = self.cleaned_data["posters"].split()[: table.MOST_LINES]
        found = Poster.objects.for_print().in_bulk(codes, field_name="code")
        if not found:
            raise ValidationError(_("These posters are not there any more."))
        return [found[code] for code in codes if code in found]

    def clean_format(self) -> PaperFormat:
        """Return the paper."""
        return PaperFormat(self.cleaned_data["format"])


class ManyForm(forms.Form):
    """A table of posters: a file, or the text of one, which can be corrected on the spot."""

    campaign = forms.ModelChoiceField(label=gettext_lazy("Campaign"), queryset=Campaign.objects)
    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    text = forms.CharField(
        label=gettext_lazy("or the table itself"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "cols": 90, "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        """Put the text of a file, where one came, in the place of what was typed."""
        if file := self.cleaned_data.get("file"):
            try:
                self.cleaned_data["text"] = table.decode(file.read(table.MOST_BYTES + 1))
            except table.TableError as error:
                self.add_error("file", str(error))
        elif not self.cleaned_data.get("text", "").strip() and not self.errors:
            self.add_error("file", _("Choose a file, or paste the table."))
        return self.cleaned_data
