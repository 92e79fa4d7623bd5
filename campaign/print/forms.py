"""What staff choose before posters are printed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaign.models import Poster
from campaign.print.poster import PaperFormat
from spaces.exchange.files import MOST_ROWS


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
        codes = self.cleaned_data["posters"].split()[:MOST_ROWS]
        found = Poster.objects.for_print().in_bulk(codes, field_name="code")
        if not found:
            raise ValidationError(_("These posters are not there any more."))
        return [found[code] for code in codes if code in found]

    def clean_format(self) -> PaperFormat:
        """Return the paper."""
        return PaperFormat(self.cleaned_data["format"])
